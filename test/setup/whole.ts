/** The pieces of a text from the tree of all of it: what a reader makes of these is what it makes of a text that it reads piece by piece. */
import type { CompiledParser, Pieces, Tree } from '../../src/syntax/tree.js'

/**
 * Gives the children of the tree, where they have the rule that is asked for; where they have not, those of the next child, until
 * its last. Nothing for a text that the grammar does not take as a whole.
 */
export function wholePieces<Trees extends object, First extends keyof Trees & string>(
  parser: CompiledParser<Trees, First>,
  text: string,
): Pieces<Trees> | undefined {
  const result = parser.parse(text)
  if (!result.ok) return undefined
  const tree: Tree = result.tree
  /** What comes next, and what behind the tree that it is in. */
  const open: (Tree | undefined)[] = [tree.first]
  let at = 0
  const next = (rule: string): Tree | undefined => {
    while (open.length > 1 && open.at(-1) === undefined) open.pop()
    const here = open.at(-1)
    if (!here) return undefined
    if (here.rule !== rule) {
      if (here.first?.rule !== rule) return undefined
      open[open.length - 1] = here.next
      open.push(here.first)
      return next(rule)
    }
    open[open.length - 1] = here.next
    at = here.end
    return here
  }
  return {
    tooDeep: false,
    get at() {
      return at
    },
    get atEnd() {
      return at === text.length
    },
    next: next as Pieces<Trees>['next'],
  }
}
