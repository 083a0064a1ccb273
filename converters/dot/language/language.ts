/** DOT for editors: what may stand where. */
import type { Language, Offer, Place } from '../../../src/language/language.js'
import type { Token } from '../../../src/language/tokens.js'
import { clusterName, groupIdOf } from '../words/names.js'
import { quote } from '../words/quote.js'
import { tokenizeDot } from './tokens.js'
import {
  attributesOf,
  compassWords,
  type Owner,
  statementWords,
  topWords,
  valuesOf,
  wordsOfDot,
} from './words.js'

export const dotLanguage: Language = {
  tokenize: tokenizeDot,
  words: wordsOfDot,
  offer,
  idOf: (kind, written) => (kind === 'group' ? groupIdOf(unquoted(written)) : unquoted(written)),
  writtenId: (kind, id) => quote({ text: kind === 'group' ? clusterName(id) : id }),
  lineComment: '//',
}

/** The text of a name in quotes or angle brackets. */
function unquoted(written: string): string {
  if (written.startsWith('<')) return written.slice(1, -1)
  if (!written.startsWith('"')) return written
  return written.slice(1, written.length > 1 && written.endsWith('"') ? -1 : undefined).replaceAll('\\"', '"')
}

function offer(place: Place): Offer {
  const { text, before } = place
  const written = ({ start, end }: Token) => text.slice(start, end)
  const last = before.findLast(({ kind }) => kind !== 'comment')
  const sign = last && written(last)
  const open = openBracket(before, written)
  if (!last || (open === undefined && isOutside(place))) return { words: topWords() }
  if (sign === '=') {
    const name = unquoted(written(before[before.indexOf(last) - 1] ?? last))
    return name === 'lhead' || name === 'ltail' ? { ids: ['group'] } : { words: valuesOf(name) }
  }
  if (open !== undefined) return { words: attributesOf(ownersIn(before.slice(0, open), written)) }
  if (last.kind === 'arrow') return { ids: ['node'] }
  if (sign === ':') return { words: compassWords() }
  if (last.kind === 'keyword') return {}
  return { words: [...statementWords(), ...attributesOf(['G', 'C'])], ids: ['node'] }
}

/** Where the list begins that is open. */
function openBracket(before: readonly Token[], written: (token: Token) => string): number | undefined {
  for (let place = before.length - 1; place >= 0; place--) {
    const sign = before[place]!.kind === 'bracket' ? written(before[place]!) : ''
    if (sign === '[') return place
    if (sign !== '') return undefined
  }
  return undefined
}

/** Before the first graph, and behind one. */
function isOutside({ onLine, text, state }: Place): boolean {
  const braces = onLine.filter(({ kind }) => kind === 'bracket').map(({ start }) => text[start])
  const open = braces.filter(sign => sign === '{').length - braces.filter(sign => sign === '}').length
  return Number(state.split(' ')[0] || 0) + open <= 0
}

/** Whose attributes a list has: that of the statement before it. */
function ownersIn(before: readonly Token[], written: (token: Token) => string): readonly Owner[] {
  for (let place = before.length - 1; place >= 0; place--) {
    const token = before[place]!
    if (token.kind === 'arrow') return ['E']
    if (token.kind === 'keyword') {
      const word = written(token).toLowerCase()
      return word === 'node' ? ['N'] : word === 'edge' ? ['E'] : ['G', 'C']
    }
    if (token.kind === 'bracket' || written(token) === ';') break
    if (token.kind === 'node' && token.declares) return ['N']
  }
  return ['N']
}
