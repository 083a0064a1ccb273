/** What is said of a text that is to be formatted, in Chinese. */
import { reworded } from '../messages/chinese.js'
import * as own from './messages.js'

export const notFormatted = reworded(own.notFormatted, ({ first }) => `文本有错误，因此未排版：${first}`)

export const wouldReadOtherwise = reworded(
  own.wouldReadOtherwise,
  ({ fault }) => `排版后文本的含义会改变（${fault}），因此保持原样。`,
)
