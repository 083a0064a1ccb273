import type { Format } from '../../src/format.js'
import { dotCapabilities } from './capabilities.js'
import { decodeDot } from './decode.js'
import { readDot } from './read.js'
import { writeDot } from './write.js'

export { readDot } from './read.js'
export { writeDot } from './write.js'

/** Graphviz DOT. */
export const dot: Format = {
  name: 'dot',
  title: 'Graphviz DOT',
  extensions: ['.gv', '.dot'],
  many: true,
  carries: true,
  sniff: text =>
    /^\s*(?:(?:\/\/|#).*\s+|\/\*[\s\S]*?\*\/\s*)*(?:strict\s+)?(?:digraph|graph)\b[^\n{]*\{/i.test(text),
  decode: decodeDot,
  read: readDot,
  capabilities: graph => dotCapabilities(graph),
  write: writeDot,
}
