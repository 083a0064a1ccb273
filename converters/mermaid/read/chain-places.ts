/** The parts of a chain with their places: groups of vertices, and the links between them. */

import type { Range } from '../../../src/ir/model.js'
import { type ChildOf, part } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { labelIn } from './labels.js'
import { placeOf, rangeOf, rawText, type Source } from './source.js'

/** A vertex, with what a rule may say of it. */
export interface BriefMention {
  readonly id: string
  readonly idAt: Range
  readonly labelAt?: Range
  readonly classAt?: Range
  readonly className?: string
}

/** A vertex, with all that an edit may change. */
export interface Mention extends BriefMention {
  readonly at: Range
  /** Whether brackets or properties say what it is. */
  readonly decorated: boolean
  /** The brackets with the label. */
  readonly shapeAt?: Range
  /** `@{ … }` */
  readonly dataAt?: Range
}

export interface Hop {
  /** The link with the blanks around it. */
  readonly at: Range
  /** The number of its first edge. */
  readonly base: number
  /** The arrow, where the label does not stand inside of it. */
  readonly arrowAt?: Range
  /** The label with its pipes. */
  readonly pipeAt?: Range
  readonly labelAt?: Range
}

export interface Chain<Vertex extends BriefMention = BriefMention> {
  readonly groups: readonly (readonly Vertex[])[]
  readonly hops: readonly Hop[]
}

/**
 * @param base the number of the chain's first edge
 * @param seeVertex what is made of a vertex: `briefMentionOf` or `mentionOf`
 */
export function chainOf<Vertex extends BriefMention>(
  source: Source,
  tree: TreeOf<'Chain'>,
  base: number,
  seeVertex: (source: Source, vertex: TreeOf<'Vertex'>) => Vertex,
): Chain<Vertex> {
  const mentionsOf = (group: TreeOf<'NodeGroup'>): Vertex[] => {
    const mentions: Vertex[] = []
    for (let piece: ChildOf<typeof group> | undefined = group.first; piece; piece = piece.next)
      if (piece.rule === 'Vertex') mentions.push(seeVertex(source, piece))
    return mentions
  }
  let starts = mentionsOf(tree.first)
  const groups = [starts]
  const hops: Hop[] = []
  let edge = base
  for (let step: ChildOf<typeof tree> | undefined = tree.first; step; step = step.next) {
    if (step.rule !== 'Hop') continue
    const link = step.first
    const ends = mentionsOf(link.next)
    hops.push(hopOf(source, link, edge))
    edge += starts.length * ends.length
    groups.push(ends)
    starts = ends
  }
  return { groups, hops }
}

type InTheMaking<T> = { -readonly [K in keyof T]: T[K] }

/** A link with the places of its arrow and label. */
function hopOf(source: Source, link: TreeOf<'Link'>, base: number): Hop {
  const form = part(link.first, 'LinkBody').first
  const [arrow, pipe] = form.rule === 'LinkBody_arrow' ? [form.first, form.first.next] : []
  const label = form.rule === 'LinkBody_arrow' ? pipe?.first : form.first.next
  const hop: InTheMaking<Hop> = { at: rangeOf(source, link.start, link.end), base }
  if (arrow) hop.arrowAt = placeOf(source, arrow)
  if (pipe) hop.pipeAt = placeOf(source, pipe)
  if (label) hop.labelAt = placeOf(source, label)
  return hop
}

/** A vertex for `chainOf`, with what a rule may say of it. */
export function briefMentionOf(source: Source, vertex: TreeOf<'Vertex'>): BriefMention {
  const leaf = vertex.first
  const mention: InTheMaking<BriefMention> = { id: rawText(source, leaf), idAt: placeOf(source, leaf) }
  for (let piece: ChildOf<typeof vertex> | undefined = leaf.next; piece; piece = piece.next) {
    if (piece.rule === 'Shape') {
      const label = labelIn(piece.first)
      if (label) mention.labelAt = placeOf(source, label)
    } else if (piece.rule === 'ClassMark') {
      mention.classAt = rangeOf(source, piece.start, piece.end)
      mention.className = rawText(source, piece.first)
    }
  }
  return mention
}

/** A vertex for `chainOf`, with all that an edit may change. */
export function mentionOf(source: Source, vertex: TreeOf<'Vertex'>): Mention {
  const [shape, data] = [part(vertex, 'Shape'), part(vertex, 'shapeData')]
  const isProperty = shape?.first.rule === 'Shape_rect'
  return {
    ...briefMentionOf(source, vertex),
    at: placeOf(source, vertex),
    decorated: shape !== undefined || data !== undefined,
    ...(shape && !isProperty && { shapeAt: placeOf(source, shape) }),
    ...(data && { dataAt: placeOf(source, data) }),
  }
}
