/** The mistakes that people make most in Mermaid, and what mends each. */
import type { TextEdit } from '../../src/messages/message.js'
import { cures, mistakes } from './mistakes.js'

export interface Mend {
  /** The line with the edits made. */
  readonly line: string
  readonly edits: readonly TextEdit[]
  /** Where in the line the trouble is. */
  readonly at: number
  readonly title: string
  readonly text: string
}

/** Ways to mend a line, the likeliest first. Nothing is said of whether they help. */
export function mends(line: string): Mend[] {
  const labels = quoteLabels(line)
  const found: Mend[] = []
  const add = (edits: readonly TextEdit[], title: string, text: string) => {
    if (edits.length > 0) found.push({ line: applied(line, edits), edits, at: edits[0]!.start, title, text })
  }
  add(labels, 'Quote the label', 'A label with brackets, pipes or quotes in it must be quoted: ["…"].')
  const all = [...labels]
  for (const mistake of mistakes) {
    const edits = cures(mistake, line)
    add(edits, mistake.title, mistake.text)
    if (edits.every(edit => all.every(other => edit.end <= other.start || edit.start >= other.end)))
      for (const edit of edits) all.push(edit)
  }
  all.sort((a, b) => a.start - b.start)
  add(all, 'Mend the line', 'Several things are wrong in this line; the fix mends them all.')
  return found
}

function applied(line: string, edits: readonly TextEdit[]): string {
  let text = ''
  let copied = 0
  for (const edit of edits) {
    text += line.slice(copied, edit.start) + edit.text
    copied = edit.end
  }
  return text + line.slice(copied)
}

const closers: Readonly<Record<string, string>> = {
  '[[': ']]',
  '[(': ')]',
  '([': '])',
  '(((': ')))',
  '((': '))',
  '{{': '}}',
  '[/': '/]',
  '[': ']',
  '(': ')',
  '{': '}',
  '|': '|',
}
const opener =
  /(?<=[\p{L}\p{N}_]|[->xo=] ?)(?:\[\[|\[\(|\(\[|\(\(\(|\(\(|\{\{|\[\/|\[|\(|\{|(?<=[->xo=] ?)\|)/uy
/** What can stand behind a node or a label. */
const behind = /^\s*(?:$|;|&\s|:::|@\{|[xo<]?(?:--|==|-\.)|~~~|<?[-=—–]*>|[→⟶])/
const behindPipe = /^\s*[\p{L}\p{N}_]/u

/** Quotes around every label with brackets or quotes in it, from the bracket that opens it to the one that must close it. */
function quoteLabels(line: string): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = 0; at < line.length; at++) {
    opener.lastIndex = at
    const open = opener.exec(line)?.[0]
    if (!open) continue
    const close = closers[open]!
    const start = at + open.length
    const end = closingOf(line, start, close)
    if (end < 0) continue
    const label = line.slice(start, end)
    if (/[()[\]{}|"]/.test(label) && !/^"[^"]*"$/.test(label)) edits.push(...quoted(line, start, end))
    at = end + close.length - 1
  }
  return edits
}

function closingOf(line: string, start: number, close: string): number {
  const after = close === '|' ? behindPipe : behind
  for (let end = line.indexOf(close, start); end >= 0; end = line.indexOf(close, end + 1)) {
    if (after.test(line.slice(end + close.length))) return end
  }
  return -1
}

function quoted(line: string, start: number, end: number): TextEdit[] {
  const edits: TextEdit[] = [{ start, end: start, text: '"' }]
  const whole = /^\s*".*"\s*$/.test(line.slice(start, end))
  const from = whole ? line.indexOf('"', start) : -1
  const to = whole ? line.lastIndexOf('"', end - 1) : -1
  for (let at = line.indexOf('"', start); at >= 0 && at < end; at = line.indexOf('"', at + 1)) {
    edits.push({ start: at, end: at + 1, text: at === from || at === to ? '' : '#quot;' })
  }
  edits.push({ start: end, end, text: '"' })
  return edits
}
