/**
 * What a leaf of the model may hold, as data. A graph that readers make keeps to it by itself; what comes from elsewhere
 * (carried data that a stranger may have written) is held against it.
 */
import { levelsOfFields } from './field-levels.js'
import { type Field, MAX_FIELD_LEVELS, richSyntaxes } from './model.js'

export type LeafType =
  /** Words that are shown, or names: any string. */
  | { readonly type: 'text' }
  /** The id of a node or a group, as something else refers to it. */
  | { readonly type: 'id' }
  /** An address. */
  | { readonly type: 'url' }
  /** How something looks, in the words of CSS: colours, fonts, dashes. */
  | { readonly type: 'css' }
  /** One of a closed list. */
  | { readonly type: 'word'; readonly words: readonly string[] }
  /** A finite number. `above` itself does not count, `least` and `most` do. */
  | { readonly type: 'number'; readonly above?: number; readonly least?: number; readonly most?: number }
  | { readonly type: 'flag' }
  /** A list of names. */
  | { readonly type: 'texts' }
  /** What a label was read from. */
  | { readonly type: 'rich' }
  /** The parts of a record. */
  | { readonly type: 'fields' }
  /** Any JSON value, with Maps for objects. */
  | { readonly type: 'value' }

/** Levels that a value of a format's own may nest: groups in groups, each a list in a map, and some more. */
const MAX_VALUE_LEVELS = 1000

/** Whether a value can stand at a leaf of a type. */
export function fitsType(type: LeafType, value: unknown): boolean {
  switch (type.type) {
    case 'word':
      return typeof value === 'string' && type.words.includes(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && inRange(type, value)
    case 'flag':
      return typeof value === 'boolean'
    case 'texts':
      return Array.isArray(value) && value.every(isText)
    case 'rich':
      return isRich(value)
    case 'fields':
      return areFields(value) && levelsOfFields(value) <= MAX_FIELD_LEVELS
    case 'value':
      return isValue(value)
    default:
      return isText(value)
  }
}

interface Range {
  readonly above?: number
  readonly least?: number
  readonly most?: number
}

function inRange({ above, least, most }: Range, value: number): boolean {
  return (
    (above === undefined || value > above) &&
    (least === undefined || value >= least) &&
    (most === undefined || value <= most)
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The entries of a plain object that has no other names than these. */
function partsOf(value: unknown, names: readonly string[]): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map)
    return undefined
  return Object.keys(value).every(name => names.includes(name))
    ? (value as Record<string, unknown>)
    : undefined
}

function isRich(value: unknown): boolean {
  const parts = partsOf(value, ['syntax', 'source'])
  return isText(parts?.source) && richSyntaxes.some(syntax => syntax === parts.syntax)
}

/** Without recursion: a stranger may have nested them as deep as a file is long. */
function areFields(value: unknown): value is Field[] {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const list = waiting.pop()
    if (!Array.isArray(list)) return false
    for (const field of list) {
      const parts = partsOf(field, ['text', 'port', 'children'])
      if (!parts || !isText(parts.text)) return false
      if (parts.port !== undefined && !isText(parts.port)) return false
      if (parts.children !== undefined) waiting.push(parts.children)
    }
  }
  return true
}

function isValue(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let levels = 0; level.length > 0; levels++) {
    if (levels > MAX_VALUE_LEVELS) return false
    const inside: unknown[] = []
    for (const item of level) {
      if (item === null || isText(item) || typeof item === 'boolean') continue
      if (typeof item === 'number') {
        if (!Number.isFinite(item)) return false
      } else if (Array.isArray(item)) for (const part of item) inside.push(part)
      else if (item instanceof Map) {
        for (const [key, part] of item as Map<unknown, unknown>) {
          if (!isText(key)) return false
          inside.push(part)
        }
      } else return false
    }
    level = inside
  }
  return true
}
