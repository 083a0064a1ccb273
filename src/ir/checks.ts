/** Whether values are what a description says: for data that no reader of ours made. */
import type { Kind, LeafKind, LeafType, Limits, RecordKind } from './kinds.js'
import { elementDocument } from './model.js'

/**
 * `loose`: for what a program made, so that it can be walked without fear; other names and numbers out of range do no harm.
 * `exact`: for what a stranger may have written; nothing is in it but what the description names.
 */
export type Manner = 'loose' | 'exact'

/** Whether a value is sound. Made once of each kind, since there may be 100,000 elements to ask about. */
export type Check = (value: unknown) => boolean

const known = { loose: new WeakMap<Kind, Check>(), exact: new WeakMap<Kind, Check>() }

export function checkOf(kind: Kind, manner: Manner): Check {
  const made = known[manner].get(kind)
  if (made) return made
  const fits = checks(kind, manner)
  const check: Check = kind.optional ? value => value === undefined || fits(value) : fits
  known[manner].set(kind, check)
  return check
}

/** Whether a whole value is of a kind: every part that must be there is, each is of its type, and there are no others. */
export function fits(kind: Kind, value: unknown): boolean {
  return checkOf(kind, 'exact')(value)
}

/** The leaf that a path leads to in a value of a kind, optional also where something around it is; nothing where no leaf is there. */
export function leafKindAt(kind: Kind, path: readonly string[]): LeafKind | undefined {
  let at: Kind | undefined = kind
  let absent = false
  for (const name of path) {
    if (at?.kind === 'record') at = Object.hasOwn(at.fields, name) ? at.fields[name] : undefined
    else if (at?.kind === 'map') at = at.values
    else return undefined
    if (at?.kind === 'map' || at?.optional) absent = true
  }
  if (at?.kind !== 'leaf') return undefined
  return absent && !at.optional ? { ...at, optional: true } : at
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

/** Places that are there are pairs of offsets. */
export function hasPlace({ at, directionAt }: Record<string, unknown>): boolean {
  return isPlace(at) && isPlace(directionAt)
}

/** How its file has something, where a program says that, is plain data of one format or another. */
function hasDocument({ document }: Record<string, unknown>): boolean {
  return document === undefined || checkOf(elementDocument, 'loose')(document)
}

function isPlace(at: unknown): boolean {
  return at === undefined || (Array.isArray(at) && at.length === 2 && isOffset(at[0]) && isOffset(at[1]))
}

const isOffset = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

function checks(kind: Kind, manner: Manner): Check {
  if (kind.kind === 'leaf') return leafCheck(kind.holds, manner)
  if (kind.kind === 'record') return recordCheck(kind, manner)
  const fits = checkOf(kind.values, manner)
  return value => {
    if (!(value instanceof Map)) return false
    if (value.size === 0) return true
    for (const [key, part] of value as Map<unknown, unknown>) {
      if (typeof key !== 'string' || part === undefined || !fits(part)) return false
    }
    return true
  }
}

function recordCheck({ fields, empty }: RecordKind, manner: Manner): Check {
  const fits = partsCheck(
    Object.entries(fields).map(([name, part]) => [name, checkOf(part, manner)]),
    manner,
  )
  // One empty style stands in nearly every element of a large graph.
  return empty === undefined ? fits : value => value === empty || fits(value)
}

function partsCheck(parts: readonly (readonly [name: string, Check])[], manner: Manner): Check {
  const names = parts.map(([name]) => name)
  const checks = parts.map(([, check]) => check)
  const isKnown = manner === 'exact' ? onlyNames(names) : hasSurroundings
  return value => {
    if (!isPlain(value) || !isKnown(value)) return false
    for (let i = 0; i < names.length; i++) if (!checks[i]!(value[names[i]!])) return false
    return true
  }
}

const hasSurroundings = (value: Record<string, unknown>): boolean => hasPlace(value) && hasDocument(value)

function onlyNames(names: readonly string[]): (value: Record<string, unknown>) => boolean {
  const allowed = new Set(names)
  return value => Object.keys(value).every(name => allowed.has(name))
}

function leafCheck(type: LeafType, manner: Manner): Check {
  switch (type.type) {
    case 'word': {
      const words = new Set<unknown>(type.words)
      return value => words.has(value)
    }
    case 'number':
      return value =>
        typeof value === 'number' && Number.isFinite(value) && (manner === 'loose' || isWithin(type, value))
    case 'flag':
    case 'mark':
      return value => typeof value === 'boolean'
    case 'texts':
      return value => Array.isArray(value) && (value.length === 0 || value.every(isText))
    case 'rich':
      return checkOf(type.parts, 'exact')
    case 'tree':
      return treeCheck(type, manner)
    case 'value':
      return value => isText(value) || isValue(value)
    default:
      return isText
  }
}

const isText: Check = value => typeof value === 'string'

function isWithin({ above, least, most }: Limits, value: number): boolean {
  return (
    (above === undefined || value > above) &&
    (least === undefined || value >= least) &&
    (most === undefined || value <= most)
  )
}

function treeCheck({ parts, inside, levels }: Extract<LeafType, { type: 'tree' }>, manner: Manner): Check {
  const own = Object.entries(parts.fields).map(([name, part]) => [name, checkOf(part, manner)] as const)
  const fits = partsCheck([...own, [inside, list => list === undefined || Array.isArray(list)]], manner)
  return value => {
    if (!Array.isArray(value)) return false
    let sound = true
    const within = (item: unknown): unknown => {
      if (fits(item)) return (item as Record<string, unknown>)[inside]
      sound = false
      return undefined
    }
    return !isDeep(value, within, levels) && sound
  }
}

/** Levels of lists and Maps in a value that only one format knows, the value itself counted. */
const MOST_LEVELS = 1000

function isValue(value: unknown): boolean {
  let sound = true
  const within = (item: unknown): unknown => {
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
  return !isDeep([value], within, MOST_LEVELS) && sound
}

/** More values than anybody's machine writes: data that holds itself would never end. */
const MOST_VALUES = 10_000_000

/** Whether what a list holds nests deeper than so many levels. Level by level, so that neither depth nor data that holds itself is a danger. */
export function isDeep(list: readonly unknown[], within: (item: unknown) => unknown, most: number): boolean {
  let count = 0
  let level = list
  for (let levels = 0; level.length > 0; levels++) {
    if (levels >= most) return true
    const next: unknown[] = []
    for (const item of level) {
      const parts = within(item)
      if (!Array.isArray(parts)) continue
      count += parts.length
      if (count > MOST_VALUES) return true
      for (const part of parts) next.push(part)
    }
    level = next
  }
  return false
}
