/** The parts of a chain with their places: groups of vertices, and the links between them. */
import type { Tree } from '../../../src/grammar/tree.js'
import type { Range } from '../../../src/ir/model.js'
import { part, placeOf, rangeOf, rawText, type Source } from '../source.js'

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
export function chainOf(source: Source, tree: Tree, base: number): Chain {
  const groups: Mention[][] = []
  const hops: Hop[] = []
  let edge = base
  for (let step = tree.first; step; step = step.next) {
    if (step.rule === 'NodeGroup') groups.push(mentionsOf(source, step))
    if (step.rule !== 'Hop') continue
    const link = step.first!
    const ends = mentionsOf(source, link.next!)
    const starts = groups.at(-1)!
    hops.push({ at: rangeOf(source, link.start, link.end), base: edge, ...partsOf(source, link) })
    edge += starts.length * ends.length
    groups.push(ends)
  }
  return { groups, hops }
}

/** The places of a link's arrow and label. */
function partsOf(source: Source, link: Tree): Pick<Hop, 'arrowAt' | 'pipeAt' | 'labelAt'> {
  const form = part(link.first!, 'LinkBody')?.first ?? undefined
  const [arrow, pipe] = [form && part(form, 'arrow'), form && part(form, 'PipeLabel')]
  const label = pipe ? pipe.first : form?.children.find(({ rule }) => rule.endsWith('Label'))
  return {
    ...(arrow && { arrowAt: placeOf(source, arrow) }),
    ...(pipe && { pipeAt: placeOf(source, pipe) }),
    ...(label && { labelAt: placeOf(source, label) }),
  }
}

function mentionsOf(source: Source, group: Tree): Mention[] {
  return group.children
    .filter(({ rule }) => rule === 'Vertex')
    .map(vertex => {
      const leaf = vertex.first!
      const mark = part(vertex, 'ClassMark')
      const [shape, data] = [part(vertex, 'Shape'), part(vertex, 'shapeData')]
      const label = shape?.first?.children.find(({ rule }) => rule.endsWith('Label'))
      const isProperty = shape?.first?.rule === 'Shape_rect'
      return {
        id: rawText(source, leaf),
        at: placeOf(source, vertex),
        idAt: placeOf(source, leaf),
        decorated: shape !== undefined || data !== undefined,
        ...(shape && !isProperty && { shapeAt: placeOf(source, shape) }),
        ...(label && { labelAt: placeOf(source, label) }),
        ...(data && { dataAt: placeOf(source, data) }),
        ...(mark && {
          classAt: rangeOf(source, mark.start, mark.end),
          className: rawText(source, mark.first!),
        }),
      }
    })
}
