/** Messages for a person at a terminal: one line each, with the line of source that it speaks of. */
import type { Message, Severity } from '../message.js'
import { type LineTable, lineTable, lineText, placeOf } from '../place.js'

export interface PrettyOptions {
  /** The name that stands before the place; left out, only line and column are printed. */
  readonly file?: string
  /** The text that the messages' offsets count in. Without it no place is printed. */
  readonly source?: string
  readonly color?: boolean
  /** Print every loss; otherwise the losses of one code are one line with a count. */
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

/** Longest piece of a source line that a frame shows. */
const FRAME_WIDTH = 100

/** The text to print, with a line break at the end; empty for no messages. */
export function reportPretty(messages: readonly Message[], options: PrettyOptions = {}): string {
  const table = options.source === undefined ? undefined : lineTable(options.source)
  const paint = (code: string, text: string) => (options.color ? `${code}${text}${RESET}` : text)
  const parts: string[] = []
  for (const { message, count } of folded(messages, options.verbose === true)) {
    const place = placeText(message, options.file, table)
    const more = count > 1 ? paint(DIM, ` (and ${count - 1} more of this kind)`) : ''
    const head = `${paint(colours[message.severity], message.severity)}: ${message.text}${more}`
    parts.push(`${place ? `${paint(BOLD, place)}: ` : ''}${head} ${paint(DIM, `[${message.code}]`)}\n`)
    if (table && message.at && message.severity !== 'info') parts.push(frame(table, message, paint))
  }
  return parts.join('')
}

/** One entry for each message, or one for all losses of a code. */
function folded(messages: readonly Message[], verbose: boolean): { message: Message; count: number }[] {
  const entries: { message: Message; count: number }[] = []
  const losses = new Map<string, { message: Message; count: number }>()
  for (const message of messages) {
    const key = `${message.code} ${message.loss}`
    const entry = message.loss && !verbose ? losses.get(key) : undefined
    if (entry) {
      entry.count++
      continue
    }
    const fresh = { message, count: 1 }
    entries.push(fresh)
    if (message.loss) losses.set(key, fresh)
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
  const text = lineText(table, line)
  if (text.trim() === '') return ''
  const from = Math.max(0, Math.min(column - 1 - FRAME_WIDTH / 2, text.length - FRAME_WIDTH))
  const piece = text.slice(from, from + FRAME_WIDTH)
  const length = Math.min(at[1] - at[0], from + FRAME_WIDTH - (column - 1), text.length - (column - 1))
  const number = String(line)
  const before = printable(text.slice(from, column - 1))
  const marked = printable(text.slice(column - 1, column - 1 + Math.max(length, 0)))
  const marks = '^'.repeat(Math.max(1, displayWidth(marked)))
  const indent = ' '.repeat(displayWidth(before))
  return (
    `  ${paint(DIM, `${number} |`)} ${printable(piece)}\n` +
    `  ${paint(DIM, `${' '.repeat(number.length)} |`)} ${indent}${paint(colours[severity], marks)}\n`
  )
}

/** A terminal must not obey what a stranger's file holds. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
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
