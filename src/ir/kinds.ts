/**
 * What a description of values is made of. A value is described once: its TypeScript type is inferred from the description, and
 * everything that goes over values (comparing, checking, changing, carrying, JSON and its schema) walks it.
 */

/** Any JSON value, with Maps for objects. */
export type Value = null | boolean | number | string | readonly Value[] | ReadonlyMap<string, Value>

/** What is compared and changed as a whole, by what it may hold. */
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
  | ({ readonly type: 'number' } & Limits)
  | { readonly type: 'flag' }
  /** A flag that says nothing where it is false. */
  | { readonly type: 'mark' }
  /** A list of names. */
  | { readonly type: 'texts' }
  /** What a label was read from. */
  | { readonly type: 'rich'; readonly parts: RecordKind }
  /** A list of records, each of which may hold a list of such under the name `inside`, so many levels deep. */
  | { readonly type: 'tree'; readonly parts: RecordKind; readonly inside: string; readonly levels: number }
  /** Any JSON value, with Maps for objects. */
  | { readonly type: 'value' }

export interface Limits {
  readonly above?: number
  readonly least?: number
  readonly most?: number
}

interface Common<T> {
  /** What it is called in the JSON Schema, where several places hold such a value. */
  readonly name: string | undefined
  /** Whether it may be absent; absent and empty are the same. */
  readonly optional: boolean
  /** The value that says nothing, for what has one. It is shared: thousands of elements have no style. */
  readonly empty: T | undefined
}

export interface LeafKind<T = unknown> extends Common<T> {
  readonly kind: 'leaf'
  readonly holds: LeafType
}

/** An object with known names. */
export interface RecordKind<T = unknown> extends Common<T> {
  readonly kind: 'record'
  readonly fields: Readonly<Record<string, Kind>>
}

/** A Map with names of strangers. */
export interface MapKind<T = unknown> extends Common<T> {
  readonly kind: 'map'
  readonly values: Kind
}

export type Kind<T = unknown> = LeafKind<T> | RecordKind<T> | MapKind<T>

/** The type of the values that a description describes. */
export type Described<K> = K extends Common<infer T> ? T : never

type Fields = Readonly<Record<string, Kind>>
export type Optional = { readonly optional: true }

/** Two mapped types over the fields themselves, so that an editor shows the comment of each field. */
type Parts<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Optional ? never : K]: Described<F[K]>
} & { readonly [K in keyof F as F[K] extends Optional ? K : never]?: Described<F[K]> }

/** A record with what it is made of, so that declaration files keep the comments, too. */
export interface RecordOf<F extends Fields> extends RecordKind<Parts<F>> {
  readonly fields: F
}

/** All kinds have the same names in the same order: they are asked for once for every value of a graph. */
const bare = { name: undefined, optional: false }

const leaf = <T>(holds: LeafType, empty?: T): LeafKind<T> => ({ kind: 'leaf', ...bare, empty, holds })

export const text = leaf<string>({ type: 'text' }, '')
export const id = leaf<string>({ type: 'id' })
export const url = leaf<string>({ type: 'url' })
export const css = leaf<string>({ type: 'css' })
export const flag = leaf<boolean>({ type: 'flag' })
export const mark = leaf<boolean>({ type: 'mark' })
export const names = leaf<readonly string[]>({ type: 'texts' }, Object.freeze([]))
export const anyValue = leaf<Value>({ type: 'value' })

export function oneOf<const W extends string>(words: readonly W[]): LeafKind<W> {
  return leaf({ type: 'word', words })
}

export function number(limits: Limits): LeafKind<number> {
  return leaf({ type: 'number', ...limits })
}

export function rich<T>(parts: RecordKind<T>): LeafKind<T> {
  return leaf({ type: 'rich', parts })
}

/** @param inside the name under which a record holds others of its kind; the type is the caller's, since it holds itself */
export function tree<T>(parts: RecordKind<unknown>, inside: keyof T & string, levels: number) {
  return leaf<readonly T[]>({ type: 'tree', parts, inside, levels })
}

export function record<F extends Fields>(fields: F): RecordOf<F> {
  const needed = Object.entries(fields).filter(([, part]) => !part.optional)
  const empty = needed.every(([, part]) => part.empty !== undefined)
    ? Object.freeze(Object.fromEntries(needed.map(([name, part]) => [name, part.empty])))
    : undefined
  return { kind: 'record', ...bare, empty: empty as Parts<F> | undefined, fields }
}

export function mapOf<T>(values: Kind<T>): MapKind<ReadonlyMap<string, T>> {
  return { kind: 'map', ...bare, empty: new Map(), values }
}

export function optional<K extends Kind>(kind: K): K & Optional {
  return { ...kind, optional: true }
}

/** The same under a name, and with a type of that name: `Style`, and not what it is made of. */
export function named<T>(name: string, kind: RecordKind<T>): RecordKind<T>
export function named<T>(name: string, kind: MapKind<T>): MapKind<T>
export function named(name: string, kind: Kind): Kind {
  return { ...kind, name }
}
