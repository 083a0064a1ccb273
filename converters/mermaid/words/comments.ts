/** Comments of the author: kept in the document of what they stand before, and written there again. */
import { type Commented, type CommentsKey, commentsOf } from '../../../src/ir/comments.js'
import { isCarried } from './carry.js'
import { cleanText } from './encode.js'

/**
 * A comment that does nothing wherever it stands. Mermaid looks for directives and for tags before it drops comments:
 * one that begins here could end anywhere.
 */
export function harmless(text: string): string {
  const line = cleanText(`%%${text}`).replaceAll('%%{', '%% {').trimEnd()
  const tagEnd = line.lastIndexOf('>') + 1
  return (line.slice(0, tagEnd) + line.slice(tagEnd).replace(/<(?=\w)/g, '< ')).slice(2)
}

/** Whether a comment can be written as it is. In tags, mermaid changes quotes. */
function isComment(text: string): boolean {
  return (
    text !== '' &&
    harmless(text) === text &&
    !hasQuotedAttribute(text) &&
    !text.includes('\n') &&
    !isCarried(text)
  )
}

/** Whether a tag has an attribute in double quotes, which become single ones when the text is read. */
function hasQuotedAttribute(text: string): boolean {
  for (const { index, 0: tag } of text.matchAll(/<\w[^>]*/g)) {
    const sign = tag.indexOf('="')
    if (sign < 0) continue
    const close = text.indexOf('"', index + sign + 2)
    return close >= 0 && text.includes('>', close)
  }
  return false
}

/** The lines of an element's comments, of those that can be written as they are. */
export function commentLines(element: Commented, key?: CommentsKey): string[] {
  return commentsOf(element, 'mermaid', key)
    .filter(isComment)
    .map(comment => `%%${comment}`)
}
