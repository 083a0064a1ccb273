/**
 * A diagram that stands inside of a document, and how the document takes another one in its place. Every kind of document gives its
 * diagrams as such blocks, so that who reads, formats or migrates them knows no kind of document.
 */
import type { Format } from '../format.js'
import type { Message, TextEdit } from '../messages/message.js'
import type { Inset } from './inset.js'
import * as say from './messages.js'

/** A half-open range of offsets, in UTF-16 code units. */
export type Range = readonly [start: number, end: number]

/** What stands in the place of a diagram that has moved to a file of its own. Addresses are as a link has them: relative, with `/`, not escaped. */
export interface Markup {
  /** What is read, or heard, in its place. */
  readonly title: string
  /** The address of the diagram's file. */
  readonly source: string
  /** The address of its picture; where it is left out there is only a link. */
  readonly picture?: string
  /** Links behind it, as to an editor that opens the diagram. */
  readonly more?: readonly { readonly title: string; readonly address: string }[]
}

/** Edits of the document, in the order of their places and without overlap; or why it cannot take what was to stand there. */
export type Edited =
  | { readonly edits: readonly TextEdit[]; readonly refused?: undefined }
  | { readonly edits?: undefined; readonly refused: Message }

export interface Block {
  /** The word that says what it is, without the signs around it, in lower case: `mermaid` of `{.Mermaid}`. */
  readonly language: string
  /** Where the whole block stands in the document, with its fences, its directive or its tags. */
  readonly at: Range
  /** What the document calls it: its own title or caption, else the heading that it stands under. */
  readonly title?: string
  /** Whether the word means other things, too, so that only a text that bears the sign of a format is a diagram. */
  readonly needsSign?: true
  /** The diagram as a text of its own, each line ended by a line feed: without indentation, quote signs and escapes of the document. */
  readonly text: string
  /** From an offset in `text` to one in the document; an offset behind the text is the end of its last line. */
  readonly offsetOf: (offset: number) => number
  /**
   * Another text in its place: lines get what stands before the block's lines, and the line ends of the document; letters that mean
   * something to the document are escaped; a fence gets longer where the text would close it. Lines that are the same, attributes, and every
   * byte outside of the block stay. Its own text gives no edits.
   * @param text as a file of its own would have it
   * @param format what the text is in, where that is another format: the word that names the language changes with it
   * @returns edits after which the document reads as `text` there; refused with `document/refused`
   */
  readonly exchanged: (text: string, format?: Format) => Edited
  /** A link, or a picture that is one, in the words of the document's own language, in its place. Refused with `document/refused`. */
  readonly replaced: (markup: Markup) => Edited
}

/** Something that means a diagram and brings no text of it. */
export interface FileReference {
  readonly language: string
  /** The path, as the document has it. */
  readonly file: string
  readonly at: Range
  /** Where the path stands. */
  readonly fileAt: Range
  /** What it is called: its own caption, else the heading that it stands under. */
  readonly title?: string
  /** Whether the path may start from any folder above the document, and not only from its own. */
  readonly isLoose?: true
  /**
   * Another file in its place, as the document names one. Refused with `document/refused` where nothing of the document draws a file of that
   * format.
   */
  readonly exchanged: (file: string, format: Format) => Edited
  /** A link, or a picture that is one, in its place. Refused with `document/refused`. */
  readonly replaced: (markup: Markup) => Edited
}

/** What a document holds. */
export interface Found {
  /** In the order of their places. */
  readonly blocks: readonly Block[]
  /** Diagrams that stand in files which the document names. */
  readonly files: readonly FileReference[]
  /** `document/unread`: what looks like a diagram and cannot be read, each with its place. */
  readonly messages: readonly Message[]
}

export const NOTHING_FOUND: Found = { blocks: [], files: [], messages: [] }

/** A text that stands in a document in other letters, or piece by piece: a cell of a notebook, a comment, the content of an element. */
export interface Passage extends Inset {
  /** As the document has it; nothing where that text cannot stand there. */
  readonly encode: (text: string) => string | undefined
}

/** What was found in a passage, with the places of the document that the passage stands in. */
export function lifted({ blocks, files, messages }: Found, passage: Passage): Found {
  const rangeOf = ([start, end]: Range): Range => [passage.offsetOf(start), passage.endOf(end)]
  const edited = ({ edits, refused }: Edited, at: Range): Edited => {
    if (!edits) return { refused: refused.at ? { ...refused, at: rangeOf(refused.at) } : refused }
    const inDocument: TextEdit[] = []
    for (const { start, end, text } of edits) {
      const encoded = passage.encode(text)
      if (encoded === undefined) return { refused: say.closesPassage({}, rangeOf(at)) }
      const [from, to] = start === end ? [passage.endOf(start), passage.endOf(end)] : rangeOf([start, end])
      inDocument.push({ start: from, end: to, text: encoded })
    }
    return { edits: inDocument }
  }
  return {
    blocks: blocks.map(block => {
      const at = rangeOf(block.at)
      return {
        ...block,
        at,
        // Where a block ends with a line of the passage, the end of that is no place of the next one.
        offsetOf: (offset: number) => Math.min(passage.offsetOf(block.offsetOf(offset)), at[1]),
        exchanged: (text: string, format?: Format) => edited(block.exchanged(text, format), block.at),
        replaced: (markup: Markup) => edited(block.replaced(markup), block.at),
      }
    }),
    files: files.map(file => ({
      ...file,
      at: rangeOf(file.at),
      fileAt: rangeOf(file.fileAt),
      exchanged: (path, format) => edited(file.exchanged(path, format), file.at),
      replaced: markup => edited(file.replaced(markup), file.at),
    })),
    messages: messages.map(message => (message.at ? { ...message, at: rangeOf(message.at) } : message)),
  }
}

/** What was found in several parts of a document, in the order of their places. */
export function joined(parts: readonly Found[]): Found {
  if (parts.length === 1) return parts[0]!
  const byPlace = (a: { readonly at: Range }, b: { readonly at: Range }) => a.at[0] - b.at[0]
  return {
    blocks: parts.flatMap(({ blocks }) => blocks).sort(byPlace),
    files: parts.flatMap(({ files }) => files).sort(byPlace),
    messages: parts.flatMap(({ messages }) => messages).sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0)),
  }
}
