/**
 * What authors say to each other in a text: comments, with what they stand at. They are of the document and not of the graph: under these
 * keys in the `document` of an element, by its format.
 */
import { mapElements } from './elements.js'
import type { ElementDocument, Extras, Graph, Value } from './model.js'

/** Those before an element, and those behind the last thing in it. */
export const COMMENTS = 'comments'
export const COMMENTS_AFTER = 'commentsAfter'
export type CommentsKey = typeof COMMENTS | typeof COMMENTS_AFTER

const KEYS: readonly CommentsKey[] = [COMMENTS, COMMENTS_AFTER]

export interface Commented {
  readonly document?: ElementDocument
}

/** Comments as their format has them, without the sign that begins one; `format` says which can be written. */
export function commentsOf({ document }: Commented, format: string, key: CommentsKey = COMMENTS): string[] {
  const comments = document?.get(format)?.get(key)
  return Array.isArray(comments) ? comments.filter(comment => typeof comment === 'string') : []
}

/** The formats whose comments stand at an element. */
export function formatsOfComments({ document }: Commented): string[] {
  if (!document) return []
  return [...document].flatMap(([format, own]) => (KEYS.some(key => own.has(key)) ? [format] : []))
}

/** The document of an element that has comments; nothing where there are none. */
export function documentOfComments(
  format: string,
  before: readonly string[] | undefined,
  after?: readonly string[],
): Commented {
  const own = new Map<string, Value>()
  if (before?.length) own.set(COMMENTS, before)
  if (after?.length) own.set(COMMENTS_AFTER, after)
  return own.size > 0 ? { document: new Map([[format, own]]) } : {}
}

/** A graph that an earlier version wrote as JSON, or carried, with its comments where they are today: they stood in `extras`. */
export function withCommentsMoved(graph: Graph, format: string): Graph {
  const isOld = ({ extras }: { readonly extras: Extras }): boolean => {
    const own = extras.get(format)
    return own !== undefined && KEYS.some(key => own.has(key))
  }
  const { nodes, groups, edges, loops } = graph
  if (![graph, ...nodes.values(), ...groups.values(), ...edges, ...loops].some(isOld)) return graph
  return mapElements(graph, element => {
    const own = element.extras.get(format)
    const found = KEYS.filter(key => own?.has(key))
    if (!own || found.length === 0) return element
    const values = new Map(element.document?.get(format))
    for (const key of found) if (!values.has(key)) values.set(key, own.get(key) ?? null)
    return {
      ...element,
      extras: withoutKeys(element.extras, format, found),
      document: new Map([...(element.document ?? []), [format, values]]),
    }
  })
}

function withoutKeys(extras: Extras, format: string, keys: readonly string[]): Extras {
  const left = new Map([...(extras.get(format) ?? [])].filter(([key]) => !keys.includes(key)))
  const all = new Map(extras)
  if (left.size > 0) all.set(format, left)
  else all.delete(format)
  return all
}
