import type { Format } from '../../src/format.js'
import { dotCapabilities } from './capabilities.js'
import { decodeDot } from './decode.js'
import { readDot } from './read.js'
import { writeDot } from './write.js'

export { readDot } from './read.js'
export { writeDot } from './write.js'

/** Comments, then the first words of a graph. Every part can match in one way only, so that no text takes long. */
const HEADER =
  /^\s*(?:(?:\/\/|#)[^\n]*\n\s*|\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*(?:strict\s+)?(?:digraph|graph)\b[^\n{]*\s*\{/i

/** Graphviz DOT. */
export const dot: Format = {
  name: 'dot',
  title: 'Graphviz DOT',
  extensions: ['.gv', '.dot'],
  fences: ['graphviz', 'digraph'],
  many: true,
  carries: true,
  sniff: text => HEADER.test(text),
  decode: decodeDot,
  read: readDot,
  capabilities: graph => dotCapabilities(graph),
  write: writeDot,
}
