/**
 * What to say about lines that cannot be read, and how to read on. A line whose mistake has a known cause is
 * mended and read; the mend is offered as the message's fix.
 */

import type { ChildOf } from '../../../src/syntax/tree.js'
import { markDirections } from '../document/direction-marks.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { edit, originOf, type Replacement, unedited } from '../words/edited.js'
import { encodeEntities } from '../words/entities.js'
import { goesOn } from './mends/broken-label.js'
import { joined, mends } from './mends/mends.js'
import * as words from './mends/messages.js'
import { misspeltStatement } from './mends/misspelt.js'
import type { Mend } from './mends/proposal.js'
import type { Source } from './source.js'
import { place, report, say } from './unreadable.js'

/** What stands on a line. */
type LinePart = ChildOf<TreeOf<'Line'>>
type Unreadable = TreeOf<'unreadable'>

/** What is known of a text while its lines are looked at in their order. */
export interface Mending {
  /** The lines that close a subgraph although they say `End`, by how far they begin from the end of the text. */
  readonly ends: ReadonlySet<number>
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

export function newMending(ends: ReadonlySet<number>): Mending {
  return { ends, tries: MOST_TRIES, work: MOST_WORK, open: 0 }
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
  const { ends } = mending
  if (ends.size > 0 && ends.has(text.length - first.start)) return false
  const { rule, end } = first.first
  if (rule === 'SubgraphEnd') {
    ARROW.lastIndex = end
    if (ARROW.test(text)) return false
    mending.open--
  } else if (rule === 'Subgraph') mending.open++
  return true
}

function count(mending: Mending, part: LinePart): void {
  const rule = part.first?.rule
  if (rule === 'Subgraph' || opensSubgraph(part)) mending.open++
  else if (rule === 'SubgraphEnd') mending.open--
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
  while (!pieces.atEnd && (quiet < patience || before?.first?.rule === 'SubgraphEnd')) {
    const line = pieces.next('Line')
    if (!line) return undefined
    const found = mendPart(source, line.first, before, mending)
    for (const replacement of found ?? []) replacements.push(replacement)
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
): readonly Replacement[] | undefined {
  if (mending.ends.has(source.marked.edited.text.length - part.start)) return [endInstead(source, part)]
  if (part.rule !== 'unreadable') {
    count(mending, part)
    return undefined
  }
  // It goes on with the line before, of which all is said.
  if (before?.rule === 'unreadable' && part.text.startsWith('\n')) return []
  if (before && namesNode(source, before, part)) return [nodeInstead(source, before)]
  if (mending.open > 0 && part.text.trim() === '}') {
    mending.open--
    return [wordInstead(source, part, 'end', words.braceForEnd)]
  }
  count(mending, part)
  return mendUnreadable(source, part, mending)
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
  const mend = isPart ? undefined : mendOf(line.text, mending)
  const own =
    mend?.edits.map(({ start, end, text }) => place(source, line.start + start, line.start + end, text)) ?? []
  // What the fix makes a comment is nothing to the grammar. It needs a line of its own.
  const isNote = mend !== undefined && isComment(mend.line)
  if (isNote && own[0] && !startsLine(source, line)) own[0] = { ...own[0], text: `\n${own[0].text}` }
  report(source, line, mend, own)
  if (isNote) return [place(source, line.start, line.end, '')]
  // The reading is that of the text itself: an entity code that the fix brings is the character it stands for.
  return own.map(replacement => ({ ...replacement, text: encoded(replacement.text) }))
}

const MISSPELT_END = /^\s*(?:END|End|ennd|edn|emd|endd|End;|endsubgraph|end_subgraph)\s*$/
const MISSPELT_WORD = /(?:END|End|ennd|edn|emd|endd|endsubgraph|end_subgraph)[^\S\n]*(?:[\n;]|$)/g

/** Whether such a line may be there, without a look at the statements. */
function maySayEnd(text: string): boolean {
  for (const { index } of text.matchAll(MISSPELT_WORD)) {
    let start = index
    while (start > 0 && text[start - 1] !== '\n' && /\s/.test(text[start - 1]!)) start--
    if (start === 0 || /(?:[\n;}]|\bend)$/.test(text.slice(Math.max(start - 4, 0), start))) return true
  }
  return false
}

const NONE: ReadonlySet<number> = new Set()

/**
 * Lines with nothing but `End`, `END` or `ennd`, which name a node, where just so many subgraphs are open at the end; each by how far
 * it begins from there.
 */
export function misspeltEnds({ marked }: Source): ReadonlySet<number> {
  const { text } = marked.edited
  if (!maySayEnd(text)) return NONE
  const found = new Set<number>()
  const pieces = parser.pieces(text)
  const mending = newMending(NONE)
  pieces.next('Header')
  for (let line = pieces.next('Line'); line; line = pieces.atEnd ? undefined : pieces.next('Line')) {
    const { first } = line
    count(mending, first)
    if (first.first?.rule === 'Chain' && MISSPELT_END.test(first.text)) found.add(text.length - first.start)
  }
  return mending.open > 0 && found.size > 0 && found.size <= mending.open ? found : NONE
}

function opensSubgraph(part: LinePart): boolean {
  if (part.rule !== 'unreadable') return false
  return /^\s*subgraph\b/.test(part.text) || misspeltStatement(part.text)?.meant === 'subgraph'
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

function wordInstead(source: Source, statement: LinePart, meant: string, sentence: words.Said): Replacement {
  const word = statement.text.trim()
  const start = statement.start + statement.text.indexOf(word)
  const own = place(source, start, start + word.length, meant)
  const at = originOf(source.prepared.edited, own.start, own.end)
  say(source, { sentence }, [own], at)
  return own
}

/** The edits that make a line readable, if the cause of the trouble is known: one mend, or two where one does not do. */
function mendOf(line: string, mending: Mending): Mend | undefined {
  // Long lines are not worth the search.
  if (line.length > 5000 || mending.tries <= 0 || mending.work <= 0) return undefined
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

function isComment(line: string): boolean {
  return /^\s*%%[^{]/.test(line)
}

/** Whether a line is nothing but statements. */
export function isReadable(line: string): boolean {
  if (isComment(line)) return true
  const text = `flowchart\n${line}\n`
  const result = parser.parse(line.includes('direction') ? markDirections(text).edited.text : text)
  return result.ok && result.tree.children.every(({ first }) => first.rule !== 'unreadable')
}
