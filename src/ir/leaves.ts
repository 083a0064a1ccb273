/**
 * The leaves of values by the description of their fields: what is there, what differs, and values with another leaf. Comparing,
 * changing and counting graphs all go this way.
 */
import { type Kind, text } from './kinds.js'

/** Whether a value says nothing: absent equals empty. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (value instanceof Map) return value.size === 0
  return false
}

/** Equality of leaf values: plain data, Maps and lists; at the top and in records absent is equal to empty. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (isEmpty(a) && isEmpty(b)) || sameDeep(a, b)
}

function sameDeep(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => sameDeep(x, b[i]))
    )
  }
  if (a instanceof Map || b instanceof Map) {
    if (!(a instanceof Map && b instanceof Map) || a.size !== b.size) return false
    return [...a].every(([key, value]) => b.has(key) && sameDeep(value, b.get(key)))
  }
  const left = Object.entries(a).filter(([, value]) => !isEmpty(value))
  const right = new Map(Object.entries(b).filter(([, value]) => !isEmpty(value)))
  return left.length === right.size && left.every(([key, value]) => sameDeep(value, right.get(key)))
}

/** The part of a value that a name leads to, in a record or a map. */
export function partOf(value: unknown, name: string): unknown {
  if (value instanceof Map) return value.get(name)
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
    return (value as Record<string, unknown>)[name]
  }
  return undefined
}

function kindAt(kind: Kind, name: string): Kind {
  if (kind.kind === 'record') return kind.fields[name] ?? text
  return kind.kind === 'map' ? kind.values : text
}

/** A leaf that is not empty, with the path to it. */
export type Leaf = readonly [path: readonly string[], value: unknown]

/** Every leaf of a value that is not empty, with the path to it. */
export function leaves(kind: Kind, value: unknown): Leaf[] {
  const found: Leaf[] = []
  addLeaves(kind, value, [], found)
  return found
}

/** How many leaves of a value are not empty, and fit. */
export function countLeaves(kind: Kind, value: unknown, fits: (leaf: unknown) => boolean): number {
  // Most elements share one empty style and the like.
  if (value === kind.empty || isEmpty(value)) return 0
  if (kind.kind === 'leaf') return fits(value) ? 1 : 0
  let count = 0
  if (kind.kind === 'map') {
    if (value instanceof Map) for (const part of value.values()) count += countLeaves(kind.values, part, fits)
  } else if (typeof value === 'object') {
    for (const name in kind.fields) {
      // No field has the name of what every object has.
      const part = (value as Record<string, unknown>)[name]
      if (part === undefined) continue
      const own = kind.fields[name] as Kind
      // Most parts are leaves, and there are a dozen in each element.
      if (own.kind !== 'leaf') count += countLeaves(own, part, fits)
      else if (!isEmpty(part) && fits(part)) count++
    }
  }
  return count
}

/** Every graph is walked so several times on its way, so nothing is made for a field that is not there. */
function addLeaves(kind: Kind, value: unknown, path: readonly string[], found: Leaf[]): void {
  if (isEmpty(value)) return
  if (kind.kind === 'leaf') found.push([path, value])
  else if (kind.kind === 'map') {
    if (!(value instanceof Map)) return
    for (const [name, part] of value as Map<string, unknown>)
      if (!isEmpty(part)) addLeaves(kind.values, part, [...path, name], found)
  } else {
    for (const name in kind.fields) {
      const part = partOf(value, name)
      if (!isEmpty(part)) addLeaves(kind.fields[name] as Kind, part, [...path, name], found)
    }
  }
}

/** Every leaf in which two values differ. */
export function* differentLeaves(
  kind: Kind,
  a: unknown,
  b: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; before: unknown; after: unknown }> {
  if (a === b) return
  if (kind.kind === 'leaf') {
    if (!sameValue(a, b)) yield { path, before: a, after: b }
    return
  }
  for (const name of namesInEither(kind, a, b)) {
    const [before, after] = [partOf(a, name), partOf(b, name)]
    if (before !== after) yield* differentLeaves(kindAt(kind, name), before, after, [...path, name])
  }
}

/** The names under which one of two records or maps of this kind may hold something. */
function namesInEither(kind: Kind, a: unknown, b: unknown): Iterable<string> {
  if (kind.kind === 'record') return Object.keys(kind.fields)
  const names = (value: unknown): Iterable<string> => (value instanceof Map ? value.keys() : [])
  return new Set([...names(a), ...names(b)])
}

/**
 * The value with one leaf set (or removed, for `undefined`); what is on the way is copied. Only Maps in `own` are
 * changed in place: those that earlier calls copied for the same draft. A Map may have 100,000 entries to change.
 * @param fresh a record that may be changed in place, too, because nobody else holds it
 */
export function withLeaf(
  kind: Kind,
  value: unknown,
  path: readonly (string | number)[],
  leafValue: unknown,
  own?: Set<object>,
  depth = 0,
  fresh?: object,
): unknown {
  const name = path[depth] as string | undefined
  if (name === undefined) return leafValue
  const kindOfPart = kindAt(kind, name)
  const part = withLeaf(kindOfPart, partOf(value, name), path, leafValue, own, depth + 1)
  const absent = part === undefined || ((kind.kind === 'map' || isOptional(kindOfPart)) && hasNothing(part))
  if (kind.kind === 'map') {
    const map = mapToChange(value, own)
    if (absent) map.delete(name)
    else map.set(name, part)
    return map
  }
  if (absent) return without(value as object | undefined, name)
  // A record of which only one leaf was ever set: a label that has a rich form alone has an empty text. The copy has its new part set behind:
  // one object literal of all, with a name that is only known here, takes three times as long.
  const given = (value ?? kind.empty) as Record<string, unknown> | undefined
  const copy = given !== undefined && given === fresh ? given : { ...given }
  copy[name] = part
  return copy
}

/** Built without the name: an object that `delete` was called on is slow for everyone who gets it. */
function without(value: object | undefined, name: string): Record<string, unknown> {
  if (value === undefined || !(name in value)) return { ...value }
  const copy: Record<string, unknown> = {}
  for (const key in value) if (key !== name) copy[key] = (value as Record<string, unknown>)[key]
  return copy
}

function mapToChange(value: unknown, own: Set<object> | undefined): Map<string, unknown> {
  if (!(value instanceof Map)) return mapToChange(new Map(), own)
  if (own?.has(value)) return value
  const copy = new Map<string, unknown>(value)
  own?.add(copy)
  return copy
}

function isOptional(kind: Kind): boolean {
  return kind.kind !== 'leaf' && kind.optional === true
}

/** Whether a record or map holds no names at all. Leaves are never nothing here: an empty text is a text. */
function hasNothing(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  )
}

/** The leaf that a path leads to. @param depth how much of the path leads to the value itself */
export function leafAt(value: unknown, path: readonly (string | number)[], depth = 0): unknown {
  let leaf = value
  for (let at = depth; at < path.length; at++) leaf = partOf(leaf, path[at] as string)
  return leaf
}
