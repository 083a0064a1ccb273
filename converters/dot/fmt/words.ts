/** The tokens of a DOT file without what the style writes itself: each with the comments before it, and whether it begins something. */
import type { Token } from './tokens.js'

/** A token that stays, and what stood before it. */
export interface Word {
  readonly token: Token
  /** Between the word before and this one. Their `breaks` count the lines that end since the comment, or the word, before. */
  readonly comments: readonly Token[]
  /** How many lines end between the last comment, or the word before, and this one. */
  readonly breaks: number
  /** How many lines end between the word before and this one. */
  readonly allBreaks: number
  /** Whether a `;` stood there. */
  readonly semicolon: boolean
  /** Whether a graph, a statement or an attribute begins here. */
  readonly begins: boolean
  /** Whether it is a brace behind the name of a graph or subgraph, or behind its keyword. */
  readonly isBody: boolean
}

/** @returns the words, and as the last one what stands at the end of the file, without a token of its own */
export function wordsOf(tokens: readonly Token[]): {
  readonly words: Word[]
  readonly last: readonly Token[]
} {
  const words: Word[] = []
  const open: Token['kind'][] = []
  let comments: Token[] = []
  let breaks = 0
  let allBreaks = 0
  let semicolon = false
  for (const token of tokens) {
    const { kind } = token
    breaks += token.breaks
    allBreaks += token.breaks
    if (kind === 'comment') {
      comments.push({ ...token, breaks })
      breaks = 0
      continue
    }
    const inList = open.at(-1) === '['
    // Signs that part statements and attributes are written by the style.
    if (kind === ';' || (kind === ',' && inList)) {
      semicolon ||= kind === ';'
      continue
    }
    const isBody = kind === '{' && isBehindName(words)
    const begins = !isBody && isBeginning(words.at(-1)?.token, token, semicolon && !inList)
    words.push({ token, comments, breaks, allBreaks, semicolon, begins, isBody })
    if (kind === '{' || kind === '[') open.push(kind)
    if (kind === '}' || kind === ']') open.pop()
    comments = []
    breaks = 0
    allBreaks = 0
    semicolon = false
  }
  return { words, last: comments }
}

/** `digraph {`, `subgraph a {` */
function isBehindName(words: readonly Word[]): boolean {
  const [name, keyword] = [words.at(-1)?.token.kind, words.at(-2)?.token.kind]
  return name === 'keyword' || (name === 'word' && keyword === 'keyword')
}

function isBeginning(before: Token | undefined, { kind }: Token, semicolon: boolean): boolean {
  if (kind !== 'word' && kind !== 'keyword' && kind !== '{') return false
  if (!before || semicolon) return true
  return ['word', 'rest', '{', '}', '[', ']'].includes(before.kind)
}
