/** Files that fences and directives of Markdown name instead of a text. */
import type { FileReference, Markup } from '../block.js'
import { wordFor } from '../languages.js'
import { namedFile } from '../named-file.js'
import type { Fence, Word } from './fence.js'
import { markdownMarkup } from './links.js'

/** What names a file in a document, but for the name and the word. */
export const partsOfFile = (text: string, { at, heading, lines }: Fence) => ({
  at,
  title: heading,
  replaced: (markup: Markup) => markdownMarkup(text, at, lines.prefix, markup),
})

/**
 * A line alone in a fence that a program replaces by the text of a file: of pymdownx and MkDocs, of mdBook, and of Jinja and Liquid.
 * @see https://facelessuser.github.io/pymdown-extensions/extensions/snippets/ https://rust-lang.github.io/mdBook/format/mdbook.html#including-files
 */
const INCLUDE =
  /^\s{0,20}(?:-{1,10}8<-{1,10} "([^":]+)"|\{\{#include ([^\s{}:]+)\}\}|\{%-? ?include(?:-markdown|_relative)? "?([^\s"%{}]+)"? ?-?%\})\s{0,20}$/

/** The file whose text is to stand between the fences. */
export function includedFile(text: string, fence: Fence, word: Word): FileReference | undefined {
  const filled = fence.lines.lines.filter(([start, end]) => text.slice(start, end).trim() !== '')
  const [only, ...others] = filled
  if (!only || others.length > 0) return undefined
  const line = text.slice(...only)
  const match = INCLUDE.exec(line)
  const file = match?.[1] ?? match?.[2] ?? match?.[3]
  if (file === undefined) return undefined
  const start = only[0] + line.indexOf(file, line.search(/8<|include/))
  return namedFile(text, {
    ...partsOfFile(text, fence),
    fileAt: [start, start + file.length],
    isLoose: true,
    word: word.at,
    wordFor: format => (format.drawnIn?.includes('markdown') ? wordFor(format, 'fence') : undefined),
  })
}
