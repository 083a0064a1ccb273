/** What Graphviz accepts and nobody means: a misspelt `subgraph`, names with spaces, a label written as a port, arrows of other languages. */
import type { Code } from '../../src/messages/codes.js'
import { type Message, message } from '../../src/messages/message.js'
import { similar } from '../../src/text/similar.js'
import { authorOffset, type Source } from './source.js'

/** Comments, quoted texts and HTML texts up to the next bracket, which nothing is looked for in. */
const HIDDEN = /\/\/.*|(?<=^|\n)#.*|\/\*[\s\S]*?(?:\*\/|$)|"[^"\\]*(?:\\[\s\S][^"\\]*)*"?/g

const WORD = '[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*'
const ID = `(?:"[^"\\n]*"|${WORD}|\\d+)`
const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i

/** Warnings about a text that was read. */
export function doubtsIn(source: Source): Message[] {
  const { text } = source
  const found = [
    ...misspeltSubgraphs(text),
    ...foreignArrows(text),
    ...spacedNames(text),
    ...labelsAsPorts(text),
  ]
  if (found.length === 0) return []
  const hidden = [...text.matchAll(HIDDEN)].map(
    ({ index, 0: piece }) => [index, index + piece.length] as const,
  )
  const inOpen = found.filter(({ sign }) => !hidden.some(([start, end]) => sign >= start && sign < end))
  return inOpen.map(({ code, words, start, end, text: written, title }) => {
    const at = [authorOffset(source, start), authorOffset(source, end)] as const
    return message(code, words, { at, fix: { title, edits: [{ start: at[0], end: at[1], text: written }] } })
  })
}

interface Doubt {
  readonly code: Code
  readonly words: string
  readonly start: number
  readonly end: number
  /** A place that stands in no quotes where the doubt is justified. */
  readonly sign: number
  /** What stands there instead, once the fix is made. */
  readonly text: string
  readonly title: string
}

/** `subgrph cluster_a {`: to Graphviz, a node of that name, another, and a subgraph without one. */
function misspeltSubgraphs(text: string): Doubt[] {
  return [...text.matchAll(/(?<![\w"\u0080-\uffff-])(s[a-z]{5,9})(?=[ \t]+(?:"[^"\n]*"|\w+)?[ \t]*\{)/gi)]
    .filter(({ 1: word }) => !KEYWORD.test(word!) && similar(word!, ['subgraph']) !== undefined)
    .map(({ index, 1: word = '' }) => ({
      code: 'lint/keyword',
      words: `“${word}” is misspelt, so it is read as a node of that name: write “subgraph”.`,
      start: index,
      end: index + word.length,
      sign: index,
      text: 'subgraph',
      title: 'Write subgraph',
    }))
}

/** `a <-> b` holds an HTML text, and `a → b` a name. */
function foreignArrows(text: string): Doubt[] {
  const directed = /\bdigraph\b/i.test(text)
  const pattern = new RegExp(`(${ID})([ \\t]+)(<->|[→⟶])([ \\t]+)(${ID})(?=[ \\t]*(?:;|\\}|\\n|$))`, 'g')
  return [...text.matchAll(pattern)].map(match => {
    const [whole, from = '', gap = '', arrow = '', , to = ''] = match
    const both = arrow === '<->' && directed ? ' [dir=both]' : ''
    const written = `${from} ${directed ? '->' : '--'} ${to}${both}`
    return {
      code: 'lint/edge-operator',
      words: `\`${arrow}\` is no edge in DOT but is read as a node of its own: write \`${written}\`.`,
      start: match.index,
      end: match.index + whole.length,
      sign: match.index + from.length + gap.length,
      text: written,
      title: 'Write an edge',
    }
  })
}

/** `Order Desk -> Mail Room` on a line: two nodes and an edge between the inner words. */
function spacedNames(text: string): Doubt[] {
  const words = `${WORD}(?:[ \\t]+${WORD})+`
  const pattern = new RegExp(
    `^([ \\t]*)(${words})([ \\t]*(?:->|--)[ \\t]*)(${words})(?=[ \\t]*(?:\\[[^\\n]*\\][ \\t]*)?;?[ \\t]*$)`,
    'gm',
  )
  return [...text.matchAll(pattern)].flatMap(match => {
    const [, indent = '', from = '', arrow = '', to = ''] = match
    const all = `${from} ${to}`.split(/\s+/)
    if (all.some(word => KEYWORD.test(word) || word.length < 2)) return []
    const start = match.index + indent.length
    return {
      code: 'lint/name',
      words: `A name with a space needs quotes: \`${from}\` is read as ${from.split(/\s+/).length} nodes. Write \`"${from}"\`.`,
      start,
      end: start + from.length + arrow.length + to.length,
      sign: start,
      text: `"${from}"${arrow}"${to}"`,
      title: 'Put quotes around the names',
    }
  })
}

/** `a -> b: yes`, as PlantUML and Mermaid’s sequences have it. */
function labelsAsPorts(text: string): Doubt[] {
  if (/record|port\s*=|:\s*[\w"]+\s*:/i.test(text)) return []
  const pattern = new RegExp(
    `(?<=(?:->|--)[ \\t]*${ID})([ \\t]+:[ \\t]*|:[ \\t]+)(${ID})(?=[ \\t]*(?:;|\\}|\\n|$))`,
    'g',
  )
  return [...text.matchAll(pattern)].flatMap(match => {
    const [whole, gap = '', port = ''] = match
    if (/^"?(?:n|ne|e|se|s|sw|w|nw|c|_)"?$/.test(port)) return []
    const label = port.startsWith('"') ? port : `"${port}"`
    return {
      code: 'lint/port',
      words: `Behind a colon stands a port of the node, not a label: write \`[label=${label}]\` behind the edge.`,
      start: match.index,
      end: match.index + whole.length,
      sign: match.index + gap.indexOf(':'),
      text: ` [label=${label}]`,
      title: 'Make a label of it',
    }
  })
}
