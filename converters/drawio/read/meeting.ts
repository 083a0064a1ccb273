/** Places where ends of lines come together that are fastened to nothing. */
import type { RawCell } from '../document/raw.js'
import type { EndName, Point } from './line-ends.js'

/** How far from each other two ends may lie that meet, in pixels. */
const NEAR = 2
/** A fixed count: where more ends than that lie, none goes on in one other. */
const MOST = 20

interface Met {
  readonly edge: RawCell
  readonly end: EndName
  readonly at: Point
}

export class MeetingPlaces {
  readonly #places = new Map<string, Met[]>()

  add(edge: RawCell, end: EndName, at: Point): void {
    const key = keyOf(at)
    const there = this.#places.get(key)
    if (there) there.push({ edge, end, at })
    else this.#places.set(key, [{ edge, end, at }])
  }

  /** The one end of another line that lies where an end of this one does; nothing where there are several. */
  onlyOther(edge: RawCell, end: EndName, [x, y]: Point): Met | undefined {
    let other: Met | undefined
    for (const dx of STEPS)
      for (const dy of STEPS) {
        const there = this.#places.get(keyOf([x + dx, y + dy])) ?? []
        if (there.length > MOST) return undefined
        for (const met of there) {
          if (met.edge === edge && met.end === end) continue
          if (Math.hypot(met.at[0] - x, met.at[1] - y) > NEAR) continue
          if (other) return undefined
          other = met
        }
      }
    return other
  }
}

/** The places next to one are looked through as well. */
const STEPS = [-2 * NEAR, 0, 2 * NEAR] as const

const keyOf = ([x, y]: Point): string => `${Math.round(x / (2 * NEAR))} ${Math.round(y / (2 * NEAR))}`
