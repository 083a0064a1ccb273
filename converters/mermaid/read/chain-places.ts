/** The parts of a chain with their places: groups of vertices, and the links between them. */

import type { Range } from '../../../src/ir/model.js'
import { part, parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { labelIn } from './labels.js'
import { placeOf, rangeOf, rawText, type Source } from './source.js'

export interface Mention {
  readonly id: string
  readonly at: Range
  readonly idAt: Range
  /** Whether brackets or properties say what it is. */
  readonly decorated: boolean
  /** The brackets with the label. */
  readonly shapeAt?: Range
  readonly labelAt?: Range
  /** `@{ … }` */
  readonly dataAt?: Range
  readonly classAt?: Range
  readonly className?: string
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

export interface Chain {
  readonly groups: readonly (readonly Mention[])[]
  readonly hops: readonly Hop[]
}

/** @param base the number of the chain's first edge */
export function chainOf(source: Source, tree: TreeOf<'Chain'>, base: number): Chain {
  let starts = mentionsOf(source, tree.first)
  const groups = [starts]
  const hops: Hop[] = []
  let edge = base
  for (const step of parts(tree, 'Hop')) {
    const link = step.first
    const ends = mentionsOf(source, link.next)
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

function mentionsOf(source: Source, group: TreeOf<'NodeGroup'>): Mention[] {
  return parts(group, 'Vertex').map(vertex => {
    const leaf = vertex.first
    const mark = part(vertex, 'ClassMark')
    const [shape, data] = [part(vertex, 'Shape'), part(vertex, 'shapeData')]
    const label = shape && labelIn(shape.first)
    const isProperty = shape?.first.rule === 'Shape_rect'
    const mention: InTheMaking<Mention> = {
      id: rawText(source, leaf),
      at: placeOf(source, vertex),
      idAt: placeOf(source, leaf),
      decorated: shape !== undefined || data !== undefined,
    }
    if (shape && !isProperty) mention.shapeAt = placeOf(source, shape)
    if (label) mention.labelAt = placeOf(source, label)
    if (data) mention.dataAt = placeOf(source, data)
    if (mark) {
      mention.classAt = rangeOf(source, mark.start, mark.end)
      mention.className = rawText(source, mark.first)
    }
    return mention
  })
}
