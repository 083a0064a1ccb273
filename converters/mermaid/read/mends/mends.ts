/** The mistakes that people make most in Mermaid, and what mends each. */
import { inPlaces, withEdits } from '../../../../src/messages/edits.js'
import type { TextEdit } from '../../../../src/messages/message.js'
import { arrowCures, arrowMistakes } from './arrows.js'
import { lineProposals } from './line-mends.js'
import * as say from './messages.js'
import { cures, type Mistake, mistakes } from './mistakes.js'
import type { Mend, Proposal } from './proposal.js'
import { unclosedProposals } from './unclosed.js'

/** Ways to mend a line, the likeliest first. Nothing is said of whether they help. */
export function mends(line: string): Mend[] {
  const found: Mend[] = []
  const add = (proposal: Proposal) => {
    if (proposal.edits.length > 0) found.push({ ...proposal, line: withEdits(line, proposal.edits) })
  }
  const unclosed = unclosedProposals(line)
  for (const proposal of unclosed) add(proposal)
  const several = (edits: TextEdit[]) =>
    add({ sentence: say.several, edits: inPlaces(edits), at: firstOf(inPlaces(edits)) })
  if (unclosed.length > 1) several(unclosed.flatMap(({ edits }) => edits))
  const all: TextEdit[] = []
  const addCures = ({ sentence }: Mistake, edits: TextEdit[]) => {
    add({ sentence, edits, at: firstOf(edits) })
    addApart(all, edits)
  }
  for (const mistake of arrowMistakes()) addCures(mistake, arrowCures(mistake, line))
  const labels = quoteLabels(line)
  const isSlanted = /^[\\/]/.test(line.slice(labels[0]?.start))
  add({ sentence: isSlanted ? say.slashFirst : say.unquotedLabel, edits: labels, at: labelAt(labels) })
  addApart(all, labels)
  for (const mistake of mistakes()) addCures(mistake, cures(mistake, line))
  for (const proposal of lineProposals(line)) add(proposal)
  several([...all])
  for (const { edits } of unclosed) addApart(all, edits)
  if (unclosed.length > 0) several(all)
  return found
}

/** Adds edits where none of them meets another that is there. */
function addApart(all: TextEdit[], edits: readonly TextEdit[]): void {
  if (edits.some(edit => all.some(other => edit.end > other.start && edit.start < other.end))) return
  for (const edit of edits) all.push(edit)
}

/** Two mends one after the other, as one edit. */
export function joined(line: string, first: Mend, second: Mend): Mend {
  let start = 0
  while (start < line.length && line[start] === second.line[start]) start++
  let rest = 0
  const most = Math.min(line.length, second.line.length) - start
  while (rest < most && line.at(-1 - rest) === second.line.at(-1 - rest)) rest++
  const edit = { start, end: line.length - rest, text: second.line.slice(start, second.line.length - rest) }
  return { line: second.line, sentence: say.several, edits: [edit], at: first.at }
}

/** The first label that is quoted, between the two edits that add its quotes. */
function labelAt(edits: readonly TextEdit[]): [number, number] {
  const [, ...rest] = edits
  const close = rest.find(({ start, end, text }) => start === end && text === '"')
  return [edits[0]?.start ?? 0, close?.end ?? 0]
}

function firstOf(edits: readonly TextEdit[]): [number, number] {
  const [edit] = edits
  return edit ? [edit.start, Math.max(edit.end, edit.start + 1)] : [0, 0]
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
  '>': ']',
}
const opener =
  /(?<=[\p{L}\p{N}_]|[->xo=] ?)(?:\[\[|\[\(|\(\[|\(\(\(|\(\(|\{\{|\[\/|\[|\(|\{|(?<=[\p{L}\p{N}_])>|(?<=[->xo=] ?)\|)/uy
/** What can stand behind a node or a label. */
const behind = /^\s*(?:$|;|%%(?!\{)|\/\/\s|\/\*|<!--|&\s|:::|@\{|[xo<]?(?:--|==|-\.)|~~~|<?[-=—–]*>|[→⟶])/
const behindPipe = /^\s*[\p{L}\p{N}_]/u

/** Quotes around every label with brackets or quotes in it, or a slash first, from the bracket that opens it to the one that must close it. */
export function quoteLabels(line: string): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = 0; at < line.length; at++) {
    opener.lastIndex = at
    let open = opener.exec(line)?.[0]
    if (!open) continue
    let end = closingOf(line, at + open.length, closers[open]!)
    // What nothing closes may be one bracket and a label that begins like the rest: `[(a) b]`, `[/users]`; not before a quote.
    if (end < 0 && open.length > 1 && line[at + open.length] !== '"') {
      open = open[0]!
      end = closingOf(line, at + 1, closers[open]!)
    }
    if (end < 0) continue
    const close = closers[open]!
    const start = at + open.length
    const label = line.slice(start, end)
    const isBroken = /[()[\]{}|"]/.test(label) || (open === '[' && isOpenSlanted(label))
    if (isBroken && !/^"[^"]*"$/.test(label) && !holdsArrow(label)) edits.push(...quoted(line, start, end))
    at = end + close.length - 1
  }
  return edits
}

/** Whether a label begins as a slanted shape does, and does not end as one. */
const isOpenSlanted = (label: string): boolean => /^[\\/]/.test(label) && !/.[\\/]$/s.test(label)

function closingOf(line: string, start: number, close: string): number {
  const after = close === '|' ? behindPipe : behind
  for (let end = line.indexOf(close, start); end >= 0; end = line.indexOf(close, end + 1)) {
    if (after.test(line.slice(end + close.length))) return end
  }
  return -1
}

/** Whether a label goes on over an arrow to the bracket of another node: `Start) --> b{Ok?`. */
function holdsArrow(label: string): boolean {
  if (!/-->|==>|-\.->|---/.test(label)) return false
  const open: string[] = []
  for (const sign of label.match(/[()[\]{}]/g) ?? []) {
    const close = closers[sign]
    if (close !== undefined) open.push(close)
    else if (open.pop() !== sign) return true
  }
  return open.length > 0
}

/** The quotes of a word processor around a whole label are meant as quotes. */
const CURLY = /^(\s*)[“„][^“”„"]*[”“](\s*)$/

function quoted(line: string, start: number, end: number): TextEdit[] {
  const curly = CURLY.exec(line.slice(start, end))
  if (curly) {
    const [from, to] = [start + curly[1]!.length, end - curly[2]!.length]
    return [
      { start: from, end: from + 1, text: '"' },
      { start: to - 1, end: to, text: '"' },
    ]
  }
  const edits: TextEdit[] = [{ start, end: start, text: '"' }]
  const whole = /^\s*".*"\s*$/.test(line.slice(start, end))
  const from = whole ? line.indexOf('"', start) : -1
  const to = whole ? line.lastIndexOf('"', end - 1) : -1
  for (let at = line.indexOf('"', start); at >= 0 && at < end; at = line.indexOf('"', at + 1)) {
    // Mermaid knows no `\"`, but who writes it means a quote.
    const backslash = line[at - 1] === '\\' && at - 1 > start ? 1 : 0
    edits.push({ start: at - backslash, end: at + 1, text: at === from || at === to ? '' : '#quot;' })
  }
  edits.push({ start: end, end, text: '"' })
  return edits
}
