/** Reads FlowZap Code into the graph model. */

import type { ReadResult } from '../../../src/format.js'
import {
  byId,
  makeGraph,
  makeGroup,
  makeLoop,
  makeNode,
  NO_CLASSES,
  NO_EXTRAS,
  NO_STYLE,
  plain,
} from '../../../src/ir/build.js'
import type { Edge, End, Graph, Group, Loop, Node } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { foldCutOff } from '../document/cut-off.js'
import {
  attributeOf,
  type Diagram,
  diagramOf,
  type EdgeEntry,
  type Lane,
  type LoopEntry,
  latestDiagram,
  type NodeEntry,
} from '../document/diagram.js'
import type { Handle } from '../document/handles.js'
import { HANDLES, isSide, meantBy, SHAPES } from '../document/meant.js'
import { mendedTextOf, placedFinding, placedGraph } from '../document/mended.js'
import { saidByReader } from '../document/messages.js'
import type { EdgeEnd, LineStatement } from '../document/statements.js'
import { readFindings } from '../lint/all.js'
import { mendFinding } from '../lint/lines.js'
import { readShape } from '../shapes.js'
import { withComments } from '../words/comments.js'
import { PROPERTIES } from '../words/properties.js'
import { secondCarried } from './messages.js'

/**
 * Reads a text by FlowZap's public syntax guide and by what published files do besides: a node belongs to
 * the lane whose block declares it, whatever prefixes say; of two nodes with one id the first counts; an
 * edge to a node that is not there is left out. Never throws for what is in the text.
 * @param text FlowZap Code
 * @returns always one graph, and messages: `syntax/…` for what could not be read, `repair/…` for what was put right or will be when the
 * graph is written as FlowZap Code
 * @see docs/flowzap.md, and FlowZap's public syntax guide
 * @example
 * const { graphs, messages } = readFlowzap('Sales { # Sales\nn1: circle label:"Order"\n}\n')
 */
export function readFlowzap(text: string): ReadResult {
  const mended = mendedTextOf(text)
  const diagram = diagramOf(mended.text, mended.statements)
  if (mended.mends.length === 0) latestDiagram.keep(text, diagram)
  // What is wrong with the lines that were mended, as their author wrote them, and with all others once those are read.
  const lines = mended.mends.map(mend => mendFinding(mend.statement.at[0], mend, diagram.lineEnd))
  const others = readFindings(diagram).flatMap(found => placedFinding(found, mended))
  const findings = [...lines, ...others].sort((a, b) => a.at[0] - b.at[0]).flatMap(saidByReader)
  const messages = [...findings, ...carriedTwice(diagram)]
  const graph = graphOf(diagram)
  return {
    graphs: [mended.mends.length > 0 ? placedGraph(graph, mended) : graph],
    messages: foldCutOff(mended, messages),
    carried: [diagram.carried[0]?.text],
  }
}

function carriedTwice({ carried }: Pick<ReturnType<typeof diagramOf>, 'carried'>): Message[] {
  return carried.slice(1).map(({ at }) => secondCarried(at))
}

function graphOf(diagram: Diagram): Graph {
  const { lanes, nodes, loops } = diagram
  return makeGraph({
    directed: true,
    direction: 'LR',
    groups: byId([...lanes.values()].map(lane => groupOf(lane, diagram))),
    nodes: byId([...nodes.values()].map(entry => nodeOf(entry, diagram))),
    edges: edgesOf(diagram),
    loops: loops.map(entry => loopOf(entry, diagram)),
    ...withComments(undefined, [...lostComments(diagram), ...diagram.lastComments]),
  })
}

/** Comments of edges that are left out stay, behind everything. */
function lostComments({ edges, commentsBefore }: Diagram): LineStatement[] {
  if (commentsBefore.size === 0) return []
  return edges.filter(edge => !isRead(edge)).flatMap(edge => commentsBefore.get(edge) ?? [])
}

export function isRead({ from, to, repeats }: EdgeEntry): boolean {
  return from !== undefined && to !== undefined && !repeats
}

function loopOf(entry: LoopEntry, { nodes, commentsBefore }: Diagram): Loop {
  const { statement, lane } = entry
  return makeLoop({
    condition: statement.condition.text,
    nodes: statement.nodes.map(({ node }) => node.text).filter(id => nodes.has(id)),
    at: statement.at,
    ...(lane && { group: lane.id }),
    ...withComments(commentsBefore.get(entry)),
  })
}

/** FlowZap shows the id of a lane without a label. */
function groupOf(lane: Lane, { commentsBefore, commentsAfter }: Diagram): Group {
  const { id, label, blocks } = lane
  const { statement, close, end } = blocks[0]!
  return makeGroup({
    id,
    kind: 'lane',
    label: plain(label || id),
    at: [statement.at[0], close?.[1] ?? end],
    ...withComments(commentsBefore.get(lane), commentsAfter.get(lane)),
  })
}

function nodeOf(entry: NodeEntry, { commentsBefore }: Diagram): Node {
  const { statement, lane } = entry
  const { id, shape, attributes, at } = statement
  let values: Map<string, string> | undefined
  for (const name of PROPERTIES) {
    const value = attributeOf(attributes, name)
    if (value) values = (values ?? new Map<string, string>()).set(name, value)
  }
  return makeNode({
    id,
    shape: readShape(shape) ?? readShape(meantBy(shape, SHAPES) ?? '') ?? 'rectangle',
    label: plain(attributeOf(attributes, 'label') ?? ''),
    at,
    ...(values && { properties: values }),
    ...(lane && { group: lane.id }),
    ...withComments(commentsBefore.get(entry)),
  })
}

function edgesOf({ edges: entries, commentsBefore }: Diagram): Edge[] {
  const edges: Edge[] = []
  for (const entry of entries) {
    const { statement } = entry
    if (!isRead(entry)) continue
    const { attributes, at } = statement
    edges.push({
      from: endOf(statement.from, 'none'),
      to: endOf(statement.to, 'normal'),
      label: plain(attributeOf(attributes, 'label') ?? ''),
      line: 'solid',
      classes: NO_CLASSES,
      style: NO_STYLE,
      extras: NO_EXTRAS,
      at,
      ...withComments(commentsBefore.get(entry)),
    })
  }
  return edges
}

function endOf({ node, side }: EdgeEnd, arrow: 'none' | 'normal'): End {
  const handle = side === undefined || isSide(side) ? side : meantBy(side, HANDLES)
  return handle === undefined
    ? { kind: 'node', id: node, arrow }
    : { kind: 'node', id: node, arrow, side: handle as Handle }
}
