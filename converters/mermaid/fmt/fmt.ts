/**
 * The style of Mermaid flowcharts: one statement to a line, without a semicolon, four blanks for each subgraph around it, one blank around
 * arrows. Labels, texts, YAML, directives and comments keep every byte.
 */
import { breaksIn, gapEdits, lineBreak, newlineOf, type Piece } from '../../../src/fmt/gaps.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { markDirections } from '../document/direction-marks.js'
import { findDirectives } from '../document/directives.js'
import { type Comment, prepare } from '../document/prepare.js'
import { parser } from '../grammar.gen.js'
import type { Source } from '../read/source.js'
import { isCarried } from '../words/carry.js'
import { guarded } from '../write/write.js'
import { type Part, STEP } from './part.js'
import { partsOf } from './parts.js'

/** As the writer does it: a diagram that is nested without end is not indented without end. */
const MOST_STEPS = 40

/** A part with the level of its statement, and whether a block begins before it or ends with it. */
interface Placed extends Part {
  readonly level: number
  readonly opens: boolean
  readonly closes: boolean
  /** A comment or a directive. */
  readonly isAside?: true
}

/**
 * The edits that bring a flowchart that was read without errors into the style. They touch blanks, line breaks and semicolons between
 * statements and their parts.
 */
export function fmtMermaid(text: string): readonly TextEdit[] {
  const prepared = prepare(text)
  const source: Source = { prepared, marked: markDirections(prepared.edited.text), messages: [] }
  const parsed = parser.parse(source.marked.edited.text)
  if (!parsed.ok) return []
  const parts: Placed[] = []
  let depth = 0
  let opens = false
  for (const line of parsed.tree.children) {
    const statement =
      line.rule === 'Header' ? line : line.first?.rule === 'Statement' ? line.first.first : undefined
    if (!statement) continue
    const closes = statement.rule === 'SubgraphEnd'
    if (closes) depth--
    const level = line.rule === 'Header' ? 0 : depth + 1
    for (const part of partsOf({ text, source }, statement)) parts.push({ ...part, level, opens, closes })
    opens = statement.rule === 'Subgraph'
    if (opens) depth++
  }
  const from = text.slice(0, prepared.frontmatterEnd).trimEnd().length
  const all = withAsides(parts, asidesOf(text, prepared.frontmatterEnd, prepared.comments))
  return printed(text, all, from)
}

/** Comments and directives, in the order of their places. */
function asidesOf(
  text: string,
  from: number,
  comments: readonly Comment[],
): (Comment & { readonly atMargin?: true })[] {
  const directives = findDirectives(text.slice(from)).map(({ start, end }) => ({
    text: '',
    at: [from + start, from + end] as const,
  }))
  const said = comments.map(({ text: words, at: [start, end] }) => {
    // Two signs without a word behind them are a node.
    const kept = words.trim() === '' ? end : start + text.slice(start, end).trimEnd().length
    return { text: words, at: [start, kept] as const, ...(isCarried(words) && { atMargin: true as const }) }
  })
  return [...directives, ...said].sort((a, b) => a.at[0] - b.at[0])
}

/** Asides that stand inside of a part, as in a label of several lines, stay there. */
function withAsides(parts: readonly Placed[], asides: ReturnType<typeof asidesOf>): Placed[] {
  const all: Placed[] = []
  let next = 0
  const last = parts.at(-1)
  for (const part of parts) {
    for (; next < asides.length && asides[next]!.at[0] < part.end; next++) {
      const { at, atMargin } = asides[next]!
      if (at[1] > part.start) continue
      const level = atMargin ? 0 : part.closes ? part.level + 1 : part.level
      const isFirst = all.at(-1)?.isAside !== true
      all.push({
        start: at[0],
        end: at[1],
        gap: part.gap === 'line' ? 'line' : 'break',
        level,
        opens: isFirst && part.opens,
        closes: false,
        isAside: true,
      })
    }
    all.push(
      all.at(-1)?.isAside ? { ...part, opens: false, gap: part.gap === 'line' ? 'line' : 'break' } : part,
    )
  }
  for (const { at, atMargin } of asides.slice(next))
    all.push({
      start: at[0],
      end: at[1],
      gap: 'line',
      level: atMargin || !last ? 0 : 1,
      opens: false,
      closes: false,
      isAside: true,
    })
  return all
}

function printed(text: string, parts: readonly Placed[], from: number): TextEdit[] {
  const newline = newlineOf(text)
  const pieces: Piece[] = from > 0 ? [{ start: 0, end: from }] : []
  let line = ''
  let end = from
  for (const [place, part] of parts.entries()) {
    const gap = text.slice(end, part.start)
    const before = place === 0 && from === 0 ? '' : gapBefore(part, gap, line, newline)
    const isSafe = /^[ \t\r\n;]*$/.test(gap)
    pieces.push({ start: part.start, end: part.end, ...(isSafe && before !== undefined && { before }) })
    line = `${line}${before ?? gap}${text.slice(part.start, part.end)}`
    line = line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1)
    end = part.end
  }
  const rest = text.slice(end)
  const isSafe = /^[ \t\r\n;]*$/.test(rest)
  return gapEdits(text, pieces, isSafe ? semicolon(rest, line) + newline : undefined)
}

function gapBefore(
  { gap, further = STEP, level, opens, closes }: Placed,
  there: string,
  line: string,
  newline: string,
): string | undefined {
  const margin = ' '.repeat(STEP * Math.min(level, MOST_STEPS))
  if (gap === 'keep') return undefined
  if (gap === 'none') return ''
  if (gap === 'blank') return ' '
  if (gap === 'break') return newline + margin + ' '.repeat(further)
  return semicolon(there, line) + lineBreak(newline, breaksIn(there), opens || closes) + margin
}

/** A semicolon stays where mermaid takes one from the line: a line that looks like a style with a colour needs one to lose. */
const semicolon = (there: string, line: string): string =>
  there.includes(';') && guarded(line) !== line ? ';' : ''
