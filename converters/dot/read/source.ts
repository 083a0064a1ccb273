/**
 * The text that the grammar is given, where it is not the author's own: characters that Graphviz never
 * sees are cut out, and a reader that recovers may close a quote. Places are translated back, so that
 * everybody else speaks of the author's text only.
 */

import { lastAtMost } from '../../../src/ir/lists.js'
import type { Range } from '../../../src/ir/model.js'

/** From `at` in the parsed text on, the author's offset is `shift` further. */
interface Step {
  readonly at: number
  readonly shift: number
}

export interface Source {
  readonly text: string
  readonly steps: readonly Step[]
}

/**
 * The author's text without what Graphviz drops: its file reader works line by line with C strings, so
 * a NUL ends a line, its line break included.
 */
export function sourceOf(author: string): Source {
  if (!author.includes('\0')) return { text: author, steps: [] }
  const kept: string[] = []
  const steps: Step[] = []
  let length = 0
  for (let from = 0; from < author.length; ) {
    const nul = author.indexOf('\0', from)
    const until = nul < 0 ? author.length : nul
    kept.push(author.slice(from, until))
    length += until - from
    if (nul < 0) break
    const lineEnd = author.indexOf('\n', nul)
    from = lineEnd < 0 ? author.length : lineEnd + 1
    steps.push({ at: length, shift: from - length })
  }
  return { text: kept.join(''), steps }
}

/** The same source with `inserted` put in before `offset` (of the parsed text). */
export function withInserted(source: Source, offset: number, inserted: string): Source {
  return withReplaced(source, offset, offset, inserted)
}

/** The same source with other words in a range of the parsed text; what they begin at keeps its place. */
export function withReplaced(source: Source, start: number, end: number, words: string): Source {
  const before = source.steps.filter(step => step.at <= start)
  const after = source.steps.filter(step => step.at > end)
  const shift = authorOffset(source, end) - end
  const grown = words.length - (end - start)
  return {
    text: source.text.slice(0, start) + words + source.text.slice(end),
    steps: [
      ...before,
      { at: start + words.length, shift: shift - grown },
      ...after.map(step => ({ at: step.at + grown, shift: step.shift - grown })),
    ],
  }
}

/** The author's range of a range of the parsed text. */
export function authorRange(source: Source, start: number, end: number): Range {
  return [authorOffset(source, start), authorOffset(source, end)]
}

/** The author's offset of an offset into the parsed text. Words that are longer than what they stand for end where that ends. */
export function authorOffset(source: Source, offset: number): number {
  const { steps } = source
  if (steps.length === 0) return offset
  const last = lastAtMost(steps, offset, ({ at }) => at)
  const next = steps[last + 1]
  const author = offset + (steps[last]?.shift ?? 0)
  return next ? Math.min(author, next.at + next.shift) : author
}
