import { type Format, formatOf } from '../../src/format.js'
import { withCommentsMoved } from '../../src/ir/comments.js'
import type { Message } from '../../src/messages/message.js'
import { common } from './common.js'
import { tooLong } from './document/messages.js'
import { MAX_CHARACTERS } from './words/text.js'
import { writeFlowzap } from './write/write.js'

/** FlowZap's service refuses longer code. */
function checkFlowzap({ length }: string): Message[] {
  if (length <= MAX_CHARACTERS) return []
  return [tooLong({ length, most: MAX_CHARACTERS }, [MAX_CHARACTERS, length])]
}

/** FlowZap Code, only to be written: for a page that reads none. */
export const flowzapWriter: Format = /* @__PURE__ */ formatOf(common, {
  write: drawings => drawings.map(writeFlowzap).join(''),
  check: checkFlowzap,
  ofToday: graph => withCommentsMoved(graph, 'flowzap'),
})
