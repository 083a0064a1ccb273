/**
 * Where a graph is not made as the types of the model say: a program may hand over anything. The values are held against
 * the description of the model, each once; how large a number may be is no matter here.
 */
import { checkOf, hasPlace, isDeep, isPlain } from './checks.js'
import { type Flaw, fieldsTooDeep, missing, mistyped, unknownWord } from './flaw.js'
import type { Kind, LeafType } from './kinds.js'
import { elementDocument, elementFields, graphFields } from './model.js'

type Path = Flaw['path']

/** Every value of a graph that is not of its type. Where there is none, the graph can be walked without fear. */
export function* typeFlaws(graph: unknown): Generator<Flaw> {
  if (!isPlain(graph)) {
    yield otherThan([], 'a graph', graph)
    return
  }
  yield* flawsIn(graphFields, graph, [])
  const { nodes, groups, edges, loops } = elementFields
  yield* flawsInMap('nodes', nodes, graph.nodes)
  yield* flawsInMap('groups', groups, graph.groups)
  yield* flawsInList('edges', edges, graph.edges)
  yield* flawsInList('loops', loops, graph.loops)
}

function* flawsInMap(name: string, kind: Kind, map: unknown): Generator<Flaw> {
  const fits = checkOf(kind, 'loose')
  if (!(map instanceof Map)) yield otherThan([name], 'a Map', map)
  else {
    for (const [key, element] of map as Map<unknown, unknown>) {
      if (typeof key !== 'string') yield otherThan([name, String(key)], 'a text as key', key)
      else if (!fits(element)) yield* flawsIn(kind, element, [name, key])
    }
  }
}

function* flawsInList(name: string, kind: Kind, list: unknown): Generator<Flaw> {
  const fits = checkOf(kind, 'loose')
  if (!Array.isArray(list)) yield otherThan([name], 'a list', list)
  else {
    for (let place = 0; place < list.length; place++) {
      if (!fits(list[place])) yield* flawsIn(kind, list[place], [name, place])
    }
  }
}

function* flawsIn(kind: Kind, value: unknown, path: Path): Generator<Flaw> {
  if (checkOf(kind, 'loose')(value)) return
  if (kind.kind === 'leaf') yield flawOfLeaf(kind.holds, value, path)
  else if (kind.kind === 'map') {
    if (!(value instanceof Map)) yield otherThan(path, 'a Map', value)
    else {
      for (const [key, part] of value) {
        const at = [...path, String(key)]
        if (typeof key !== 'string') yield otherThan(at, 'a text as key', key)
        else if (part === undefined) yield otherThan(at, 'a value', part)
        else yield* flawsIn(kind.values, part, at)
      }
    }
  } else if (!isPlain(value)) yield otherThan(path, 'an object', value)
  else {
    if (!hasPlace(value)) yield otherThan([...path, 'at'], 'a pair of offsets', value.at)
    yield* flawsIn(elementDocument, value.document, [...path, 'document'])
    for (const [name, field] of Object.entries(kind.fields))
      yield* flawsIn(field, value[name], [...path, name])
  }
}

function flawOfLeaf(type: LeafType, value: unknown, path: Path): Flaw {
  if (type.type === 'word' && typeof value === 'string') {
    return unknownWord({ what: wordOf(path), word: value }, path)
  }
  if (type.type === 'tree' && Array.isArray(value)) {
    const within = (item: unknown) => (isPlain(item) ? item[type.inside] : undefined)
    if (isDeep(value, within, type.levels)) return fieldsTooDeep({ levels: type.levels }, path)
  }
  return otherThan(path, expected[type.type], value)
}

/** What the value at a path is called: `kind` is the kind of a group, or of what an edge ends at. */
function wordOf(path: Path): string {
  const name = String(path.at(-1))
  if (name === 'kind') return path[0] === 'groups' ? 'kind of group' : 'kind of end'
  return name === 'arrow' ? 'arrowhead' : name
}

const expected: Readonly<Record<LeafType['type'], string>> = {
  text: 'a text',
  id: 'a text',
  url: 'a text',
  css: 'a text',
  word: 'a text',
  number: 'a finite number',
  flag: 'true or false',
  mark: 'true or false',
  texts: 'a list of texts',
  rich: 'a syntax that there is, and a source',
  tree: 'a list of fields',
  value: 'plain data with Maps for objects',
}

function otherThan(path: Path, wanted: string, value: unknown): Flaw {
  const name = path.length === 0 ? 'the graph' : `“${path.join('/')}”`
  return value === undefined ? missing({ name }, path) : mistyped({ name, found: named(value), wanted }, path)
}

function named(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Map) return 'a Map'
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value)
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
