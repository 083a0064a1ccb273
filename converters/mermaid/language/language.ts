/** Mermaid flowcharts for editors: what may stand where. */
import type { Language, Offer, Place } from '../../../src/language/language.js'
import type { Token } from '../../../src/language/tokens.js'
import { stateOf } from './state.js'
import { tokenizeMermaid } from './tokens.js'
import {
  arrowWords,
  clickWords,
  dataWords,
  defaultWord,
  directionWords,
  headerWords,
  shapeWords,
  statementWords,
  styleWords,
  targetWords,
  valuesOfData,
} from './words.js'

export const mermaidLanguage: Language = {
  tokenize: tokenizeMermaid,
  words: () => [
    ...headerWords(),
    ...directionWords(),
    ...statementWords(),
    ...shapeWords(),
    ...dataWords(),
    ...styleWords(),
    ...clickWords(),
    ...targetWords(),
  ],
  offer,
  hasOneSpace: true,
  lineComment: '%%',
}

type Written = (token: Token) => string

function offer(place: Place): Offer {
  const { text, inside, state } = place
  const written: Written = ({ start, end }) => text.slice(start, end)
  if (inside === 'setting') return {}
  const statement = statementBefore(place, written)
  const [first] = statement
  const last = statement.at(-1)
  const { mode } = stateOf(state)
  const data = dataBefore(place, written)
  if (data) return inData(data, written)
  if (!first || !last) return atStart(place, mode)
  const sign = written(last)
  if (first.kind === 'keyword') return behindWord(statement, written)
  if (sign === ':::') return { ids: ['class'] }
  if (last.kind === 'arrow' || sign === '&' || (sign === '|' && last.nest === -1))
    return { ids: ['node', 'group'] }
  const isWhole = ['node', 'class'].includes(last.kind) || last.nest === -1
  return isWhole ? { words: arrowWords() } : {}
}

/** The tokens of the statement on this line, without those of the statements before it. */
function statementBefore({ onLine }: Place, written: Written): readonly Token[] {
  const end = onLine.findLastIndex(token => token.kind === 'punctuation' && written(token) === ';')
  return onLine.slice(end + 1)
}

function atStart({ before }: Place, mode: string): Offer {
  if (mode === 'first' || mode === 'header')
    return before.some(({ kind }) => kind === 'keyword') ? {} : { words: headerWords() }
  if (mode === 'node') return { ids: ['node', 'group'] }
  if (mode === 'label' || mode === 'lineLabel' || mode === 'description') return {}
  return { words: statementWords(), ids: ['node'] }
}

/** The tokens in `@{ … }` that stand before the writer, where it is not closed. */
function dataBefore({ before }: Place, written: Written): readonly Token[] | undefined {
  const open = before.findLastIndex(token => token.kind === 'bracket')
  if (open < 1 || written(before[open]!) !== '{' || written(before[open - 1]!) !== '@') return undefined
  return before.slice(open + 1)
}

function inData(data: readonly Token[], written: Written): Offer {
  const last = data.at(-1)
  if (last && written(last) === ':') return { words: valuesOfData().get(written(data.at(-2) ?? last)) ?? [] }
  if (last && written(last) !== ',') return {}
  const there = new Set(data.map(written))
  return { words: dataWords().filter(({ word }) => !there.has(word)) }
}

const STYLED: ReadonlySet<string> = new Set(['style', 'classDef', 'linkStyle'])

function behindWord(statement: readonly Token[], written: Written): Offer {
  const [first, ...rest] = statement
  const word = written(first!)
  const last = rest.at(-1)
  const isNext = last === undefined || written(last) === ','
  const ids = rest.filter(({ kind }) => kind === 'node').length
  if (headerWords().some(header => header.word === word)) return isNext ? { words: directionWords() } : {}
  if (word === 'direction') return isNext ? { words: directionWords() } : {}
  if (word === 'click')
    return isNext ? { ids: ['node'] } : { words: ids === rest.length ? clickWords() : targetWords() }
  if (word === 'class')
    return isNext ? { ids: ['node'] } : ids > 0 && last!.kind === 'node' ? { ids: ['class'] } : {}
  if (!STYLED.has(word)) return {}
  const hasStyles = rest.some(({ kind }) => kind === 'attribute')
  if (isNext && !hasStyles)
    return word === 'style'
      ? { ids: ['node', 'group'] }
      : word === 'linkStyle'
        ? { words: [defaultWord] }
        : { ids: ['class'] }
  return isNext || !hasStyles ? { words: styleWords() } : {}
}
