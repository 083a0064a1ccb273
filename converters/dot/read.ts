/** From DOT to graphs. */
import type { FormatOptions, ReadResult } from '../../src/format.js'
import { CARRY, mapGraph } from './map.js'
import { resolveDot } from './resolve.js'

/**
 * Reads every graph of a DOT file. Gives `syntax/…` messages for what Graphviz rejects and `limit/nesting`;
 * never throws for what is in the text. Source of the rules: https://graphviz.org/doc/info/lang.html and
 * Graphviz itself.
 */
export function readDot(text: string, _options: FormatOptions = {}): ReadResult {
  const { graphs, messages } = resolveDot(text)
  return {
    graphs: graphs.map(mapGraph),
    messages,
    carried: graphs.map(({ attributes }) => attributes.get(CARRY)?.text || undefined),
  }
}
