import { type Format, formatOf } from '../../src/format.js'
import { common } from './common.js'
import { decodeDot } from './read/decode.js'
import { startOfHeader } from './read/mends/headers.js'
import { readDot } from './read/read.js'

/** The first words of a graph, behind blanks and comments. */
const HEADER = /(?:strict\s+)?(?:digraph|graph)\b[^\n{]*(?:\n\s*)?\{/iy

function looksLikeDot(text: string): boolean {
  HEADER.lastIndex = startOfHeader(text)
  return HEADER.test(text)
}

/** Graphviz DOT, only to be read: for a page that writes none. */
export const dotReader: Format = /* @__PURE__ */ formatOf(common, {
  fences: ['graphviz', 'digraph'],
  sniff: looksLikeDot,
  decode: decodeDot,
  read: readDot,
})
