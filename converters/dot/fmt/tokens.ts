/** The tokens of a DOT file and the comments between them, as Graphviz's scanner has them (https://graphviz.org/doc/info/lang.html). */
import { breaksIn } from '../../../src/fmt/gaps.js'
import { endOfHtml } from '../words/comments.js'
import { endOfComment, endOfQuoted } from '../words/hidden.js'

/** `word`: a name, a number, or a text in quotes or angle brackets. `rest`: what Graphviz does not look at. */
export type Sign = '{' | '}' | '[' | ']' | '=' | ',' | ';' | ':' | '+' | '->'
export type Kind = Sign | 'word' | 'keyword' | 'comment' | 'rest'

export interface Token {
  readonly kind: Kind
  readonly start: number
  readonly end: number
  /** How many lines end between the token before and this one. */
  readonly breaks: number
}

const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i
const BLANKS = /[ \t\r\n]*/y
const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\d+(?:\.\d*)?|\.\d+)/y
const SIGNS: ReadonlySet<string> = new Set<Sign>(['{', '}', '[', ']', '=', ',', ';', ':', '+'])

/**
 * All tokens of a file that was read without errors; `undefined` where there is something else in it: words around graphs, or
 * characters that Graphviz drops.
 */
export function tokensOf(text: string): Token[] | undefined {
  if (/[\0\ufeff]/.test(text)) return undefined
  const tokens: Token[] = []
  let depth = 0
  let from = 0
  for (;;) {
    BLANKS.lastIndex = from
    const start = from + BLANKS.exec(text)![0].length
    if (start >= text.length) return depth === 0 ? tokens : undefined
    const found = tokenAt(text, start)
    // At the sign `@` a file ends, whatever follows.
    const isEnd = depth === 0 && text[start] === '@'
    if (!found && !isEnd) return undefined
    const [kind, end] = isEnd ? (['rest', text.length] as const) : found!
    tokens.push({
      kind,
      start,
      end: withoutBlanks(text, kind, start, end),
      breaks: breaksIn(text.slice(from, start)),
    })
    from = end
    if (kind === '{') depth++
    if (kind === '}' && --depth === 0) from = behindGraph(text, end, tokens)
  }
}

function tokenAt(text: string, start: number): readonly [Kind, number] | undefined {
  const sign = text[start]!
  if (sign === '"') return ['word', endOfQuoted(text, start)]
  if (sign === '<') return ['word', endOfHtml(text, start)]
  if (sign === '#' || /^\/[/*]/.test(text.slice(start, start + 2)))
    return ['comment', endOfComment(text, start)]
  if (text.startsWith('->', start) || text.startsWith('--', start)) return ['->', start + 2]
  if (SIGNS.has(sign)) return [sign as Sign, start + 1]
  WORD.lastIndex = start
  const word = WORD.exec(text)?.[0]
  return word === undefined ? undefined : [KEYWORD.test(word) ? 'keyword' : 'word', start + word.length]
}

/** A comment to the end of a line without the blanks there. */
function withoutBlanks(text: string, kind: Kind, start: number, end: number): number {
  if (kind !== 'comment' || text.startsWith('/*', start)) return end
  return start + text.slice(start, end).trimEnd().length
}

/** What stands behind the brace of a graph, to the end of its line, is ignored; a comment too. */
function behindGraph(text: string, from: number, tokens: Token[]): number {
  const lineEnd = text.indexOf('\n', from)
  const end = lineEnd < 0 ? text.length : lineEnd
  const rest = text.slice(from, end)
  if (rest.trim() === '') return from
  const start = from + rest.length - rest.trimStart().length
  tokens.push({ kind: 'rest', start, end: start + rest.trim().length, breaks: 0 })
  return end
}
