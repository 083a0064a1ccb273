import { type Format, type FormatPart, formatOf } from '../../src/format.js'
import { dotCapabilities } from './capabilities.js'
import { dotCodes } from './codes.js'
import { fmtDot } from './fmt/fmt.js'
import { dotLanguage } from './language/language.js'
import { lintDot } from './lint/lint.js'
import { followDot } from './put/follow.js'
import { putDot } from './put/put.js'
import { decodeDot } from './read/decode.js'
import { startOfHeader } from './read/mends/headers.js'
import { readDot } from './read/read.js'
import { commentsIn } from './words/comments.js'
import { writeDot } from './write/write.js'

export { dotCodes } from './codes.js'
export { readDot } from './read/read.js'

/** The first words of a graph, behind blanks and comments. */
const HEADER = /(?:strict\s+)?(?:digraph|graph)\b[^\n{]*(?:\n\s*)?\{/iy

function looksLikeDot(text: string): boolean {
  HEADER.lastIndex = startOfHeader(text)
  return HEADER.test(text)
}

/** What both halves have. */
const common: FormatPart = {
  name: 'dot',
  title: 'Graphviz DOT',
  extensions: ['.gv', '.dot'],
  inDocuments: { directive: 'graphviz' },
  directiveOptions: ['graphviz_dot', 'layout'],
  drawnIn: ['asciidoc', 'rst'],
  codes: dotCodes,
  many: true,
  // Parallel edges count things, and many a node stands alone, in files that programs write.
  rules: { 'lint/duplicate-edge': 'off', 'lint/orphan': 'off' },
  carries: true,
  capabilities: () => dotCapabilities,
  follow: followDot,
}

const reading: FormatPart = {
  fences: ['graphviz', 'digraph'],
  sniff: looksLikeDot,
  decode: decodeDot,
  read: readDot,
}

const writing: FormatPart = {
  write: writeDot,
}

/** Graphviz DOT, only to be read: for a page that writes none. */
export const dotReader: Format = /* @__PURE__ */ formatOf(common, reading)

/** Graphviz DOT, only to be written: for a page that reads none. */
export const dotWriter: Format = /* @__PURE__ */ formatOf(common, writing)

/** Graphviz DOT. */
export const dot: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  put: putDot,
  fmt: fmtDot,
  language: dotLanguage,
  lint: lintDot,
  comments: text => commentsIn(text).map(({ start, text: { length } }) => [start, start + length]),
})
