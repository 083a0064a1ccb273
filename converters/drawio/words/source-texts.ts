/**
 * What is written of a cell whose texts its file has in another way than we would (placeholders, `<div>` for line
 * breaks, entities): as the file has them, as long as they are shown as what the model says. See `placeholders.ts`.
 */
import type { Edge, Graph, Group, Node } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import { cellElement } from '../document/cell-element.js'
import { decodeLabel, encodeLabel, isHarmless, sanitizeHtml } from '../document/html.js'
import type { LayerIds } from '../document/layer-ids.js'
import { parseXml } from '../document/xml.js'
import { type CellAttributes, type CellKind, cellAttributesBy, layerIn } from './cell-attributes.js'
import { sameText } from './cell-parts.js'
import { inFile } from './in-file.js'
import { attributeName } from './names.js'
import type { OpaqueCell } from './opaque-cells.js'
import { displayedLabel, type Lookup, lookupIn, type Scope, shownText, variablesOf } from './placeholders.js'

type Element = Node | Group | Edge

export interface SourceTexts {
  readonly cellAttributes: CellAttributes
  /** `label`, `link` and `tooltip` where they are written otherwise than they are shown. */
  readonly raw: ReadonlyMap<string, string>
}

export interface Displayed {
  /** The label as it is shown, in the file's way. */
  readonly label: string
  readonly html: boolean
  /** Whether the label says all of it, so that another one may stand there. */
  readonly alone: boolean
}

/** @param lookup what names stand for in the cell */
export function sourceTextsOf(
  element: Element,
  kind: CellKind,
  { label, html, alone }: Displayed,
  lookup: Lookup,
): SourceTexts {
  const own = inFile(element)
  const cellAttributes = cellAttributesBy(element, kind)
  const { attributes } = cellAttributes
  const raw = new Map<string, string>()
  const take = (name: string, fits: (text: string) => boolean): boolean => {
    const text = own?.get(name)
    if (typeof text !== 'string' || cleanXml(text) !== text || !fits(text)) return false
    raw.set(name, text)
    return true
  }
  const isLabel = (text: string): boolean => {
    if (!alone || text === label || (html && sanitizeHtml(text) !== text)) return false
    const substituted = displayedLabel(text, attributes, lookup)
    const value = html ? sanitizeHtml(substituted) : substituted
    return sameText(decodeLabel(value, html), decodeLabel(label, html)) && isOtherwise(text, value, html)
  }
  if (attributes.get('placeholders') !== '1') {
    take('label', isLabel)
    return { cellAttributes, raw }
  }
  const texts: [name: string, text: string | undefined][] = [
    ['link', element.link?.url],
    ['tooltip', element.link?.tooltip],
  ]
  const stands = (text: string): boolean => shownText(text, attributes, lookup) === text
  const whole =
    (take('label', isLabel) || displayedLabel(label, attributes, lookup) === label) &&
    texts.every(
      ([name, text]) =>
        text === undefined ||
        take(
          name,
          other => other !== text && isHarmless(other) && shownText(other, attributes, lookup) === text,
        ) ||
        stands(text),
    )
  return whole
    ? { cellAttributes, raw }
    : { cellAttributes: withoutPlaceholders(cellAttributes), raw: new Map() }
}

/** Whether a label is written otherwise than we would write what it shows. */
export const isOtherwise = (written: string, shown: string, html: boolean): boolean =>
  shown !== written || encodeLabel(decodeLabel(shown, html), html) !== written

/** Texts that no longer come from placeholders would be taken for some. */
function withoutPlaceholders(cellAttributes: CellAttributes): CellAttributes {
  const attributes = new Map(cellAttributes.attributes)
  attributes.delete('placeholders')
  attributes.delete('placeholder')
  return { ...cellAttributes, attributes }
}

/** A page, as far as placeholders look at it. */
export interface ScopedPage extends LayerIds {
  readonly graph: Graph
  readonly opaque: readonly OpaqueCell[]
  readonly parents: ReadonlyMap<string, string>
  readonly nodeIds: ReadonlyMap<string, string>
  readonly groupIds: ReadonlyMap<string, string>
}

function keptAttributes({ text }: OpaqueCell): ReadonlyMap<string, string> {
  const parsed = parseXml(text)
  return parsed.ok && cellElement(parsed.root) !== parsed.root ? parsed.root.attributes : new Map()
}

/** The attributes of each cell that others may stand in, made when they are asked for. */
function attributesOf({
  graph,
  top,
  layer,
  opaque,
  nodeIds,
  groupIds,
}: ScopedPage): Map<string, () => ReadonlyMap<string, string>> {
  const extras = graph.extras.get('drawio')
  const found = new Map<string, () => ReadonlyMap<string, string>>([
    [top, () => layerIn(extras?.get('root')).attributes],
    [layer, () => layerIn(extras?.get('layer')).attributes],
  ])
  for (const cell of opaque) found.set(cell.id, () => keptAttributes(cell))
  for (const node of graph.nodes.values()) {
    const properties = [...node.properties].map(([name, value]) => [attributeName(name), value] as const)
    const attributes = (): Map<string, string> =>
      new Map([...properties, ...cellAttributesBy(node, 'node').attributes])
    found.set(nodeIds.get(node.id)!, attributes)
  }
  for (const group of graph.groups.values())
    found.set(groupIds.get(group.id)!, () => cellAttributesBy(group, 'group').attributes)
  return found
}

/** The variables of a graph's page. */
export function graphVariables(graph: Graph): ReadonlyMap<string, string> {
  const { title } = graph
  const own = inFile(graph)
  const named = title !== undefined && title !== '' && !own?.has('name') ? cleanXml(title) : undefined
  return variablesOf(own?.get('vars'), named)
}

const DEEPEST = 1000

/** For the id of a cell, what names stand for in it. @param extra attributes of a cell that is none of the page's boxes */
export function lookupsOf(page: ScopedPage): (id: string, parent: string, own?: CellAttributes) => Lookup {
  const variables = graphVariables(page.graph)
  let attributes: ReturnType<typeof attributesOf> | undefined
  const scopeOf = (id: string, own?: CellAttributes): Scope => {
    attributes ??= attributesOf(page)
    return { id, attributes: own?.attributes ?? attributes.get(id)?.() ?? new Map(), around: undefined }
  }
  return (id, parent, own) => {
    const scopes = [scopeOf(id, own)]
    for (
      let up: string | undefined = parent;
      up !== undefined && scopes.length < DEEPEST;
      up = up === page.layer ? page.top : page.parents.get(up)
    )
      scopes.push(scopeOf(up))
    const chained = scopes.reduceRight<Scope | undefined>(
      (around, scope) => ({ ...scope, around }),
      undefined,
    )
    return lookupIn(chained!, variables)
  }
}
