/** Comments of the author: kept as extras of what they stand before, and written there again. */
import type { Extras, Value } from '../../src/ir/model.js'
import { isCarried } from './carry.js'
import { cleanText } from './encode.js'
import type { Comment } from './prepare.js'

/** The comments of a text that no statement has taken yet. */
export interface Waiting {
  readonly comments: readonly Comment[]
  next: number
}

export function waitingComments(comments: readonly Comment[]): Waiting {
  return { comments: comments.filter(({ text }) => !isCarried(text) && harmless(text) !== ''), next: 0 }
}

/** Takes the comments that stand before an offset of the author's text; `undefined` where there are none. */
export function commentsBefore(waiting: Waiting, offset: number): string[] | undefined {
  const taken: string[] = []
  for (let comment = waiting.comments[waiting.next]; comment; comment = waiting.comments[waiting.next]) {
    if (comment.at[0] >= offset) break
    taken.push(harmless(comment.text))
    waiting.next++
  }
  return taken.length > 0 ? taken : undefined
}

/** What holds comments while a text is read. */
export interface Commented {
  comments: string[] | undefined
}

export function addComments(to: Commented, comments: readonly string[]): void {
  to.comments ??= []
  for (const comment of comments) to.comments.push(comment)
}

/**
 * A comment that does nothing wherever it stands. Mermaid looks for directives and for tags before it drops comments:
 * one that begins here could end anywhere.
 */
function harmless(text: string): string {
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
