import { type Format, formatOf } from '../../src/format.js'
import { type Explained, explained } from '../../src/messages/code.js'
import { dotAbouts } from './abouts.js'
import { dotCodes as table } from './codes.js'
import { fmtDot } from './fmt/fmt.js'
import { dotLanguage } from './language/language.js'
import { lintDot } from './lint/lint.js'
import { putDot } from './put/put.js'
import { dotReader } from './reader.js'
import { commentsIn } from './words/comments.js'
import { dotWriter } from './writer.js'

export { readDot } from './read/read.js'
export { dotReader } from './reader.js'
export { dotWriter } from './writer.js'

/** The codes that DOT brings, each with its severity and a paragraph about it. */
export const dotCodes: Explained<typeof table> = /* @__PURE__ */ explained(table, dotAbouts)

/** Graphviz DOT. */
export const dot: Format = /* @__PURE__ */ formatOf(dotReader, dotWriter, {
  codes: dotCodes,
  put: putDot,
  fmt: fmtDot,
  language: dotLanguage,
  lint: lintDot,
  comments: text => commentsIn(text).map(({ start, text: { length } }) => [start, start + length]),
})
