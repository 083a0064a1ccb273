/** What is said of a graph as a whole that a target holds otherwise: its own fields, and the order of its elements. */
import type { Direction, Range } from '../../ir/model.js'
import type { Finding } from '../editor.js'
import { directionInWords, short } from '../names.js'

type At = Range | undefined

/** The title of the target. */
interface Target {
  readonly title: string
}

export const noGraphId = ({ title, id }: Target & { readonly id: string }, at: At): Finding => ({
  code: 'loss/graph-id',
  text: () => `${title} has no place for the graph's id “${short(id)}”.`,
  at,
})

export const graphIdWritten = (
  { id, nearest }: { readonly id: string; readonly nearest: string },
  at: At,
): Finding => ({
  code: 'loss/graph-id',
  text: () => `The graph's id “${short(id)}” is written as “${short(nearest)}”.`,
  at,
})

export const graphTextWritten = (
  { what, nearest }: { readonly what: 'title' | 'description'; readonly nearest: string },
  at: At,
): Finding => ({
  code: `loss/${what}`,
  repair: 'repair/character',
  text: () => `The ${what} is written as “${short(nearest)}”.`,
  at,
})

export const noGraphText = (
  { title, what, text }: Target & { readonly what: 'title' | 'description'; readonly text: string },
  at: At,
): Finding => ({
  code: `loss/${what}`,
  text: () => `${title} has no place for the ${what} “${short(text)}”.`,
  at,
})

export const undirected = ({ title }: Target, at: At): Finding => ({
  code: 'loss/undirected',
  text: () =>
    `Every edge of ${title} has a direction. Those of this diagram have none and get one: from the first node to the second.`,
  at,
})

export const strict = ({ title }: Target, at: At): Finding => ({
  code: 'loss/strict',
  text: () => `${title} cannot say that parallel edges count as one (“strict”); the edges stay as they are.`,
  at,
})

export const directionAdded = (
  { title, nearest }: Target & { readonly nearest: Direction },
  at: At,
): Finding => ({
  code: 'loss/direction',
  text: () => `Diagrams in ${title} flow from ${directionInWords(nearest)}, and so does this one now.`,
  at,
})

export const noDirection = (
  { title, direction }: Target & { readonly direction: Direction },
  at: At,
): Finding => ({
  code: 'loss/direction',
  text: fate =>
    `${title} cannot say that the diagram flows from ${directionInWords(direction)}; it is ${fate}.`,
  at,
})

export const otherDirection = (
  { title, direction, nearest }: Target & { readonly direction: Direction; readonly nearest: Direction },
  at: At,
): Finding => ({
  code: 'loss/direction',
  text: () =>
    `Diagrams in ${title} flow from ${directionInWords(nearest)}; this one flowed from ${directionInWords(direction)}.`,
  at,
})

// The order of elements. In the format's own graphs it is put right.

interface Ordering extends Target {
  readonly same: boolean | undefined
}

export const edgeOrder = ({ title, same }: Ordering, at: At): Finding => ({
  code: same ? 'repair/edge-order' : 'loss/edge-order',
  text: () =>
    `${title} lists edges lane by lane, each in the lane that it starts in, so they come in another order: that of the messages in a sequence view.`,
  at,
})

export const loopOrder = ({ title, same }: Ordering, at: At): Finding => ({
  code: same ? 'repair/loop-order' : 'loss/loop-order',
  text: () => `${title} lists loops lane by lane, so they come in another order.`,
  at,
})

export const groupOrder = ({ title, same }: Ordering, at: At): Finding => ({
  code: same ? 'repair/group-order' : 'loss/group-order',
  text: () => `${title} holds groups where it draws them, so they stand in another order than in the source.`,
  at,
})

/** @param moves whether nodes of the source are among those that move */
export const nodeOrder = (
  { title, same, moves }: Ordering & { readonly moves: boolean },
  at: At,
): Finding => ({
  code: same ? 'repair/node-order' : 'loss/node-order',
  text: () =>
    moves
      ? `${title} writes nodes group by group, so they stand in another order than in the source.`
      : `${title} writes nodes group by group, so a node that was added stands among those of its group.`,
  at,
  loss: moves ? 'reordered' : 'added',
})

/** @param theme its name, where it has one */
export const noTheme = ({ title, theme }: Target & { readonly theme?: string }, at: At): Finding => ({
  code: 'loss/theme',
  text: fate => `${calledTheme(theme)} ${fate}: ${title} has no themes.`,
  at,
})

/** @param theme its name, where it has one */
export const themeWritten = ({ title, theme }: Target & { readonly theme?: string }, at: At): Finding => ({
  code: 'loss/theme',
  text: () => `${calledTheme(theme)} written as far as ${title} can say it.`,
  at,
})

const calledTheme = (name: string | undefined): string =>
  name === undefined ? 'The colours of the diagram’s theme are' : `The diagram’s theme “${short(name)}” is`
