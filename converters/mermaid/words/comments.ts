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

function isComment(text: unknown): boolean {
  return (
    typeof text === 'string' &&
    text !== '' &&
    harmless(text) === text &&
    !/<\w+[^>]*="[^"]*"[^>]*>/.test(text) &&
    !text.includes('\n') &&
    !isCarried(text)
  )
}

/** The lines of an element's comments. */
export function commentLines({ extras }: { readonly extras: Extras }, key = 'comments'): string[] {
  const comments = extras.get('mermaid')?.get(key)
  return Array.isArray(comments) ? comments.map(comment => `%%${comment}`) : []
}
