/**
 * Where what a cell does not show is kept: in an element of ours inside of the cell's wrapper,
 *
 *     <object label="Pay" owner="Ann" id="pay"><mxCell … /><diaglot kind="node" shape="task"/></object>
 *
 * draw.io shows every attribute of a wrapper that has no tooltip when the pointer rests on the cell, and lists it under “Edit Data”;
 * of the elements inside it takes the `mxCell`, and saves and copies all others untouched. An `id` would be taken for that of a
 * cell, so ours is called `key`. Files that earlier versions wrote have the same as attributes of the wrapper.
 */
import { cellElement } from './cell-element.js'
import type { XmlElement } from './xml.js'
import { type Attributes, tag } from './xml-text.js'

const ELEMENT = 'diaglot'

/** By the name that a reader and writer have for it, as earlier versions wrote it: the name in the element. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['diaglot-kind', 'kind'],
  ['diaglot-id', 'key'],
  ['diaglot-shape', 'shape'],
  ['diaglot-port', 'port'],
  ['diaglot-order', 'order'],
  ['diaglot-mermaid', 'mermaidId'],
  ['diaglot', 'data'],
  ['diaglot-own', 'own'],
  ['diaglot-theme', 'theme'],
  ['diaglot-page', 'page'],
  ['diaglot-wrap', 'wrap'],
  ['diaglot-layout', 'layout'],
  ['diaglot-carry', 'carry'],
  ['diaglot-base', 'base'],
])

export const isData = ({ name }: Pick<XmlElement, 'name'>): boolean => name === ELEMENT

/** The attributes of a wrapper, and those that its data stand for. */
export function attributesOf({ attributes, children }: XmlElement): ReadonlyMap<string, string> {
  const data = children.find(isData)
  if (!data) return attributes
  const all = new Map(attributes)
  for (const [name, inside] of NAMES) {
    const value = data.attributes.get(inside)
    if (value !== undefined) all.set(name, value)
  }
  return all
}

export interface Parted {
  /** What stands at the wrapper itself. */
  readonly atWrapper: Attributes
  /** What stands in the element inside of it; nothing where there is none. */
  readonly data: Attributes
}

/** Attributes as a reader and writer have them, by where they stand in a file; the data in one fixed order. */
export function parted(attributes: Iterable<readonly [string, string]>): Parted {
  const left = new Map(attributes)
  const data: (readonly [string, string])[] = []
  for (const [name, inside] of NAMES) {
    const value = left.get(name)
    if (value === undefined) continue
    data.push([inside, value])
    left.delete(name)
  }
  return { atWrapper: [...left], data }
}

/**
 * The line that closes a wrapper, with the data before its end tag. Blanks between the two would be kept by draw.io, which
 * takes out only those around the `mxCell`, and saved as `&#xa;`.
 */
export const closingLine = (wrapper: string, data: Attributes): string =>
  data.length > 0 ? `  ${tag(ELEMENT, data, '/')}</${wrapper}>` : `</${wrapper}>`

/**
 * A wrapper with other attributes around another cell. What else stands in it stays; data that stood at it move inside.
 * @param old the wrapper, or a cell that has none
 */
export function wrapperOf(
  old: XmlElement,
  attributes: Iterable<readonly [string, string]>,
  cell: XmlElement,
): XmlElement {
  const { atWrapper, data } = parted(attributes)
  const own = data.length > 0 ? [{ ...NOWHERE, name: ELEMENT, attributes: new Map(data), children: [] }] : []
  const bare = old.name === 'mxCell'
  const [inner, before] = [cellElement(old), old.children.find(isData)]
  const children = bare
    ? [cell]
    : old.children.flatMap(child => (child === inner ? cell : child === before ? own : child))
  return {
    ...old,
    name: bare ? 'object' : old.name,
    attributes: new Map(atWrapper),
    children: before && !bare ? children : [...children, ...own],
  }
}

/** A wrapper with its data inside, where an earlier version wrote them as attributes of it. */
export function dataInside(wrapper: XmlElement): XmlElement {
  const cell = cellElement(wrapper)
  if (!cell || cell === wrapper || ![...NAMES.keys()].some(name => wrapper.attributes.has(name)))
    return wrapper
  return wrapperOf(wrapper, attributesOf(wrapper), cell)
}

const NOWHERE = { text: '', start: 0, tagEnd: 0, end: 0 }
