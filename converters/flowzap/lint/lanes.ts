/** Checks of lanes: their ids and labels. */
import type { TextEdit } from '../../../src/messages/message.js'
import type { Block, Diagram, Lane } from '../document/diagram.js'
import { type Finding, finding, insertAt, lineOf, quote, replaceRange } from '../document/finding.js'
import { separateStatements } from '../document/separate.js'
import { placeOfWord, type Word } from '../document/statements.js'
import { isLaneId } from '../words/text.js'

export function checkLaneIds({ lanes }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { id, blocks } of lanes.values()) {
    const [first, ...others] = blocks
    if (!isLaneId(id)) {
      const words = `${quote(id)} is no proper lane id: a letter or _, then letters, digits and _.`
      found.push(finding('lane-id', placeOfWord(first!.statement.id), words))
    }
    for (const { statement } of others) {
      const words = `The lane ${quote(id)} is opened a second time; this goes on with the first.`
      found.push(finding('lane-reopened', placeOfWord(statement.id), words))
    }
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
      if (block.labelLine) {
        const words = `The label of the lane ${quote(lane.id)} does not stand on the line of its brace.`
        found.push(
          finding(
            'lane-label',
            block.labelLine.at,
            words,
            'Move the label behind the brace',
            moved(block, lane, text),
          ),
        )
      } else {
        const words = `The lane ${quote(lane.id)} has no label behind its brace.`
        found.push(
          finding('lane-label', placeOfWord(id), words, 'Show the id as the label', [
            inserted(block, lane, diagram),
          ]),
        )
      }
    }
  }
  return found
}

/** `Shop { # Shop n1: circle label:"a" }`: everything behind the `#` is the label. */
function nodesInLabel(label: Word, { lineEnd }: Diagram): Finding[] {
  const node = /\s+(?=n\d+\s*:\s*(?:circle|rectangle|rect|diamond|taskbox)\b)/.exec(label.text)
  if (!node) return []
  const start = label.start + node.index + node[0].length
  const end = label.start + label.text.length
  const statements = label.text.slice(node.index).trim()
  const { line } = separateStatements(statements) ?? { line: statements }
  const words = 'A node stands behind the label of its lane, so it is read as part of the label.'
  const edits = [replaceRange([label.start + node.index, end], `\n${line}`.replaceAll('\n', lineEnd))]
  return [finding('node-in-label', [start, end], words, 'Begin a new line', edits)]
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
