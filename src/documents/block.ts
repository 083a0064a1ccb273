/** A diagram that stands inside of a document: its lines there, and as a text of its own. */
import type { TextEdit } from '../messages/message.js'

/** The half-open range of a line of a diagram in its document, without what stands before it (indentation, `>`) and without its end. */
export type Line = readonly [start: number, end: number]

export interface Block {
  /** The word that says what it is, as the document has it: `mermaid`. */
  readonly language: string
  /** Where the whole block begins and ends in the document, with its fences. */
  readonly at: readonly [start: number, end: number]
  readonly lines: readonly Line[]
  /** What closes the block: a line that begins with it cannot stand inside. */
  readonly fence: string
}

/** A diagram of a document as a text, with a line break behind each line. */
export function textOfBlock(document: string, { lines }: Block): string {
  return lines.map(([start, end]) => `${document.slice(start, end)}\n`).join('')
}

/**
 * From offsets in the text of a block to offsets in its document.
 * @returns a function; an offset behind the text is the end of its last line
 */
export function offsetsOf({ lines, at }: Block): (offset: number) => number {
  const starts: number[] = []
  let length = 0
  for (const [start, end] of lines) {
    starts.push(length)
    length += end - start + 1
  }
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    const line = lines[low]
    if (!line) return at[0]
    return Math.min(line[0] + Math.max(offset - starts[low]!, 0), line[1])
  }
}

/**
 * The edit of a document that gives a block another text: each line behind what stands before the block's lines, with the line ends of
 * the document.
 * @returns nothing where the block has no line to begin at, or where a line of the text would close the block
 */
export function editOfBlock(document: string, block: Block, text: string): TextEdit | undefined {
  const [first] = block.lines
  const last = block.lines.at(-1)
  if (!first || !last) return undefined
  const closes = new RegExp(`^ {0,3}\\${block.fence[0]}{${block.fence.length},}[ \\t]*$`, 'm')
  if (closes.test(text)) return undefined
  const lineStart =
    Math.max(document.lastIndexOf('\n', first[0] - 1), document.lastIndexOf('\r', first[0] - 1)) + 1
  const before = prefixOf(document.slice(lineStart, first[0]))
  const end = /\r\n|\r|\n/.exec(document.slice(first[1]))?.[0] ?? '\n'
  const lines = text.replace(/\n$/, '').split(/\r\n?|\n/)
  const written = lines.map((line, place) =>
    place === 0 ? line : `${line === '' ? before.trimEnd() : before}${line}`,
  )
  return { start: first[0], end: last[1], text: written.join(end) }
}

/** What stands before each line but the first: a bullet stands only before the first line of a block. */
const prefixOf = (before: string): string => before.replace(/[^>\s]/gu, ' ')
