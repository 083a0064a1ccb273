/** Mistakes around lists of attributes: other brackets, values without a name, quotes in a quoted text. */
import { cssOfDot } from '../../words/colors.js'
import { shapeNames } from '../../words/known-names.js'
import type { Mistake } from './messages.js'
import * as say from './messages.js'

/** Longer statements were not written by hand, and each search looks at a text from many places. */
const LONGEST = 1000

/** What may be wrong with the list of a statement; each list of mistakes would mend it. */
export function listMends(text: string): Mistake[][] {
  if (text.length > LONGEST) return []
  return [quotesInside(text), roundBrackets(text), noSign(text), noName(text)]
}

const TEXT_WITH_QUOTES = /(=\s*")(.*?)("(?=\s*[,;]?\s*(?:\][\s;]*$|[A-Za-z_]\w*\s*=)))/g

/** `label="say "hello" now"`: the text ends at the quote that the end of the list or another attribute follows. */
function quotesInside(text: string): Mistake[] {
  return [...text.matchAll(TEXT_WITH_QUOTES)].flatMap(({ index, 1: before = '', 2: inner = '' }) => {
    const start = index + before.length
    const quotes = [...inner.matchAll(/(?<!\\)"/g)].map(({ index: at }) => start + at)
    if (quotes.length === 0) return []
    const edits = quotes.map(at => ({ start: at, end: at, text: '\\' }))
    return [say.quoteInText([start, start + inner.length], edits)]
  })
}

/** `a (label="x")`. */
function roundBrackets(text: string): Mistake[] {
  const match = /\((\s*[A-Za-z_]\w*\s*=(?:"[^"]*"|[^()"])*)\)(?=\s*;?\s*$)/.exec(text)
  if (!match) return []
  const start = match.index
  const end = start + match[0].length
  const edits = [
    { start, end: start + 1, text: '[' },
    { start: end - 1, end, text: ']' },
  ]
  return [say.roundBrackets({ list: match[1]!.trim() }, [start, start + 1], edits)]
}

/** `[label "y"]`: a name and a text, and no sign between them. */
function noSign(text: string): Mistake[] {
  const pieces = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|(?<=[[,;]\s*|["\w]\s+)([A-Za-z_]\w*)(\s+)(?=")/g
  const from = text.indexOf('[')
  return [...text.matchAll(pieces)].flatMap(({ index, 1: name, 2: gap = '' }) => {
    if (name === undefined || index < from) return []
    const at = index + name.length
    const edits = [{ start: at, end: at + gap.length, text: '=' }]
    return [say.noEqualsSign({ name }, [index, at], edits)]
  })
}

/** `["x"]`, `[="x"]`, `[red]`, `[box]`: what is meant can only be the label, a colour or a shape. */
function noName(text: string): Mistake[] {
  const match = /(\[\s*)(=?\s*)("[^"]*"|[A-Za-z]\w*)(?=\s*\][\s;]*$)/.exec(text)
  if (!match) return []
  const [, before = '', sign = '', value = ''] = match
  const name = value.startsWith('"') ? 'label' : attributeOf(value)
  if (name === undefined) return []
  const start = match.index + before.length
  const end = start + sign.length + value.length
  const written = `${name}=${value}`
  return [say.namelessValue({ written }, [start, end], [{ start, end, text: written }])]
}

function attributeOf(word: string): string | undefined {
  if (shapeNames.has(word)) return 'shape'
  return cssOfDot(word) === undefined ? undefined : 'color'
}
