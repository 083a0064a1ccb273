/** One graph of a text, as it reads now, with its outline. */

import type { Graph } from '../../../src/ir/model.js'
import { hasErrors } from '../../../src/messages/message.js'
import { parts } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { homesIn, mapGraph } from '../read/map.js'
import { resolveDot } from '../read/resolve.js'
import type { Homes } from '../read/tree.js'
import type { ResolvedGraph } from '../words/resolved.js'
import { type Body, bodyOf } from './outline.js'
import { tellEdges } from './scopes.js'

export interface Reading {
  readonly text: string
  readonly tree: TreeOf<'Graph'>
  readonly root: Body
  readonly resolved: ResolvedGraph
  readonly graph: Graph
  readonly homes: Homes
}

/** The graphs of a text; none where it cannot be parsed as it stands. */
export function graphTrees(text: string): readonly TreeOf<'Graph'>[] {
  const parsed = parser.parse(text)
  return parsed.ok ? parts(parsed.tree, 'Graph') : []
}

/** @param place of the graph among those in the text */
export function readingOf(
  text: string,
  place: number,
  trees: readonly TreeOf<'Graph'>[] = graphTrees(text),
): Reading | undefined {
  const tree = trees[place]
  if (!tree) return undefined
  const { graphs, messages } = resolveDot(text)
  const resolved = graphs[place]
  if (!resolved || hasErrors(messages)) return undefined
  return {
    text,
    tree,
    root: outlineOf(text, tree, resolved),
    resolved,
    graph: mapGraph(resolved),
    homes: homesIn(resolved),
  }
}

/** The graph in the text that an edit has left; where that is the same text, only the outline is made anew, since edits take it apart. */
export function readingAfter(before: Reading, text: string, place: number): Reading | undefined {
  if (text !== before.text) return readingOf(text, place)
  return { ...before, root: outlineOf(text, before.tree, before.resolved) }
}

function outlineOf(text: string, tree: TreeOf<'Graph'>, resolved: ResolvedGraph): Body {
  const root = bodyOf(tree, text)
  tellEdges(root, resolved)
  return root
}
