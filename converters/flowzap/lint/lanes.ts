/** Checks of lanes: their ids and labels. */
import type { TextEdit } from '../../../src/messages/message.js'
import type { Block, Diagram, Lane } from '../document/diagram.js'
import { type Finding, insertAt, lineOf, replaceRange } from '../document/finding.js'
import { separateStatements } from '../document/separate.js'
import { placeOfWord, type Word } from '../document/statements.js'
import { isLaneId } from '../words/text.js'
import * as say from './messages.js'

export function checkLaneIds({ lanes }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { id, blocks } of lanes.values()) {
    const [first, ...others] = blocks
    if (!isLaneId(id)) found.push(say.badLaneId({ lane: id }, placeOfWord(first!.statement.id)))
    for (const { statement } of others) found.push(say.laneReopened({ lane: id }, placeOfWord(statement.id)))
  }
  return found
}

/** A lane's label stands behind the brace on the same line, `Orders { # Order Desk`. */
export function checkLaneLabels(diagram: Diagram): Finding[] {
  const { lanes, text } = diagram
  const found: Finding[] = []
  for (const lane of lanes.values()) {
    for (const block of lane.blocks) {
      if (block.statement.label) found.push(...nodesInLabel(block.statement.label, diagram))
      if (block.statement.label?.text || block.statement.broken) continue
      const { id } = block.statement
      found.push(
        block.labelLine
          ? say.labelBelow({ lane: lane.id }, block.labelLine.at, moved(block, lane, text))
          : say.noLaneLabel({ lane: lane.id }, placeOfWord(id), [inserted(block, lane, diagram)]),
      )
    }
  }
  return found
}

/** `Shop { # Shop n1: circle label:"a" }`: everything behind the `#` is the label. */
function nodesInLabel(label: Word, { lineEnd }: Diagram): Finding[] {
  const node = /(?<!\s)\s+(?=n\d+\s*:\s*(?:circle|rectangle|rect|diamond|taskbox)\b)/.exec(label.text)
  if (!node) return []
  const start = label.start + node.index + node[0].length
  const end = label.start + label.text.length
  const statements = label.text.slice(node.index).trim()
  const { line } = separateStatements(statements) ?? { line: statements }
  const edits = [replaceRange([label.start + node.index, end], `\n${line}`.replaceAll('\n', lineEnd))]
  return [say.nodeInLabel([start, end], edits)]
}

function moved(block: Block, lane: Lane, text: string): TextEdit[] {
  const { at, text: label } = block.labelLine!
  return [labelEdit(block, label || lane.label || lane.id), replaceRange(lineOf(text, at), '')]
}

function inserted(block: Block, lane: Lane, { lineEnd }: Diagram): TextEdit {
  const label = lane.label || lane.id
  const { close } = block.statement
  if (close === undefined) return labelEdit(block, label)
  return replaceRange([block.statement.open, close[1]], ` # ${label}${lineEnd}}`)
}

function labelEdit({ statement: { open, at } }: Block, label: string): TextEdit {
  return at[1] > open ? replaceRange([open, at[1]], ` # ${label}`) : insertAt(open, ` # ${label}`)
}
