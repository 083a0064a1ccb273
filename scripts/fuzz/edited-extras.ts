/** Graphs that were read of the corpus, with what only their format says of an element dropped, damaged, or taken from another. */
import fc from 'fast-check'
import type { Format } from '../../src/format.js'
import { applyChanges } from '../../src/ir/change.js'
import { elementsOf } from '../../src/ir/elements.js'
import type { Graph, Value } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { readWith } from '../../src/read.js'
import { exactAccounting, lowerFor, roundTrip } from '../../test/laws/laws.js'
import { type Count, demand, type Target, target } from './targets.js'

type Own = ReadonlyMap<string, Value>

/** What stands beside the fields of an element by format: what it says more, and how its file has it. */
const HELD = ['extras', 'document'] as const

interface Edit {
  readonly act: 'drop' | 'damage' | 'exchange'
  /** Which element, key and part, each counted round. */
  readonly element: number
  readonly key: number
  readonly part: number
  readonly with: string | number | boolean
}

const edit: fc.Arbitrary<Edit> = fc.record({
  act: fc.constantFrom('drop', 'damage', 'damage', 'exchange'),
  element: fc.nat(),
  key: fc.nat(),
  part: fc.nat(),
  with: fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom(0, -1, 1.5, 1e9), fc.boolean()),
})

/** Every edge costs a law some time, and small graphs show as much. */
const MOST_NODES = 40

export function editedExtras(format: Format, texts: readonly string[]): Target | undefined {
  const graphs = texts
    .flatMap(text => readWith(format, text).graphs)
    .filter(
      graph => graph.nodes.size <= MOST_NODES && saidOf(graph).some(element => hasOwn(element, format.name)),
    )
  if (graphs.length === 0) return undefined
  const values = graphs.flatMap(graph =>
    saidOf(graph).flatMap(element => HELD.flatMap(name => [...(element[name]?.get(format.name) ?? [])])),
  )
  const input = fc.tuple(fc.constantFrom(...graphs), fc.array(edit, { minLength: 1, maxLength: 3 }))
  const check = async ([read, edits]: [Graph, Edit[]], count: Count): Promise<void> => {
    const graph = edits.reduce((edited, each) => withEdit(edited, format.name, each, values), read)
    if (flawsOf(graph).length > 0) return
    demand(await roundTrip(format, graph))
    demand(exactAccounting(graph, lowerFor(format, graph)))
    for (const law of ['law 1', 'law 2', 'law 4'] as const) count(law)
  }
  return target(`edited extras: ${format.name}`, 1, format.layOut ? 20 : 60, input, check)
}

type Said = Pick<Graph, 'extras' | 'document'>

const saidOf = (graph: Graph): Said[] => Array.from(elementsOf(graph), ({ value }) => value as Said)

const hasOwn = (element: Said, format: string): boolean => HELD.some(name => element[name]?.has(format))

function withEdit(
  graph: Graph,
  format: string,
  edit: Edit,
  values: readonly (readonly [string, Value])[],
): Graph {
  const held = [...elementsOf(graph)].flatMap(({ path, value }) =>
    HELD.flatMap(name => {
      const all = (value as Said)[name]
      return all?.has(format) ? [{ path: [...path, name], all }] : []
    }),
  )
  const chosen = held[edit.element % Math.max(1, held.length)]
  if (!chosen) return graph
  const { path, all } = chosen
  const own = editedOwn(all.get(format)!, edit, values)
  return applyChanges(graph, [{ path, before: all, after: new Map([...all, [format, own]]) }])
}

function editedOwn(own: Own, edit: Edit, values: readonly (readonly [string, Value])[]): Own {
  const edited = new Map(own)
  const key = [...own.keys()][edit.key % Math.max(1, own.size)]
  if (edit.act === 'exchange' || key === undefined) {
    const [other, value] = values[edit.part % values.length]!
    return edited.set(other, value)
  }
  if (edit.act === 'drop') edited.delete(key)
  else edited.set(key, damaged(own.get(key)!, edit))
  return edited
}

function damaged(value: Value, edit: Edit): Value {
  const { part, with: other } = edit
  if (typeof value === 'string') {
    const at = part % (value.length + 1)
    return value.slice(0, at) + String(other) + value.slice(at + (part % 3))
  }
  if (Array.isArray(value)) {
    const list = [...(value as readonly Value[])]
    const at = part % Math.max(1, list.length)
    if (list.length === 0 || part % 4 === 0) list.splice(at, 1)
    else list[at] = damaged(list[at]!, edit)
    return list
  }
  if (value instanceof Map) {
    const map = new Map(value as Own)
    const key = [...map.keys()][part % Math.max(1, map.size)]
    if (key === undefined) return map
    if (part % 4 === 0) map.delete(key)
    else map.set(key, damaged(map.get(key)!, edit))
    return map
  }
  return other
}
