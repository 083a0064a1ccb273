/** What a page says of its graph as a whole: its title, direction, style and settings. */
import type { Graph, Style, Value } from '../../../src/ir/model.js'
import type { PageSource } from '../document/envelope.js'
import { decodeLabel } from '../document/html.js'
import { isSafeUrl } from '../document/links.js'
import type { RawCell } from '../document/raw.js'
import { fitsStyle } from '../document/style.js'
import type { XmlElement } from '../document/xml.js'
import { cleanXml } from '../document/xml-characters.js'
import { isLane } from '../words/aspects.js'
import { isHtml } from '../words/cell-parts.js'
import { type Hints, readPairsHint, stringHint } from '../words/hints.js'
import { isSetting, pageName, UNNAMED } from '../words/page-settings.js'
import { linkOf } from '../words/values.js'
import { isDirection } from './elements.js'
import type { Sorted } from './sort.js'

/** Settings of the page that are not draw.io's defaults; what only says where the window was scrolled is left out. */
export function settingsOf(model: XmlElement): Map<string, Value> {
  const settings = new Map<string, Value>()
  for (const [name, value] of model.attributes) if (isSetting(name, value)) settings.set(name, value)
  return settings
}

/** What is said of the whole graph. Titles and directions that a person can see, win over the data beside them. */
export function graphFields(
  page: PageSource,
  place: number,
  hints: Hints,
  ours: boolean,
  sorted: Sorted,
): Partial<Graph> {
  const title = titleOf(page, place, hints, ours, sorted)
  const description = stringHint(hints, 'description')
  const id = stringHint(hints, 'id')
  const direction = directionOf(hints, ours, sorted)
  const texts = [...hints].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const link = linkOf(new Map(texts.filter(([name, value]) => name !== 'url' || isSafeUrl(value))), hints)
  return {
    directed: hints.get('directed') !== false,
    ...(hints.has('strict') && { strict: hints.get('strict') === true }),
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(direction && { direction }),
    ...(link && { link }),
    style: graphStyle(page.model, hints),
  }
}

/** The name of a page's tab, where it is neither its title nor the one it would have without. */
export function ownName(
  { name }: PageSource,
  place: number,
  hints: Hints,
  ours: boolean,
  title: string | undefined,
): string | undefined {
  if (name === undefined || !UNNAMED.test(name)) return undefined
  const own = ours ? hints.get('name') === name : name !== pageName(title, place)
  return own ? name : undefined
}

function titleOf(
  page: PageSource,
  place: number,
  hints: Hints,
  ours: boolean,
  { pool, titled }: Sorted,
): string | undefined {
  const hint = stringHint(hints, 'title')
  const name = page.name ?? ''
  const named = UNNAMED.test(name) || name === '' ? undefined : name
  if (!ours) return named ?? ((titled && decodeLabel(titled.label, isHtml(titled.style)).text) || undefined)
  const shown = pool ? decodeLabel(pool.label, true).text : undefined
  if (shown !== undefined && shown !== cleanXml(hint ?? '')) return shown === '' ? undefined : shown
  const unchanged =
    hint === undefined ? named === undefined : name === pageName(hint, place) || hints.get('name') === name
  return unchanged ? hint : named
}

/** Lanes that are rows flow across the page, lanes that are columns down; without lanes nothing is shown. */
function directionOf(hints: Hints, ours: boolean, sorted: Sorted): Graph['direction'] {
  const { pool } = sorted
  const hint = hints.get('direction')
  const direction = isDirection(hint) ? hint : undefined
  if (ours && !pool) return direction
  const rows = pool ? pool.style.get('horizontal') === '0' : rowsOf(sorted)
  if (rows === undefined) return direction
  if (ours && direction === undefined && rows) return undefined
  const across = direction === 'LR' || direction === 'RL'
  return direction !== undefined && across === rows ? direction : rows ? 'LR' : 'TB'
}

/** The lanes of a page that stand in no group. */
export const topLanes = ({ groups, inside }: Sorted): RawCell[] =>
  groups.filter(cell => isLane(cell.style) && !inside.get(cell.id)?.group)

/** Whether the lanes of a page are rows, by the first of them. */
function rowsOf(sorted: Sorted): boolean | undefined {
  const [lane] = topLanes(sorted)
  return lane && lane.style.get('horizontal') === '0'
}

function graphStyle(model: XmlElement, hints: Hints): Style {
  const style: Record<string, unknown> = {}
  for (const [name, value] of hints) {
    if (name.startsWith('style.') && typeof value !== 'object') style[name.slice(6)] = value
  }
  const other = readPairsHint(hints.get('other'))
  if (other?.size) style.other = other
  const background = model.attributes.get('background')
  const hint = stringHint(hints, 'style.fill')
  const shown = hint !== undefined && hint !== '' && fitsStyle(hint) ? hint : undefined
  const { fill: _, ...rest } = style
  if (background === shown) return (hint === undefined ? rest : { ...rest, fill: hint }) as Style
  return (background === undefined ? rest : { ...rest, fill: background }) as Style
}
