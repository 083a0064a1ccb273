/** Lines as ELK leads them, without the steps and stairs that nothing asks for, and where their labels stand then. */
import type { Box, Point } from '../boxes.js'
import type { Size } from '../measure/size.js'
import { withoutStairs } from './stairs.js'
import { nearestOn, onPath, type Sliding, straightened } from './straight.js'

export interface Unsettled {
  readonly lines: readonly Sliding[]
  /** For each line, how large its label is, and where there is room for it. */
  readonly sizes: readonly (Size | undefined)[]
  readonly labels: readonly (Point | undefined)[]
  readonly nodes: readonly Box[]
  /** What stands below nodes, and the titles of groups. */
  readonly texts: readonly Box[]
  readonly groups: readonly Box[]
}

export interface Settled {
  readonly paths: readonly (readonly Point[])[]
  readonly labels: readonly (Point | undefined)[]
}

/** Small steps first, since they are in the way of what is larger, and again where that left some. */
export function settled({ lines, sizes, labels, nodes, texts, groups }: Unsettled): Settled {
  const stepped = straightened(lines, nodes)
  const near = labels.map((at, i) => onPath(at, lines[i]!.path, stepped[i]!))
  const plain = withoutStairs(stepped, {
    solids: [...nodes, ...texts],
    groups,
    labels: near.map((at, i) => at && sizes[i] && { at, size: sizes[i] }),
  })
  if (plain.every((path, i) => path === stepped[i])) return { paths: stepped, labels: near }
  const moved = near.map((at, i) => (at && plain[i] !== stepped[i] ? nearestOn(plain[i]!, at).at : at))
  const paths = straightened(
    lines.map((line, i) => ({ ...line, path: plain[i]! })),
    nodes,
  )
  return { paths, labels: moved.map((at, i) => onPath(at, plain[i]!, paths[i]!)) }
}
