/** The comments of a text, given to the statements that they stand before. */

import type { Comment } from '../document/prepare.js'
import { isCarried } from '../words/carry.js'
import { harmless } from '../words/comments.js'

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
