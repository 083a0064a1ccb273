import type { Format } from '../../src/format.js'
import { dotCapabilities } from './capabilities.js'
import { followDot } from './put/follow.js'
import { putDot } from './put/put.js'
import { decodeDot } from './read/decode.js'
import { startOfHeader } from './read/mends/headers.js'
import { readDot } from './read/read.js'
import { writeDot } from './write/write.js'

export { readDot } from './read/read.js'

/** The first words of a graph, behind blanks and comments. */
const HEADER = /(?:strict\s+)?(?:digraph|graph)\b[^\n{]*\s*\{/iy

function looksLikeDot(text: string): boolean {
  HEADER.lastIndex = startOfHeader(text)
  return HEADER.test(text)
}

/** Graphviz DOT. */
export const dot: Format = {
  name: 'dot',
  title: 'Graphviz DOT',
  extensions: ['.gv', '.dot'],
  fences: ['graphviz', 'digraph'],
  many: true,
  carries: true,
  sniff: looksLikeDot,
  decode: decodeDot,
  read: readDot,
  capabilities: graph => dotCapabilities(graph),
  write: writeDot,
  follow: followDot,
  put: putDot,
}
