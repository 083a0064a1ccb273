/** Tokens for the colours of an editor: numbers, each place counted from the one before. */
import { SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { TokenKind } from '../../language/index.js'
import type { Part } from './part.js'

/** The types of the protocol that editors have colours for. Brackets and signs have none. */
const TYPES: { readonly [K in TokenKind]?: string } = {
  keyword: 'keyword',
  node: 'variable',
  group: 'namespace',
  class: 'class',
  edge: 'variable',
  graph: 'namespace',
  port: 'enumMember',
  label: 'string',
  string: 'string',
  number: 'number',
  value: 'enumMember',
  shape: 'type',
  direction: 'enumMember',
  attribute: 'property',
  arrow: 'operator',
  comment: 'comment',
  setting: 'macro',
}

const types = [...new Set(Object.values(TYPES))]
export const legend: SemanticTokensLegend = { tokenTypes: types, tokenModifiers: ['declaration'] }

/** @param range offsets of the file; left out, all of it */
export function semanticTokens(
  document: TextDocument,
  parts: readonly Part[],
  range: readonly [number, number] = [0, document.getText().length],
): { data: number[] } {
  const builder = new SemanticTokensBuilder()
  for (const part of parts) {
    const { length } = part.open.text
    if (part.toFile(length) < range[0] || part.toFile(0) > range[1]) continue
    const from = part.fromFile(range[0]) ?? 0
    const to = part.fromFile(range[1]) ?? length
    for (const { start, end, kind, declares } of part.open.tokens(from, to)) {
      const type = TYPES[kind]
      if (type === undefined) continue
      const { line, character } = document.positionAt(part.toFile(start))
      const size = part.toFile(end) - part.toFile(start)
      builder.push(line, character, size, types.indexOf(type), declares ? 1 : 0)
    }
  }
  return builder.build()
}
