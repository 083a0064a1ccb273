/** What changes inside of one statement of FlowZap Code: only the part of it that says something else now. */
import type { Edge, Graph, Loop, Node } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { insertAt, replaceRange } from '../checks/finding.js'
import { placeOfId, placeOfShape, placeOfValue } from '../places.js'
import { PROPERTIES } from '../properties.js'
import { writeShape } from '../shapes.js'
import type { Attribute, EdgeStatement, LoopStatement, NodeStatement } from '../statements.js'
import { edgeLine, loopLine, nodeLine } from '../write.js'

/** The edits of a node's line. */
export function nodeEdits(text: string, statement: NodeStatement, before: Node, after: Node): TextEdit[] {
  const edits: TextEdit[] = []
  if (before.id !== after.id) edits.push(replaceRange(placeOfId(statement), after.id))
  if (before.shape !== after.shape)
    edits.push(replaceRange(placeOfShape(text, statement), writeShape(after.shape)))
  const values: [string, string, string][] = [['label', before.label.text, after.label.text]]
  for (const name of PROPERTIES)
    values.push([name, before.properties.get(name) ?? '', after.properties.get(name) ?? ''])
  for (const [name, old, value] of values) {
    if (old === value) continue
    const edit = attributeEdit(text, statement, name, value)
    if (!edit) return [replaceRange(statement.at, nodeLine(after))]
    edits.push(edit)
  }
  return edits.sort((a, b) => a.start - b.start)
}

/** The value of an attribute that is there, or the attribute itself where it comes or goes. */
function attributeEdit(
  text: string,
  { attributes, at }: NodeStatement,
  name: string,
  value: string,
): TextEdit | undefined {
  const found = attributes.find(attribute => attribute.name === name)
  if (!found) return insertAt(at[1], ` ${name}:"${value}"`)
  if (value !== '' || name === 'label') return replaceRange(placeOfValue(text, found), `"${value}"`)
  // A second one of the name would be read in its place.
  if (attributes.filter(attribute => attribute.name === name).length > 1) return undefined
  return { start: behindBlanksBefore(text, found), end: found.end, text: '' }
}

function behindBlanksBefore(text: string, { at }: Attribute): number {
  let start = at
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return start
}

/** An edge and the graph that it stands in: only with it one knows whether it leads to another lane. */
export type InGraph<T> = readonly [element: T, graph: Graph]

/** The edits of an edge's line. */
export function edgeEdits(
  text: string,
  statement: EdgeStatement,
  [before, old]: InGraph<Edge>,
  [after, graph]: InGraph<Edge>,
): TextEdit[] {
  if (edgeLine(before, old) === edgeLine(after, graph)) return []
  const [wasBare, bare] = [edgeLine(unlabelled(before), old), edgeLine(unlabelled(after), graph)]
  const label = statement.attributes.find(({ name }) => name === 'label')
  if (wasBare !== bare || !label || after.label.text === '')
    return [replaceRange(statement.at, edgeLine(after, graph))]
  return [replaceRange(placeOfValue(text, label), `"${after.label.text}"`)]
}

const unlabelled = (edge: Edge): Edge => ({ ...edge, label: { text: '' } })

/** The edits of a loop's line. A lane in front of a node there goes with everything else. */
export function loopEdits({ at }: LoopStatement, before: Loop, after: Loop): TextEdit[] {
  return loopLine(before) === loopLine(after) ? [] : [replaceRange(at, loopLine(after))]
}
