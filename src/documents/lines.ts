/** The lines of a diagram in a document, and other lines in their place. */
import type { TextEdit } from '../messages/message.js'
import type { Passage, Range } from './block.js'
import { type Inset, insetOf, pieceOf } from './inset.js'

/** The lines of a diagram where each has something before it. */
export interface Lines {
  /** Each line, without what stands before it (indentation, `>`) and without its end. */
  readonly lines: readonly Range[]
  /** What is to stand before each line that is new. */
  readonly prefix: string
  /** The end of the line that opens the block. */
  readonly open: number
}

/** The diagram as a text, with a line feed behind each line, whose end is the place of what is behind all of them. */
export function textOfLines(document: string, { lines, open }: Lines): Inset {
  const pieces = lines.flatMap(([start, end]) => [
    pieceOf(document, start, end),
    { start: end, end, text: '\n' },
  ])
  return insetOf(pieces, open)
}

/** What ends lines of a document near a place: as the line there ends, else as the first one does. */
export function lineEndAt(document: string, place: number): string {
  const ends = /\r\n|\r|\n/g
  ends.lastIndex = place
  return (ends.exec(document) ?? /\r\n|\r|\n/.exec(document))?.[0] ?? '\n'
}

/** Where the line begins that a place stands in. A search for a sign that the text does not have would go through all of it. */
export function lineStart(document: string, place: number): number {
  let at = place
  while (at > 0 && document[at - 1] !== '\n' && document[at - 1] !== '\r') at--
  return at
}

/** Where the line ends that a place stands in. */
export function lineStop(document: string, place: number): number {
  for (let at = place; at < document.length; at++) {
    if (document[at] === '\n' || document[at] === '\r') return at
  }
  return document.length
}

const linesIn = (text: string): string[] =>
  text === '' ? [] : text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/)

/** The edit that makes lines read as a text. Lines at the beginning and at the end that stay the same are not touched. */
export function editsOfLines(document: string, own: Lines, text: string): TextEdit[] {
  const { lines, prefix, open } = own
  const now = linesIn(text)
  const isSame = ([start, end]: Range, line: string) =>
    end - start === line.length && document.startsWith(line, start)
  let before = 0
  while (before < Math.min(lines.length, now.length) && isSame(lines[before]!, now[before]!)) before++
  let behind = 0
  const most = Math.min(lines.length, now.length) - before
  while (behind < most && isSame(lines.at(-behind - 1)!, now.at(-behind - 1)!)) behind++
  const old = lines.slice(before, lines.length - behind)
  const written = now.slice(before, now.length - behind)
  const [first] = old
  const last = old.at(-1)
  const end = lineEndAt(document, open)
  const stop = before === 0 ? open : lines[before - 1]![1]
  if (written.length === 0) return first && last ? [{ start: stop, end: last[1], text: '' }] : []
  const full = (line: string) => `${line === '' ? prefix.trimEnd() : prefix}${line}`
  if (!first || !last)
    return [{ start: stop, end: stop, text: written.map(line => `${end}${full(line)}`).join('') }]
  // The first line has something before it already, if it is no blank one.
  const there = document.slice(lineStart(document, first[0]), first[0])
  const [line = '', ...others] = written
  const missing = line !== '' && prefix.startsWith(there) ? prefix.slice(there.length) : ''
  return [{ start: first[0], end: last[1], text: [missing + line, ...others.map(full)].join(end) }]
}

/**
 * The lines between two places, without the indentation that all of them have, and without a blank first and a blank last line, which only
 * part them from what stands around. Where text stands on the line that opens, the lines are taken as they are.
 */
export function linesBetween(document: string, start: number, end: number): Lines {
  const own: [number, number][] = []
  for (let at = start; at <= end; ) {
    const stop = Math.min(lineStop(document, at), end)
    own.push([at, stop])
    at = stop + (document.startsWith('\r\n', stop) ? 2 : 1)
  }
  const isBlank = ([from, to]: Range) => document.slice(from, to).trim() === ''
  const opensAlone = isBlank(own[0]!)
  if (opensAlone) own.shift()
  if (own.length > 0 && isBlank(own.at(-1)!)) own.pop()
  const prefix = opensAlone ? commonIndentation(document, own) : ''
  const lines = own.map(([from, to]): Range => [Math.min(from + prefix.length, to), to])
  return { lines, prefix, open: opensAlone ? lineStop(document, start) : start }
}

/** The blanks that all filled lines begin with. */
export function commonIndentation(document: string, lines: readonly Range[]): string {
  let common: string | undefined
  for (const [start, end] of lines) {
    const line = document.slice(start, end)
    const blanks = line.slice(0, line.length - line.trimStart().length)
    if (blanks.length === line.length) continue
    let same = 0
    const before: string = common ?? blanks
    while (same < Math.min(before.length, blanks.length) && before[same] === blanks[same]) same++
    common = before.slice(0, same)
    if (common === '') break
  }
  return common ?? ''
}

/** A line behind as much of a prefix as it has. */
export function behindPrefix(document: string, start: number, stop: number, prefix: string): Range {
  if (document.startsWith(prefix, start) && start + prefix.length <= stop)
    return [start + prefix.length, stop]
  let at = start
  while (at < stop && at - start < prefix.length && /[\s>]/.test(document[at]!)) at++
  return [at, stop]
}

/** Lines as a document in the document: what is written there gets what stands before each line. */
export function passageOfLines(document: string, own: Lines): Passage {
  const end = lineEndAt(document, own.open)
  return {
    ...textOfLines(document, own),
    encode: text =>
      text.replace(
        /\n(?=([\s\S]?))/g,
        (_, next) => `${end}${next === '\n' ? own.prefix.trimEnd() : own.prefix}`,
      ),
  }
}
