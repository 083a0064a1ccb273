/** Links and pictures of Markdown in the place of a block. */
import { address } from '../address.js'
import type { Edited, Markup, Range } from '../block.js'
import { paragraphEdit } from '../paragraph.js'

/** A link to the file, or a picture that is one, and the links behind it. */
export function markdownLinks({ title, source, picture, more = [] }: Markup): string {
  const shown = picture === undefined ? escaped(title) : `![${escaped(title)}](${address(picture)})`
  const links = more.map(link => `[${escaped(link.title)}](${address(link.address)})`)
  return [`[${shown}](${address(source)})`, ...links].join(' ')
}

/** On one line, and without what Markdown would take for a sign. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]<>*_`&!|$~]/g, '\\$&')

export function markdownMarkup(document: string, at: Range, prefix: string, markup: Markup): Edited {
  return paragraphEdit(document, at, prefix, [markdownLinks(markup)])
}
