/** The languages of diagrams for editors (`diaglot/language`): highlighting, completion, diagnostics and the like, without an editor. */

import type { Format } from '../format.js'
import type { Language } from './language.js'

export type { Completion } from './completions.js'
export type { Diagnostic } from './diagnostics.js'
export type { Hover } from './hover.js'
export type { IdKind, Language, Offer, Place, Word } from './language.js'
export type { Fold, Pair } from './nesting.js'
export { type Formatting, type OpenSettings, type OpenText, openText } from './open.js'
export type { Range } from './range.js'
export type { Renaming } from './rename.js'
export type { DiagramSymbol } from './symbols.js'
export { type LineState, type Token, type TokenKind, tokenKinds } from './tokens.js'

/**
 * The language that a format brings, for who goes over lines on their own: its tokenizer takes a line and a state and gives tokens and
 * the next state.
 * @param format a format
 * @returns its language, or nothing where it brings none. No messages.
 * @see docs/editors.md
 * @example
 * languageOf(mermaid)?.lineComment // '%%'
 */
export function languageOf(format: Format): Language | undefined {
  return format.language
}
