/** Checks of nodes: their shapes, ids and numbering, and attributes of nodes and edges. */
import type { TextEdit } from '../../../src/messages/message.js'
import type { Diagram, NodeEntry } from '../diagram.js'
import { readShape } from '../shapes.js'
import type { Attribute } from '../statements.js'
import { type Finding, finding, quote, replaceRange } from './finding.js'

const nodeAttributes: ReadonlySet<string> = new Set(['label', 'owner', 'description', 'system'])
const edgeAttributes: ReadonlySet<string> = new Set(['label'])

export function checkShapes({ nodes, duplicates }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { statement } of [...nodes.values(), ...duplicates]) {
    const { text, at } = statement.shape
    if (text === 'rect') {
      const words = '“rect” is no shape; FlowZap’s word is rectangle.'
      found.push(finding('rect', at, words, 'Write rectangle', [replaceRange(at, 'rectangle')]))
    } else if (readShape(text) === undefined) {
      const words = `${quote(text)} is no shape. The shapes are circle, rectangle, diamond and taskbox.`
      found.push(finding('shape', at, words))
    }
  }
  return found
}

export function checkNodePlaces({ nodes }: Diagram): Finding[] {
  return [...nodes.values()]
    .filter(({ lane }) => lane === undefined)
    .map(({ statement }) =>
      finding('node-place', statement.at, `${quote(statement.id.text)} stands in no lane.`),
    )
}

export function checkDuplicateIds({ duplicates, nodes }: Diagram): Finding[] {
  return duplicates.map(({ statement: { id } }) => {
    const lane = nodes.get(id.text)?.lane
    const where = lane ? ` in the lane ${quote(lane.id)}` : ''
    const words = `The id ${quote(id.text)} is taken by an earlier node${where}; this node is left out.`
    return finding('duplicate-id', id.at, words)
  })
}

/** A node's attributes are written with a colon, an edge's label with an equals sign; there are no others. */
export function checkAttributes({ nodes, duplicates, edges }: Diagram): Finding[] {
  return [
    ...[...nodes.values(), ...duplicates].flatMap(({ statement }) =>
      attributeFindings(statement.attributes, nodeAttributes, ':', 'A node'),
    ),
    ...edges.flatMap(({ statement }) =>
      attributeFindings(statement.attributes, edgeAttributes, '=', 'An edge'),
    ),
  ]
}

function attributeFindings(
  attributes: readonly Attribute[],
  known: ReadonlySet<string>,
  sign: ':' | '=',
  who: string,
): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  const list = [...known].join(', ')
  for (const { name, separator } of attributes) {
    if (!known.has(name.text)) {
      const words = `${who} has no attribute ${quote(name.text)}; it has only ${list}.`
      found.push(finding('attribute', name.at, words))
    } else if (seen.has(name.text)) {
      const words = `The attribute ${quote(name.text)} is given twice; the first one counts.`
      found.push(finding('attribute', name.at, words))
    }
    seen.add(name.text)
    if (separator.text === sign) continue
    const words = `${who}’s attributes are written with “${sign}”, not with “${separator.text}”.`
    const edits = [replaceRange(separator.at, sign)]
    found.push(finding('separator', separator.at, words, `Write ${sign}`, edits))
  }
  return found
}

/**
 * FlowZap numbers the nodes of a diagram n1, n2 … without gaps; in which order they stand is free. One
 * repair sets all ids right at once, so only the first finding has it.
 */
export function checkNumbering(diagram: Diagram): Finding[] {
  const { nodes } = diagram
  const wanted = renumbered(nodes)
  if (wanted.size === 0) return []
  const edits = isRenumberable(diagram) ? renaming(diagram, wanted) : undefined
  const title = `Number the nodes n1 to n${nodes.size}`
  const found: Finding[] = []
  for (const [id, { statement }] of nodes) {
    if (isNumbered(id)) continue
    const words = `${quote(id)} is no proper node id: an n and a number.`
    const first = found.length === 0
    found.push(finding('node-id', statement.id.at, words, title, first ? edits : undefined))
  }
  if (found.length > 0) return found
  const { statement } = nodes.get([...wanted.keys()][0]!)!
  const words = `The ids of ${nodes.size} nodes must be n1 to n${nodes.size}; ${quote(statement.id.text)} leaves a gap.`
  return [finding('numbering', statement.id.at, words, title, edits)]
}

/** A name that means nothing yet must not come to mean a node, and a name of two nodes cannot be told apart. */
function isRenumberable({ duplicates, edges, loops, nodes }: Diagram): boolean {
  if (duplicates.length > 0 || edges.some(({ from, to }) => !from || !to)) return false
  return loops.every(({ statement }) => statement.nodes.every(({ node }) => nodes.has(node.text)))
}

/**
 * The ids that must change, with what they become. Where all are an n and a number, they keep their order
 * and close up; otherwise the nodes are numbered lane by lane.
 */
function renumbered(nodes: ReadonlyMap<string, NodeEntry>): Map<string, string> {
  const entries = [...nodes.values()]
  if (entries.every(({ statement }) => isNumbered(statement.id.text))) entries.sort(byNumber)
  else entries.sort((a, b) => (a.lane?.order ?? -1) - (b.lane?.order ?? -1) || a.order - b.order)
  const changed = new Map<string, string>()
  for (const [index, { statement }] of entries.entries()) {
    const next = `n${index + 1}`
    if (next !== statement.id.text) changed.set(statement.id.text, next)
  }
  return changed
}

function byNumber(first: NodeEntry, second: NodeEntry): number {
  const [a, b] = [first, second].map(({ statement }) => statement.id.text.slice(1)) as [string, string]
  return a.length - b.length || (a < b ? -1 : 1)
}

function isNumbered(id: string): boolean {
  return /^n[1-9][0-9]*$/.test(id)
}

/** The edits that rename nodes wherever they are named. */
function renaming({ nodes, edges, loops }: Diagram, names: ReadonlyMap<string, string>): TextEdit[] {
  const words = [
    ...[...nodes.values()].map(({ statement }) => statement.id),
    ...edges.flatMap(({ statement: { from, to } }) => [from.node, to.node]),
    ...loops.flatMap(({ statement }) => statement.nodes.map(({ node }) => node)),
  ]
  return words.flatMap(({ text, at }) => {
    const name = names.get(text)
    return name === undefined ? [] : [replaceRange(at, name)]
  })
}
