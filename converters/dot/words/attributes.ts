/**
 * What of an element's attributes the model has no word for. It is kept as written, in the element's
 * extras, beside what the writer would have written in its place: as soon as that changes, because
 * somebody changed the model, the model wins.
 */
import type { AttributeKey } from '@ts-graphviz/common'
import type { Value } from '../../../src/ir/model.js'
import type { Attributes } from './resolved.js'
import type { Atom } from './statement.js'

/** Keys of `extras.dot` that are no attributes, now or in an earlier release. An attribute of such a name is kept under `=name`. */
const RESERVED: ReadonlySet<string> = new Set([
  'subgraphs',
  'after',
  'passes',
  'name',
  'key',
  'from',
  'to',
  'html',
  'comments',
  'lastComments',
  'labelAs',
])

export function extraKey(attribute: string): string {
  return RESERVED.has(attribute) || attribute.startsWith('=') ? `=${attribute}` : attribute
}

function attributeOf(key: string): string | undefined {
  if (RESERVED.has(key)) return undefined
  return key.startsWith('=') ? key.slice(1) : key
}

/** The attributes to write: the model's own, and of the extras those whose model value still stands. */
export function withExtras(written: Attributes, own: ReadonlyMap<string, Value> | undefined): Attributes {
  if (!own || own.size === 0) return written
  const all = new Map(written)
  for (const [key, extra] of own) {
    const name = attributeOf(key)
    if (name === undefined) continue
    const value = standing(extra, written.get(name))
    if (value) all.set(name, value)
  }
  return all
}

export function sameAtom(a: Atom | undefined, b: Atom | undefined): boolean {
  return a?.text === b?.text && a?.html === b?.html
}

/** A value beside which an extra stands. */
export function wasOf({ text, html }: Atom): Value {
  return html ? new Map([['html', text]]) : text
}

/** The kept value, if the writer would write in its place what it was read beside. */
function standing(extra: Value, canonical: Atom | undefined): Atom | undefined {
  // Said empty is not said: the model holds neither.
  if (typeof extra === 'string') return canonical || extra === '' ? undefined : { text: extra }
  if (!(extra instanceof Map)) return undefined
  if (!sameAtom(atomOfValue(extra.get('was')), canonical)) return undefined
  return atomOfValue(extra)
}

function atomOfValue(value: Value | undefined): Atom | undefined {
  if (typeof value === 'string') return { text: value }
  if (!(value instanceof Map)) return undefined
  const html = value.get('html')
  if (typeof html === 'string') return { text: html, html: true }
  const text = value.get('text')
  return typeof text === 'string' ? { text } : undefined
}

/** Sets an attribute that Graphviz knows, where it has a value. */
export function put(
  attributes: Map<string, Atom>,
  name: AttributeKey,
  value: Atom | string | undefined,
): void {
  if (value) attributes.set(name, typeof value === 'string' ? { text: value } : value)
}

/** The value of an attribute, where it is not empty. */
export function textIn(attributes: Attributes, name: string): string | undefined {
  return attributes.get(name)?.text || undefined
}

/** The order in which attributes are written; all others follow by name. */
const ORDER: readonly AttributeKey[] = [
  'label',
  'shape',
  'style',
  'fillcolor',
  'color',
  'penwidth',
  'dir',
  'arrowtail',
  'arrowhead',
  'taillabel',
  'headlabel',
  'fontname',
  'fontsize',
  'fontcolor',
]
const places: ReadonlyMap<string, number> = new Map(ORDER.map((name, place) => [name as string, place]))

export function inOrder(attributes: Attributes): [name: string, value: Atom][] {
  const all = [...attributes]
  // Most are made in this order.
  for (let at = 1; at < all.length; at++) if (inPlaces(all[at - 1]!, all[at]!) > 0) return all.sort(inPlaces)
  return all
}

type Named = readonly [name: string, value: Atom]

const inPlaces = ([a]: Named, [b]: Named): number => placeOf(a) - placeOf(b) || (a < b ? -1 : 1)

const placeOf = (name: string): number => places.get(name) ?? ORDER.length
