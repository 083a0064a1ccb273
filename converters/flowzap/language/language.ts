/** FlowZap Code for editors: what may stand where on a line. */
import type { IdKind, Language, Offer, Place, Word } from '../../../src/language/language.js'
import type { Token } from '../../../src/language/tokens.js'
import { tokenizeFlowzap } from './tokens.js'
import {
  arrowWord,
  edgeAttributes,
  handleWord,
  loopWord,
  nodeAttributes,
  shapeWords,
  sideWords,
} from './words.js'

export const flowzapLanguage: Language = {
  tokenize: tokenizeFlowzap,
  words: () => [...shapeWords(), ...nodeAttributes(), ...sideWords(), handleWord, loopWord],
  offer,
  idFault,
  lineComment: '//',
}

/** FlowZap's checks refuse other ids of nodes; a lane may have any name, but nothing can refer to one that is no word. */
function idFault(kind: IdKind, id: string): string | undefined {
  if (kind === 'node') return /^n\d+$/.test(id) ? undefined : 'the id of a node is an n and a number'
  return /^[\p{L}_][\p{L}\d_]*$/u.test(id) ? undefined : 'the id of a lane is letters, digits and underscores'
}

function offer(place: Place): Offer {
  const { text, onLine, inside } = place
  const written = ({ start, end }: Token) => text.slice(start, end)
  const [first, second] = onLine
  if (!first) return { words: [loopWord], ids: ['node'] }
  if (inside === 'string') return {}
  const last = onLine.at(-1)!
  const sign = written(last)
  if (first.kind === 'punctuation') return {}
  if (first.kind === 'keyword' && sign !== '(' && first.start !== last.start)
    return { ids: sign === '.' || onLine.some(token => written(token) === ']') ? ['node'] : [] }
  if (sign === '(') return { words: sideWords() }
  if (last.kind === 'arrow') return { ids: ['node', 'group'] }
  if (sign === '.') return { words: [handleWord], ids: ['node'] }
  const isEdge = onLine.some(({ kind }) => kind === 'arrow')
  if (isEdge) return inBrackets(onLine, written) ? { words: unused(edgeAttributes(), onLine, written) } : {}
  if (first.kind === 'node' && second && written(second) === ':')
    return onLine.length === 2 ? { words: shapeWords() } : attributesOf(last, onLine, written)
  return sign === ')' || (last.kind === 'node' && inside === undefined) ? { words: [arrowWord] } : {}
}

/** Attributes come behind a whole one, or behind the shape. */
function attributesOf(last: Token, onLine: readonly Token[], written: (token: Token) => string): Offer {
  const isWhole = last.kind === 'shape' || last.kind === 'label' || last.kind === 'string'
  return isWhole ? { words: unused(nodeAttributes(), onLine, written) } : {}
}

function inBrackets(onLine: readonly Token[], written: (token: Token) => string): boolean {
  const signs = onLine.map(written)
  return signs.lastIndexOf('[') > signs.lastIndexOf(']')
}

function unused(words: readonly Word[], onLine: readonly Token[], written: (token: Token) => string): Word[] {
  const there = new Set(onLine.map(written))
  return words.filter(({ word }) => !there.has(word))
}
