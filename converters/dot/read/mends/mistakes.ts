/**
 * What is wrong with a statement that the grammar did not understand, in words a person uses, with the
 * repair where there is one that needs no invention.
 */

import type { Failure } from '../../../../src/syntax/tree.js'
import type { Mistake } from './messages.js'
import * as say from './messages.js'

const BARE_ID = /^(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\d+(?:\.\d*)?|\.\d+))$/
const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i

/** What ends a word that someone may have meant as one name or value. */
const BREAK = /[\s[\]{};,="<>():]/

/** The mistake at the furthest place that the grammar reached, counted from the beginning of `text`. */
export function mistakeAt(text: string, failure: Failure): Mistake {
  const { offset } = failure
  return (
    unquotedColour(text, offset) ??
    unquotedWord(text, offset) ??
    openQuote(text, offset) ??
    keywordAsName(text, offset) ??
    say.unexpected({ found: found(text, offset), expected: inWords(failure.expected) }, [
      offset,
      Math.min(text.length, offset + Math.max(1, wordAt(text, offset).length)),
    ])
  )
}

/** `color=#ff0000`: to DOT, a comment starts at the `#`. */
function unquotedColour(text: string, offset: number): Mistake | undefined {
  for (const match of text.matchAll(/=[ \t]*(#[\w#-]*)/g)) {
    const start = match.index + match[0].length - match[1]!.length
    if (start > offset) return undefined
    if (insideQuotes(text, start)) continue
    return unquoted(say.colourUnquoted, text, start, start + match[1]!.length)
  }
  return undefined
}

/** `width=12px`, `my-node`, `a.b`: one word to a person, several to DOT. */
function unquotedWord(text: string, offset: number): Mistake | undefined {
  for (const near of [offset, lastOfWordBefore(text, offset)]) {
    if (near < 0 || near >= text.length) continue
    const [start, end] = wordAround(text, near)
    const word = text.slice(start, end)
    if (word.length < 2 || BARE_ID.test(word) || !/[\w\u0080-\uffff]/.test(word) || insideQuotes(text, start))
      continue
    if (/^["<]/.test(text.slice(end)) || /["]$/.test(text.slice(0, start))) continue
    return unquoted(say.wordUnquoted, text, start, end)
  }
  return undefined
}

function unquoted(said: typeof say.wordUnquoted, text: string, start: number, end: number): Mistake {
  const word = text.slice(start, end)
  return said({ word }, [start, end], [{ start, end, text: `"${word}"` }])
}

function openQuote(text: string, offset: number): Mistake | undefined {
  if (text[offset] !== '"' || text.indexOf('"', offset + 1) >= 0) return undefined
  return say.openQuote([offset, offset + 1])
}

function keywordAsName(text: string, offset: number): Mistake | undefined {
  const [start, end] = wordAround(text, offset)
  const word = text.slice(start, end)
  if (start !== offset || !KEYWORD.test(word)) return undefined
  return unquoted(say.keywordUnquoted, text, start, end)
}

/** What stands at an offset; nothing at the end. */
function found(text: string, offset: number): string | undefined {
  if (offset >= text.trimEnd().length) return undefined
  const word = wordAt(text, offset)
  return word === '' ? text.slice(offset, offset + 1) : word
}

const WORDS = new Map([
  ['"="', '`=` and a value'],
  ['"["', 'attributes in `[ ]`'],
  ['"{"', '`{`'],
  ['"}"', '`}`'],
  ['"]"', '`]`'],
  ['","', '`,`'],
  ['"," or ";"', '`,`'],
  ['":"', 'a port'],
  ['"+"', '`+`'],
  ['"node", "edge" or "graph"', '`node`, `edge` or `graph`'],
  ['"subgraph"', 'a subgraph'],
  ['end of input', 'the end of the statement'],
])

/** A list of what could have stood there, at most four things long. */
export function inWords(expected: readonly string[]): string {
  const things = [
    ...new Set(expected.filter(thing => thing !== 'a comment').map(thing => WORDS.get(thing) ?? thing)),
  ]
  if (things.length === 0) return 'something else'
  if (things.length > 4 && things.includes('the end of the statement'))
    return 'an edge, attributes in `[ ]`, or the end of the statement'
  const shown = things.slice(0, 4)
  if (shown.length === 1) return shown[0]!
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

function wordAt(text: string, offset: number): string {
  const [start, end] = wordAround(text, offset)
  return start === offset ? text.slice(start, end) : text.slice(offset, end)
}

/** The word around an offset; an edge operator ends it. */
function wordAround(text: string, offset: number): [start: number, end: number] {
  let start = offset
  while (
    start > 0 &&
    !BREAK.test(text[start - 1]!) &&
    !isOperator(text, start - 2) &&
    !isOperator(text, start - 1)
  )
    start--
  let end = offset
  while (end < text.length && !BREAK.test(text[end]!) && !isOperator(text, end)) end++
  return [start, Math.max(start, end)]
}

function isOperator(text: string, at: number): boolean {
  return at >= 0 && text[at] === '-' && (text[at + 1] === '>' || text[at + 1] === '-')
}

function lastOfWordBefore(text: string, offset: number): number {
  let at = offset - 1
  while (at >= 0 && /[ \t]/.test(text[at]!)) at--
  return at
}

function insideQuotes(text: string, offset: number): boolean {
  let quotes = 0
  for (let at = 0; at < offset; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') quotes++
  }
  return quotes % 2 === 1
}
