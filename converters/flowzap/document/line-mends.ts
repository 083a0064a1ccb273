/** Lines that are no statement, and what their authors meant: one message each, with a mend that makes a statement of the line. */

import type { TextEdit } from '../../../src/messages/message.js'
import { similar } from '../../../src/text/similar.js'
import { parser } from '../grammar.gen.js'
import { edgeProposals } from './edge-mends.js'
import { habitProposals } from './habit-mends.js'
import * as say from './messages.js'
import { noteProposals } from './note-mends.js'
import type { Proposal } from './proposal.js'
import { separateStatements } from './separate.js'

/** Edits count in the line. */
export interface LineMend {
  readonly sentence: say.Said
  readonly at: readonly [start: number, end: number]
  readonly fix: TextEdit
  readonly reading: TextEdit
}

/** How much is spent on the lines of a text, of which each costs the square of its length: some expressions look at a line from each of its characters on. */
const MOST_WORK = 50_000_000

/** Mends the lines of one text, as long as they do not cost too much together. */
export function newMender(): (line: string) => LineMend | undefined {
  let work = MOST_WORK
  return line => {
    if (work <= 0 || line.length > 2000) return undefined
    work -= line.length ** 2
    return mendOf(line)
  }
}

/** The mend of a line that is no statement, if there is one that is sure: one step, or two where one does not do. Lines that it parts are parted by LF. */
function mendOf(line: string): LineMend | undefined {
  const first = proposals(line)
  const whole = first.find(isSound)
  if (whole) return finished(line, whole)
  for (const step of first) {
    const mended = mendedLines(step.line)
    if (!mended) continue
    return finished(line, { ...mended, sentence: say.several, at: step.at })
  }
  return undefined
}

/** What one step has left, with one more for each line that is still no statement. */
function mendedLines(text: string): Pick<Proposal, 'line' | 'reading'> | undefined {
  const lines: string[] = []
  const readings: string[] = []
  for (const each of text.split('\n')) {
    const mended = isStatement(each) ? { line: each } : proposals(each).find(isSound)
    if (!mended) return undefined
    lines.push(mended.line)
    readings.push(('reading' in mended ? mended.reading : undefined) ?? mended.line)
  }
  return { line: lines.join('\n'), reading: readings.join('\n') }
}

/** The mended line may be several. */
function isSound({ line, reading = line }: Proposal): boolean {
  return [line, reading].every(text => text.split('\n').every(isStatement))
}

function isStatement(line: string): boolean {
  return (['Proper', 'FreeLane'] as const).some(rule => parser.parse(line, { rule }).ok)
}

function finished(line: string, { sentence, line: mended, reading = mended, at }: Proposal): LineMend {
  return { sentence, at, fix: editTo(line, mended), reading: editTo(line, reading) }
}

/** The shortest edit that makes one line of another. */
function editTo(line: string, mended: string): TextEdit {
  let start = 0
  while (start < line.length && line[start] === mended[start]) start++
  let rest = 0
  const most = Math.min(line.length, mended.length) - start
  while (rest < most && line.at(-1 - rest) === mended.at(-1 - rest)) rest++
  return { start, end: line.length - rest, text: mended.slice(start, mended.length - rest) }
}

function proposals(line: string): Proposal[] {
  return [
    separateStatements(line),
    ...habitProposals(line),
    quotesInside(line),
    otherQuotes(line),
    openQuote(line),
    openBracket(line),
    ...edgeProposals(line),
    misspelt(line),
    missingColon(line),
    spacedId(line),
    extraSign(line),
    noQuotes(line),
    ...noteProposals(line),
  ].filter(proposal => proposal !== undefined)
}

/** `label:"Say "hi" now"`: the text ends at the quote that the end of the line or another attribute follows. */
function quotesInside(line: string): Proposal | undefined {
  const pattern = /(\w+\s*[:=]\s*")(.*?)("(?=\s*(?:[,;]\s*)?(?:\]\s*)?$|(?:\s|[,;](?=\s))\s*\w+\s*[:=]\s*"))/g
  let first: [number, number] | undefined
  const change = (mark: string) =>
    line.replace(pattern, (whole, before: string, text: string, after: string, index: number) => {
      if (!/(?<!\\)"/.test(text)) return whole
      first ??= [index + before.length, index + before.length + text.length]
      return before + text.replace(/(?<!\\)"/g, mark) + after
    })
  const mended = change("'")
  if (!first) return undefined
  return {
    sentence: say.quotesInside,
    line: mended,
    reading: change('\\"'),
    at: first,
  }
}

/** `label:'Start'`, `label:“Start”`. */
function otherQuotes(line: string): Proposal | undefined {
  const pattern = /(\w+\s*[:=]\s*)(?:'([^'"]*)'|[“”„]([^“”"]*)[“”])/
  const match = pattern.exec(line)
  if (!match) return undefined
  const start = match.index + match[1]!.length
  const all = new RegExp(pattern.source, 'g')
  const label = match[2] ?? match[3] ?? ''
  return {
    sentence: (...place) => say.otherQuotes({ label }, ...place),
    line: line.replace(
      all,
      (_, before: string, single?: string, curly?: string) => `${before}"${single ?? curly}"`,
    ),
    at: [start, match.index + match[0].length],
  }
}

/** `label:"Start`, `[label="x]`. */
function openQuote(line: string): Proposal | undefined {
  const start = line.lastIndexOf('"')
  if (start < 0 || line.split('"').length % 2 === 1 || !/[:=]\s*$/.test(line.slice(0, start)))
    return undefined
  const end = line.trimEnd().replace(/\]$/, '').trimEnd().length
  const inner = line.slice(start + 1, end)
  if (inner === '') return undefined
  return {
    sentence: (...place) => say.openQuote({ label: inner }, ...place),
    line: `${line.slice(0, end)}"${line.slice(end)}`,
    at: [start, line.trimEnd().length],
  }
}

/** `[label="x"`, `.handle(right ->`, `loop [until paid n1 n2`. */
function openBracket(line: string): Proposal | undefined {
  const loop = /^\s*loop\s*(\[)([^\]]*?)((?:\s+(?:\w+\.)?n\d+)+)\s*$/.exec(line)
  const handle = /\.\s*handle\s*(\()\s*(\w+)(?=\s*(?:->|\[|$))/.exec(line)
  const label = /(\[)(\s*\w+\s*[:=]\s*"[^"]*")\s*$/.exec(line)
  const match = loop ?? handle ?? label
  if (!match) return undefined
  const [, sign = '', inner = ''] = match
  const open = match.index + match[0].indexOf(sign)
  const end = line.indexOf(inner, open + 1) + inner.length
  const close = sign === '[' ? ']' : ')'
  return {
    sentence: (...place) => say.openBracket({ sign, close, label: inner.trim() }, ...place),
    line: line.slice(0, end) + close + line.slice(end),
    at: [open, open + 1],
  }
}

/** `lop [x] n1`, `n1.handel(right)`. */
function misspelt(line: string): Proposal | undefined {
  const loop = /^(\s*)([A-Za-z]{3,6})(?=\s*\[)/.exec(line)
  const handle = /(\.\s*)([A-Za-z]{4,8})(?=\s*\(\s*\w+\s*\))/g
  const word = loop?.[2]
  if (loop && word !== undefined && word !== 'loop' && similar(word, ['loop'], 1))
    return spelt(line, loop.index + loop[1]!.length, word, 'loop')
  for (const { index, 1: dot, 2: name } of line.matchAll(handle)) {
    if (name === 'handle' || !similar(name!, ['handle'])) continue
    const said = spelt(line, index + dot!.length, name!, 'handle')
    const wrong = new RegExp(`(\\.\\s*)${name}(?=\\s*\\()`, 'g')
    return { ...said, line: line.replace(wrong, '$1handle') }
  }
  return undefined
}

function spelt(line: string, start: number, word: string, meant: string): Proposal {
  const end = start + word.length
  return {
    sentence: (...place) => say.misspelt({ word, meant }, ...place),
    line: line.slice(0, start) + meant + line.slice(end),
    at: [start, end],
  }
}

const SHAPE = '(?:circle|rectangle|rect|diamond|taskbox)'

/** `n1 circle label:"x"`, `n1: rectangle "x"`, `n1: label:"x"`, `n1: "x"`. */
function missingColon(line: string): Proposal | undefined {
  const match = new RegExp(
    `^(\\s*)(?!(?:label|owner|description|system)\\b)([\\w-]+)(\\s*:|(?=\\s+${SHAPE}\\b))\\s*(${SHAPE}\\b)?\\s*(.*?)\\s*$`,
  ).exec(line)
  if (!match) return undefined
  const [, indent = '', id = '', colon = '', shape, rest = ''] = match
  const named = rest.startsWith('"') ? `label:${rest}` : rest
  if ((colon.trim() !== '' && shape && named === rest) || (!shape && !/^\w+\s*[:=]\s*"/.test(named)))
    return undefined
  const mended = `${indent}${id}: ${shape ?? 'rectangle'}${named === '' ? '' : ` ${named}`}`
  const start = indent.length + id.length
  const at = [start, Math.max(line.trimEnd().length, start + 1)] as const
  const said = colon.trim() === '' ? say.noColonBehindId : shape ? say.textWithoutName : say.noShape
  return { sentence: (...place) => said({ written: mended.trim() }, ...place), line: mended, at }
}

/** `n 1: circle`, `order desk: circle`, `order desk.handle(left)`. */
function spacedId(line: string): Proposal | undefined {
  const pattern = new RegExp(
    `(^\\s*|->\\s*)(\\w+(?:[ \\t]+\\w+)+)(?=\\s*(?::\\s*${SHAPE}\\b|\\.\\s*handle\\s*\\(|->|$|\\s*\\[))`,
    'g',
  )
  const match = pattern.exec(line)
  if (!match) return undefined
  const start = match.index + match[1]!.length
  const id = match[2]!
  const joined = (text: string) =>
    /^n[ \t]+\d+$/.test(text) ? text.replace(/[ \t]+/, '') : text.replace(/[ \t]+/g, '_')
  return {
    sentence: (...place) => say.spacedId({ written: joined(id) }, ...place),
    line: line.replace(pattern, (_, before: string, text: string) => before + joined(text)),
    at: [start, start + id.length],
  }
}

/** A semicolon or comma at the end, commas between attributes. */
function extraSign(line: string): Proposal | undefined {
  const pattern = /(?<=")\s*[,;]+(?=\s+\w+\s*[:=]\s*")|\s*[;,]\s*$/g
  const match = pattern.exec(line)
  if (!match) return undefined
  const sign = match[0].trim()
  const start = match.index + match[0].indexOf(sign)
  return {
    sentence: (...place) => say.extraSign({ sign }, ...place),
    line: line.replace(pattern, ''),
    at: [start, start + sign.length],
  }
}

/** `label:Go now`. */
function noQuotes(line: string): Proposal | undefined {
  const pattern =
    /(\b(?:label|owner|description|system)\s*[:=]\s*)([^\s"'“[\]][^"[\]]*?)(?<=\S)(?=\s*(?:\]\s*)?$|\s+(?:label|owner|description|system)\s*[:=])/g
  const match = pattern.exec(line)
  if (!match) return undefined
  const start = match.index + match[1]!.length
  return {
    sentence: (...place) => say.noQuotes({ label: match[2]! }, ...place),
    line: line.replace(pattern, '$1"$2"'),
    at: [start, start + match[2]!.length],
  }
}
