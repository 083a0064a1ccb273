/**
 * Comments of the author. FlowZap drops them when it writes code anew; here each is kept, as it is written, in the
 * extras of the statement behind it, and stands before that statement again. Those behind the last statement of a lane
 * or of the text stay behind it.
 */
import { extrasOf } from '../../../src/ir/build.js'
import type { Extras, Value } from '../../../src/ir/model.js'

/** A comment as it stands in the text: behind two slashes, or a `#` line. */
interface Comment {
  readonly kind: string
  readonly text: string
}

/** The keys of `extras.flowzap`. */
export const COMMENTS = 'comments'
export const COMMENTS_AFTER = 'commentsAfter'

/** Whether a comment is a note for the linter, `//@ diaglot-ignore CODE`: it is no carried data, and FlowZap’s rules are not asked about it. */
export function isNote(comment: string): boolean {
  return comment.startsWith('@ diaglot-ignore')
}

/** What stands behind the two slashes. A `#` line that labels no lane is a comment too, and is written as one. */
export function textOf({ kind, text }: Comment): string {
  return (kind === 'label' ? ` ${text}` : text).trimEnd()
}

/** The extras of what has comments before it, or behind its last statement. */
export function commentExtras(
  before: readonly Comment[] | undefined,
  after?: readonly Comment[],
): { readonly extras: Extras } | undefined {
  if (!before?.length && !after?.length) return undefined
  const own = new Map<string, Value>()
  if (before?.length) own.set(COMMENTS, before.map(textOf))
  if (after?.length) own.set(COMMENTS_AFTER, after.map(textOf))
  return { extras: extrasOf('flowzap', own) }
}

/** The comments among own extras that can be written as they are. */
export function ownComments(own: ReadonlyMap<string, Value>, after: boolean): ReadonlyMap<string, Value> {
  return new Map(
    [...own].filter(
      ([key, value]) => (key === COMMENTS || (after && key === COMMENTS_AFTER)) && areComments(value),
    ),
  )
}

function areComments(value: Value): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isComment)
}

/** `//@` begins what diaglot carries, and notes for the linter. */
function isComment(text: unknown): boolean {
  if (typeof text !== 'string' || (text.startsWith('@') && !isNote(text))) return false
  return !/[\r\n]/.test(text) && text.trimEnd() === text
}

/** The lines of an element's comments. */
export function commentLines({ extras }: { readonly extras: Extras }, key: string = COMMENTS): string[] {
  const comments = extras.get('flowzap')?.get(key)
  return Array.isArray(comments) ? comments.map(comment => `//${comment}`) : []
}
