/** Comments of source code that are Markdown, as programs make documentation of them: what stands before each of their lines stays. */
import { type Line, linesOf } from '../input/lines.js'
import { type Found, joined, lifted, type Passage, type Range } from './block.js'
import type { FindBlocks } from './languages.js'
import { passageOfLines } from './lines.js'

/** Lines that are a comment each, by what they begin with: Rust's and C#'s `///`, Rust's `//!`, and `#`, with one blank behind it. */
const LINE = /^[ \t]*(?:\/\/[/!]|#'?)(?![#/!])[ \t]?/

const OPENING = /^[ \t]*\/\*\*(?![*/])[ \t]?/

const STAR = /^[ \t]*\*(?!\/)[ \t]?/

interface Comment {
  readonly lines: readonly Range[]
  readonly prefix: string
  /** What would end it. */
  readonly end?: string
}

/**
 * What finds the diagrams in the comments of source code.
 * @param markdown what finds those of a comment
 * @see https://tsdoc.org, https://doc.rust-lang.org/rustdoc/how-to-write-documentation.html
 */
export const commentFinder =
  (markdown: FindBlocks): FindBlocks =>
  (text, languages) => {
    const found = commentsOf(text).map(({ lines, prefix, end }): Found => {
      const passage = passageOfLines(text, { lines, prefix, open: lines[0]![0] })
      const encode: Passage['encode'] = own =>
        end !== undefined && own.includes(end) ? undefined : passage.encode(own)
      return lifted(markdown(passage.text, languages), { ...passage, encode })
    })
    return joined(found)
  }

/** Those in which a diagram may stand. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = []
  const lines = linesOf(text)
  const add = (own: readonly Range[], prefix: string, end?: string): void => {
    if (own.some(([start, stop]) => /^[ \t>]*(?:`{3}|~{3}|:{3})/.test(text.slice(start, stop))))
      comments.push({ lines: own, prefix, ...(end !== undefined && { end }) })
  }
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place]!
    if (OPENING.test(line.text) && !line.text.includes('*/')) {
      let end = place + 1
      while (end < lines.length && !lines[end]!.text.includes('*/')) end++
      const inner = lines.slice(place + 1, end)
      const starred = inner.filter(({ text }) => STAR.test(text))
      const first = starred.find(({ text }) => /\S/.test(text.replace(STAR, '')))
      // Where no line has a star, the lines are as they stand.
      if (first && starred.length >= inner.filter(({ text }) => text.trim() !== '').length)
        add(
          inner.map(own => behind(own, STAR)),
          STAR.exec(first.text)![0],
          '*/',
        )
      else
        add(
          inner.map(({ start, end }): Range => [start, end]),
          '',
          '*/',
        )
      place = end
    } else if (LINE.test(line.text)) {
      const sign = /\/\/[/!]|#/.exec(line.text)![0]
      let end = place + 1
      while (
        end < lines.length &&
        LINE.test(lines[end]!.text) &&
        lines[end]!.text.trimStart().startsWith(sign)
      )
        end++
      const own = lines.slice(place, end)
      const filled = own.find(({ text }) => /[ \t]\S/.test(text)) ?? line
      add(
        own.map(each => behind(each, LINE)),
        LINE.exec(filled.text)![0],
      )
      place = end - 1
    }
  }
  return comments
}

const behind = ({ text, start, end }: Line, sign: RegExp): Range => [
  start + (sign.exec(text)?.[0].length ?? 0),
  end,
]
