import { type Format, formatOf } from '../../src/format.js'
import { common } from './common.js'
import { fmtDot } from './fmt/fmt.js'
import { dotLanguage } from './language/language.js'
import { lintDot } from './lint/lint.js'
import { putDot } from './put/put.js'
import { reading } from './reader.js'
import { commentsIn } from './words/comments.js'
import { writing } from './writer.js'

export { dotCodes } from './codes.js'
export { readDot } from './read/read.js'
export { dotReader } from './reader.js'
export { dotWriter } from './writer.js'

/** Graphviz DOT. */
export const dot: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  put: putDot,
  fmt: fmtDot,
  language: dotLanguage,
  lint: lintDot,
  comments: text => commentsIn(text).map(({ start, text: { length } }) => [start, start + length]),
})
