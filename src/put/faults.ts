/** How a text with an edit in it reads otherwise than it should: what of the diagram that is, and its values. */
import { differences, show } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { edgeName, nameOf } from '../lower/names.js'

export interface Fault {
  /** As a sentence begins: `The direction`. */
  readonly what: string
  /** For who looks for the cause: the path, and both values. */
  readonly detail: string
}

const FIELDS = new Map([
  ['title', 'The title'],
  ['description', 'The description'],
  ['direction', 'The direction'],
  ['order', 'The order of nodes, groups or edges'],
  ['extras', 'What only this format says of the diagram'],
])

/** Values of leaves may be whole texts of a stranger. */
const LONGEST = 200

/** @param reading what is read @param wanted what was to be read */
export function faultBetween(reading: Graph, wanted: Graph): Fault | undefined {
  const first = differences(reading, wanted).next()
  if (first.done) return undefined
  const { path, before, after } = first.value
  const detail = `${path.join('/')}: ${show(before)} ≠ ${show(after)}`
  const short = detail.length > LONGEST ? `${detail.slice(0, LONGEST - 1)}…` : detail
  return { what: elementAt(path, wanted) ?? elementAt(path, reading) ?? fieldAt(path), detail: short }
}

function elementAt([of, place]: readonly (string | number)[], graph: Graph): string | undefined {
  const node = of === 'nodes' && graph.nodes.get(String(place))
  if (node) return `The ${nameOf('node', node)}`
  const group = of === 'groups' && graph.groups.get(String(place))
  if (group) return `The ${nameOf('group', group)}`
  const edge = of === 'edges' && graph.edges[Number(place)]
  return edge ? `The ${edgeName(edge)}` : undefined
}

const fieldAt = ([field]: readonly (string | number)[]): string =>
  FIELDS.get(String(field)) ?? `The ${String(field)}`
