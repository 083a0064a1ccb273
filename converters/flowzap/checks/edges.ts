/** Checks of edges: their nodes, handles, lane prefixes and places. */
import type { Diagram, EdgeEntry, Lane, NodeEntry } from '../diagram.js'
import { isAtHome } from '../diagram.js'
import { likelyHandles } from '../handles.js'
import type { EdgeEnd, Prefix, Word } from '../statements.js'
import { type Finding, finding, insertAt, lineOf, quote, replaceRange } from './finding.js'
import { movedInto } from './move.js'

const handles: ReadonlySet<string> = new Set(['left', 'right', 'top', 'bottom'])

export function isHandle(word: string): boolean {
  return handles.has(word)
}

export function checkUndefinedNodes({ nodes, edges, loops }: Diagram): Finding[] {
  const edgeWords = edges.flatMap(({ statement: { from, to } }) => [from.node, to.node])
  const loopWords = loops.flatMap(({ statement }) => statement.nodes.map(({ node }) => node))
  const undefinedNode = (word: Word, what: string) =>
    finding('undefined-node', word.at, `No node has the id ${quote(word.text)}; ${what}.`)
  return [
    ...edgeWords
      .filter(({ text }) => !nodes.has(text))
      .map(word => undefinedNode(word, 'the edge is left out')),
    ...loopWords
      .filter(({ text }) => !nodes.has(text))
      .map(word => undefinedNode(word, 'the loop is read without it')),
  ]
}

export function checkHandles(diagram: Diagram): Finding[] {
  const likely = likelyHandles(diagram)
  return diagram.edges.flatMap(edge => {
    if (!edge.from || !edge.to || edge.repeats) return []
    const sides = likely.get(edge)
    return (['from', 'to'] as const).flatMap((role, index) =>
      handleFindings(edge.statement[role], sides?.[index]),
    )
  })
}

function handleFindings({ node, side, at }: EdgeEnd, likely: string | undefined): Finding[] {
  if (side === undefined) {
    const words = `The edge has no handle at ${quote(node.text)}.`
    const title = likely && `Add the handle ${likely}`
    const edits = likely === undefined ? undefined : [insertAt(at[1], `.handle(${likely})`)]
    return [finding('handle-missing', at, words, title, edits)]
  }
  if (isHandle(side.text)) return []
  const words = `${quote(side.text)} is no side of a node; the handles are left, right, top and bottom.`
  return [finding('handle-side', side.at, words)]
}

/** A target in another lane than the source has its lane before it; a lane before a node must be the node's. */
export function checkPrefixes({ edges, loops, nodes }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { from, to, statement, repeats } of edges) {
    if (repeats) continue
    if (from && statement.from.lane)
      found.push(...wrongPrefix(statement.from.lane, statement.from.node, from, false))
    if (!to) continue
    const crosses = from !== undefined && to.lane !== undefined && to.lane !== from.lane
    if (statement.to.lane) found.push(...wrongPrefix(statement.to.lane, statement.to.node, to, crosses))
    else if (crosses) found.push(missingPrefix(statement.to.node, to.lane!))
  }
  for (const { statement } of loops) {
    for (const { lane, node } of statement.nodes) {
      const entry = nodes.get(node.text)
      if (lane && entry) found.push(...wrongPrefix(lane, node, entry, false))
    }
  }
  return found
}

function wrongPrefix(prefix: Prefix, node: Word, { lane }: NodeEntry, needed: boolean): Finding[] {
  if (prefix.text === lane?.id) return []
  const where = lane ? `in the lane ${quote(lane.id)}` : 'in no lane'
  const words = `${quote(node.text)} stands ${where}, not in ${quote(prefix.text)}.`
  const title = needed ? 'Name the lane of the node' : 'Remove the lane'
  if (needed && !isPrefix(lane!.id)) return [finding('lane-prefix', prefix.at, words)]
  return [
    finding('lane-prefix', prefix.at, words, title, [replaceRange(prefix.at, needed ? `${lane!.id}.` : '')]),
  ]
}

function missingPrefix(node: Word, { id }: Lane): Finding {
  const words = `${quote(node.text)} stands in another lane than the source and needs the lane ${quote(id)} before it.`
  const edits = isPrefix(id) ? [insertAt(node.at[0], `${id}.`)] : undefined
  return finding('lane-prefix', node.at, words, 'Name the lane of the node', edits)
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
  const end = ({ node, handle }: EdgeEnd) => node.text + (handle ? text.slice(...handle) : '')
  const crosses = to!.lane !== undefined && to!.lane !== from!.lane
  const lane = crosses ? `${to!.lane!.id}.` : ''
  if (crosses && !isPrefix(to!.lane!.id)) return undefined
  const bracket = statement.bracket ? ` ${text.slice(...statement.bracket)}` : ''
  return `${end(statement.from)} -> ${lane}${end(statement.to)}${bracket}`
}
