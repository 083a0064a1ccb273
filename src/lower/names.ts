/** How messages name what stands in a diagram, and what became of it. */
import type { Direction, Edge, Text } from '../ir/model.js'
import type { LossKind } from '../messages/message.js'

/** What becomes of something that the target cannot hold. */
export type Fate = 'left out' | 'carried along'

/** How a message names an element: by its id, or by its label where a program made up an id that nobody reads. */
export function nameOf(
  kind: 'node' | 'group' | 'lane',
  { id, label }: { readonly id: string; readonly label?: Text },
): string {
  return `${kind} “${short((isMadeUp(id) && label?.text.trim()) || id)}”`
}

/** The ids of draw.io (`7PZRSBBPVUtVCt-MlJ0d-1`), and UUIDs. */
export function isMadeUp(id: string): boolean {
  return /^[\w-]{18,}-\d+$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id)
}

/** A direction as people say it. */
export function directionInWords(direction: Direction): string {
  return { TB: 'top to bottom', BT: 'bottom to top', LR: 'left to right', RL: 'right to left' }[direction]
}

export function edgeName({ from, to }: Edge): string {
  return `edge “${short(from.id)}” → “${short(to.id)}”`
}

export const loopName = (): string => 'a loop'
/** What an edge has at one of its ends. */
export const endName = (edge: string): string => `an end of ${edge}`

export const graphName = (): string => 'the graph'
export const className = (id: string): string => `class “${short(id)}”`

/** All elements of a kind, as a default style is theirs. */
export const everyName = (kind: 'node' | 'edge'): string => `every ${kind}`

/** A text of a stranger in a message: one line, and not a megabyte of it. */
export function short(text: string): string {
  const line = /\s/.test(text) ? text.replace(/\s+/g, ' ') : text
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** A sentence that says nothing of it, and that what is lost is carried along. */
export const withCarried = (sentence: string, loss: LossKind): string =>
  `${sentence} ${loss === 'dropped' ? 'It is carried along.' : 'The original is carried along.'}`
