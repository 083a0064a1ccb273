/** Lines, arrowheads, lengths, ids, sides and ports of edges. */
import { leadsBack } from '../../ir/arrows.js'
import type { Path } from '../../ir/change.js'
import type { Edge, End, Node } from '../../ir/model.js'
import { change, type Editor, endLeaves } from '../editor.js'
import * as say from './edge-messages.js'

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
    const { title } = editor.target
    change(editor, say.noSuchEdges({ title, edge }, edge.at), [[['edges', place], undefined]])
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
  const moved = (name: 'from' | 'to', end: Edge['from']) =>
    endLeaves(end).map(([leaf, value]): [Path, unknown] => [['edges', place, name, ...leaf], value])
  const said = say.turnedRound({ title: editor.target.title, edge }, edge.at)
  change(editor, said, [...moved('from', to), ...moved('to', from)])
}

function lowerLine(editor: Editor, place: number): void {
  const { edge: rules } = editor.target.capabilities
  const { title } = editor.target
  const edge = edgeAt(editor, place)
  const line = rules.line(edge.line)
  if (line !== edge.line) {
    change(editor, say.otherLine({ title, edge, line }, edge.at), [[['edges', place, 'line'], line]])
  }
  const length = rules.length?.(edge.length)
  if (length === edge.length) return
  change(editor, say.noLength({ title, edge }, edge.at), [[['edges', place, 'length'], length]])
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
  const said =
    edge.line === 'invisible'
      ? say.unseenArrows({ edge }, at)
      : say.otherArrows({ title: editor.target.title, edge, start, end }, at)
  change(editor, said, edits)
}

function lowerEnds(editor: Editor, place: number): void {
  const { edge: rules } = editor.target.capabilities
  const { title } = editor.target
  const edge = edgeAt(editor, place)
  for (const name of ['from', 'to'] as const) {
    const { side, port } = edge[name]
    const nearest = side && rules.side(side)
    if (nearest !== side) {
      const said = say.otherSide({ title, edge, side, nearest }, edge.at)
      change(editor, said, [[['edges', place, name, 'side'], nearest]])
    }
    if (port === undefined || rules.port === true) continue
    const nearestPort = rules.port ? rules.port(port, nodeAt(edge[name], editor)) : undefined
    const said = say.otherPort({ title, edge, port, nearest: nearestPort }, edge.at)
    change(editor, said, [[['edges', place, name, 'port'], nearestPort]])
  }
}

/** The node at an end, as it was. */
function nodeAt({ kind, id }: End, { source }: Editor): Node | undefined {
  return kind === 'node' ? source.nodes.get(id) : undefined
}
