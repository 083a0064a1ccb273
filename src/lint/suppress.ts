/** Comments in which an author says that a finding is meant: `diaglot-ignore CODE, CODE`, `diaglot-ignore-file CODE`. */
import { addTo, lastAtMost } from '../ir/lists.js'
import type { Range } from '../ir/model.js'
import type { Message } from '../messages/message.js'
import * as say from './messages.js'
import { isRule } from './settings.js'

interface Suppression {
  /** Where the comment stands. */
  readonly at: Range
  /** Empty for all. */
  readonly codes: readonly string[]
  /** The line in which a message has to begin; `undefined` for the whole text. */
  readonly line: Range | undefined
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
    const words = found[2]!.split(/[ \t,:]/).filter(word => word !== '')
    const end = words.findIndex(word => !CODE.test(word))
    const codes = end < 0 ? words : words.slice(0, end)
    return [{ at, codes, line: found[1] ? undefined : lineOf(text, at, ends) }]
  })
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
 * @param comments where the comments of a text stand
 */
export function withoutIgnored<T extends { readonly message: Message }>(
  found: readonly T[],
  text: string,
  comments: (text: string) => readonly Range[],
): { readonly found: readonly T[]; readonly unused: readonly Message[] } {
  if (!text.includes(NOTE)) return { found, unused: [] }
  const suppressions = suppressionsIn(text, comments(text))
  const everywhere = suppressions.filter(({ line }) => line === undefined)
  const byLine = new Map<number, Suppression[]>()
  for (const each of suppressions) if (each.line) addTo(byLine, each.line[0], each)
  const lines = [...byLine.keys()].sort((a, b) => a - b)
  const used = new Set<Suppression>()
  const kept = found.filter(({ message }) => {
    if (!isRule(message)) return true
    const offset = message.at?.[0] ?? 0
    const there = byLine.get(lines[lastAtMost(lines, offset)] ?? -1) ?? []
    const over = [...everywhere, ...there].filter(
      ({ line, codes }) =>
        (line === undefined || offset < line[1]) && (codes.length === 0 || codes.includes(message.code)),
    )
    for (const each of over) used.add(each)
    return over.length === 0
  })
  const unused = suppressions
    .filter(each => !used.has(each))
    .map(({ at, codes }) =>
      say.unusedIgnore({ codes: codes.join(', ') }, at, [{ ...withItsLine(text, at), text: '' }]),
    )
  return { found: kept, unused }
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
