/** Checks of edges: their nodes, handles, lane prefixes and places. */
import type { Range } from '../../../src/ir/model.js'
import type { Diagram, EdgeEntry, Lane, NodeEntry } from '../document/diagram.js'
import { isAtHome } from '../document/diagram.js'
import { type Finding, insertAt, lineOf, replaceRange } from '../document/finding.js'
import { likelyHandles } from '../document/handles.js'
import { HANDLES, isSide, meantBy } from '../document/meant.js'
import { placeOfHandle, placeOfLane, placeOfNode, placeOfSide } from '../document/places.js'
import { type EdgeEnd, placeOfWord } from '../document/statements.js'
import * as say from './edge-messages.js'
import { movedInto } from './move.js'

export function checkUndefinedNodes({ nodes, edges, loops }: Diagram): Finding[] {
  const found: Finding[] = []
  const missing = (id: string, at: Range, said = say.edgeToNothing): void => {
    const small = id.toLowerCase()
    found.push(said({ id }, at, nodes.has(small) ? [replaceRange(at, small)] : undefined))
  }
  for (const { statement, from, to } of edges) {
    if (!from) missing(statement.from.node, placeOfNode(statement.from))
    if (!to) missing(statement.to.node, placeOfNode(statement.to))
  }
  for (const { statement } of loops) {
    for (const { node } of statement.nodes) {
      if (!nodes.has(node.text)) missing(node.text, placeOfWord(node), say.loopOfNothing)
    }
  }
  return found
}

export function checkHandles(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  let likely: ReturnType<typeof likelyHandles> | undefined
  for (const edge of diagram.edges) {
    if (!edge.from || !edge.to || edge.repeats) continue
    const { from, to } = edge.statement
    if (from.side && to.side && isSide(from.side) && isSide(to.side)) continue
    likely ??= likelyHandles(diagram)
    const sides = likely.get(edge)
    found.push(...handleFindings(from, sides?.[0], diagram), ...handleFindings(to, sides?.[1], diagram))
  }
  return found
}

function handleFindings(end: EdgeEnd, likely: string | undefined, { text }: Diagram): Finding[] {
  const { node, side } = end
  if (side === undefined) {
    const edits = likely === undefined ? undefined : [insertAt(end.end, `.handle(${likely})`)]
    return [say.noHandle({ id: node, likely }, [end.start, end.end], edits)]
  }
  if (isSide(side)) return []
  const at = placeOfSide(text, end)
  const meant = meantBy(side, HANDLES)
  const edits = meant === undefined ? undefined : [replaceRange(at, meant)]
  return meant === side.toLowerCase()
    ? [say.sideInCapitals({ word: side, meant }, at, edits)]
    : [say.unknownSide({ word: side, meant }, at, edits)]
}

/** A target in another lane than the source has its lane before it; a lane before a node must be the node's. */
export function checkPrefixes({ edges, loops, nodes, text }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { from, to, statement, repeats } of edges) {
    if (repeats) continue
    if (from && isWrong(statement.from.lane, from))
      found.push(wrongPrefix(placeOfLane(text, statement.from), from, statement.from.lane!, false))
    if (!to) continue
    const crosses = from !== undefined && to.lane !== undefined && to.lane !== from.lane
    if (isWrong(statement.to.lane, to))
      found.push(wrongPrefix(placeOfLane(text, statement.to), to, statement.to.lane!, crosses))
    else if (crosses && statement.to.lane === undefined) found.push(missingPrefix(statement.to, to.lane!))
  }
  for (const { statement } of loops) {
    for (const { lane, node } of statement.nodes) {
      const entry = nodes.get(node.text)
      if (lane && entry && isWrong(lane.text, entry))
        found.push(wrongPrefix(lane.at, entry, lane.text, false))
    }
  }
  return found
}

function isWrong(prefix: string | undefined, { lane }: NodeEntry): boolean {
  return prefix !== undefined && prefix !== lane?.id
}

function wrongPrefix(at: Range, { statement, lane }: NodeEntry, prefix: string, needed: boolean): Finding {
  const wrong = { id: statement.id, lane: lane?.id, prefix }
  if (needed && !isPrefix(lane!.id)) return say.wrongPrefix(wrong, at)
  return say.wrongPrefix(wrong, at, [replaceRange(at, needed ? `${lane!.id}.` : '')])
}

function missingPrefix(end: EdgeEnd, { id }: Lane): Finding {
  const edits = isPrefix(id) ? [insertAt(end.nodeStart, `${id}.`)] : undefined
  return say.noPrefix({ id: end.node, lane: id }, placeOfNode(end), edits)
}

/** Whether a lane’s name can be read before a node’s id; one with a dot, for example, cannot. */
function isPrefix(lane: string): boolean {
  return !/[.:"()[\]{}]|->/.test(lane)
}

/** An edge stands in the lane of its source. */
export function checkEdgePlaces(diagram: Diagram): Finding[] {
  const { edges, text } = diagram
  const found: Finding[] = []
  for (const edge of edges) {
    const { from, to, lane, statement, repeats } = edge
    if (!from || !to || isAtHome(edge)) continue
    if (repeats) {
      const edits = [replaceRange(lineOf(text, statement.at), '')]
      found.push(say.edgeRepeated(statement.at, edits))
    } else if (from.lane) {
      const line = properEdge(edge, text)
      const edits = line === undefined ? undefined : movedInto(from.lane, statement.at, line, diagram)
      found.push(say.edgeElsewhere({ lane: from.lane.id, stands: lane?.id }, statement.at, edits))
    }
  }
  return found
}

/** The edge as it is written in the lane of its source, where that can be. */
function properEdge({ from, to, statement }: EdgeEntry, text: string): string | undefined {
  const written = (end: EdgeEnd): string =>
    end.node + (end.side === undefined ? '' : text.slice(...placeOfHandle(text, end)))
  const crosses = to!.lane !== undefined && to!.lane !== from!.lane
  const lane = crosses ? `${to!.lane!.id}.` : ''
  if (crosses && !isPrefix(to!.lane!.id)) return undefined
  const bracket = statement.bracket ? ` ${text.slice(...statement.bracket)}` : ''
  return `${written(statement.from)} -> ${lane}${written(statement.to)}${bracket}`
}
