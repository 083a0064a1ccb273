/** Comments in which an author says that a finding is meant: `diaglot-ignore CODE, CODE`, `diaglot-ignore-file CODE`. */

import type { Format } from '../format.js'
import { addTo, lastAtMost } from '../ir/lists.js'
import type { Range } from '../ir/model.js'
import type { Message } from '../messages/message.js'
import * as say from './messages.js'
import { isRule } from './settings.js'

interface Suppression {
  /** Where it stands. */
  readonly at: Range
  /** Empty for all. */
  readonly codes: readonly string[]
  /** The range in which a message has to begin, as that of a line; `undefined` for the whole text. */
  readonly over: Range | undefined
  /** Whether the ranges of others may stand in this one. */
  readonly isWide?: boolean
  /** What is to be taken away where it silences nothing. */
  readonly edit?: { readonly start: number; readonly end: number }
}

/** What an author writes. Behind the codes may stand two dashes and a reason. */
const WORDS = /\bdiaglot-ignore(-file)?(?![\w-])([^\n]*)/
const CODE = /^[a-z]+\/[\w-]+$/

const NOTE = 'diaglot-ignore'

/** The suppressions among the comments of a text. */
function suppressionsIn(text: string, comments: readonly Range[]): Suppression[] {
  const ends = new Map(comments)
  return comments.flatMap(at => {
    const found = WORDS.exec(text.slice(...at))
    if (!found) return []
    const over = found[1] ? undefined : lineOf(text, at, ends)
    return [{ at, codes: codesIn(found[2]!), over, edit: withItsLine(text, at) }]
  })
}

/** The codes that words begin with. */
function codesIn(text: string): string[] {
  const words = text.split(/[\s,:]/).filter(word => word !== '')
  const end = words.findIndex(word => !CODE.test(word))
  return end < 0 ? words : words.slice(0, end)
}

/** The line on which a comment stands; where it stands alone, the next one on which something else does. */
function lineOf(text: string, [start, end]: Range, ends: ReadonlyMap<number, number>): Range {
  let at = start
  if (text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '') {
    at = end
    // Over blanks and other comments, as these may ignore other codes.
    for (;;) {
      while (at < text.length && /\s/.test(text[at]!)) at++
      const next = ends.get(at)
      if (next === undefined || next <= at) break
      at = next
    }
  }
  const lineEnd = text.indexOf('\n', at)
  return [text.lastIndexOf('\n', at - 1) + 1, lineEnd < 0 ? text.length + 1 : lineEnd + 1]
}

/**
 * The messages that no comment of their author's silences, and `lint/unused-ignore` for a comment that silences nothing.
 * Errors of reading are never silenced.
 * @param found every message that the linter can say
 * @param format whose comments, and whose other ways of saying so, the text has
 * @param isWhole whether every rule was asked. In a text with errors some are not, and nobody knows what a comment would silence, unless it names errors alone.
 */
export function withoutIgnored<T extends { readonly message: Message }>(
  found: readonly T[],
  text: string,
  { comments = () => [], ignored = () => [] }: Pick<Format, 'comments' | 'ignored'>,
  isWhole: boolean,
): { readonly found: readonly T[]; readonly unused: readonly Message[] } {
  const inComments = text.includes(NOTE) ? suppressionsIn(text, comments(text)) : []
  // What is packed does not bear the word, and is looked into only where there is something to silence.
  const said = found.length > 0 || text.includes(NOTE) ? ignored(text) : []
  const suppressions: readonly Suppression[] = [
    ...inComments,
    ...said.map(({ words, ...where }) => ({ ...where, codes: codesIn(words) })),
  ]
  if (suppressions.length === 0) return { found, unused: [] }
  const used = new Set<Suppression>()
  const silencing = silencers(suppressions)
  const kept = found.filter(({ message }) => {
    if (!isRule(message)) return true
    const over = silencing(message.at?.[0] ?? 0).filter(
      ({ codes }) => codes.length === 0 || codes.includes(message.code),
    )
    for (const each of over) used.add(each)
    return over.length === 0
  })
  const unused = suppressions
    .filter(each => !used.has(each) && (isWhole || namesErrors(each)))
    .map(({ at, codes, edit }) =>
      say.unusedIgnore({ codes: codes.join(', ') }, at, edit && [{ ...edit, text: '' }]),
    )
  return { found: kept, unused }
}

/** Whether it names only what cannot be silenced. */
const namesErrors = ({ codes }: Suppression): boolean =>
  codes.length > 0 && codes.every(code => /^(?:syntax|graph|limit)\//.test(code))

/** What may silence a message that begins at an offset. Ranges stand apart, but for the wide ones, of which there are few. */
function silencers(suppressions: readonly Suppression[]): (offset: number) => readonly Suppression[] {
  const wide = suppressions.filter(({ over, isWide }) => !over || isWide)
  const byStart = new Map<number, Suppression[]>()
  for (const each of suppressions) if (each.over && !each.isWide) addTo(byStart, each.over[0], each)
  const starts = [...byStart.keys()].sort((a, b) => a - b)
  return offset => {
    const there = byStart.get(starts[lastAtMost(starts, offset)] ?? -1) ?? []
    return [...wide, ...there].filter(({ over }) => !over || (over[0] <= offset && offset < over[1]))
  }
}

/** A comment with the blanks before it; one that stands alone, with its line. */
function withItsLine(text: string, [start, end]: Range): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const isAlone = text.slice(lineStart, start).trim() === ''
  const lineEnd = /[^\S\n]*\n?/y
  lineEnd.lastIndex = end
  const behind = lineEnd.exec(text)?.[0] ?? ''
  if (isAlone && (behind.endsWith('\n') || end + behind.length === text.length))
    return { start: lineStart, end: end + behind.length }
  let from = start
  while (from > lineStart && /[ \t]/.test(text[from - 1]!)) from--
  return { start: from, end }
}
