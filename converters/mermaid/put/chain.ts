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
  readonly classAt?: Range
  readonly className?: string
}

export interface Hop {
  /** The link with the blanks around it. */
  readonly at: Range
  /** The number of its first edge. */
  readonly base: number
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
    hops.push({ at: rangeOf(source, link.start, link.end), base: edge })
    edge += starts.length * ends.length
    groups.push(ends)
  }
  return { groups, hops }
}

function mentionsOf(source: Source, group: Tree): Mention[] {
  return group.children
    .filter(({ rule }) => rule === 'Vertex')
    .map(vertex => {
      const leaf = vertex.first!
      const mark = part(vertex, 'ClassMark')
      const decorated = part(vertex, 'Shape') !== undefined || part(vertex, 'shapeData') !== undefined
      return {
        id: rawText(source, leaf),
        at: placeOf(source, vertex),
        idAt: placeOf(source, leaf),
        decorated,
        ...(mark && {
          classAt: rangeOf(source, mark.start, mark.end),
          className: rawText(source, mark.first!),
        }),
      }
    })
}
