/** Checks of lanes: their ids and labels. */
import type { TextEdit } from '../../../src/messages/message.js'
import type { Block, Diagram, Lane } from '../document/diagram.js'
import { type Finding, finding, insertAt, lineOf, quote, replaceRange } from '../document/finding.js'
import { placeOf } from '../document/statements.js'
import { isLaneId } from '../words/text.js'

export function checkLaneIds({ lanes }: Diagram): Finding[] {
  const found: Finding[] = []
  for (const { id, blocks } of lanes.values()) {
    const [first, ...others] = blocks
    if (!isLaneId(id)) {
      const words = `${quote(id)} is no proper lane id: a letter or _, then letters, digits and _.`
      found.push(finding('lane-id', placeOf(first!.statement.id), words))
    }
    for (const { statement } of others) {
      const words = `The lane ${quote(id)} is opened a second time; this goes on with the first.`
      found.push(finding('lane-reopened', placeOf(statement.id), words))
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
          finding('lane-label', placeOf(id), words, 'Show the id as the label', [
            inserted(block, lane, diagram),
          ]),
        )
      }
    }
  }
  return found
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
