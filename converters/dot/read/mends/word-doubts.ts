/** Words that Graphviz takes for the names of nodes, and that are texts or arrows to whoever wrote them. */
import { before, behind, type Doubt, ID, KEYWORD, matchesOf, WORD } from './doubt.js'
import * as say from './lint-messages.js'

const TIGHT = /[→⟶]/g

/** `a→b`: one node of that name. */
export function tightArrows(text: string): Doubt[] {
  const arrows = matchesOf(TIGHT, text)
  if (arrows.length === 0) return []
  const operator = /\bdigraph\b/i.test(text) ? '->' : '--'
  return arrows.flatMap(({ index: sign, 0: arrow }): Doubt[] => {
    const from = /(?<![\w"\u0080-\uffff\0])\w+$/.exec(before(text, sign))?.[0]
    const to = /^\w+(?=[ \t]*(?:[;}[\r\n]|$))/.exec(behind(text, sign + arrow.length))?.[0]
    if (from === undefined || to === undefined) return []
    const meant = `${from} ${operator} ${to}`
    const start = sign - from.length
    const end = sign + arrow.length + to.length
    const written = text.slice(start, end)
    return [
      {
        sentence: (...place) => say.arrowAsNode({ written, meant }, ...place),
        start,
        end,
        sign,
        text: meant,
      },
    ]
  })
}

const TEXT_OF_WORDS = new RegExp(
  `(?<![\\w"-])(label|fontname|tooltip|comment)([ \\t]*=[ \\t]*)(${WORD}(?:[ \\t]+(?:${WORD}|\\d+)){1,20})(?=[ \\t]*(?:[;}\\r\\n]|$))`,
  'g',
)

/** `fontname = Helvetica Neue`: the second word is a node. */
export function textsOfWords(text: string): Doubt[] {
  return matchesOf(TEXT_OF_WORDS, text).flatMap(
    ({ index, 1: name = '', 2: sign = '', 3: words = '' }): Doubt[] => {
      if (
        !/(?:^|[\n;{])[ \t]*$/.test(before(text, index)) ||
        words.split(/[ \t]+/).some(word => KEYWORD.test(word))
      )
        return []
      const start = index + name.length + sign.length
      const end = start + words.length
      const sentence: Doubt['sentence'] = (...place) => say.textOfWords({ name, words }, ...place)
      return [{ sentence, start, end, sign: start, text: `"${words}"` }]
    },
  )
}

const TEXT_BEHIND = new RegExp(`(?:->|--)[ \\t]*${ID}([ \\t]+)("[^"\\n]*")(?=[ \\t]*(?:[;}\\r\\n]|$))`, 'g')

const QUOTED = /"[^"\n]*"/g

/** `a -> b "why"`: a node of that name, unless another place names it. */
export function textsBehindEdges(text: string): Doubt[] {
  const found = matchesOf(TEXT_BEHIND, text)
  if (found.length === 0) return []
  const times = new Map<string, number>()
  for (const [quoted] of matchesOf(QUOTED, text)) times.set(quoted, (times.get(quoted) ?? 0) + 1)
  return found.flatMap(({ index, 0: whole, 1: gap = '', 2: label = '' }): Doubt[] => {
    if (times.get(label) !== 1) return []
    const end = index + whole.length
    const start = end - label.length - gap.length
    const sentence: Doubt['sentence'] = (...place) => say.textBehindEdge({ label }, ...place)
    return [{ sentence, start, end, sign: index, text: ` [label=${label}]` }]
  })
}

const CURLY = /[“„]([^“”„"\n]{1,150})[”“]/g

/** `label=“x”`, `“a” -> b`: the quotes of a word processor are letters. */
export function curlyQuotes(text: string): Doubt[] {
  return matchesOf(CURLY, text).flatMap(({ index: sign, 0: quoted, 1: inner = '' }): Doubt[] => {
    const end = sign + quoted.length
    // A value of several words cannot be read, and something else is said of it.
    const isValue = before(text, sign).trimEnd().endsWith('=')
    const isToken =
      (isValue ? /^\S+$/.test(inner) : /(?:->|--|[\n;{]|^)[ \t]*$/.test(before(text, sign))) &&
      /^[ \t]*(?:[\],;[}\r\n]|->|--|$)/.test(behind(text, end))
    if (!isToken) return []
    const meant = `"${inner}"`
    const sentence: Doubt['sentence'] = (...place) => say.quotesOfLetters({ written: meant }, ...place)
    return [{ sentence, start: sign, end, sign, text: meant }]
  })
}
