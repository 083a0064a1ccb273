/** Checks of what people read: characters that FlowZap does not take, escapes, length. */
import type { Diagram } from '../diagram.js'
import type { Attribute, Word } from '../statements.js'
import { cleanLaneLabel, cleanQuoted, hasForbiddenCharacters } from '../text.js'
import { type Finding, finding, replaceRange } from './finding.js'

const MAX_LABEL = 50

/** No emoji and no control characters, in any text. */
export function checkCharacters(diagram: Diagram): Finding[] {
  const texts = [
    ...attributesOf(diagram).map(({ value: { text, at } }) => ({
      text,
      at,
      clean: `"${cleanQuoted(text)}"`,
    })),
    ...[...laneLabelsOf(diagram), ...diagram.loops.map(({ statement }) => statement.condition)].map(word => ({
      ...word,
      clean: cleanLaneLabel(word.text),
    })),
  ]
  return texts
    .filter(({ text }) => hasForbiddenCharacters(text))
    .map(({ at, clean }) => {
      const words = 'FlowZap’s texts hold no emoji, control characters or line separators.'
      return finding('character', at, words, 'Remove them', [replaceRange(at, clean)])
    })
}

/** FlowZap documents no escapes, and its parser ends a text at the first quote. */
export function checkEscapes(diagram: Diagram): Finding[] {
  return attributesOf(diagram)
    .filter(({ raw }) => /\\[\\"]/.test(raw))
    .map(({ value }) => {
      const words = 'FlowZap has no escapes: its parser ends a text at the first quote.'
      const edits = [replaceRange(value.at, `"${cleanQuoted(value.text)}"`)]
      return finding('escape', value.at, words, 'Write ’ for quotes and / for such backslashes', edits)
    })
}

export function checkLabelLengths(diagram: Diagram): Finding[] {
  const labels = [
    ...attributesOf(diagram)
      .filter(({ name }) => name.text === 'label')
      .map(({ value }) => value),
    ...laneLabelsOf(diagram),
  ]
  return labels
    .map(({ text, at }) => ({ at, length: [...text].length }))
    .filter(({ length }) => length > MAX_LABEL)
    .map(({ at, length }) =>
      finding(
        'label-length',
        at,
        `The label has ${length} characters; more than ${MAX_LABEL} are hard to read.`,
      ),
    )
}

function attributesOf({ nodes, duplicates, edges }: Diagram): Attribute[] {
  return [...nodes.values(), ...duplicates, ...edges].flatMap(({ statement }) => statement.attributes)
}

function laneLabelsOf({ lanes }: Diagram): Word[] {
  return [...lanes.values()].flatMap(({ blocks }) =>
    blocks.flatMap(({ statement, labelLine }) => {
      if (statement.label) return [statement.label]
      if (labelLine === undefined) return []
      const end = labelLine.at[1]
      return [{ text: labelLine.text, at: [end - labelLine.text.length, end] as const }]
    }),
  )
}
