/** Checks of nodes: their shapes, ids and numbering, and attributes of nodes and edges. */
import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Diagram, NodeEntry } from '../document/diagram.js'
import { type Finding, replaceRange } from '../document/finding.js'
import { meantBy, SHAPES } from '../document/meant.js'
import { placeOfId, placeOfName, placeOfNode, placeOfShape, placeOfSign } from '../document/places.js'
import { type Attribute, placeOfWord } from '../document/statements.js'
import { readShape } from '../shapes.js'
import { NODE_ATTRIBUTES } from '../words/properties.js'
import * as say from './messages.js'

const nodeAttributes: ReadonlySet<string> = new Set(NODE_ATTRIBUTES)
const edgeAttributes: ReadonlySet<string> = new Set(['label'])

export function checkShapes({ nodes, duplicates, text }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { statement } of [...nodes.values(), ...duplicates]) {
    const { shape } = statement
    if (shape === 'rect') {
      const at = placeOfShape(text, statement)
      found.push(say.rect(at, [replaceRange(at, 'rectangle')]))
    } else if (readShape(shape) === undefined) {
      const at = placeOfShape(text, statement)
      const meant = meantBy(shape, SHAPES)
      const edits = meant === undefined ? undefined : [replaceRange(at, meant)]
      found.push(
        meant === shape.toLowerCase()
          ? say.shapeInCapitals({ word: shape, meant }, at, edits)
          : say.unknownShape({ word: shape, meant }, at, edits),
      )
    }
  }
  return found
}

export function checkNodePlaces({ nodes }: Diagram): Finding[] {
  return [...nodes.values()]
    .filter(({ lane }) => lane === undefined)
    .map(({ statement }) => say.nodeOutside(statement, statement.at))
}

export function checkDuplicateIds({ duplicates, nodes }: Diagram): Finding[] {
  return duplicates.map(({ statement }) => {
    const { id } = statement
    return say.duplicateId({ id, lane: nodes.get(id)?.lane?.id }, placeOfId(statement))
  })
}

interface Owner {
  readonly who: string
  readonly sign: ':' | '='
  readonly known: ReadonlySet<string>
}

const nodeOwner: Owner = { who: 'A node', sign: ':', known: nodeAttributes }
const edgeOwner: Owner = { who: 'An edge', sign: '=', known: edgeAttributes }

/** A node's attributes are written with a colon, an edge's label with an equals sign; there are no others. */
export function checkAttributes({ nodes, duplicates, edges, text }: Diagram): Finding[] {
  const found: Finding[] = []
  const check = (attributes: readonly Attribute[], owner: Owner): void =>
    checkAttributesOf(attributes, owner, text, found)
  for (const { statement } of nodes.values()) check(statement.attributes, nodeOwner)
  for (const { statement } of duplicates) check(statement.attributes, nodeOwner)
  for (const { statement } of edges) check(statement.attributes, edgeOwner)
  return found
}

function checkAttributesOf(
  attributes: readonly Attribute[],
  { who, sign, known }: Owner,
  text: string,
  found: Finding[],
): void {
  attributes.forEach((attribute, index) => {
    const { name } = attribute
    if (!known.has(name)) {
      const at = placeOfName(attribute)
      const meant = meantBy(name, [...known])
      const edits = meant === undefined ? undefined : [replaceRange(at, meant)]
      found.push(say.unknownAttribute({ owner: who, name, known: [...known].join(', '), meant }, at, edits))
    } else if (attributes.findIndex(other => other.name === name) < index) {
      found.push(say.attributeTwice({ name }, placeOfName(attribute)))
    }
    if (attribute.sign === sign) return
    const at = placeOfSign(text, attribute)
    found.push(say.wrongSign({ owner: who, sign, wrong: attribute.sign }, at, [replaceRange(at, sign)]))
  })
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
  const last = nodes.size
  const found: Finding[] = []
  for (const [id, { statement }] of nodes) {
    if (isNumbered(id)) continue
    const first = found.length === 0
    found.push(say.badNodeId({ id, last }, placeOfId(statement), first ? edits : undefined))
  }
  if (found.length > 0) return found
  const { statement } = nodes.get([...wanted.keys()][0]!)!
  return [say.gapInNumbers({ id: statement.id, last }, placeOfId(statement), edits)]
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
  if (entries.every(({ statement }) => isNumbered(statement.id))) entries.sort(byNumber)
  else entries.sort((a, b) => (a.lane?.order ?? -1) - (b.lane?.order ?? -1) || a.order - b.order)
  const changed = new Map<string, string>()
  for (const [index, { statement }] of entries.entries()) {
    const next = `n${index + 1}`
    if (next !== statement.id) changed.set(statement.id, next)
  }
  return changed
}

function byNumber(first: NodeEntry, second: NodeEntry): number {
  const [a, b] = [first, second].map(({ statement }) => statement.id.slice(1)) as [string, string]
  return a.length - b.length || (a < b ? -1 : 1)
}

function isNumbered(id: string): boolean {
  return /^n[1-9][0-9]*$/.test(id)
}

/** The edits that rename nodes wherever they are named. */
function renaming({ nodes, edges, loops }: Diagram, names: ReadonlyMap<string, string>): TextEdit[] {
  const edits: TextEdit[] = []
  const rename = (id: string, at: Range): void => {
    const name = names.get(id)
    if (name !== undefined) edits.push(replaceRange(at, name))
  }
  for (const { statement } of nodes.values()) rename(statement.id, placeOfId(statement))
  for (const { statement } of edges) {
    for (const end of [statement.from, statement.to]) rename(end.node, placeOfNode(end))
  }
  for (const { statement } of loops)
    for (const { node } of statement.nodes) rename(node.text, placeOfWord(node))
  return edits
}
