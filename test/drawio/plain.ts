/**
 * draw.io files read by other means: fast-xml-parser, Node's zlib, and a few rules of the format. What it says of
 * each cell, normalised only where draw.io itself makes no difference.
 */
import { inflateRawSync } from 'node:zlib'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Attributes = Readonly<Record<string, string>>
interface Ordered {
  readonly [name: string]: readonly Ordered[] | Attributes | string | undefined
  readonly ':@'?: Attributes
}

export interface PlainCell {
  readonly id: string
  readonly parent: string
  readonly label: string
  /** Words in their order, which is the order in which they apply; then the keys, sorted, each as it says last. */
  readonly style: readonly string[]
  readonly kind: 'vertex' | 'edge' | 'other'
  readonly source: string | undefined
  readonly target: string | undefined
  /** What stands beside the cell for us alone: in the wrapper's `diaglot`, or with earlier versions at the wrapper. */
  readonly data: Attributes
  /** The wrapper's name, where it is another than `object`. */
  readonly wrapper: string | undefined
  readonly attributes: Attributes
  /** Attributes of the cell itself that are none of the above. */
  readonly own: Attributes
  readonly geometry: Readonly<Record<string, unknown>> | undefined
}

export interface PlainPage {
  readonly name: string | undefined
  readonly cells: readonly PlainCell[]
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: { maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
})

const nameOf = (element: Ordered): string => Object.keys(element).find(key => key !== ':@') ?? ''
const attributesOf = (element: Ordered): Attributes => element[':@'] ?? {}
const childrenOf = (element: Ordered): readonly Ordered[] => {
  const children = element[nameOf(element)]
  return Array.isArray(children)
    ? (children as readonly Ordered[]).filter(
        child => nameOf(child) !== '#text' && !nameOf(child).startsWith('?'),
      )
    : []
}
const textOf = (element: Ordered): string =>
  (element[nameOf(element)] as readonly Ordered[])
    .map(child => (typeof child['#text'] === 'string' ? child['#text'] : ''))
    .join('')
    .trim()

function parse(xml: string): Ordered {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(valid.err.msg)
  return (parser.parse(xml) as Ordered[]).find(
    item => !nameOf(item).startsWith('?') && nameOf(item) !== '#text',
  )!
}

const without = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))

const pointOf = (element: Ordered): string => {
  const { x = '0', y = '0' } = attributesOf(element)
  return `${Number(x)} ${Number(y)}`
}

function geometryOf(element: Ordered | undefined): Record<string, unknown> | undefined {
  if (!element) return undefined
  const said = attributesOf(element)
  const number = (name: string): number => Number(said[name] ?? 0)
  const more: string[] = []
  let points: string[] = []
  let offset = '0 0'
  for (const child of childrenOf(element)) {
    const as = attributesOf(child).as
    if (as === 'points') points = childrenOf(child).map(pointOf)
    else if (as === 'offset') offset = pointOf(child)
    else more.push(JSON.stringify([nameOf(child), Object.entries(attributesOf(child)).sort()]))
  }
  const relative = said.relative === '1'
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
  return { x, y, width, height, relative, points, offset, more }
}

function styleOf(style: string): string[] {
  const parts = style.split(';').flatMap(part => part.trim() || [])
  const keys = new Map(parts.filter(part => part.includes('=')).map(part => [part.split('=', 1)[0], part]))
  return [...parts.filter(part => !part.includes('=')), ...[...keys.values()].sort()]
}

function dataOf(wrapper: Ordered): Attributes {
  const inside = childrenOf(wrapper).find(child => nameOf(child) === 'diaglot')
  const at = Object.entries(attributesOf(wrapper))
    .filter(([name]) => name.startsWith('diaglot-'))
    .map(([name, value]) => [name === 'diaglot-id' ? 'key' : name.slice('diaglot-'.length), value])
  return { ...Object.fromEntries(at), ...(inside && attributesOf(inside)) }
}

function cellOf(element: Ordered): PlainCell | undefined {
  const wrapped = nameOf(element) !== 'mxCell'
  const cell = wrapped ? childrenOf(element).find(child => nameOf(child) === 'mxCell') : element
  if (!cell) return undefined
  const outer = wrapped ? attributesOf(element) : {}
  const inner = attributesOf(cell)
  const edge = inner.edge === '1'
  const geometry = childrenOf(cell).find(child => nameOf(child) === 'mxGeometry')
  const known = 'id value style vertex edge source target parent'.split(' ')
  return {
    id: (wrapped ? outer.id : inner.id) ?? '',
    parent: inner.parent ?? '',
    label: (wrapped ? outer.label : inner.value) ?? '',
    style: styleOf(inner.style ?? ''),
    kind: edge ? 'edge' : inner.vertex === '1' ? 'vertex' : 'other',
    source: inner.source,
    target: inner.target,
    wrapper: wrapped && nameOf(element) !== 'object' ? nameOf(element) : undefined,
    data: wrapped ? dataOf(element) : {},
    attributes: without(outer, ['id', 'label']),
    own: without(inner, known),
    geometry: geometryOf(geometry),
  }
}

function modelOf(diagram: Ordered): Ordered {
  const plain = childrenOf(diagram)[0]
  if (plain) return plain
  const bytes = inflateRawSync(Buffer.from(textOf(diagram), 'base64'))
  return parse(decodeURIComponent(bytes.toString()))
}

/** The pages of a `.drawio` file. */
export function plainPages(text: string): PlainPage[] {
  const root = parse(text)
  const diagrams = (nameOf(root) === 'diagram' ? [root] : childrenOf(root)).filter(
    element => nameOf(element) === 'diagram',
  )
  const models =
    nameOf(root) === 'mxGraphModel'
      ? [{ name: undefined, model: root }]
      : diagrams.map(diagram => ({ name: attributesOf(diagram).name, model: modelOf(diagram) }))
  return models.map(({ name, model }) => {
    const list = childrenOf(childrenOf(model).find(child => nameOf(child) === 'root')!)
    const cells = list.flatMap(element => cellOf(element) ?? [])
    return { name, cells }
  })
}
