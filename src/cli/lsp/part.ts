/** A diagram that a file holds, for an editor: the file itself, or a block of a document. */
import type { Block } from '../../documents/block.js'
import type { OpenText } from '../../language/index.js'
import { withEdits } from '../../messages/edits.js'
import type { Message, TextEdit } from '../../messages/message.js'

export interface Part {
  readonly open: OpenText
  /** From an offset in the diagram to one in the file. */
  toFile(offset: number): number
  /** The offset in the diagram; nothing where it stands outside of it. */
  fromFile(offset: number): number | undefined
  /** Edits of the diagram as edits of the file, or why it cannot take them. */
  edited(edits: readonly TextEdit[]): { readonly edits: readonly TextEdit[] } | { readonly refused: Message }
}

export function wholeFile(open: OpenText): Part {
  return { open, toFile: offset => offset, fromFile: offset => offset, edited: edits => ({ edits }) }
}

export function partOfDocument(open: OpenText, block: Block): Part {
  const { text } = block
  return {
    open,
    toFile: block.offsetOf,
    fromFile(offset) {
      const [from, to] = [block.offsetOf(0), block.offsetOf(text.length)]
      if (offset < from || offset > to) return undefined
      return firstFrom(offset, text.length, block.offsetOf)
    },
    edited(edits) {
      if (edits.length === 0) return { edits }
      const { edits: own, refused } = block.exchanged(withEdits(text, edits))
      return own ? { edits: own } : { refused }
    },
  }
}

/** The first offset whose place in the file is not before the one that is asked for: behind an indentation, where that is asked for. */
function firstFrom(place: number, length: number, offsetOf: (offset: number) => number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsetOf(middle) >= place) high = middle
    else low = middle + 1
  }
  return low
}
