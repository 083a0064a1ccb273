/** Whether values are what the description of the model's fields says: for data that no reader of ours made. */
import type { FieldKind } from './fields.js'
import { fitsType, type LeafType } from './leaf-types.js'

/** A leaf as the description has it. */
export interface LeafKind {
  readonly holds: LeafType
  /** Whether the leaf is there in every element. */
  readonly required: boolean
}

/** The leaf that a path leads to in a value of a kind; nothing where the path leads nowhere, or not as far as a leaf. */
export function leafKindAt(kind: FieldKind, path: readonly string[]): LeafKind | undefined {
  let at: FieldKind | undefined = kind
  let always = true
  for (const name of path) {
    if (at?.kind === 'record') at = Object.hasOwn(at.fields, name) ? at.fields[name] : undefined
    else if (at?.kind === 'map') at = at.values
    else return undefined
    if (at?.kind === 'map' || (at?.kind === 'record' && at.optional)) always = false
  }
  return at?.kind === 'leaf' ? { holds: at.holds, required: always && at.required === true } : undefined
}

/** Whether a value can stand at a leaf. Absent is every leaf that need not be there. */
export function fitsLeaf({ holds, required }: LeafKind, value: unknown): boolean {
  return value === undefined ? !required : fitsType(holds, value)
}

/** Whether a whole value is of a kind: every part that must be there is, each is of its type, and there are no others. */
export function fits(kind: FieldKind, value: unknown): boolean {
  if (kind.kind === 'leaf') return fitsLeaf({ holds: kind.holds, required: kind.required === true }, value)
  if (value === undefined) return kind.optional === true
  if (kind.kind === 'record') return isPlain(value) && hasParts(kind.fields, value)
  if (!(value instanceof Map)) return false
  for (const [key, part] of value as Map<unknown, unknown>) {
    if (typeof key !== 'string' || part === undefined || !fits(kind.values, part)) return false
  }
  return true
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

function hasParts(fields: Readonly<Record<string, FieldKind>>, value: Record<string, unknown>): boolean {
  return (
    Object.keys(value).every(name => Object.hasOwn(fields, name)) &&
    Object.entries(fields).every(([name, field]) =>
      fits(field, Object.hasOwn(value, name) ? value[name] : undefined),
    )
  )
}
