/** What is said of edges that a target holds otherwise. */
import type { Arrow } from '../../ir/arrows.js'
import type { Edge, Range } from '../../ir/model.js'
import { whole } from '../../text/whole.js'
import type { Finding } from '../editor.js'
import { edgeName, short } from '../names.js'

type At = Range | undefined

interface OneEdge {
  readonly edge: Edge
}

interface Target extends OneEdge {
  /** The title of the target. */
  readonly title: string
}

export const noSuchEdges = ({ title, edge }: Target, at: At): Finding => ({
  code: 'loss/edge',
  text: fate => `${title} has no ${edge.line} edges: the ${edgeName(edge)} is ${fate}.`,
  at,
})

export const turnedRound = ({ title, edge }: Target, at: At): Finding => ({
  code: 'loss/reversed',
  text: () =>
    `${title} has no arrowhead at the start of an edge alone: the ${edgeName(edge)} is turned round.`,
  at,
})

export const otherLine = (
  { title, edge, line }: Target & { readonly line: string | undefined },
  at: At,
): Finding => ({
  code: 'loss/line',
  text: () => whole`${title} has no ${edge.line} lines: the ${edgeName(edge)} is ${line}.`,
  at,
})

export const noLength = ({ title, edge }: Target, at: At): Finding => ({
  code: 'loss/length',
  text: () => `${title} has no place for the length ${edge.length} of the ${edgeName(edge)}.`,
  at,
})

/** Nobody sees the arrowheads of such an edge, so nothing is lost with them. */
export const unseenArrows = ({ edge }: OneEdge, at: At): Finding => ({
  code: 'loss/spelling',
  text: () => `The ${edgeName(edge)} is not seen, and so its arrowheads are not written.`,
  at,
  loss: 'spelling',
})

/** @param start its arrowhead there now @param end its arrowhead there now */
export const otherArrows = (
  { title, edge, start, end }: Target & { readonly start: Arrow; readonly end: Arrow },
  at: At,
): Finding => ({
  code: 'loss/arrow',
  text: () =>
    whole`${title} cannot draw the ${edgeName(edge)} with ${headsInWords(edge.from.arrow, edge.to.arrow)}; it has ${headsInWords(start, end)} now.`,
  at,
})

function headsInWords(from: Arrow, to: Arrow): string {
  if (from === 'none' && to === 'none') return 'no arrowheads'
  if (from === 'none') return `the arrowhead “${to}” at its end`
  if (to === 'none') return `the arrowhead “${from}” at its start`
  return `the arrowheads “${from}” at its start and “${to}” at its end`
}

export const otherSide = (
  {
    title,
    edge,
    side,
    nearest,
  }: Target & { readonly side: string | undefined; readonly nearest: string | undefined },
  at: At,
): Finding => ({
  code: 'loss/side',
  text: fate =>
    whole`The ${edgeName(edge)} is fastened at the ${side} of a node, which ${title} cannot say: ${nearest ? `it is at the ${nearest} now` : `the side is ${fate}`}.`,
  at,
})

/** @param from the side where it leaves @param to the side where it enters */
export const sidesAdded = (
  { edge, from, to }: OneEdge & { readonly from: string; readonly to: string },
  at: At,
): Finding => ({
  code: 'loss/handle',
  repair: 'repair/handle-missing',
  text: () => whole`The ${edgeName(edge)} leaves at the ${from} and enters at the ${to}.`,
  at,
})

export const otherPort = (
  { title, edge, port, nearest }: Target & { readonly port: string; readonly nearest: string | undefined },
  at: At,
): Finding => ({
  code: 'loss/port',
  text: fate =>
    whole`${title} cannot name the port “${short(port)}” of the ${edgeName(edge)}: it is ${nearest === undefined ? fate : `“${short(nearest)}”`}.`,
  at,
})

export const fieldsInLabel = (
  { title, edge, label }: Target & { readonly label: string },
  at: At,
): Finding => ({
  code: 'loss/port',
  text: () => `${title} has no fields to end at: the ${edgeName(edge)} says “${short(label)}” instead.`,
  at,
})

export const edgeId = ({ edge, id }: OneEdge & { readonly id: string | undefined }, at: At): Finding => ({
  code: 'loss/edge-id',
  repair: id === undefined ? undefined : 'repair/id',
  text: fate =>
    `The id “${short(edge.id ?? '')}” of the ${edgeName(edge)} is ${id === undefined ? fate : `written as “${short(id)}”`}.`,
  at,
})

/** @param label what the edge has now, of its own and of its ends */
export const endLabelAsLabel = (
  { title, edge, label }: Target & { readonly label: string },
  at: At,
): Finding => ({
  code: 'loss/end-label',
  text: () =>
    `${title} has no label at an edge's end: “${short(label)}” is the label of ${edgeName(edge)} now.`,
  at,
})
