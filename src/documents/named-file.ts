/** A diagram in a file that a document names, behind a word that says what draws it. */
import type { Format } from '../format.js'
import { inPlaces } from '../messages/edits.js'
import type { TextEdit } from '../messages/message.js'
import type { FileReference, Range } from './block.js'
import * as say from './messages.js'

export interface NamedFile extends Pick<FileReference, 'at' | 'fileAt' | 'isLoose' | 'replaced'> {
  readonly title?: string | undefined
  /** Where the word stands. */
  readonly word: Range
  /** The word that draws files of another format; nothing where there is none. */
  readonly wordFor: (format: Format) => string | undefined
  /** What else changes for another word. */
  readonly more?: (word: string) => readonly TextEdit[]
}

export function namedFile(document: string, parts: NamedFile): FileReference {
  const { at, fileAt, title, isLoose, word, wordFor, more, replaced } = parts
  const language = document.slice(...word).toLowerCase()
  return {
    language,
    file: document.slice(...fileAt),
    at,
    fileAt,
    ...(title !== undefined && title !== '' && { title }),
    ...(isLoose && { isLoose }),
    exchanged: (file, format) => {
      const name = wordFor(format)
      if (name === undefined) return { refused: say.drawsNoFile({ word: language, title: format.title }, at) }
      return {
        edits: inPlaces([
          ...(name === language
            ? []
            : [{ start: word[0], end: word[1], text: name }, ...(more?.(name) ?? [])]),
          { start: fileAt[0], end: fileAt[1], text: file },
        ]),
      }
    },
    replaced,
  }
}

/** The directive, or the block macro, that draws a file of a format. */
export const directiveFor = ({ inDocuments }: Format): string | undefined => inDocuments?.directive
