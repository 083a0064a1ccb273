/** Messages for a person at a terminal: one line each, with the line of source that it speaks of. */
import { withEdits } from '../edits.js'
import type { Fix, Message, Severity } from '../message.js'
import { type LineTable, lineRange, lineTable, placeOf } from '../place.js'

export interface PrettyOptions {
  /** The name that stands before the place; left out, only line and column are printed. */
  readonly file?: string
  /** The text that the messages' offsets count in. Without it no place is printed. */
  readonly source?: string
  readonly color?: boolean
  /** Print everything; otherwise the losses of one code are one line with a count, and long lists are cut. */
  readonly verbose?: boolean
}

const RESET = '\u001b[0m'
const BOLD = '\u001b[1m'
const DIM = '\u001b[2m'
const colours: Record<Severity, string> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  info: '\u001b[36m',
}

/** How many messages of one code are printed before the rest is only counted. */
const SHOWN_OF_A_CODE = 20

const LONGEST_SENTENCE = 400

/** Longest piece of a source line that a frame shows. */
const FRAME_WIDTH = 100

/**
 * Messages for a person: each with its line and column, the line of the source, and its fix.
 * @param messages as any call gives them
 * @param options `file` and `source` for the places, `color` for a terminal, `verbose` for every one of many alike
 * @returns the text to print, with a line break at the end; empty for no messages
 * @see docs/messages.md for every code
 * @example
 * console.error(reportPretty(messages, { file: 'orders.mmd', source }))
 */
export function reportPretty(messages: readonly Message[], options: PrettyOptions = {}): string {
  const table = options.source === undefined ? undefined : lineTable(options.source)
  const paint = (code: string, text: string) => (options.color ? `${code}${text}${RESET}` : text)
  const parts: string[] = []
  for (const { message, count } of folded(messages, options.verbose === true)) {
    const place = printable(placeText(message, options.file, table))
    const more = count > 1 ? paint(DIM, ` (and ${count - 1} more of this kind)`) : ''
    const head = `${paint(colours[message.severity], message.severity)}: ${sentence(message.text)}${more}`
    parts.push(`${place ? `${paint(BOLD, place)}: ` : ''}${head} ${paint(DIM, `[${message.code}]`)}\n`)
    if (table && message.at && message.severity !== 'info') parts.push(frame(table, message, paint))
    if (table && message.fix) parts.push(shownFix(table, message.fix, paint))
  }
  return parts.join('')
}

/** One entry for each message; or one for all losses of a code, and not more than a screenful for any other code. */
function folded(messages: readonly Message[], verbose: boolean): { message: Message; count: number }[] {
  const entries: { message: Message; count: number }[] = []
  const lasts = new Map<string, { message: Message; count: number }>()
  const counts = new Map<string, number>()
  for (const message of messages) {
    if (message.loss === 'spelling' && !verbose) continue
    const key = `${message.code} ${message.loss}`
    const shown = (counts.get(key) ?? 0) + 1
    counts.set(key, shown)
    const last = lasts.get(key)
    if (last && !verbose && shown > (message.loss ? 1 : SHOWN_OF_A_CODE)) {
      last.count++
      continue
    }
    const fresh = { message, count: 1 }
    entries.push(fresh)
    lasts.set(key, fresh)
  }
  return entries
}

function placeText(message: Message, file: string | undefined, table: LineTable | undefined): string {
  if (!table || !message.at) return file ?? ''
  const { line, column } = placeOf(table, message.at[0])
  return `${file === undefined ? '' : `${file}:`}${line}:${column}`
}

function frame(
  table: LineTable,
  { at, severity }: Message,
  paint: (code: string, text: string) => string,
): string {
  if (!at) return ''
  const { line, column } = placeOf(table, at[0])
  const [lineStart, lineEnd] = lineRange(table, line)
  // Only a piece of the line is looked at: it may be the whole file, and have a message at every word.
  const from = Math.max(lineStart, Math.min(at[0] - FRAME_WIDTH / 2, lineEnd - FRAME_WIDTH))
  const piece = table.text.slice(from, Math.min(from + FRAME_WIDTH, lineEnd))
  if (piece.trim() === '') return ''
  const place = lineStart + column - 1
  const length = Math.min(at[1] - at[0], from + piece.length - place)
  const number = String(line)
  const before = printable(table.text.slice(from, place))
  const marked = printable(table.text.slice(place, place + Math.max(length, 0)))
  const marks = '^'.repeat(Math.max(1, displayWidth(marked)))
  const indent = ' '.repeat(displayWidth(before))
  return (
    `  ${paint(DIM, `${number} |`)} ${printable(piece)}\n` +
    `  ${paint(DIM, `${' '.repeat(number.length)} |`)} ${indent}${paint(colours[severity], marks)}\n`
  )
}

/** What a fix does, and the line as it leaves it, where it changes one line. */
function shownFix(
  table: LineTable,
  { title, edits }: Fix,
  paint: (code: string, text: string) => string,
): string {
  const head = `  ${paint(DIM, 'fix:')} ${sentence(title)}\n`
  const [first] = edits
  const last = edits.at(-1)
  if (!first || !last) return head
  const { line } = placeOf(table, first.start)
  const [start, end] = lineRange(table, line)
  if (last.end > end || end - start > FRAME_WIDTH || edits.some(({ text }) => text.length > FRAME_WIDTH))
    return head
  const written = withEdits(table.text, edits, start, end)
  if (written.trim() === '' || written.includes('\n')) return head
  return `${head}  ${paint(DIM, `${line} |`)} ${printable(written)}\n`
}

/** Readers quote what they found, which may be a megabyte. */
function sentence(text: string): string {
  const line = printable(text)
  return line.length > LONGEST_SENTENCE ? `${line.slice(0, LONGEST_SENTENCE - 1)}…` : line
}

/** A terminal must not obey what a stranger's file holds, and a line break has no place in one line. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ')
}

/** Columns that a text takes in a terminal: two for East Asian wide characters and emoji. */
function displayWidth(text: string): number {
  let width = 0
  for (const char of text) {
    if (/\p{Mark}/u.test(char)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        char,
      )
        ? 2
        : 1
  }
  return width
}
