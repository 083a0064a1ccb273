/** What an editor shows where somebody points: what stands there, and what is to be said of it. */

import type { Graph } from '../ir/model.js'
import type { Diagnostic } from './diagnostics.js'
import type { Ids } from './ids.js'
import type { Language, Word } from './language.js'
import type { Tokens } from './lines.js'
import type { Range } from './range.js'
import { saidOfId } from './said.js'

export interface Hover {
  readonly at: Range
  /** Sentences, each a paragraph of plain text. */
  readonly lines: readonly string[]
}

export interface Pointed {
  readonly text: string
  readonly tokens: Tokens
  readonly ids: Ids
  readonly graphs: readonly Graph[]
  readonly diagnostics: readonly Diagnostic[]
  readonly about: (word: Word) => string
}

/** Messages count before what stands there, since they are about what the writer sees. */
export function hoverAt(pointed: Pointed, language: Language, offset: number): Hover | undefined {
  const { tokens, diagnostics } = pointed
  const token = tokens
    .between(offset, offset)
    .find(({ start, end }) => start <= offset && offset < Math.max(end, start + 1))
  const said = diagnostics.filter(
    ({ at: [start, end] }) => start <= offset && offset < Math.max(end, start + 1),
  )
  const narrow = said.filter(({ at: [start, end] }) => end - start <= NARROW)
  const what = token && aboutToken(pointed, language, token.start)
  const messages = narrow.flatMap(({ code, text, about }) => [`${code}: ${text}`, about])
  const lines = [...messages, ...(what ?? [])]
  if (lines.length === 0) return undefined
  const at: Range = token ? [token.start, token.end] : narrow[0]!.at
  return { at, lines }
}

/** What is said of a whole block is not shown wherever somebody points in it. */
const NARROW = 200

function aboutToken(
  { text, tokens, ids, graphs, about }: Pointed,
  language: Language,
  at: number,
): readonly string[] | undefined {
  const token = tokens.between(at, at).find(({ start }) => start === at)!
  const id = ids.at(at)
  if (id?.token.start === at) return saidOfId(ids.kindOf(id), id.name, graphs[id.diagram])
  const written = text.slice(token.start, token.end).replace(/^"(.*)"$/, '$1')
  const fitting = language.words().filter(({ word }) => word === written)
  const word = fitting.find(({ kind }) => kind === token.kind) ?? caseless(language, token.kind, written)
  return word && [`${word.word}: ${about(word)}`]
}

/** Some languages do not mind capitals in their words. */
const caseless = ({ words }: Language, kind: string, written: string) =>
  kind === 'keyword'
    ? words().find(word => word.kind === kind && word.word === written.toLowerCase())
    : undefined
