/** The body of a directive: its options, and its lines without their indentation. */
import type { Line } from '../../input/lines.js'
import type { Range } from '../block.js'
import type { Lines } from '../lines.js'

/** The column of a place in a line; tabs go to the next multiple of eight, as docutils has them. */
export function columnOf(line: string, place: number): number {
  let column = 0
  for (let at = 0; at < place; at++)
    column = line[at] === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1
  return column
}

export interface Body {
  readonly content: Pick<Lines, 'lines' | 'prefix'>
  readonly caption?: string
  readonly options: readonly Option[]
}

/** `:align: center`, with what its value goes on to on other lines. */
export interface Option {
  readonly name: string
  readonly value: string
  /** Its lines, each with the end of the one above. */
  readonly at: Range
}

/** @param lines those of the body, all indented more than the directive, or blank */
export function partsOf(lines: readonly Line[], document: string): Body {
  let first = 0
  let caption: string | undefined
  const options: Option[] = []
  while (first < lines.length) {
    const [, name, value] = /^[ \t]+:([^:\s][^:]*):(?:[ \t](.*))?$/.exec(lines[first]!.text) ?? []
    if (name === undefined) break
    if (name === 'caption' || (name === 'alt' && caption === undefined)) caption = value?.trim()
    const depth = indentation(lines[first]!.text)
    const from = first++
    // A value goes on in lines that are indented more.
    while (lines[first] && lines[first]!.text.trim() !== '' && indentation(lines[first]!.text) > depth)
      first++
    const further = lines.slice(from + 1, first).map(({ text }) => text.trim())
    const at: Range = [endBefore(document, lines[from]!.start), lines[first - 1]!.end]
    options.push({ name, value: [value?.trim() ?? '', ...further].join(' ').trim(), at })
  }
  const filled = (line: Line | undefined) => line !== undefined && line.text.trim() !== ''
  let last = lines.length
  while (first < last && !filled(lines[first])) first++
  while (last > first && !filled(lines[last - 1])) last--
  const own = lines.slice(first, last)
  const column = own.reduce(
    (least, { text }) => (text.trim() === '' ? least : Math.min(least, columnOf(text, indentation(text)))),
    Number.POSITIVE_INFINITY,
  )
  const least = own.find(({ text }) => text.trim() !== '' && columnOf(text, indentation(text)) === column)
  const prefix = least ? document.slice(least.start, least.start + indentation(least.text)) : ''
  const content = own.map((line): Range => [line.start + behindColumn(line.text, column), line.end])
  return { content: { lines: content, prefix }, options, ...(caption && { caption }) }
}

/** Where the line ends that is above the one beginning here. */
const endBefore = (document: string, start: number): number =>
  document.startsWith('\r\n', start - 2) ? start - 2 : start - 1

const indentation = (text: string): number => text.length - text.trimStart().length

/** The first place of a line that is at a column or behind it, or no blank. */
function behindColumn(line: string, column: number): number {
  let at = 0
  let now = 0
  while (at < line.length && now < column && /[ \t]/.test(line[at]!)) {
    now = line[at] === '\t' ? (Math.floor(now / 8) + 1) * 8 : now + 1
    at++
  }
  return at
}
