/** Texts in a picture: lines as `tspan`s, each piece as it is formatted, in the middle or at a side of an area. */
import type { Rich, Text } from '../ir/model.js'
import type { Box } from '../layout/boxes.js'
import { balancedLines, type LineSpan, measure, wrappedLines } from '../layout/measure/text.js'
import { signed } from '../text/rich/icon-signs.js'
import { drawnRunsOf, iconsOf, richOfRuns, runsOf, tableOf } from '../text/rich/rich.js'
import {
  type Format,
  type Formatted,
  isFormatted,
  type LineSide,
  PLAIN,
  type Run,
  sameFormat,
  textOfRuns,
} from '../text/rich/runs.js'
import type { TableCell } from '../text/rich/table.js'
import { escapeContent } from '../text/xml-characters.js'
import { isColor, safeFont, safeUrl } from './css.js'
import { type Attributes, element, numberText } from './element.js'

export interface LabelLook {
  readonly fontSize: number
  readonly bold?: boolean
  readonly align?: 'left' | 'right'
  /** Whether the lines start at the area's upper edge, or end at its lower one. */
  readonly valign?: 'top' | 'bottom'
  /** Whether lines keep the width that they are given, and are not made equally long. */
  readonly filled?: boolean
  /** Whether lines are broken only where the text breaks them. */
  readonly whole?: boolean
  readonly attributes?: Attributes
}

const LINE_HEIGHT = 1.2
/** From the middle of a line to its base, in parts of the font's size. */
const BASE = 0.35
/** How much wider bold letters are than others. */
export const BOLD = 1.08
const SIZE_OF_RAISED = 0.75
/** How wide a blank is, in parts of the font's size. */
const BLANK = 0.278

/** A label as it is drawn: its text, and what its formatting says of it, where that is of this text. */
interface Drawn extends Omit<Formatted, 'whole'> {
  readonly text: string
}

function drawnOf({ text, rich }: Text): Drawn {
  const formatted = rich && drawnRunsOf(rich)
  if (!formatted || !isOf(formatted, text)) return { text, runs: [{ text, format: PLAIN }] }
  const lines = textOfRuns(formatted.runs).split('\n').slice(0, text.split('\n').length)
  return { ...formatted, text: lines.join('\n') }
}

/** What a text shows: blanks around its lines are nothing, and so are line breaks at its end. */
const shown = (text: string): string =>
  text
    .split('\n')
    .map(line => line.replaceAll('\u00a0', ' ').trim())
    .join('\n')
    .trimEnd()

/** Whether formatting is that of a text. */
const isOf = ({ runs }: Formatted, text: string): boolean => shown(textOfRuns(runs)) === shown(text)

/** Whether a label's formatting shows in a picture: text that looks like something, icons that there are signs for, or cells of a table that look like something. */
export function showsRich(rich: Rich, text: string): boolean {
  if (iconsOf(rich).length > 0) return signed({ text, rich }) !== undefined
  const formatted = drawnRunsOf(rich)
  if (!formatted) return (tableOf(rich) ?? []).some(cells => cells.some(isSeen))
  const seen = isFormatted(formatted.runs) || formatted.bullets !== undefined || formatted.sides !== undefined
  return seen && text.trim() !== '' && isOf(formatted, text)
}

const isSeen = ({ runs, fill, stroke, align, rows, columns }: TableCell): boolean =>
  fill !== undefined ||
  stroke !== undefined ||
  align !== undefined ||
  rows > 1 ||
  columns > 1 ||
  isFormatted(runs)

/** The formatting of a label with icons without these. */
export function withoutIcons(
  rich: Rich,
  text: string,
): { readonly rich: Rich; readonly whole: boolean } | undefined {
  const formatted = iconsOf(rich).length > 0 ? runsOf(rich) : undefined
  if (!formatted || !isFormatted(formatted.runs) || !isOf(formatted, text)) return undefined
  return { rich: richOfRuns(formatted.runs), whole: false }
}

/** The parts of runs that stand in one line. */
function piecesIn(runs: readonly Run[], [start, end]: LineSpan): Run[] {
  const pieces: Run[] = []
  let at = 0
  for (const { text, format } of runs) {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (piece !== '') pieces.push({ text: piece, format })
    at += text.length
    if (at >= end) break
  }
  return pieces
}

/** A label in an area. Empty where it has no text. */
export function label(text: Text, area: Box, look: LabelLook): string {
  return text.text.trim() === '' ? '' : drawnLabel(drawnOf(text), area, look)
}

/** As `label`, of formatted pieces. */
export function labelOfRuns(runs: readonly Run[], area: Box, look: LabelLook): string {
  const text = textOfRuns(runs)
  return text.trim() === '' ? '' : drawnLabel({ runs, text }, area, look)
}

interface Line {
  readonly pieces: readonly Run[]
  readonly x: number
  readonly base: number
  readonly side: LineSide | undefined
  /** Whether a blank parts it from the next one, for whoever copies or searches the text. */
  readonly blank: boolean
}

function drawnLabel(drawn: Drawn, area: Box, look: LabelLook): string {
  const { fontSize, attributes = [] } = look
  const lines = linesOf(drawn, area, look)
  const common: Attributes = [['fill', 'currentColor'], ['stroke', 'none'], ...attributes]
  const [first] = lines
  if (lines.length === 1 && first)
    return element(
      'text',
      [['x', first.x], ['y', first.base], anchor(first.side), ...common],
      content(first.pieces, fontSize),
    )
  const spans = lines.map(({ x, base, side, pieces, blank }) =>
    element('tspan', [['x', x], ['y', base], anchor(side)], content(pieces, fontSize) + (blank ? ' ' : '')),
  )
  return element('text', common, spans.join(''))
}

const anchor = (side: LineSide | undefined): Attributes[number] => [
  'text-anchor',
  side === 'left' ? undefined : side === 'right' ? 'end' : 'middle',
]

function linesOf({ text, runs, sides, bullets }: Drawn, area: Box, look: LabelLook): Line[] {
  const { fontSize, bold = false, valign, filled } = look
  const wrap = look.whole ? Number.POSITIVE_INFINITY : Math.max(1, area.width) / (bold ? BOLD : 1)
  const spans = (filled || sides || bullets ? wrappedLines : balancedLines)(text, wrap, fontSize)
  const align = look.align ?? (bullets ? 'left' : undefined)
  // A list stands in the middle as one block.
  const inset =
    bullets && !look.align
      ? Math.max(0, (area.width - measure(text, wrap, fontSize).width) / 2 - fontSize)
      : 0
  const at = { left: area.x + inset, right: area.x + area.width, middle: area.x + area.width / 2 }
  const nudge = (BLANK * fontSize) / 2
  const rows = spans.map(span => piecesIn(runs, span))
  const heights = rows.map(
    row => LINE_HEIGHT * Math.max(...row.map(({ format }) => format.size ?? fontSize), fontSize),
  )
  const room = area.height - heights.reduce((sum, height) => sum + height, 0)
  let y = area.y + (valign === 'top' ? 0 : valign === 'bottom' ? room : room / 2)
  let number = 0
  return rows.map((row, i): Line => {
    const [start, end] = spans[i]!
    const before = i === 0 ? '' : text.slice(spans[i - 1]![1], start)
    const first = i === 0 || before.includes('\n')
    for (const _ of before.matchAll(/\n/g)) number++
    const side = sides?.[number] ?? align
    const bullet = first ? bullets?.get(number) : undefined
    const base = y + heights[i]! / 2 + BASE * fontSize
    y += heights[i]!
    const blank = i + 1 < spans.length && /\s/.test(text.slice(end, spans[i + 1]![0]))
    // In the middle, the blank behind a line takes half its width on each side.
    const x = at[side ?? 'middle'] + (blank && !side ? nudge : 0)
    const pieces = bullet === undefined ? row : [{ text: `${bullet} `, format: PLAIN }, ...row]
    return { pieces, x, base, side, blank }
  })
}

function content(pieces: readonly Run[], fontSize: number): string {
  let shift = 0
  return pieces
    .map(({ text, format }) => {
      const size = format.size ?? fontSize
      const raised = format.raised === 'sup' ? -0.35 * size : format.raised === 'sub' ? 0.2 * size : 0
      const dy = raised - shift
      shift = raised
      const inner = escapeContent(text)
      const markup =
        sameFormat(format, PLAIN) && dy === 0
          ? inner
          : element('tspan', formatAttributes(format, fontSize, dy), inner)
      const url = format.href === undefined ? undefined : safeUrl(format.href)
      return url === undefined
        ? markup
        : element(
            'a',
            [
              ['href', url],
              ['text-decoration', 'underline'],
            ],
            markup,
          )
    })
    .join('')
}

function formatAttributes(format: Format, fontSize: number, dy: number): Attributes {
  const { bold, italic, underline, strike, raised, color, size, face } = format
  const own =
    (size === undefined ? fontSize : Math.min(Math.max(size, 1), 1000)) * (raised ? SIZE_OF_RAISED : 1)
  const decoration = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ')
  return [
    ['dy', dy === 0 ? undefined : numberText(dy)],
    ['font-weight', bold === undefined ? undefined : bold ? 'bold' : 'normal'],
    ['font-style', italic === undefined ? undefined : italic ? 'italic' : 'normal'],
    ['text-decoration', decoration || undefined],
    ['fill', color !== undefined && isColor(color) ? color : undefined],
    ['font-size', own === fontSize ? undefined : own],
    ['font-family', face === undefined ? undefined : safeFont(face)],
  ]
}
