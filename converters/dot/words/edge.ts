/** What an edge says in the words of the model, and the compass points of its ends. */

import type { Arrow } from '../../../src/ir/arrows.js'
import type { Edge, Side, Text } from '../../../src/ir/model.js'
import { withoutHalves } from '../../../src/text/utf16.js'

/** What an edge's attributes say in the words of the model; where it ends is the business of its caller. */
export interface EdgeOfAttributes extends Pick<Edge, 'id' | 'label' | 'line' | 'length' | 'style' | 'link'> {
  readonly from: EndOfAttributes
  readonly to: EndOfAttributes
}

export interface EndOfAttributes {
  readonly side?: Side
  readonly port?: string
  readonly label?: Text
  readonly arrow: Arrow
}

/** Compass points and the sides that they are. `c` and `_` are no sides (https://graphviz.org/docs/attr-types/portPos/). */
export const SIDES: ReadonlyMap<string, Side> = new Map([
  ['n', 'top'],
  ['ne', 'top-right'],
  ['e', 'right'],
  ['se', 'bottom-right'],
  ['s', 'bottom'],
  ['sw', 'bottom-left'],
  ['w', 'left'],
  ['nw', 'top-left'],
])
export const COMPASS: ReadonlyMap<Side, string> = new Map([...SIDES].map(([point, side]) => [side, point]))

export const isCompass = (text: string) => SIDES.has(text) || text === 'c' || text === '_'

/** A port as DOT can name it. An empty one says nothing. */
export const nearestPort = (port: string): string | undefined =>
  withoutHalves(port.replaceAll('\0', '')) || undefined

/** One rank is what an edge spans without a word. */
export function nearestLength(length: number | undefined): number | undefined {
  if (length === undefined || !Number.isFinite(length)) return undefined
  const whole = Math.min(999_999_999, Math.max(0, Math.round(length)))
  return whole === 1 ? undefined : whole
}
