/** The handles that an edge without any most likely means, by the habits of FlowZap's published diagrams. */
import type { Diagram, EdgeEntry } from './diagram.js'

export type Handle = 'left' | 'right' | 'top' | 'bottom'

/**
 * For each edge whose two nodes are there, the side it leaves from and the side it enters by: down to a
 * lane further down, up to one further up, to the right inside a lane; backward inside a lane over the
 * top; and the second branch of a diamond from its bottom.
 */
export function likelyHandles({ edges }: Diagram): Map<EdgeEntry, readonly [from: Handle, to: Handle]> {
  const handles = new Map<EdgeEntry, readonly [Handle, Handle]>()
  const branched = new Set<string>()
  for (const edge of edges) {
    if (!edge.from || !edge.to || edge.repeats) continue
    const { id, shape } = edge.from.statement
    const second = shape === 'diamond' && branched.has(id)
    branched.add(id)
    handles.set(edge, likely(edge, second))
  }
  return handles
}

function likely({ from, to }: EdgeEntry, secondBranch: boolean): readonly [Handle, Handle] {
  const rows = (to?.lane?.order ?? -1) - (from?.lane?.order ?? -1)
  if (rows > 0) return ['bottom', 'top']
  if (rows < 0) return ['top', 'bottom']
  if ((to?.order ?? 0) <= (from?.order ?? 0)) return ['top', 'top']
  return secondBranch ? ['bottom', 'top'] : ['right', 'left']
}
