/** Lines, arrowheads, lengths, ids, sides and ports of edges. */
import { type Arrow, leadsBack } from '../../ir/arrows.js'
import type { Path } from '../../ir/change.js'
import type { Edge, End, Node } from '../../ir/model.js'
import { change, type Editor, edgeName, endLeaves, type Fate, short } from '../editor.js'

export function lowerEdges(editor: Editor): void {
  removeUnseen(editor)
  for (const place of editor.draft.edges.keys()) {
    turnRound(editor, place)
    lowerLine(editor, place)
    lowerArrows(editor, place)
    lowerEnds(editor, place)
  }
}

function edgeAt(editor: Editor, place: number): Edge {
  return editor.draft.edges[place] as Edge
}

/** Edges whose line the target cannot draw at all: from the last to the first, so that places stay true. */
function removeUnseen(editor: Editor): void {
  const { line } = editor.target.capabilities.edge
  for (let place = editor.draft.edges.length - 1; place >= 0; place--) {
    const edge = edgeAt(editor, place)
    if (line(edge.line) !== undefined) continue
    const text = (fate: Fate) =>
      `${editor.target.title} has no ${edge.line} edges: the ${edgeName(edge)} is ${fate}.`
    change(editor, { code: 'loss/edge', text, at: edge.at }, [[['edges', place], undefined]])
  }
}

/**
 * An edge that leads only backwards, where the target has no arrowhead at the start alone: it is turned round with
 * all that stands at its ends. Arrowheads at both ends would say something else.
 */
function turnRound(editor: Editor, place: number): void {
  const { arrows, line } = editor.target.capabilities.edge
  const edge = edgeAt(editor, place)
  const { from, to } = edge
  const drawn = line(edge.line)
  if (!leadsBack(from.arrow, to.arrow) || leadsBack(...arrows(from.arrow, to.arrow, drawn))) return
  // What has no arrowhead the other way round either, such as an invisible edge, stays as it is.
  if (arrows(to.arrow, from.arrow, drawn)[1] === 'none') return
  const text = () =>
    `${editor.target.title} has no arrowhead at the start of an edge alone: the ${edgeName(edge)} is turned round.`
  const moved = (name: 'from' | 'to', end: Edge['from']) =>
    endLeaves(end).map(([leaf, value]): [Path, unknown] => [['edges', place, name, ...leaf], value])
  change(editor, { code: 'loss/reversed', text, at: edge.at }, [...moved('from', to), ...moved('to', from)])
}

function lowerLine(editor: Editor, place: number): void {
  const { edge: rules } = editor.target.capabilities
  const { title } = editor.target
  const edge = edgeAt(editor, place)
  const line = rules.line(edge.line)
  if (line !== edge.line) {
    const text = () => `${title} has no ${edge.line} lines: the ${edgeName(edge)} is ${line}.`
    change(editor, { code: 'loss/line', text, at: edge.at }, [[['edges', place, 'line'], line]])
  }
  const length = rules.length?.(edge.length)
  if (length === edge.length) return
  const text = () => `${title} has no place for the length ${edge.length} of the ${edgeName(edge)}.`
  change(editor, { code: 'loss/length', text, at: edge.at }, [[['edges', place, 'length'], length]])
}

function lowerArrows(editor: Editor, place: number): void {
  const edge = edgeAt(editor, place)
  const { from, to, at } = edge
  const [start, end] = editor.target.capabilities.edge.arrows(from.arrow, to.arrow, edge.line)
  if (start === from.arrow && end === to.arrow) return
  const edits: [Path, unknown][] = [
    [['edges', place, 'from', 'arrow'], start],
    [['edges', place, 'to', 'arrow'], end],
  ]
  if (edge.line === 'invisible') {
    // Nobody sees the arrowheads of such an edge, so nothing is lost with them.
    const text = () => `The ${edgeName(edge)} is not seen, and so its arrowheads are not written.`
    change(editor, { code: 'loss/spelling', text, at, loss: 'spelling' }, edits)
  } else {
    const text = () =>
      `${editor.target.title} cannot draw the ${edgeName(edge)} with ${headsInWords(from.arrow, to.arrow)}; it has ${headsInWords(start, end)} now.`
    change(editor, { code: 'loss/arrow', text, at }, edits)
  }
}

function headsInWords(from: Arrow, to: Arrow): string {
  if (from === 'none' && to === 'none') return 'no arrowheads'
  if (from === 'none') return `the arrowhead “${to}” at its end`
  if (to === 'none') return `the arrowhead “${from}” at its start`
  return `the arrowheads “${from}” at its start and “${to}” at its end`
}

function lowerEnds(editor: Editor, place: number): void {
  const { edge: rules } = editor.target.capabilities
  const { title } = editor.target
  const edge = edgeAt(editor, place)
  for (const name of ['from', 'to'] as const) {
    const { side, port } = edge[name]
    const nearest = side && rules.side(side)
    if (nearest !== side) {
      const text = (fate: Fate) =>
        `The ${edgeName(edge)} is fastened at the ${side} of a node, which ${title} cannot say: ${nearest ? `it is at the ${nearest} now` : `the side is ${fate}`}.`
      change(editor, { code: 'loss/side', text, at: edge.at }, [[['edges', place, name, 'side'], nearest]])
    }
    if (port === undefined || rules.port === true) continue
    const nearestPort = rules.port ? rules.port(port, nodeAt(edge[name], editor)) : undefined
    const portText = (fate: Fate) =>
      `${title} cannot name the port “${short(port)}” of the ${edgeName(edge)}: it is ${nearestPort === undefined ? fate : `“${short(nearestPort)}”`}.`
    change(editor, { code: 'loss/port', text: portText, at: edge.at }, [
      [['edges', place, name, 'port'], nearestPort],
    ])
  }
}

/** The node at an end, as it was. */
function nodeAt({ kind, id }: End, { source }: Editor): Node | undefined {
  return kind === 'node' ? source.nodes.get(id) : undefined
}
