/**
 * Comments of the author. FlowZap drops them when it writes code anew; here each is kept, as it is written, in the
 * document of the statement behind it, and stands before that statement again. Those behind the last statement of a lane
 * or of the text stay behind it.
 */
import { type Commented, type CommentsKey, commentsOf, documentOfComments } from '../../../src/ir/comments.js'
import { withoutHalves } from '../../../src/text/utf16.js'

/** A comment as it stands in the text: behind two slashes, or a `#` line. */
interface Comment {
  readonly kind: string
  readonly text: string
}

/** Whether a comment is a note for the linter, `//@ diaglot-ignore CODE`: it is no carried data, and FlowZap’s rules are not asked about it. */
export function isNote(comment: string): boolean {
  return comment.startsWith('@ diaglot-ignore')
}

/** What stands behind the two slashes. A `#` line that labels no lane is a comment too, and is written as one. */
export function textOf({ kind, text }: Comment): string {
  return (kind === 'label' ? ` ${text}` : text).trimEnd()
}

/** The document of what has comments before it, or behind its last statement. */
export function withComments(before: readonly Comment[] | undefined, after?: readonly Comment[]): Commented {
  // Most statements have none.
  if (!before?.length && !after?.length) return NONE
  return documentOfComments('flowzap', before?.map(textOf), after?.map(textOf))
}

const NONE: Commented = {}

/** `//@` begins what diaglot carries, and notes for the linter. Half a character is none in a file. */
function isComment(text: string): boolean {
  if (text.startsWith('@') && !isNote(text)) return false
  return !/[\r\n]/.test(text) && text.trimEnd() === text && withoutHalves(text) === text
}

/** A line of a text that stands beside the diagram, as a comment; nothing where nothing stands in it. */
export function noteLine(line: string): string | undefined {
  const text = withoutHalves(line).trim()
  return text ? ` ${text}` : undefined
}

/** The lines of an element's comments, of those that can be written as they are. */
export function commentLines(element: Commented, key?: CommentsKey): string[] {
  return commentsOf(element, 'flowzap', key)
    .filter(isComment)
    .map(comment => `//${comment}`)
}
