/** The strip at the edge of a lane in which its title stands. */

import type { StyleMap } from '../document/style.js'
import { isLane } from './aspects.js'

/** The strip of a title whose size is not said: draw.io's style sheet has 23 for swimlanes, its shapes 40. */
export function titleWithout(style: StyleMap): number | undefined {
  if (style.get('swimlane') === null) return 23
  return isLane(style) ? 40 : undefined
}
