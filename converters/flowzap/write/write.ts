/**
 * The canonical form of FlowZap Code: lane by lane the nodes, then the edges that start there, then the
 * loops; one statement to a line, no indentation, no blank lines; comments before what they stood before.
 */
import type { Drawing } from '../../../src/format.js'
import { COMMENTS_AFTER, type Commented, type CommentsKey } from '../../../src/ir/comments.js'
import type { Edge, End, Graph, Group, Loop, Node } from '../../../src/ir/model.js'
import { writeShape } from '../shapes.js'
import { commentLines } from '../words/comments.js'
import { byLane } from '../words/lanes.js'
import { PROPERTIES } from '../words/properties.js'

/**
 * Writes one graph that lowering made fit for FlowZap, and the carry line where there is one. Whether the code
 * is longer than FlowZap's service accepts is for `Format.check` to say.
 */
export function writeFlowzap({ graph, carry }: Drawing): string {
  const nodes = byLane(graph.nodes.values(), node => node.group)
  const edges = byLane(graph.edges, edge => graph.nodes.get(edge.from.id)?.group)
  const loops = byLane(graph.loops, loop => loop.group)
  const lines: string[] = []
  const add = (element: Commented, line: string) => {
    addComments(lines, element)
    lines.push(line)
  }
  for (const lane of graph.groups.values()) {
    add(lane, laneLine(lane))
    for (const node of nodes.get(lane.id) ?? []) add(node, nodeLine(node))
    for (const edge of edges.get(lane.id) ?? []) add(edge, edgeLine(edge, graph))
    for (const loop of loops.get(lane.id) ?? []) add(loop, loopLine(loop))
    addComments(lines, lane, COMMENTS_AFTER)
    lines.push('}')
  }
  addComments(lines, graph, COMMENTS_AFTER)
  if (carry !== undefined) lines.push(`//@ ${carry}`)
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

/** Most have none. */
function addComments(lines: string[], element: Commented, key?: CommentsKey): void {
  if (element.document) for (const line of commentLines(element, key)) lines.push(line)
}

export function laneLine({ id, label }: Group): string {
  return `${id} { # ${label.text}`
}

/** A taskbox may stand without a label; the other shapes always have the attribute. */
export function nodeLine({ id, shape, label, properties: values }: Node): string {
  const parts = [`${id}: ${writeShape(shape)}`]
  if (label.text !== '' || shape !== 'task') parts.push(`label:"${label.text}"`)
  for (const name of PROPERTIES) {
    const value = values.get(name)
    if (value) parts.push(`${name}:"${value}"`)
  }
  return parts.join(' ')
}

/** Only a target in another lane than the source names its lane. */
export function edgeLine({ from, to, label }: Edge, { nodes }: Graph): string {
  const lane = nodes.get(to.id)?.group
  const crosses = lane !== undefined && lane !== nodes.get(from.id)?.group
  const text = label.text === '' ? '' : ` [label="${label.text}"]`
  return `${endText(from)} -> ${crosses ? `${lane}.` : ''}${endText(to)}${text}`
}

function endText({ id, side }: End): string {
  return side ? `${id}.handle(${side})` : id
}

export function loopLine({ condition, nodes }: Loop): string {
  return [`loop [${condition}]`, ...nodes].join(' ')
}
