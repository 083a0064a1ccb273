/** How often the lines of a layout cross. */
import type { Layout, Point } from '../boxes.js'

type Path = readonly Point[]

const side = (a: Point, b: Point, p: Point): number =>
  Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x))

/** Whether two lines cross at a point inside of both; touching and lying on each other do not count. */
function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/** How often paths cross each other. A path that crosses another twice counts twice. */
export function countCrossings(paths: readonly Path[]): number {
  let count = 0
  for (const [i, one] of paths.entries()) {
    for (let k = i + 1; k < paths.length; k++) {
      const two = paths[k]!
      for (let s = 0; s + 1 < one.length; s++) {
        for (let t = 0; t + 1 < two.length; t++)
          if (cross(one[s]!, one[s + 1]!, two[t]!, two[t + 1]!)) count++
      }
    }
  }
  return count
}

export function crossingsIn({ routes }: Layout): number {
  return countCrossings(routes.map(({ path = [] }) => path))
}
