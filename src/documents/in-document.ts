/** Messages about a diagram in a document, with the places of the document. */
import { withEdits } from '../messages/edits.js'
import type { Message } from '../messages/message.js'
import type { Block, Found } from './block.js'
import { inFile } from './messages.js'

/** Places of messages from a block to its document. A fix becomes edits of the document, since each of its lines has something before it. */
export function inDocument(block: Block, messages: readonly Message[]): Message[] {
  return messages.map(({ fix, at, ...message }) => {
    const edits = fix && block.exchanged(withEdits(block.text, fix.edits)).edits
    return {
      ...message,
      at: at ? [block.offsetOf(at[0]), block.offsetOf(at[1])] : block.at,
      ...(fix && edits && { fix: { title: fix.title, edits } }),
    }
  })
}

/** What is said of a document beside its diagrams: what looks like one, and diagrams that stand in files of their own. */
export const ofDocument = ({ messages, files }: Found): Message[] => [
  ...messages,
  ...files.map(({ language, file, at }) => inFile({ language, file }, at)),
]
