/** From lowered graphs and their layouts to a draw.io file, one page for each graph. */
import type { Drawing, FormatOptions } from '../../../src/format.js'
import type { Graph, Value } from '../../../src/ir/model.js'
import type { Size } from '../../../src/layout/measure/size.js'
import { wrapOf } from '../../../src/layout/wrap.js'
import { cleanXml, escapeAttribute } from '../../../src/text/xml-characters.js'
import type { Theme } from '../../../src/theme/theme.js'
import { closingLine, parted } from '../document/data-element.js'
import { withDigest } from '../document/digest.js'
import { packPage } from '../document/pack.js'
import { fitsStyle } from '../document/style.js'
import { baseText } from '../words/base.js'
import { layerIn } from '../words/cell-attributes.js'
import { formatCellData, pairsDatum } from '../words/cell-data.js'
import { geometryFingerprint } from '../words/geometry.js'
import { inFile } from '../words/in-file.js'
import { isSizeSetting, PAGE_SETTINGS, pageName, sizeSettings, UNNAMED } from '../words/page-settings.js'
import { pageSizeAttribute, pageSizeFor, pageSizeIn, wrapAttribute, wrapInFile } from '../words/page-size.js'
import { readVariables } from '../words/placeholders.js'
import { pageTheme, themeAttribute } from '../words/theme.js'
import { STYLE_KEYS } from '../words/values.js'
import { NO_LAYOUT, type Page, planPage } from './page.js'
import { pageCells } from './page-cells.js'

/** What is said of the graph and shown nowhere on the page. */
function graphData(graph: Graph): Map<string, unknown> {
  const cellData = new Map<string, unknown>()
  const { id, title, description, directed, strict, direction, style, link } = graph
  const scalars: [string, unknown][] = [
    ['id', id],
    ['title', title],
    ['description', description],
    ['directed', directed ? undefined : false],
    ['strict', strict],
    ['direction', direction],
    ['url', link?.url],
    ['tooltip', link?.tooltip],
    ['target', link?.target],
    ['callback', link?.callback],
  ]
  for (const key of STYLE_KEYS) scalars.push([`style.${key}`, style[key]])
  if (style.other?.size) scalars.push(['other', pairsDatum(style.other)])
  for (const [name, value] of scalars) if (value !== undefined) cellData.set(name, value)
  return cellData
}

export function pageSettings(graph: Graph): Map<string, string> {
  const settings = new Map(PAGE_SETTINGS)
  const own: Value | undefined = graph.extras.get('drawio')?.get('page')
  if (own instanceof Map) {
    for (const [key, value] of own as ReadonlyMap<string, Value>) settings.set(key, String(value))
  }
  const { fill } = graph.style
  if (fill && fitsStyle(fill)) settings.set('background', fill)
  return settings
}

/** The size that a page gets from us: as large as what is laid out, or the one that it had. A person's own is a setting of the page. */
function ownSize({ graph, layout, drawn }: Page): Size | undefined {
  const own: Value | undefined = graph.extras.get('drawio')?.get('page')
  if (own instanceof Map && [...own.keys()].some(isSizeSetting)) return undefined
  return drawn ? pageSizeIn(inFile(graph)?.get('size')) : pageSizeFor(layout)
}

const attributesText = (attributes: Iterable<readonly [string, string]>): string =>
  [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')

/** What the page's first layer says of the graph, and which cells are no part of it. */
export function layerData(graph: Graph, { opaque }: Page): string | undefined {
  const cellData = graphData(graph)
  // The text with the title says what it is.
  const kept = opaque.filter(({ titles }) => !titles || !('nodes' in titles.of)).map(({ id }) => id)
  if (kept.length > 0) cellData.set('kept', kept)
  const name = ownPageName(graph)
  if (name !== undefined) cellData.set('name', name)
  return cellData.size === 0 ? undefined : formatCellData(cellData)
}

/** The name of a page whose title is another one, or that has none. */
function ownPageName(graph: Graph): string | undefined {
  const name = inFile(graph)?.get('name')
  return typeof name === 'string' && UNNAMED.test(name) ? name : undefined
}

/** What a page is called after its file, where that reads as its title. */
export function tabFor(graph: Graph, name: string | undefined): string | undefined {
  if (graph.title !== undefined || name === undefined || ownPageName(graph) !== undefined) return undefined
  const tab = pageName(name, 1)
  return tab === '' || UNNAMED.test(tab) ? undefined : tab
}

/** The base of a page: the one that it had, else what is written. A page of draw.io’s that has none has no source, either. */
function baseOf({ graph, from, name }: Drawing): string | undefined {
  const base = inFile(graph)?.get('base')
  if (typeof base === 'string') return cleanXml(base)
  return from === 'drawio' ? undefined : baseText(graph, tabFor(graph, name))
}

/**
 * The lines of a page's model, with an indentation that counts from the page.
 * @param wrap how long its rows may be, as it was laid out
 */
export function* modelLines(drawing: Drawing, theme?: Theme, wrap?: number): Generator<string> {
  const { graph, layout = NO_LAYOUT, carry, from } = drawing
  const page: Page = { ...planPage(graph, layout, undefined, theme), mermaid: from === 'mermaid' }
  const { lines, geometry } = pageCells(page)
  const cellData = layerData(graph, page)
  const own = graph.extras.get('drawio')
  const [top, first] = [layerIn(own?.get('root')), layerIn(own?.get('layer'))]
  const layer: [string, string][] = [['label', first.label], ...first.attributes, ['diaglot-kind', 'graph']]
  if (cellData !== undefined) layer.push(['diaglot', cellData])
  if (!page.drawn) layer.push(['diaglot-layout', geometryFingerprint(geometry)])
  if (carry !== undefined) layer.push(['diaglot-carry', carry])
  layer.push(...themeAttribute(theme))
  const settings = pageSettings(graph)
  const size = ownSize(page)
  if (size) for (const [name, length] of sizeSettings(size)) settings.set(name, length)
  layer.push(...pageSizeAttribute(size), ...wrapAttribute(wrap))
  const base = baseOf(drawing)
  if (base !== undefined) layer.push(['diaglot-base', base])
  layer.push(['id', page.layer])
  yield `<mxGraphModel${attributesText(settings)}>`
  yield '  <root>'
  if (top.attributes.size === 0 && top.label === '' && !top.wrapper)
    yield `    <mxCell${attributesText([['id', page.top], ...top.cell])}/>`
  else {
    const { wrapper = 'object' } = top
    yield `    <${wrapper}${attributesText([['label', top.label], ...top.attributes, ['id', page.top]])}>`
    yield `      <mxCell${attributesText(top.cell)}/>`
    yield `    </${wrapper}>`
  }
  const { wrapper = 'object' } = first
  const { atWrapper, data } = parted(layer)
  yield `    <${wrapper}${attributesText(atWrapper)}>`
  yield `      <mxCell${attributesText([...first.cell, ['parent', page.top]])}/>`
  yield `    ${closingLine(wrapper, data)}`
  for (const line of lines) yield `    ${line}`
  yield '  </root>'
  yield '</mxGraphModel>'
}

/** The lines of a page. Option: `compress` packs it as draw.io does: no person reads it, and it is smaller. */
export function* pageLines(
  drawing: Drawing,
  place: number,
  id: string,
  options: FormatOptions,
): Generator<string> {
  const { graph, name } = drawing
  const theme = pageTheme(options.theme)
  const wrap = wrapOf(options) ?? wrapInFile(graph)
  const open = `<diagram${attributesText([
    ['id', id],
    ['name', ownPageName(graph) ?? pageName(graph.title ?? name, place)],
  ])}>`
  if (isCompressing(options)) {
    yield `${open}${packPage([...modelLines(drawing, theme, wrap)].join('\n'))}</diagram>`
    return
  }
  yield open
  for (const line of modelLines(drawing, theme, wrap)) yield `  ${line}`
  yield '</diagram>'
}

/** The id of a page: the one it had, else of its file's name, which stays when pages come and go, else its number. */
export function pageId({ graph, name = '' }: Drawing, place: number, taken: Set<string>): string {
  const id = inFile(graph)?.get('id')
  const own = typeof id === 'string' ? cleanXml(id) : ''
  const stem = cleanXml(name) && `page-${cleanXml(name)}`
  let given = own !== '' && !taken.has(own) ? own : stem || `page-${place}`
  for (let n = 2; taken.has(given); n++) given = `${stem || `page-${place}`}_${n}`
  taken.add(given)
  return given
}

function variablesIn(graph: Graph): string | undefined {
  const vars = inFile(graph)?.get('vars')
  return typeof vars === 'string' && vars !== '' && cleanXml(vars) === vars ? vars : undefined
}

/** The variables of the files that the drawings come from, in one. The first to name one says what it is. */
function variablesText(drawings: readonly Drawing[]): string | undefined {
  const texts = new Set(drawings.flatMap(({ graph }) => variablesIn(graph) ?? []))
  if (texts.size < 2) return [...texts][0]
  const all = new Map<string, string>()
  for (const text of texts) {
    for (const [name, value] of readVariables(text)) if (!all.has(name)) all.set(name, value)
  }
  return JSON.stringify(Object.fromEntries(all))
}

const isCompressing = ({ compress }: FormatOptions): boolean =>
  compress !== undefined && compress !== false && compress !== 'false'

/**
 * The file for some drawings. Same drawings, same bytes. Options: `compress` packs every page, `theme` colours what has no colours.
 * Format: https://www.drawio.com/doc/faq/diagram-source-edit
 */
export function writeDrawio(drawings: readonly Drawing[], options: FormatOptions = {}): string {
  const vars = variablesText(drawings)
  const named = vars === undefined ? '' : attributesText([['vars', vars]])
  const lines = [`<mxfile host="diaglot" pages="${drawings.length}"${named}>`]
  const taken = new Set<string>()
  drawings.forEach((drawing, i) => {
    const id = pageId(drawing, i + 1, taken)
    for (const line of pageLines(drawing, i + 1, id, options)) lines.push(`  ${line}`)
  })
  lines.push('</mxfile>', '')
  return withDigest(lines.join('\n'))
}
