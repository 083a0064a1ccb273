/** Messages about a diagram in a document, with the places of the document. */
import { type Block, editOfBlock, offsetsOf, textOfBlock } from '../../documents/block.js'
import { withEdits } from '../../messages/edits.js'
import type { Message } from '../../messages/message.js'

/** Places of messages from a block to its document. A fix becomes one of the whole block, since each of its lines has something before it. */
export function inDocument(document: string, block: Block, messages: readonly Message[]): Message[] {
  if (messages.length === 0) return []
  const offset = offsetsOf(block)
  const own = textOfBlock(document, block)
  return messages.map(({ fix, at, ...message }) => {
    const edit = fix && editOfBlock(document, block, withEdits(own, fix.edits))
    return {
      ...message,
      at: at ? [offset(at[0]), offset(at[1])] : block.at,
      ...(fix && edit && { fix: { title: fix.title, edits: [edit] } }),
    }
  })
}
