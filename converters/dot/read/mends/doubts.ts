/** What Graphviz accepts and nobody means: a misspelt `subgraph`, names with spaces, a label written as a port, arrows of other languages. */

import type { Range } from '../../../../src/ir/model.js'
import type { Message } from '../../../../src/messages/message.js'
import { similar } from '../../../../src/text/similar.js'
import { hiddenIn } from '../../words/hidden.js'
import { authorOffset, type Source } from '../source.js'
import { before, behind, type Doubt, ID, KEYWORD, matchesOf, WORD } from './doubt.js'
import * as say from './lint-messages.js'
import { curlyQuotes, textsBehindEdges, textsOfWords, tightArrows } from './word-doubts.js'

/** Warnings about a text that was read. */
export function doubtsIn(source: Source): Message[] {
  const { text } = source
  const found = [
    ...misspeltSubgraphs(text),
    ...foreignArrows(text),
    ...spacedNames(text),
    ...labelsAsPorts(text),
    ...assignments(text),
    ...openEdges(text),
    ...tightArrows(text),
    ...textsOfWords(text),
    ...textsBehindEdges(text),
    ...curlyQuotes(text),
  ].sort((a, b) => a.sign - b.sign)
  if (found.length === 0) return []
  return inTheOpen(text, found).map(({ sentence, start, end, text: written }) => {
    const at = [authorOffset(source, start), authorOffset(source, end)] as const
    return sentence(at, written === undefined ? undefined : [{ start: at[0], end: at[1], text: written }])
  })
}

/** Those of the doubts, in the order of their signs, that are neither in a comment nor in quotes. */
function inTheOpen(text: string, doubts: readonly Doubt[]): readonly Doubt[] {
  if (doubts.length === 0) return doubts
  const hidden = hiddenIn(text, true)
  let piece = hidden.next().value
  return doubts.filter(({ sign }) => {
    while (piece && piece.end <= sign) piece = hidden.next().value
    return !piece || sign < piece.start
  })
}

const ASSIGNMENT =
  /(?<![\w"-])(?:(rankdir)([ \t]*:[ \t]*|[ \t]+)"?(?:TB|TD|LR|BT|RL)"?|(label)([ \t]*:[ \t]*|[ \t]+)"[^"\n]*"|(nodesep|ranksep|splines|bgcolor|compound)([ \t]*:[ \t]*|[ \t]+)[\w.]+)(?=[ \t]*(?:[;}\r\n]|$))/g

/** `rankdir LR`, `rankdir: LR`: two nodes, or one with a port. */
function assignments(text: string): Doubt[] {
  const found = matchesOf(ASSIGNMENT, text)
  const first = found.filter(({ index }) => /(?:^|[\n;{])[ \t]*$/.test(before(text, index)))
  return first.map(({ index, 0: written, ...parts }) => {
    const name = parts[1] ?? parts[3] ?? parts[5]!
    const gap = parts[2] ?? parts[4] ?? parts[6]!
    const value = written.slice(name.length + gap.length)
    const meant = `${name}=${value}`
    return {
      sentence: (...place) => say.assignmentAsNodes({ written, meant, port: gap.includes(':') }, ...place),
      start: index,
      end: index + written.length,
      sign: index,
      text: meant,
    }
  })
}

const LAST_ON_LINE = /(?:->|--)(?=[ \t]*\r?\n)/g

/** An arrow at the end of a line, where the next line is as far to the left and has an arrow of its own. */
function openEdges(text: string): Doubt[] {
  return matchesOf(LAST_ON_LINE, text).flatMap(({ index, 0: arrow }): Doubt[] => {
    const own = /(?:^|\n)([ \t]*)(?=[^\s])(?!->|--)[^\n]*$/.exec(before(text, index))
    const next = /^[ \t]*\r?\n([ \t]*)([^\s\n-][^\n]*?)[ \t]*(?:->|--)[ \t]*[^\s]/.exec(
      behind(text, index + arrow.length),
    )
    if (!own || !next || next[1]!.length > own[1]!.length || /["/#]/.test(next[2]!)) return []
    const sentence = (at: Range) => say.edgeRunsOn({ arrow, next: next[2]! }, at)
    return [{ sentence, start: index, end: index + arrow.length, sign: index }]
  })
}

const MAYBE_SUBGRAPH = /(?<![\w"\u0080-\uffff-])s[a-z]{5,9}(?=[ \t])/gi
const OPENS = /^[ \t]+(?:(?:"[^"\n]*"|\w+)[ \t]*)?\{/

/** `subgrph cluster_a {`: to Graphviz, a node of that name, another, and a subgraph without one. */
function misspeltSubgraphs(text: string): Doubt[] {
  return matchesOf(MAYBE_SUBGRAPH, text)
    .filter(({ index, 0: word }) => !KEYWORD.test(word) && OPENS.test(behind(text, index + word.length)))
    .filter(({ 0: word }) => similar(word, ['subgraph']) !== undefined)
    .map(({ index, 0: word }) => ({
      sentence: (...place) => say.misspeltSubgraph({ word }, ...place),
      start: index,
      end: index + word.length,
      sign: index,
      text: 'subgraph',
    }))
}

const NAME_BEFORE = new RegExp(`(?<![\\w\\u0080-\\uffff\\0])(${ID})[ \\t]+$`)
const NAME_BEHIND = new RegExp(`^[ \\t]+(${ID})(?=[ \\t]*(?:;|\\}|\\n|$))`)

const FOREIGN_ARROW = /<->|[→⟶—–]/g

/** `a <-> b` holds an HTML text, and `a → b` a name. */
function foreignArrows(text: string): Doubt[] {
  const arrows = matchesOf(FOREIGN_ARROW, text)
  if (arrows.length === 0) return []
  const directed = /\bdigraph\b/i.test(text)
  return arrows.flatMap(({ index: sign, 0: arrow }): Doubt[] => {
    const [left, from = ''] = NAME_BEFORE.exec(before(text, sign)) ?? []
    const [right, to = ''] = NAME_BEHIND.exec(behind(text, sign + arrow.length)) ?? []
    if (left === undefined || right === undefined) return []
    const both = arrow === '<->' && directed ? ' [dir=both]' : ''
    const written = `${from} ${directed ? '->' : '--'} ${to}${both}`
    return [
      {
        sentence: (...place) => say.arrowAsNode({ written: arrow, meant: written }, ...place),
        start: sign - left.length,
        end: sign + arrow.length + right.length,
        sign,
        text: written,
      },
    ]
  })
}

const WORDS = `${WORD}(?:[ \\t]+${WORD}){1,20}`
const WORDS_AND_ARROW = new RegExp(`(?:^|\\n)[ \\t]*(${WORDS})[ \\t]*(?:->|--)`, 'g')
const WORDS_BEHIND = new RegExp(
  `^[ \\t]*(${WORDS})(?=[ \\t]*(?:\\[[^\\n]*\\][ \\t]*)?(?:;[ \\t]*)?(?:[\\r\\n]|$))`,
)

/** `Order Desk -> Mail Room` on a line: two nodes and an edge between the inner words. */
function spacedNames(text: string): Doubt[] {
  return matchesOf(WORDS_AND_ARROW, text).flatMap(({ index, 0: left, 1: from = '' }): Doubt[] => {
    const arrowEnd = index + left.length
    const [right, to] = WORDS_BEHIND.exec(behind(text, arrowEnd)) ?? []
    if (right === undefined || to === undefined) return []
    if (`${from} ${to}`.split(/\s+/).some(word => KEYWORD.test(word) || word.length < 2)) return []
    const start = index + left.indexOf(from)
    const end = arrowEnd + right.length
    const gap = text.slice(start + from.length, end - to.length)
    return [
      {
        sentence: (...place) => say.spacedName({ name: from, nodes: from.split(/\s+/).length }, ...place),
        start,
        end,
        sign: start,
        text: `"${from}"${gap}"${to}"`,
      },
    ]
  })
}

const EDGE_BEFORE = new RegExp(`(?:->|--)[ \\t]*${ID}[ \\t]*$`)
const PORT_BEHIND = new RegExp(`^[ \\t]*(${ID})(?=[ \\t]*(?:;|\\}|\\n|$))`)

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\t'

/** Where colons stand with a blank before or behind them. An expression that looks back would do so at every letter. */
function loneColons(text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1))
    if (isBlank(text[at - 1]) || isBlank(text[at + 1])) found.push(at)
  return found
}

/** `a -> b: yes`, as PlantUML and Mermaid’s sequences have it. */
function labelsAsPorts(text: string): Doubt[] {
  const colons = loneColons(text)
  if (colons.length === 0 || /record|port\s*=|:\s*[\w"]+\s*:/i.test(text)) return []
  return colons.flatMap((sign): Doubt[] => {
    const left = before(text, sign)
    if (!EDGE_BEFORE.test(left)) return []
    const [right, port] = PORT_BEHIND.exec(behind(text, sign + 1)) ?? []
    if (right === undefined || port === undefined) return []
    if (/^"?(?:n|ne|e|se|s|sw|w|nw|c|_)"?$/.test(port)) return []
    const label = port.startsWith('"') ? port : `"${port}"`
    return [
      {
        sentence: (...place) => say.labelAsPort({ label }, ...place),
        start: sign - (left.length - left.trimEnd().length),
        end: sign + 1 + right.length,
        sign,
        text: ` [label=${label}]`,
      },
    ]
  })
}
