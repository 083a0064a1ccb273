/** From the text of a `grammar.ohm` to the source of its parser. */
import { loadGrammar } from './ohm.js'

/**
 * The TypeScript source of a module that exports `parser`, for the last grammar of `source`.
 * `from` is the grammar's path, for the heading. Throws with line and column when the grammar is faulty.
 */
export function parserSource(source: string, from: string): string {
  loadGrammar(source)
  return `// Made from ${from} by scripts/grammars.ts. Do not edit.
import { ohmParser } from '../../src/grammar/ohm.js'
import type { Parser } from '../../src/grammar/tree.js'

export const parser: Parser = ohmParser(${JSON.stringify(source)})
`
}
