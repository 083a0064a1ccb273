/** What the linter takes from reading: the places of what statements say, which the graph does not keep. */
import type { Range } from '../../../src/ir/model.js'
import { type ChildOf, part, type Tree } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { type BriefMention, briefMentionOf, type Chain, chainOf } from './chain-places.js'
import type { Flow } from './flow.js'
import { placeOf, rawText, type Source } from './source.js'

/** A name where it stands. */
export interface Named {
  readonly name: string
  readonly at: Range
}

/** What the statements of a text say, in their order. */
export interface Seen {
  /** Those that name nodes, and the links between them. */
  readonly chains: Chain[]
  /** The nodes of all chains. */
  readonly mentions: BriefMention[]
  /** The ids behind `style`. */
  readonly styled: Named[]
  /** The classes that statements give with `class`. */
  readonly classed: Named[]
}

/** What all of a text says that was read without mends. */
export interface Sight extends Seen {
  readonly text: string
  readonly flow: Flow
}

export const newSeen = (): Seen => ({ chains: [], mentions: [], styled: [], classed: [] })

/**
 * Adds a statement. Its tree is gone with the next line, so that nothing of it may be kept.
 * @param firstEdge the number of the first edge that it makes
 */
export function see(
  { chains, mentions, styled, classed }: Seen,
  from: Source,
  tree: ChildOf<TreeOf<'Statement'>>,
  firstEdge: number,
): void {
  const { rule } = tree
  if (rule !== 'Chain' && rule !== 'Style' && rule !== 'Class') return
  // Reading says already what there is to say of it.
  const source: Source = { prepared: from.prepared, marked: from.marked, messages: [] }
  if (rule === 'Chain') {
    const chain = chainOf(source, tree, firstEdge, briefMentionOf)
    chains.push(chain)
    for (const group of chain.groups) for (const mention of group) mentions.push(mention)
  } else if (rule === 'Style') styled.push(named(source, part(tree, 'nodeId')))
  else classed.push(named(source, part(tree, 'className')))
}

const named = (source: Source, leaf: Tree): Named => ({
  name: rawText(source, leaf),
  at: placeOf(source, leaf),
})
