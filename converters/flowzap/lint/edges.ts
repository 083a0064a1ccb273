/** Checks of edges: their nodes, handles, lane prefixes and places. */
import type { Range } from '../../../src/ir/model.js'
import type { Diagram, EdgeEntry, Lane, NodeEntry } from '../document/diagram.js'
import { isAtHome } from '../document/diagram.js'
import { type Finding, finding, insertAt, lineOf, quote, replaceRange } from '../document/finding.js'
import { likelyHandles } from '../document/handles.js'
import { HANDLES, isSide, meantBy } from '../document/meant.js'
import { placeOfHandle, placeOfLane, placeOfNode, placeOfSide } from '../document/places.js'
import { type EdgeEnd, placeOfWord } from '../document/statements.js'
import { movedInto } from './move.js'

export function checkUndefinedNodes({ nodes, edges, loops }: Diagram): Finding[] {
  const found: Finding[] = []
  const missing = (id: string, at: Range, what: string): void => {
    const small = id.toLowerCase()
    const edits = nodes.has(small) ? [replaceRange(at, small)] : undefined
    const words = `No node has the id ${quote(id)}; ${what}.`
    found.push(finding('undefined-node', at, words, `Write ${small}`, edits))
  }
  for (const { statement, from, to } of edges) {
    if (!from) missing(statement.from.node, placeOfNode(statement.from), 'the edge is left out')
    if (!to) missing(statement.to.node, placeOfNode(statement.to), 'the edge is left out')
  }
  for (const { statement } of loops) {
    for (const { node } of statement.nodes) {
      if (!nodes.has(node.text)) missing(node.text, placeOfWord(node), 'the loop is read without it')
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
    const words = `The edge has no handle at ${quote(node)}.`
    const title = likely && `Add the handle ${likely}`
    const edits = likely === undefined ? undefined : [insertAt(end.end, `.handle(${likely})`)]
    return [finding('handle-missing', [end.start, end.end], words, title, edits)]
  }
  if (isSide(side)) return []
  const at = placeOfSide(text, end)
  const meant = meantBy(side, HANDLES)
  const words =
    meant === side.toLowerCase()
      ? `The side of a node is written in small letters: “${meant}”, not ${quote(side)}.`
      : `${quote(side)} is no side of a node; the sides are left, right, top and bottom.`
  const edits = meant === undefined ? undefined : [replaceRange(at, meant)]
  return [finding('handle-side', at, words, meant && `Write ${meant}`, edits)]
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
  const where = lane ? `in the lane ${quote(lane.id)}` : 'in no lane'
  const words = `${quote(statement.id)} stands ${where}, not in ${quote(prefix)}.`
  const title = needed ? 'Name the lane of the node' : 'Remove the lane'
  if (needed && !isPrefix(lane!.id)) return finding('lane-prefix', at, words)
  return finding('lane-prefix', at, words, title, [replaceRange(at, needed ? `${lane!.id}.` : '')])
}

function missingPrefix(end: EdgeEnd, { id }: Lane): Finding {
  const words = `${quote(end.node)} stands in another lane than the source and needs the lane ${quote(id)} before it.`
  const edits = isPrefix(id) ? [insertAt(end.nodeStart, `${id}.`)] : undefined
  return finding('lane-prefix', placeOfNode(end), words, 'Name the lane of the node', edits)
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
      found.push(
        finding(
          'edge-repeated',
          statement.at,
          'This edge only repeats another one.',
          'Remove the edge',
          edits,
        ),
      )
    } else if (from.lane) {
      const stands = lane ? `in the lane ${quote(lane.id)}` : 'outside every lane'
      const words = `This edge stands ${stands} and starts in the lane ${quote(from.lane.id)}.`
      const line = properEdge(edge, text)
      const edits = line === undefined ? undefined : movedInto(from.lane, statement.at, line, diagram)
      found.push(finding('edge-place', statement.at, words, 'Move the edge to the lane of its source', edits))
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
