/** Brackets, quotes and bars that open a label and do not close it. */
import type { TextEdit } from '../../../../src/messages/message.js'
import * as say from './messages.js'
import type { Proposal } from './proposal.js'

const CLOSERS: Readonly<Record<string, string>> = {
  '(((': ')))',
  '[[': ']]',
  '[(': ')]',
  '([': '])',
  '((': '))',
  '{{': '}}',
  '[': ']',
  '(': ')',
  '{': '}',
}
const OPENER = /(?<=[\p{L}\p{N}_])(?:\(\(\(|\[\[|\[\(|\(\[|\(\(|\{\{|[[({])(?![/\\-])/uy
/** Where a label must have ended: an arrow, a class, a comment, the end of the line. */
const NEXT =
  /\s*(?:$|;\s*$|:::|\s(?:%%(?!\{)|\/\/\s|\/\*|<!--)|\s&\s|[^\S\n][xo]?(?:--|==|-\.)|(?:<?-->|---|<?==>|-\.->)|[^\S\n](?:<?->|=>|~~~|<--|[—–]+>|[→⟶]))/u
const BEHIND = /^\s*(?:$|;|%%(?!\{)|\/\/\s|\/\*|<!--|&\s|:::|@\{|[xo<]?(?:--|==|-\.)|~~~|<?[-=—–]*>|[→⟶])/u

/** Brackets right behind a quote. */
const WRONG = /^(?:\)\)\)|[\])}]{1,2})/

/** What closes each bracket and quote of a line that is open, the first that is. */
export function unclosedProposals(line: string): Proposal[] {
  const found: Proposal[] = []
  for (let at = 0; at < line.length && found.length < 3; at++) {
    OPENER.lastIndex = at
    const open = OPENER.exec(line)?.[0]
    if (!open) continue
    const start = at + open.length
    const label = line[start] === '"' ? openQuote(line, at, open) : openBracket(line, at, open)
    at = start - 1
    if (typeof label === 'number') at = label
    else if (label) found.push(label)
  }
  for (const proposal of [openBar(line), openData(line)]) if (proposal) found.push(proposal)
  return found
}

/** `A["Text] --> B`, `A["Text --> B`, `A["Text" --> B`. Where a label is closed, the place where. */
function openQuote(line: string, at: number, open: string): Proposal | number | undefined {
  const close = CLOSERS[open]!
  const start = at + open.length
  const quote = line.indexOf('"', start + 1)
  const isClosed = quote > 0 && (line.startsWith(close, quote + 1) || BEHIND.test(line.slice(quote + 1)))
  if (isClosed) {
    const behind = quote + 1 + close.length
    if (line.startsWith(close, quote + 1))
      return closedAgain(line.slice(start, quote + 1), line, behind) ?? quote
    return bracketMissing(line, at, open, quote + 1)
  }
  const behind = quote > 0 ? WRONG.exec(line.slice(quote + 1)) : null
  if (behind && BEHIND.test(line.slice(quote + 1 + behind[0].length)))
    return closedWrong(open, behind[0], quote + 1)
  for (let end = line.indexOf(close, start); end >= 0; end = line.indexOf(close, end + 1)) {
    if (!BEHIND.test(line.slice(end + close.length))) continue
    return quoteMissing(line, start, end, '"')
  }
  const end = start + line.slice(start).search(NEXT)
  return quoteMissing(line, start, end, `"${close}`)
}

function quoteMissing(line: string, start: number, end: number, text: string): Proposal | undefined {
  const label = line.slice(start + 1, end)
  // With more quotes in it, the text has quotes of its own.
  if (label.trim() === '' || label.includes('"')) return undefined
  return {
    sentence: (...place) => say.quoteNotClosed({ label: label.trim() }, ...place),
    edits: [{ start: end, end, text }],
    at: [start, start + 1],
  }
}

/** `A[Text --> B`, `A[Text) --> B`, `A[Text"]`. Where a label is closed, the place where. */
function openBracket(line: string, at: number, open: string): Proposal | number | undefined {
  const close = CLOSERS[open]!
  const start = at + open.length
  const next = start + line.slice(start).search(NEXT)
  const end = closing(line, start, close)
  if (end >= 0 && (end <= next || !/[[({]/.test(line.slice(next, end)))) {
    const label = line.slice(start, end)
    const inner = label.slice(0, -close.length)
    if (label.endsWith(close) && inner.trim() !== '' && balanced(inner)) return closedAgain(inner, line, end)
    return /^[^"]*\w"$/.test(label) ? quoteNotOpened(start, label) : end
  }
  const label = line.slice(start, next)
  const wrong = /(?:\)\)\)|[\])}]{1,2}|(?<=^[^|]*)\|)$/.exec(label)?.[0]
  const inner = label.slice(0, -(wrong?.length ?? 0))
  // No label is closed by a pipe, whatever stands in it.
  if (wrong && (balanced(inner) || (wrong === '|' && !/[[\]{}"]/.test(inner))))
    return closedWrong(open, wrong, next - wrong.length)
  return bracketMissing(line, at, open, next)
}

/** Other brackets than those that opened a label. */
function closedWrong(open: string, wrong: string, start: number): Proposal {
  const close = CLOSERS[open]!
  const edit: TextEdit = { start, end: start + wrong.length, text: close }
  return {
    sentence: (...place) => say.closedOtherwise({ sign: open, close, wrong }, ...place),
    edits: [edit],
    at: [edit.start, edit.end],
  }
}

/** `A[Text]] --> B`: one more bracket than were opened, of the same kind. */
function closedAgain(label: string, line: string, at: number): Proposal | undefined {
  const sign = /^[\])}]/.exec(line.slice(at))?.[0]
  if (sign !== line[at - 1] || !BEHIND.test(line.slice(at + 1))) return undefined
  return {
    sentence: (...place) => say.closedTwice({ sign: sign!, label }, ...place),
    edits: [{ start: at, end: at + 1, text: '' }],
    at: [at, at + 1],
  }
}

function bracketMissing(line: string, at: number, open: string, end: number): Proposal | undefined {
  const close = CLOSERS[open]!
  const label = line.slice(at + open.length, end).trim()
  if (label === '') return undefined
  return {
    sentence: (...place) =>
      say.notClosed({ sign: open, close, label: label.replace(/^"(.*)"$/, '$1') }, ...place),
    edits: [{ start: end, end, text: close }],
    at: [at, at + open.length],
  }
}

function quoteNotOpened(start: number, label: string): Proposal {
  return {
    sentence: (...place) => say.quoteNotOpened({ label: label.slice(0, -1) }, ...place),
    edits: [{ start, end: start, text: '"' }],
    at: [start + label.length - 1, start + label.length],
  }
}

function closing(line: string, start: number, close: string): number {
  for (let end = line.indexOf(close, start); end >= 0; end = line.indexOf(close, end + 1))
    if (BEHIND.test(line.slice(end + close.length))) return end
  return -1
}

function balanced(text: string): boolean {
  return !/[[\](){}"]/.test(text)
}

/** `A -->|yes B`: the label ends before the last word, which is the node. */
function openBar(line: string): Proposal | undefined {
  const match =
    /^([^|]*[->=xo])\|([^|]*?\S)[^\S\n]+[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:[[({][^|]*|\s*(?:;\s*)?)$/u.exec(line)
  if (!match) return undefined
  const [, before = '', label = ''] = match
  const end = before.length + 1 + label.length
  return {
    sentence: (...place) => say.notClosed({ sign: '|', close: '|', label }, ...place),
    edits: [{ start: end, end, text: '|' }],
    at: [before.length, before.length + 1],
  }
}

/** `A@{ shape: doc`. */
function openData(line: string): Proposal | undefined {
  const [, before = '', data = ''] = /^(.*?@)(\{(?:[^}"]*[^}"\s])?)\s*$/.exec(line) ?? []
  if (data === '') return undefined
  const end = before.length + data.length
  return {
    sentence: (...place) => say.notClosed({ sign: '@{', close: '}', label: data.slice(1).trim() }, ...place),
    edits: [{ start: end, end, text: ' }' }],
    at: [before.length - 1, before.length + 1],
  }
}
