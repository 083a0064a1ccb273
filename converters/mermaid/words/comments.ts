/** Comments of the author: kept as extras of what they stand before, and written there again. */
import type { Extras, Value } from '../../../src/ir/model.js'
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

/** Whether a value is a list of comments that can be written as they are. In tags, mermaid changes quotes. */
export function areComments(value: Value): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isComment)
}

export function isComment(text: unknown): boolean {
  return (
    typeof text === 'string' &&
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

/** The lines of an element's comments. */
export function commentLines({ extras }: { readonly extras: Extras }, key = 'comments'): string[] {
  const comments = extras.get('mermaid')?.get(key)
  return Array.isArray(comments) ? comments.map(comment => `%%${comment}`) : []
}
