/**
 * The way back: a graph that was read from a text, and what the text carries. What a line says is a stranger's word, so of it
 * only that is taken which the text itself bears out: lowered to the format of the text, the graph with everything that
 * is put back must be just what stands in the text. What a person changed in the text wins, and nothing that is in plain
 * sight is ever overruled.
 */
import type { Format, FormatOptions } from '../format.js'
import type { Graph } from '../ir/model.js'
import { flawsOf } from '../ir/validate.js'
import { targetOf } from '../lower/editor.js'
import { type Lowered, lowerQuietly } from '../lower/lower.js'
import { blamed, type Showing, showingOf } from './blame.js'
import { type Item, itemsOf, type LeafItem, type Reason, type Refusal } from './items.js'
import { type Payload, payloadOf } from './payload.js'
import { type Rebuilt, rebuild, type Source } from './rebuild.js'
import { type Suspects, suspectsOf } from './suspects.js'

export interface Restored {
  readonly graph: Graph
  /** How many values, elements and orders came back. */
  readonly count: number
  readonly refused: readonly Refusal[]
  /** The format that the graph was read from before it was written as this text, where anything came back. */
  readonly from?: string
}

/** The format of the text, and the options that it is read with. */
export interface ReadAs {
  readonly format: Pick<Format, 'name' | 'title' | 'capabilities' | 'options'>
  readonly options?: FormatOptions
}

/** So often what does not fit is looked for. A line that goes on not to fit was not written for this text. */
const MAX_ROUNDS = 12

/** The graph with what the line carries, or nothing where the line cannot be understood. */
export function restore(graph: Graph, line: string, readAs: ReadAs): Restored | undefined {
  const payload = payloadOf(line)
  if (!payload) return undefined
  const { name } = readAs.format
  const [from] = payload.from
  if (from !== undefined) return restoredAs(from, graph, payload, readAs)
  // Who does not say of which format the graph is, had mostly read it in another.
  const foreign = restoredAs(undefined, graph, payload, readAs)
  if (foreign.refused.every(({ reason }) => reason !== 'shown')) return foreign
  const own = restoredAs(name, graph, payload, readAs)
  return own.count > foreign.count ? own : foreign
}

/** With the graph taken for one of the format `from`: what was drawn for another format is lowered with more liberty. */
function restoredAs(from: string | undefined, graph: Graph, payload: Payload, readAs: ReadAs): Restored {
  const { items, refused } = itemsOf(payload, graph)
  const all = [...refused]
  const taken = new Set(items)
  if (taken.size === 0) return { graph, count: 0, refused: all }
  const lowering = loweringOf(payload, readAs)
  const text = showingOf(graph, lowering(graph, true))
  for (let round = 1; taken.size > 0; round++) {
    const rebuilt = rebuild(graph, taken)
    const wrong = refusalsOf(rebuilt, taken, text, each => lowering(each, from === readAs.format.name))
    if (wrong.length === 0) {
      return { graph: rebuilt.graph, count: taken.size, refused: all, ...(from !== undefined && { from }) }
    }
    const rest = round === MAX_ROUNDS ? [...taken].map((item): Refusal => ({ item, reason: 'shown' })) : wrong
    for (const refusal of rest) {
      taken.delete(refusal.item)
      all.push(refusal)
    }
  }
  return { graph, count: 0, refused: all }
}

type Shown = Pick<Lowered, 'graph' | 'origins'>

/** Makes of a graph what the format shows. @param own whether the graph is of that format */
type Lowering = (graph: Graph, own: boolean) => Shown

/** With the options that the text was written with. */
function loweringOf({ options }: Payload, { format, options: given }: ReadAs): Lowering {
  const known = new Map((format.options ?? []).map(option => [option.name, option]))
  const carried = options.filter(([option, value]) => known.get(option)?.values.includes(value))
  const all: FormatOptions = { ...given, ...Object.fromEntries(carried) }
  return (graph, own) => lowerQuietly(graph, targetOf(format, graph, all, own))
}

/** What has to go so that the graph may hang together and the text be shown as it is; nothing where all can stay. */
function refusalsOf(
  rebuilt: Rebuilt,
  taken: ReadonlySet<Item>,
  text: Showing,
  lowering: (graph: Graph) => Shown,
): Refusal[] {
  const as = (reason: Reason, items: Iterable<Item>) => [...new Set(items)].map(item => ({ item, reason }))
  if (rebuilt.clashing.length > 0) return as('taken', rebuilt.clashing)
  const suspects = suspectsOf(taken)
  const loose = looseItems(rebuilt, suspects)
  if (loose.length > 0) return as('loose', loose)
  const { graph, sources } = rebuilt
  const wrong = blamed(text, { graph, sources, lowered: lowering(graph) }, suspects)
  return as('shown', wrong)
}

/** Items that speak of what is not there, or put a group into itself. */
function looseItems({ graph, sources }: Rebuilt, suspects: Suspects): Item[] {
  const flaws = flawsOf(graph)
  if (flaws.length === 0) return []
  const placeOf = {
    nodes: new Map([...graph.nodes.keys()].map((id, place) => [id, place])),
    groups: new Map([...graph.groups.keys()].map((id, place) => [id, place])),
  }
  const items: Item[] = []
  for (const { path } of flaws) {
    const [of, key, end] = path
    if (of !== 'nodes' && of !== 'groups' && of !== 'edges' && of !== 'loops') continue
    const place = of === 'nodes' || of === 'groups' ? placeOf[of].get(String(key)) : Number(key)
    const source: Source | undefined = sources[of][place ?? -1]
    if (source === undefined) continue
    if (typeof source === 'object') items.push(source)
    else for (const item of references(suspects.values(of, source), end)) items.push(item)
  }
  // Flaws that no item stands at come from what went, or what was called otherwise.
  return items.length > 0 ? items : [...suspects.find(() => true)]
}

/** Of the values of an element those that refer to others, at one end of an edge; or all where none does. */
function references(values: readonly LeafItem[], end: string | number | undefined): readonly LeafItem[] {
  const refer = values.filter(({ leaf: [first, second] }) =>
    first === 'from' || first === 'to'
      ? first === end && (second === 'id' || second === 'kind')
      : first === 'group' || first === 'parent' || first === 'nodes',
  )
  return refer.length > 0 ? refer : values
}
