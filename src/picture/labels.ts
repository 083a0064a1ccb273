/** Texts in a picture: lines as `tspan`s, each piece as it is formatted, in the middle or at a side of an area. */
import type { Rich, Text } from '../ir/model.js'
import type { Box } from '../layout/boxes.js'
import { balancedLines, type LineSpan, measure, wrappedLines } from '../layout/measure/text.js'
import { type TableCell, tableOfDotHtml } from '../text/rich/dot-table.js'
import { iconsOf, runsOf } from '../text/rich/rich.js'
import { type Format, isFormatted, PLAIN, type Run, sameFormat, textOfRuns } from '../text/rich/runs.js'
import { escapeContent } from '../text/xml-characters.js'
import { isColor, safeFont, safeUrl } from './css.js'
import { type Attributes, element, numberText } from './element.js'

export interface LabelLook {
  readonly fontSize: number
  readonly bold?: boolean
  readonly align?: 'left' | 'right'
  /** Whether the lines start at the area's upper edge. */
  readonly atTop?: boolean
  /** Whether lines keep the width that they are given, and are not made equally long. */
  readonly filled?: boolean
  readonly attributes?: Attributes
}

const LINE_HEIGHT = 1.2
/** From the middle of a line to its base, in parts of the font's size. */
const BASE = 0.35
/** How much wider bold letters are than others. */
export const BOLD = 1.08
const SIZE_OF_RAISED = 0.75

/** The formatted pieces of a label, where its formatting shows the label's text; else that alone. */
export function runsOfText({ text, rich }: Text): readonly Run[] {
  const runs = rich && runsOf(rich)?.runs
  return runs && textOfRuns(runs) === text ? runs : [{ text, format: PLAIN }]
}

/** Whether a label's formatting shows in a picture: text that looks like something, or cells of a table that do. */
export function showsRich(rich: Rich, text: string): boolean {
  const formatted = runsOf(rich)
  if (formatted)
    return textOfRuns(formatted.runs) === text && isFormatted(formatted.runs) && iconsOf(rich).length === 0
  return rich.syntax === 'dot-html' && (tableOfDotHtml(rich.source) ?? []).some(cells => cells.some(isSeen))
}

const isSeen = ({ runs, fill, align, rows, columns }: TableCell): boolean =>
  fill !== undefined || align !== undefined || rows > 1 || columns > 1 || isFormatted(runs)

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
  if (text.text.trim() === '') return ''
  return labelOfRuns(runsOfText(text), area, look)
}

export function labelOfRuns(runs: readonly Run[], area: Box, look: LabelLook): string {
  const { fontSize, bold = false, align, atTop, filled } = look
  const text = textOfRuns(runs)
  const wrap = Math.max(1, area.width) / (bold ? BOLD : 1)
  const spans = (filled ? wrappedLines : balancedLines)(text, wrap, fontSize)
  const lines = spans.map(span => piecesIn(runs, span))
  const heights = lines.map(
    pieces => LINE_HEIGHT * Math.max(...pieces.map(({ format }) => format.size ?? fontSize), fontSize),
  )
  const total = heights.reduce((sum, height) => sum + height, 0)
  const x = align === 'left' ? area.x : align === 'right' ? area.x + area.width : area.x + area.width / 2
  let y = atTop ? area.y : area.y + (area.height - total) / 2
  // A blank between lines keeps words apart for whoever copies or searches the text; it takes half its width on each side.
  const nudge = align
    ? 0
    : measure(' x', Infinity, fontSize).width / 2 - measure('x', Infinity, fontSize).width / 2
  const drawn = lines.map((pieces, i) => {
    const base = y + heights[i]! / 2 + BASE * fontSize
    y += heights[i]!
    const blank = i + 1 < lines.length && /\s/.test(text.slice(spans[i]![1], spans[i + 1]![0]))
    return { pieces, x: x + (blank ? nudge : 0), base, blank }
  })
  const attributes: Attributes = [
    ['text-anchor', align === 'left' ? undefined : align === 'right' ? 'end' : 'middle'],
    ['fill', 'currentColor'],
    ['stroke', 'none'],
    ...(look.attributes ?? []),
  ]
  const [first] = drawn
  if (drawn.length === 1 && first)
    return element(
      'text',
      [['x', first.x], ['y', first.base], ...attributes],
      content(first.pieces, fontSize),
    )
  const spansOfLines = drawn.map(line =>
    element(
      'tspan',
      [
        ['x', line.x],
        ['y', line.base],
      ],
      content(line.pieces, fontSize) + (line.blank ? ' ' : ''),
    ),
  )
  return element('text', attributes, spansOfLines.join(''))
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
      return url === undefined ? markup : element('a', [['href', url]], markup)
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
