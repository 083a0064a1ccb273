/** One graph of a text, as it reads now, with its outline. */

import type { Graph } from '../../../src/ir/model.js'
import { parts } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { homesIn } from '../read/map.js'
import { readDot } from '../read/read.js'
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

/** @param place of the graph among those in the text */
export function readingOf(text: string, place: number): Reading | undefined {
  const parsed = parser.parse(text)
  if (!parsed.ok) return undefined
  const tree = parts(parsed.tree, 'Graph')[place]
  const resolution = resolveDot(text)
  const resolved = resolution.graphs[place]
  const graph = readDot(text).graphs[place]
  if (!tree || !resolved || !graph || resolution.messages.some(({ severity }) => severity === 'error'))
    return undefined
  const root = bodyOf(tree, text)
  tellEdges(root, resolved)
  return { text, tree, root, resolved, graph, homes: homesIn(resolved) }
}
