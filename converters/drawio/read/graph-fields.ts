/** What a page says of its graph as a whole: its title, direction, style and settings. */
import type { Graph, Style, Value } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import type { PageSource } from '../document/envelope.js'
import { decodeLabel, htmlOfText } from '../document/html.js'
import { isSafeUrl } from '../document/links.js'
import type { RawCell } from '../document/raw.js'
import { fitsStyle } from '../document/style.js'
import type { XmlElement } from '../document/xml.js'
import { isLane } from '../words/aspects.js'
import { type CellData, readPairsDatum, stringDatum } from '../words/cell-data.js'
import { isHtml } from '../words/cell-parts.js'
import { isSetting, isSizeSetting, pageName, UNNAMED } from '../words/page-settings.js'
import { linkOf } from '../words/values.js'
import { isDirection } from './elements.js'
import type { Sorted } from './sort.js'

/**
 * Settings of the page that are not draw.io's defaults; what only says where the window was scrolled is left out.
 * @param sized whether its size is ours
 */
export function settingsOf(model: XmlElement, sized: boolean): Map<string, Value> {
  const settings = new Map<string, Value>()
  for (const [name, value] of model.attributes)
    if (isSetting(name, value) && !(sized && isSizeSetting(name))) settings.set(name, value)
  return settings
}

/** What is said of the whole graph. Titles and directions that a person can see, win over the data beside them. */
export function graphFields(
  page: PageSource,
  place: number,
  cellData: CellData,
  ours: boolean,
  sorted: Sorted,
): Partial<Graph> {
  const title = titleOf(page, place, cellData, ours, sorted)
  const description = stringDatum(cellData, 'description')
  const id = stringDatum(cellData, 'id')
  const direction = directionOf(cellData, ours, sorted)
  const texts = [...cellData].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const link = linkOf(new Map(texts.filter(([name, value]) => name !== 'url' || isSafeUrl(value))), cellData)
  return {
    directed: cellData.get('directed') !== false,
    ...(cellData.has('strict') && { strict: cellData.get('strict') === true }),
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(direction && { direction }),
    ...(link && { link }),
    style: graphStyle(page.model, cellData),
  }
}

/** The name of a page's tab, where it is neither its title nor the one it would have without. */
export function tabName(
  { name }: PageSource,
  place: number,
  cellData: CellData,
  ours: boolean,
  title: string | undefined,
): string | undefined {
  if (name === undefined || !UNNAMED.test(name)) return undefined
  const own = ours ? cellData.get('name') === name : name !== pageName(title, place)
  return own ? name : undefined
}

function titleOf(
  page: PageSource,
  place: number,
  cellData: CellData,
  ours: boolean,
  { pool, titled, title }: Sorted,
): string | undefined {
  const datum = stringDatum(cellData, 'title')
  const name = page.name ?? ''
  const named = UNNAMED.test(name) || name === '' ? undefined : name
  // Where a page has no name of its own, it may say one beside it.
  const titleText = titled && decodeLabel(titled.label, isHtml(titled.style)).text
  if (!ours) return named ?? (titleText || (page.name === undefined ? datum : undefined))
  const text = title && decodeLabel(title.label, isHtml(title.style)).text
  if (text !== undefined && text !== shownTitle(datum ?? '')) return text === '' ? undefined : text
  const poolLabel = pool ? decodeLabel(pool.label, true).text : undefined
  if (poolLabel !== undefined && poolLabel !== cleanXml(datum ?? ''))
    return poolLabel === '' ? undefined : poolLabel
  const unchanged =
    datum === undefined
      ? named === undefined
      : name === pageName(datum, place) || cellData.get('name') === name
  return unchanged ? datum : named
}

/** What is read of a text that shows a title. */
const shownTitle = (title: string): string => decodeLabel(htmlOfText(cleanXml(title)), true).text

/** Lanes that are rows flow across the page, lanes that are columns down; without lanes nothing is shown. */
function directionOf(cellData: CellData, ours: boolean, sorted: Sorted): Graph['direction'] {
  const { pool } = sorted
  const datum = cellData.get('direction')
  const direction = isDirection(datum) ? datum : undefined
  if (ours && !pool) return direction
  if (!ours && direction && !showsDirection(sorted)) return direction
  const rows = pool ? pool.style.get('horizontal') === '0' : rowsOf(sorted)
  if (rows === undefined) return direction
  if (ours && direction === undefined && rows) return undefined
  const across = direction === 'LR' || direction === 'RL'
  return direction !== undefined && across === rows ? direction : rows ? 'LR' : 'TB'
}

/** The lanes of a page that stand in no group. One that was put there later says nothing of how the page flows. */
const topLanes = ({ groups, inside }: Sorted): RawCell[] =>
  groups.filter(
    cell => isLane(cell.style) && !inside.get(cell.id)?.group && !cell.attributes.has('diaglot-kind'),
  )

/** Whether the lanes of a page that somebody else drew show which way it flows: one titled box is no row or column yet. */
export const showsDirection = (sorted: Sorted): boolean =>
  sorted.titled !== undefined || topLanes(sorted).length > 1

/** Whether the lanes of a page are rows, by the first of them. */
function rowsOf(sorted: Sorted): boolean | undefined {
  const [lane] = topLanes(sorted)
  return lane && lane.style.get('horizontal') === '0'
}

function graphStyle(model: XmlElement, cellData: CellData): Style {
  const style: Record<string, unknown> = {}
  for (const [name, value] of cellData) {
    if (name.startsWith('style.') && typeof value !== 'object') style[name.slice(6)] = value
  }
  const other = readPairsDatum(cellData.get('other'))
  if (other?.size) style.other = other
  const background = model.attributes.get('background')
  const datum = stringDatum(cellData, 'style.fill')
  const fill = datum !== undefined && datum !== '' && fitsStyle(datum) ? datum : undefined
  const { fill: _, ...rest } = style
  if (background === fill) return (datum === undefined ? rest : { ...rest, fill: datum }) as Style
  return (background === undefined ? rest : { ...rest, fill: background }) as Style
}
