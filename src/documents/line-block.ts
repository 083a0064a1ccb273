/** A diagram that stands in a document line by line, behind a word that names its language: a fence, a directive, an element. */
import type { Format } from '../format.js'
import { inPlaces } from '../messages/edits.js'
import type { TextEdit } from '../messages/message.js'
import { type Block, lifted, type Passage, type Range } from './block.js'
import { editsOfLines, type Lines, linesBetween, textOfLines } from './lines.js'

export interface LineBlock extends Pick<Block, 'at' | 'needsSign' | 'replaced'> {
  readonly title?: string | undefined
  readonly lines: Lines
  /** Where the word stands. */
  readonly word: Range
  /** The word for another format; nothing where the document has none. */
  readonly wordFor: (format: Format) => string
  /**
   * What else changes before and behind another text, so that it does not end before its end.
   * @param isOther whether the word changes, too
   */
  readonly delimiters?: (text: string, isOther: boolean) => Delimiters
}

export interface Delimiters {
  readonly before: readonly TextEdit[]
  readonly behind: readonly TextEdit[]
}

export function lineBlock(document: string, parts: LineBlock): Block {
  const { at, title, needsSign, lines, word, wordFor, delimiters, replaced } = parts
  const language = document.slice(...word).toLowerCase()
  const { text, offsetOf } = textOfLines(document, lines)
  return {
    language,
    at,
    ...(title !== undefined && title !== '' && { title }),
    ...(needsSign && { needsSign }),
    text,
    offsetOf,
    exchanged: (now, format) => {
      const name = format ? wordFor(format) : language
      const named = name === language ? [] : [{ start: word[0], end: word[1], text: name }]
      if (now === text && named.length === 0) return { edits: [] }
      const { before = [], behind = [] } = delimiters?.(now, named.length > 0) ?? {}
      if (now === text) return { edits: inPlaces([...named, ...before, ...behind]) }
      return { edits: inPlaces([...named, ...before, ...editsOfLines(document, lines, now), ...behind]) }
    },
    replaced,
  }
}

/** A passage whose lines are a diagram, without the word that names its language. */
export function passageContent(passage: Passage): Pick<Block, 'text' | 'offsetOf' | 'exchanged'> {
  const own = lineBlock(passage.text, {
    at: [0, passage.text.length],
    lines: linesBetween(passage.text, 0, passage.text.length),
    word: [0, 0],
    wordFor: () => '',
    replaced: () => ({ edits: [] }),
  })
  return lifted({ blocks: [own], files: [], messages: [] }, passage).blocks[0]!
}
