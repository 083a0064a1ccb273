/** The first words of a file, where they are no header of a graph: misspelt, without a brace, or with a name that needs quotes. */

import type { Range } from '../../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../../src/messages/message.js'
import { similar } from '../../../../src/text/similar.js'
import { endOfComment } from '../../words/hidden.js'
import { authorOffset, authorRange, type Source, withReplaced } from '../source.js'
import * as say from './messages.js'

export interface HeaderRepair {
  readonly source: Source
  readonly message: Message
}

const KIND = /^(?:di)?graph$/i
const BARE = /^(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\d+(?:\.\d*)?|\.\d+))$/

/** The file with one mistake in its first header mended, where there is one that is sure. */
export function headerRepair(source: Source): HeaderRepair | undefined {
  const { text } = source
  const start = startOfHeader(text)
  if (text[start] === '{') return noHeader(source, start)
  const head = /^[^{}\n[\]=]*/.exec(text.slice(start, start + 300))![0]
  const words = [...head.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ word, start: start + index }))
  const [first, second] = words
  if (!first) return undefined
  const isStrict = /^strict$/i.test(first.word)
  const brace = text[start + head.length] === '{' || /^\s*\{/.test(text.slice(start + head.length))
  if (!isStrict && second && isKind(second.word) && similar(first.word, ['strict']))
    return misspelt(source, first.start, first.word, 'strict')
  const kind = isStrict ? second : first
  if (!kind) return undefined
  if (!KIND.test(kind.word)) {
    const meant = isKind(kind.word) && brace ? similar(kind.word, ['digraph', 'graph']) : undefined
    return meant ? misspelt(source, kind.start, kind.word, meant) : undefined
  }
  const nameStart = kind.start + kind.word.length
  const name = text.slice(nameStart, start + head.length)
  if (text[start + head.length] === '[') {
    const bracketed = squareBrackets(source, start + head.length)
    // Behind a name it may be the list of a first node that only lacks the brace in front of it.
    if (bracketed || name.trim() === '') return bracketed
  }
  return brace ? nameInQuotes(source, nameStart, name) : noBrace(source, kind.start, nameStart, name)
}

/** `graph { a -> b }`: where every edge has an arrow, the word is wrong and not the edges. Nothing is said of whether they have. */
export function kindRepair(source: Source): HeaderRepair | undefined {
  const start = startOfHeader(source.text)
  const [, before = '', word] =
    /^((?:strict\s+)?)(graph)\b/i.exec(source.text.slice(start, start + 300)) ?? []
  if (word === undefined) return undefined
  const [from, to] = [start + before.length, start + before.length + word.length]
  const [first, last] = authorRange(source, from, to)
  const edits = [{ start: first, end: last, text: 'digraph' }]
  return {
    source: withReplaced(source, from, to, 'digraph'),
    message: say.graphOfArrows([first, last], edits),
  }
}

/** Behind the blanks and comments that a file begins with. One that is never closed is none. */
export function startOfHeader(text: string): number {
  const word = /\S/g
  for (let at = 0; ; ) {
    word.lastIndex = at
    at = word.exec(text)?.index ?? text.length
    if (!/^(?:\/\/|#|\/\*)/.test(text.slice(at, at + 2))) return at
    const end = endOfComment(text, at)
    if (text.startsWith('/*', at) && (end < at + 4 || !text.endsWith('*/', end))) return at
    at = end
  }
}

/** Whether a word is, or is almost, one that graphs begin with. */
function isKind(word: string): boolean {
  return (
    KIND.test(word) ||
    (word.length > 3 && similar(word, ['digraph', 'graph'], word.length > 5 ? 2 : 1) !== undefined)
  )
}

function repaired(
  source: Source,
  start: number,
  end: number,
  text: string,
  sentence: (at: Range, edits: readonly TextEdit[]) => Message,
  marked: Range = [start, end],
): HeaderRepair {
  const at = (offset: number) => authorOffset(source, offset)
  const edits = [{ start: at(start), end: at(end), text }]
  return {
    source: withReplaced(source, start, end, text),
    message: sentence([at(marked[0]), at(marked[1])], edits),
  }
}

function misspelt(source: Source, start: number, word: string, meant: string): HeaderRepair {
  return repaired(source, start, start + word.length, meant, (...place) =>
    say.misspeltHeader({ word, meant }, ...place),
  )
}

/** `digraph my-graph {`: the grammar sees to most such names, but not to those with a word of the language in them. */
function nameInQuotes(source: Source, from: number, written: string): HeaderRepair | undefined {
  const name = written.trim()
  if (name === '' || /["/]/.test(name) || BARE.test(name) || !/graph/i.test(name)) return undefined
  const start = from + written.indexOf(name)
  return repaired(source, start, start + name.length, `"${name}"`, (...place) =>
    say.graphName({ name }, ...place),
  )
}

/** `digraph [`: also the bracket at the end of the file, where there is one. */
function squareBrackets(source: Source, open: number): HeaderRepair | undefined {
  const { text } = source
  const close = text.trimEnd().length - 1
  if (text[close] !== ']' || !/^\s*$/.test(text.slice(text.lastIndexOf('\n', close) + 1, close)))
    return undefined
  const at = (offset: number) => authorOffset(source, offset)
  const edits = [
    { start: at(open), end: at(open + 1), text: '{' },
    { start: at(close), end: at(close + 1), text: '}' },
  ]
  return {
    source: withReplaced(withReplaced(source, close, close + 1, '}'), open, open + 1, '{'),
    message: say.squareBrackets([at(open), at(open + 1)], edits),
  }
}

function noBrace(source: Source, kind: number, from: number, written: string): HeaderRepair | undefined {
  const name = written.trim()
  if (name !== '' && !BARE.test(name) && !/^"[^"]*"$/.test(name)) return undefined
  const end = from + written.trimEnd().length
  return repaired(source, end, end, ' {', say.noBrace, [kind, end])
}

/** `{ a -> b }`: the edges say which word is missing. */
function noHeader(source: Source, start: number): HeaderRepair | undefined {
  const arrow = /->|--/.exec(source.text.slice(start, start + 10_000))?.[0]
  if (!arrow || /^\{\s*"/.test(source.text.slice(start, start + 100))) return undefined
  const word = arrow === '->' ? 'digraph' : 'graph'
  const said = (...place: [Range, readonly TextEdit[]]) => say.noHeader({ word }, ...place)
  return repaired(source, start, start, `${word} `, said, [start, start + 1])
}
