/** From lowered graphs and their layouts to a draw.io file: uncompressed, one page for each graph. */
import type { Drawing, FormatOptions } from '../../src/format.js'
import type { Graph, Value } from '../../src/ir/model.js'
import type { Layout } from '../../src/layout/boxes.js'
import { pageCells } from './cells.js'
import { geometryMark } from './geometry.js'
import { formatHints, pairsHint } from './hints.js'
import { LAYER, planPage } from './page.js'
import { fitsStyle } from './style.js'
import { STYLE_KEYS } from './values.js'
import { cleanXml, escapeAttribute } from './xml.js'

/** The page settings of a new file, as draw.io's editor has them. */
export const PAGE_SETTINGS: ReadonlyMap<string, string> = new Map([
  ['grid', '1'],
  ['gridSize', '10'],
  ['guides', '1'],
  ['tooltips', '1'],
  ['connect', '1'],
  ['arrows', '1'],
  ['fold', '1'],
  ['page', '1'],
  ['pageScale', '1'],
  ['pageWidth', '1169'],
  ['pageHeight', '827'],
  ['math', '0'],
  ['shadow', '0'],
])

const NO_LAYOUT: Layout = { width: 0, height: 0, nodes: new Map(), groups: new Map(), routes: [], loops: [] }

/** What is said of the graph and shown nowhere on the page. */
function graphHints(graph: Graph): Map<string, unknown> {
  const hints = new Map<string, unknown>()
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
  if (style.other?.size) scalars.push(['other', pairsHint(style.other)])
  for (const [name, value] of scalars) if (value !== undefined) hints.set(name, value)
  return hints
}

function settingsOf(graph: Graph): Map<string, string> {
  const settings = new Map(PAGE_SETTINGS)
  const own: Value | undefined = graph.extras.get('drawio')?.get('page')
  if (own instanceof Map) {
    for (const [key, value] of own as ReadonlyMap<string, Value>) settings.set(key, String(value))
  }
  const { fill } = graph.style
  if (fill && fitsStyle(fill)) settings.set('background', fill)
  return settings
}

const attributesText = (attributes: Iterable<readonly [string, string]>): string =>
  [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')

/** The name that draw.io shows on the page's tab. */
export function pageName(title: string | undefined, place: number): string {
  return cleanXml(title ?? '') || `Page-${place}`
}

function* pageLines(
  { graph, layout = NO_LAYOUT, carry }: Drawing,
  place: number,
  id: string,
): Generator<string> {
  const page = planPage(graph, layout)
  const { lines, geometry } = pageCells(page)
  const hints = graphHints(graph)
  if (page.kept.length > 0) {
    hints.set(
      'kept',
      page.kept.map(cell => cell.id),
    )
  }
  const layer: [string, string][] = [
    ['label', ''],
    ['diaglot-kind', 'graph'],
  ]
  if (hints.size > 0) layer.push(['diaglot', formatHints(hints)])
  if (!page.drawn) layer.push(['diaglot-layout', geometryMark(geometry)])
  if (carry !== undefined) layer.push(['diaglot-carry', carry])
  layer.push(['id', LAYER])
  yield `<diagram${attributesText([
    ['id', id],
    ['name', pageName(graph.title, place)],
  ])}>`
  yield `  <mxGraphModel${attributesText(settingsOf(graph))}>`
  yield '    <root>'
  yield '      <mxCell id="0"/>'
  yield `      <object${attributesText(layer)}>`
  yield '        <mxCell parent="0"/>'
  yield '      </object>'
  for (const line of lines) yield `      ${line}`
  yield '    </root>'
  yield '  </mxGraphModel>'
  yield '</diagram>'
}

/** The id of a page: the one it had, else its number. */
function pageId(graph: Graph, place: number, taken: Set<string>): string {
  const own = graph.extras.get('drawio')?.get('id')
  const id = typeof own === 'string' && own !== '' && !taken.has(own) ? own : `page-${place}`
  taken.add(id)
  return id
}

/** The file for some drawings. Same drawings, same bytes. Format: https://www.drawio.com/doc/faq/diagram-source-edit */
export function writeDrawio(drawings: readonly Drawing[], _options: FormatOptions = {}): string {
  const lines = [`<mxfile host="diaglot" pages="${drawings.length}">`]
  const taken = new Set<string>()
  drawings.forEach((drawing, i) => {
    const id = pageId(drawing.graph, i + 1, taken)
    for (const line of pageLines(drawing, i + 1, id)) lines.push(`  ${line}`)
  })
  lines.push('</mxfile>', '')
  return lines.join('\n')
}
