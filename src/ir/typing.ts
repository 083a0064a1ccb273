/**
 * Where a graph is not made as the types of the model say: a program may hand over anything. The values are held against
 * the description in `fields.ts`, each once; how large a number may be is no matter here.
 */
import { NO_STYLE } from './build.js'
import type { FieldKind } from './fields.js'
import {
  documentField,
  edgeFields,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
  styleFields,
} from './fields.js'
import type { Flaw } from './flaw.js'
import { fitsType, type LeafType } from './leaf-types.js'
import { MAX_FIELD_LEVELS } from './model.js'

type Path = Flaw['path']

/** More values than anybody's machine writes: data that holds itself would never end. */
const MOST_VALUES = 10_000_000

/** Levels of lists and Maps in a value that only one format knows, the value itself counted. */
const MOST_LEVELS = 1000

/** Every value of a graph that is not of its type. Where there is none, the graph can be walked without fear. */
export function* typeFlaws(graph: unknown): Generator<Flaw> {
  if (!isPlain(graph)) {
    yield mistyped([], 'a graph', graph)
    return
  }
  yield* flawsIn(graphFields, graph, [])
  for (const [name, kind] of [
    ['nodes', nodeFields],
    ['groups', groupFields],
  ] as const) {
    const map = graph[name]
    const fits = checkOf(kind)
    if (!(map instanceof Map)) yield mistyped([name], 'a Map', map)
    else {
      for (const [key, element] of map as Map<unknown, unknown>) {
        if (typeof key !== 'string') yield mistyped([name, String(key)], 'a text as key', key)
        else if (!fits(element)) yield* flawsIn(kind, element, [name, key])
      }
    }
  }
  for (const [name, kind] of [
    ['edges', edgeFields],
    ['loops', loopFields],
  ] as const) {
    const list = graph[name]
    const fits = checkOf(kind)
    if (!Array.isArray(list)) yield mistyped([name], 'a list', list)
    else {
      for (let place = 0; place < list.length; place++) {
        if (!fits(list[place])) yield* flawsIn(kind, list[place], [name, place])
      }
    }
  }
}

/** Whether a value is sound. Made once of each kind, since there may be 100,000 elements to ask about. */
type Check = (value: unknown) => boolean

const checks = new WeakMap<FieldKind, Check>()

function isSound(kind: FieldKind, value: unknown): boolean {
  return checkOf(kind)(value)
}

function checkOf(kind: FieldKind): Check {
  const known = checks.get(kind)
  if (known) return known
  const check =
    kind.kind === 'leaf' ? leafCheck(kind) : kind.kind === 'map' ? mapCheck(kind) : recordCheck(kind)
  checks.set(kind, check)
  return check
}

function leafCheck(kind: Extract<FieldKind, { kind: 'leaf' }>): Check {
  const fits = typeCheck(kind.holds)
  const required = kind.required === true
  return value => (value === undefined ? !required : fits(value))
}

function mapCheck(kind: Extract<FieldKind, { kind: 'map' }>): Check {
  const fits = checkOf(kind.values)
  const optional = kind.optional === true
  return value => {
    if (value === undefined) return optional
    if (!(value instanceof Map)) return false
    if (value.size === 0) return true
    for (const [key, part] of value as Map<unknown, unknown>) {
      if (typeof key !== 'string' || part === undefined || !fits(part)) return false
    }
    return true
  }
}

function recordCheck(kind: RecordKind): Check {
  const names = partsOf(kind).map(([name]) => name)
  const fits = partsOf(kind).map(([, part]) => checkOf(part))
  const optional = kind.optional === true
  return value => {
    // One empty style stands in nearly every element of a large graph.
    if (value === NO_STYLE) return kind.fields === styleFields
    if (value === undefined) return optional
    if (!isPlain(value) || !hasPlace(value) || !hasDocument(value)) return false
    for (let i = 0; i < names.length; i++) if (!fits[i]!(value[names[i]!])) return false
    return true
  }
}

function* flawsIn(kind: FieldKind, value: unknown, path: Path): Generator<Flaw> {
  if (isSound(kind, value)) return
  if (kind.kind === 'leaf') yield flawOfLeaf(kind.holds, value, path)
  else if (kind.kind === 'map') {
    if (!(value instanceof Map)) yield mistyped(path, 'a Map', value)
    else {
      for (const [key, part] of value) {
        const at = [...path, String(key)]
        if (typeof key !== 'string') yield mistyped(at, 'a text as key', key)
        else if (part === undefined) yield mistyped(at, 'a value', part)
        else yield* flawsIn(kind.values, part, at)
      }
    }
  } else if (!isPlain(value)) yield mistyped(path, 'an object', value)
  else {
    if (!hasPlace(value)) yield mistyped([...path, 'at'], 'a pair of offsets', value.at)
    yield* flawsIn(documentField, value.document, [...path, 'document'])
    for (const [name, field] of partsOf(kind)) yield* flawsIn(field, value[name], [...path, name])
  }
}

function flawOfLeaf(type: LeafType, value: unknown, path: Path): Flaw {
  if (type.type === 'word' && typeof value === 'string') {
    return { code: 'graph/value', path, text: `there is no ${wordOf(path)} “${value}”` }
  }
  if (type.type === 'fields' && Array.isArray(value)) {
    const deep = levelsOf(value, item => (isPlain(item) ? item.children : undefined), MAX_FIELD_LEVELS)
    if (deep === 'deep')
      return { code: 'graph/nesting', path, text: `the fields nest deeper than ${MAX_FIELD_LEVELS} levels` }
  }
  return mistyped(path, expected[type.type], value)
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
  texts: 'a list of texts',
  rich: 'a syntax that there is, and a source',
  fields: 'a list of fields',
  value: 'plain data with Maps for objects',
}

function mistyped(path: Path, wanted: string, value: unknown): Flaw {
  const name = path.length === 0 ? 'the graph' : `“${path.join('/')}”`
  const text = value === undefined ? `${name} is missing` : `${name} is ${named(value)} and not ${wanted}`
  return { code: 'graph/type', path, text }
}

function named(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Map) return 'a Map'
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value)
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function typeCheck(type: LeafType): Check {
  switch (type.type) {
    case 'number':
      return value => typeof value === 'number' && Number.isFinite(value)
    case 'fields':
      return areFields
    case 'value':
      return value => typeof value === 'string' || isValue(value)
    case 'word': {
      const words = new Set<unknown>(type.words)
      return value => words.has(value)
    }
    case 'text':
    case 'id':
    case 'url':
    case 'css':
      return value => typeof value === 'string'
    default:
      return value => fitsType(type, value)
  }
}

function areFields(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  let sound = true
  const inside = (field: unknown): unknown => {
    if (!isPlain(field) || typeof field.text !== 'string') sound = false
    else if (field.port !== undefined && typeof field.port !== 'string') sound = false
    else if (field.children !== undefined && !Array.isArray(field.children)) sound = false
    else return field.children
    return undefined
  }
  return levelsOf(value, inside, MAX_FIELD_LEVELS) !== 'deep' && sound
}

function isValue(value: unknown): boolean {
  let sound = true
  const inside = (item: unknown): unknown => {
    if (item instanceof Map) {
      for (const key of item.keys()) if (typeof key !== 'string') sound = false
      return [...item.values()]
    }
    if (Array.isArray(item)) return item
    const isLeaf =
      item === null ||
      ['string', 'boolean'].includes(typeof item) ||
      (typeof item === 'number' && Number.isFinite(item))
    if (!isLeaf) sound = false
    return undefined
  }
  return levelsOf([value], inside, MOST_LEVELS) !== 'deep' && sound
}

/** Walks level by level, so that neither depth nor data that holds itself is a danger. */
function levelsOf(
  list: readonly unknown[],
  inside: (item: unknown) => unknown,
  most: number,
): 'deep' | undefined {
  let count = 0
  let level = list
  for (let levels = 0; level.length > 0; levels++) {
    if (levels >= most) return 'deep'
    const next: unknown[] = []
    for (const item of level) {
      const parts = inside(item)
      if (!Array.isArray(parts)) continue
      count += parts.length
      if (count > MOST_VALUES) return 'deep'
      for (const part of parts) next.push(part)
    }
    level = next
  }
  return undefined
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

/** Places that are there are pairs of offsets. */
function hasPlace({ at, directionAt }: Record<string, unknown>): boolean {
  return isPlace(at) && isPlace(directionAt)
}

function isPlace(at: unknown): boolean {
  return (
    at === undefined ||
    (Array.isArray(at) && at.length === 2 && at.every(offset => Number.isInteger(offset) && offset >= 0))
  )
}

const hasDocument = ({ document }: Record<string, unknown>): boolean => isSound(documentField, document)

type RecordKind = Extract<FieldKind, { kind: 'record' }>

const parts = new WeakMap<RecordKind, readonly (readonly [string, FieldKind])[]>()

function partsOf(kind: RecordKind): readonly (readonly [string, FieldKind])[] {
  const known = parts.get(kind)
  if (known) return known
  const list = Object.entries(kind.fields)
  parts.set(kind, list)
  return list
}
