/**
 * What to say about lines that cannot be read, and how to read on. A line whose mistake has a known cause is
 * mended and read; the mend is offered as the message's fix.
 */

import type { ChildOf } from '../../../src/syntax/tree.js'
import { directionMark, markDirections } from '../document/direction-marks.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { edit, originOf, type Replacement, unedited } from '../words/edited.js'
import { encodeEntities } from '../words/entities.js'
import { goesOn } from './mends/broken-label.js'
import { joined, mends } from './mends/mends.js'
import * as words from './mends/messages.js'
import { openerMeant } from './mends/openers.js'
import type { Mend, Proposal } from './mends/proposal.js'
import { isComment, isReadable } from './mends/readable.js'
import type { Said } from './mends/said.js'
import { behindEnd, behindSemicolon, overLines, type Spread } from './mends/spread.js'
import { type Misread, step } from './misread.js'
import type { Source } from './source.js'
import { place, report, say } from './unreadable.js'

/** What stands on a line. */
type LinePart = ChildOf<TreeOf<'Line'>>
type Unreadable = TreeOf<'unreadable'>

/** What is known of a text while its lines are looked at in their order. */
export interface Mending {
  readonly misread: Misread
  /** How many more mends are tried. */
  tries: number
  /** How much may still be spent on looking at lines: each costs the square of its length. */
  work: number
  /** How many subgraphs are open. */
  open: number
}

/** How many lines with mends are looked at in a file. One that is no diagram has mistakes without end. */
const MOST_TRIES = 20_000

/** Some expressions look at a line from each of its characters on. Lines that a person writes cost a few thousand. */
const MOST_WORK = 200_000_000

export function newMending(misread: Misread): Mending {
  return { misread, tries: MOST_TRIES, work: MOST_WORK, open: 0 }
}

export function withMends(source: Source, replacements: readonly Replacement[]): Source {
  if (replacements.length === 0) return source
  const edited = edit(source.prepared.edited, replacements)
  const { names: _, ...rest } = source
  return { ...rest, prepared: { ...source.prepared, edited }, marked: markDirections(edited.text) }
}

const ARROW = /\s*(?:--|==|-\.|<--|~~~)/y

/** Whether a line can be read as it stands. One that cannot is to be mended from here on. */
export function isSound(mending: Mending, { first }: TreeOf<'Line'>, text: string): boolean {
  if (first.rule !== 'Statement') return first.rule !== 'unreadable'
  const { ends, openers } = mending.misread
  if (
    ends.size + openers.size > 0 &&
    (ends.has(text.length - first.start) || openers.has(text.length - first.start))
  )
    return false
  const { rule, end } = first.first
  if (rule === 'SubgraphEnd') {
    ARROW.lastIndex = end
    if (ARROW.test(text)) return false
    mending.open--
  } else if (rule === 'Subgraph') mending.open++
  return true
}

export interface Mended {
  readonly replacements: readonly Replacement[]
  /** Where the first line begins that was not looked at. */
  readonly to: number
}

/**
 * Looks for mends from a line on, and says what they mend; nothing where the grammar does not come to the end.
 * @param patience how many lines that can be read follow the last one that cannot
 */
export function mendFrom(
  source: Source,
  from: number,
  mending: Mending,
  patience: number,
): Mended | undefined {
  const pieces = parser.pieces(source.marked.edited.text, from)
  const replacements: Replacement[] = []
  let before: LinePart | undefined
  let quiet = 0
  // Up to here, a mend took more than its own line.
  let taken = 0
  while (!pieces.atEnd && (quiet < patience || taken > pieces.at || before?.first?.rule === 'SubgraphEnd')) {
    const line = pieces.next('Line')
    if (!line) return undefined
    if (line.first.start < taken) continue
    const found = mendPart(source, line.first, before, mending)
    for (const replacement of found?.replacements ?? []) replacements.push(replacement)
    taken = found?.to ?? 0
    quiet = found ? 0 : quiet + 1
    before = line.first
  }
  return { replacements, to: pieces.at }
}

/** Nothing where there is nothing to mend. */
function mendPart(
  source: Source,
  part: LinePart,
  before: LinePart | undefined,
  mending: Mending,
): Mended | undefined {
  const { text } = source.marked.edited
  const { ends, openers } = mending.misread
  const only = (...replacements: Replacement[]): Mended => ({ replacements, to: part.end })
  if (ends.has(text.length - part.start)) return only(endInstead(source, part))
  if (openers.has(text.length - part.start)) {
    mending.open++
    return only(...proposed(source, part, openerMeant(part.text)))
  }
  if (part.rule !== 'unreadable') {
    mending.open += step(part)
    return undefined
  }
  // It goes on with the line before, of which all is said.
  if (before?.rule === 'unreadable' && part.text.startsWith('\n')) return only()
  if (before && namesNode(source, before, part)) return only(nodeInstead(source, before))
  if (part.text.trim() === '}') {
    if (mending.open <= 0) return only(wordInstead(source, part, '', words.bracesOfDiagram))
    mending.open--
    return only(wordInstead(source, part, 'end', words.braceForEnd))
  }
  const spread = spreadOver(text, part, mending)
  if (spread) return { replacements: proposed(source, undefined, spread), to: spread.to }
  mending.open += step(part)
  return only(...mendUnreadable(source, part, mending))
}

/** A mistake that only the lines around show. */
function spreadOver(text: string, { start, end }: Unreadable, mending: Mending): Spread | undefined {
  const near = text.slice(Math.max(start - MOST_LENGTH, 0), start)
  const before = near.slice(near.lastIndexOf('\n') + 1)
  const length = before.length + end - start
  // A line that begins further off is longer than what is looked at.
  if (length > MOST_LENGTH || mending.tries <= 0 || mending.work <= 0) return undefined
  const isWorth = (more: number): boolean => {
    mending.work -= more ** 2
    mending.tries -= 10
    return more <= MOST_LENGTH && mending.tries > 0 && mending.work > 0
  }
  mending.work -= length ** 2
  return (
    behindEnd(text, start, end, before) ??
    behindSemicolon(text, start, end, before) ??
    overLines(text, start, end, isWorth)
  )
}

/** Says what is proposed for a part of the text. @param part where its places count from; the text where there is none */
function proposed(source: Source, part: LinePart | undefined, proposal: Proposal): Replacement[] {
  const from = part?.start ?? 0
  const own = proposal.edits.map(({ start, end, text }) => place(source, from + start, from + end, text))
  const at = place(source, from + proposal.at[0], from + proposal.at[1], '')
  say(source, proposal, own, originOf(source.prepared.edited, at.start, at.end))
  // The reading is that of the text itself: an entity code that the fix brings is the character it stands for.
  return own.map(replacement => ({ ...replacement, text: encoded(replacement.text) }))
}

/** The line before a part of the text, and the line behind it. */
function neighbours(
  { marked }: Source,
  { start, end, text: own }: Unreadable,
): [before: string, behind: string] {
  const { text } = marked.edited
  const first = start + Math.max(own.search(/\S/), 0)
  const lineStart = text.lastIndexOf('\n', first - 1)
  const last = end - (own.length - own.trimEnd().length)
  const lineEnd = text.indexOf('\n', last)
  const nextEnd = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1)
  return [
    lineStart < 0 ? '' : text.slice(text.lastIndexOf('\n', lineStart - 1) + 1, lineStart),
    lineEnd < 0 ? '' : text.slice(lineEnd + 1, nextEnd < 0 ? text.length : nextEnd),
  ]
}

function mendUnreadable(source: Source, line: Unreadable, mending: Mending): Replacement[] {
  const [before, behind] = neighbours(source, line)
  const isPart = goesOn(line.text, behind) || goesOn(before, line.text)
  const mend = isPart ? undefined : mendOf(unmarked(line.text), mending)
  const own =
    mend?.edits.map(({ start, end, text }) => place(source, line.start + start, line.start + end, text)) ?? []
  // What the fix makes a comment is nothing to the grammar. It needs a line of its own.
  const isNote = mend !== undefined && isComment(mend.line)
  if (isNote && own[0] && !startsLine(source, line)) own[0] = { ...own[0], text: `\n${own[0].text}` }
  report(source, line, mend, [...movedComment(source, line, mend), ...own])
  if (isNote) return [place(source, line.start, line.end, '')]
  // The reading is that of the text itself: an entity code that the fix brings is the character it stands for.
  return own.map(replacement => ({ ...replacement, text: encoded(replacement.text) }))
}

/** The comment behind a statement, which a mend takes away, on a line of its own before it: there it may say what is to be ignored. */
function movedComment(source: Source, { start, text }: Unreadable, mend: Mend | undefined): Replacement[] {
  const words = mend && commentBehind(text, mend.line)
  if (words === undefined) return []
  const whole = source.marked.edited.text
  const lineStart = whole.lastIndexOf('\n', start + text.search(/\S/)) + 1
  const indent = /[ \t]*/.exec(whole.slice(lineStart, start + text.length))![0]
  return [place(source, lineStart, lineStart, `${indent}%% ${words}\n`)]
}

/** What begins a comment behind a statement, in Mermaid or another language. */
const COMMENT_SIGN = /\s(?:%%(?!\{)|\/\/\s|#\s|%\s|\/\*|<!--)/g

/** What a comment says that stands at the end of a line, and not of what a mend made of it, which ends as the line does before the comment. */
function commentBehind(line: string, mended: string): string | undefined {
  const last = lastSign(mended)
  for (const { 0: sign, index } of line.matchAll(COMMENT_SIGN)) {
    const words = line.slice(index + sign.length).trim()
    const own = words.endsWith('*/') ? words.slice(0, -2).trim() : words.replace(/-->$/, '').trim()
    if (own === '' || own.includes('\n') || mended.includes(own)) continue
    if (lastSign(line.slice(0, index)) === last) return own
  }
  return undefined
}

/** The last sign of a text but blanks and what closes a label, which a mend may have added. */
function lastSign(text: string): string | undefined {
  let end = text.length
  while (end > 0 && ' \t\n])}"'.includes(text[end - 1]!)) end--
  return text[end - 1]
}

function endInstead(source: Source, statement: LinePart): Replacement {
  const word = statement.text.trim()
  return wordInstead(source, statement, 'end', (...place) => words.misspeltEnd({ word }, ...place))
}

/** Whether an `end` and the arrow behind it, on one line, are meant as a node and its edge. */
function namesNode({ marked }: Source, end: LinePart, arrow: Unreadable): boolean {
  if (end.first?.rule !== 'SubgraphEnd') return false
  if (marked.edited.text.slice(end.start, arrow.start).includes('\n')) return false
  return /^\s*(?:--|==|-\.|<--|~~~)/.test(arrow.text) && isReadable(`End${arrow.text}`)
}

function nodeInstead(source: Source, statement: LinePart): Replacement {
  return wordInstead(source, statement, 'End', words.endAsName)
}

function wordInstead(source: Source, statement: LinePart, meant: string, sentence: Said): Replacement {
  const word = statement.text.trim()
  const start = statement.start + statement.text.indexOf(word)
  const own = place(source, start, start + word.length, meant)
  const at = originOf(source.prepared.edited, own.start, own.end)
  say(source, { sentence }, [own], at)
  return own
}

/** Long lines are not worth the search. */
const MOST_LENGTH = 5000

/** A blank in place of the mark of a line with a direction. */
const unmarked = (line: string): string => line.replace(directionMark, ' ')

/** The edits that make a line readable, if the cause of the trouble is known: one mend, or two where one does not do. */
function mendOf(line: string, mending: Mending): Mend | undefined {
  if (line.length > MOST_LENGTH || mending.tries <= 0 || mending.work <= 0) return undefined
  mending.work -= line.length ** 2
  const first = mends(line)
  mending.tries -= first.length + 1
  const whole = first.find(({ line }) => isReadable(line))
  if (whole) return whole
  for (const mend of first) {
    if (mending.tries <= MOST_TRIES / 2 || mending.work <= MOST_WORK / 2) return undefined
    mending.work -= mend.line.length ** 2
    const second = mends(mend.line)
    mending.tries -= second.length
    const both = second.find(({ line }) => isReadable(line))
    if (both) return joined(line, mend, both)
  }
  return undefined
}

function encoded(text: string): string {
  return /#\w+;/.test(text) ? encodeEntities(unedited(text)).text : text
}

function startsLine({ marked }: Source, { start }: Unreadable): boolean {
  const { text } = marked.edited
  let before = start
  while (before > 0 && (text[before - 1] === ' ' || text[before - 1] === '\t')) before--
  return before === 0 || text[before - 1] === '\n'
}
