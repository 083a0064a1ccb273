/** Checks of what people read: characters that FlowZap does not take, escapes, length. */
import type { Range } from '../../../src/ir/model.js'
import type { Diagram } from '../document/diagram.js'
import { type Finding, replaceRange } from '../document/finding.js'
import { placeOfValue } from '../document/places.js'
import { type Attribute, placeOfWord, type Word } from '../document/statements.js'
import {
  breaksLines,
  cleanCondition,
  cleanLaneLabel,
  cleanQuoted,
  hasForbiddenCharacters,
} from '../words/text.js'
import * as say from './messages.js'

const MAX_LABEL = 50

const quotedText = (text: string): string => `"${cleanQuoted(text)}"`

/** No emoji and no control characters, in any text. */
export function checkCharacters(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  const check = (text: string, at: () => Range, clean: (text: string) => string): void => {
    if (!hasForbiddenCharacters(text)) return
    found.push(say.forbiddenCharacters(at(), [replaceRange(at(), clean(text))]))
  }
  for (const attribute of attributesOf(diagram)) {
    check(attribute.text, () => placeOfValue(diagram.text, attribute), quotedText)
  }
  for (const label of laneLabelsOf(diagram)) check(label.text, () => placeOfWord(label), cleanLaneLabel)
  for (const { statement } of diagram.loops) {
    const { condition } = statement
    check(condition.text, () => placeOfWord(condition), cleanLaneLabel)
  }
  return found
}

/** FlowZap documents no escapes, and its parser ends a text at the first quote. */
export function checkEscapes(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  for (const attribute of attributesOf(diagram)) {
    if (!attribute.escapes) continue
    const at = placeOfValue(diagram.text, attribute)
    const edits = [replaceRange(at, quotedText(attribute.text))]
    found.push(say.escapes(at, edits))
  }
  return found
}

/** FlowZap's own parser tells an edge by its arrow and a lane by its brace, wherever on the line they stand. */
export function checkLostLines(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  const check = (text: string, at: () => Range, clean: (text: string) => string): void => {
    if (!breaksLines(text)) return
    const said = text.includes('->') ? say.takenForEdge : say.takenForLane
    found.push(said(at(), [replaceRange(at(), clean(text))]))
  }
  for (const attribute of attributesOf(diagram)) {
    check(attribute.text, () => placeOfValue(diagram.text, attribute), quotedText)
  }
  for (const { statement } of diagram.loops) {
    const { condition } = statement
    check(condition.text, () => placeOfWord(condition), cleanCondition)
  }
  return found
}

export function checkLabelLengths(diagram: Diagram): Finding[] {
  const found: Finding[] = []
  const check = (text: string, at: () => Range): void => {
    const { length } = [...text]
    if (length > MAX_LABEL) found.push(say.longLabel({ length, most: MAX_LABEL }, at()))
  }
  for (const attribute of attributesOf(diagram)) {
    if (attribute.name === 'label') check(attribute.text, () => placeOfValue(diagram.text, attribute))
  }
  for (const label of laneLabelsOf(diagram)) check(label.text, () => placeOfWord(label))
  return found
}

function* attributesOf({ nodes, duplicates, edges }: Diagram): Generator<Attribute> {
  for (const { statement } of nodes.values()) yield* statement.attributes
  for (const { statement } of duplicates) yield* statement.attributes
  for (const { statement } of edges) yield* statement.attributes
}

function laneLabelsOf({ lanes }: Diagram): Word[] {
  return [...lanes.values()].flatMap(({ blocks }) =>
    blocks.flatMap(({ statement, labelLine }): Word[] => {
      if (statement.label) return [statement.label]
      if (labelLine === undefined) return []
      const { text, at } = labelLine
      return [{ text, start: at[1] - text.length }]
    }),
  )
}
