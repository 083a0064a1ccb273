/** Markdown cells of Jupyter notebooks, in the strings of their JSON. */
import { createScanner } from 'jsonc-parser'
import { type Found, joined, lifted, NOTHING_FOUND, type Passage } from './block.js'
import { insetOf, type Piece } from './inset.js'
import type { FindBlocks } from './languages.js'
import * as say from './messages.js'

/** A string token, with its quotes. */
interface Text {
  readonly start: number
  readonly end: number
}

interface Cell {
  type?: string
  source?: { readonly isList: boolean; readonly strings: readonly Text[] }
}

/**
 * What finds the diagrams of a notebook: those of its Markdown cells. Every byte of the JSON that is none of a diagram's stays.
 * @param markdown what finds those of a cell
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html#markdown-cells
 */
export const notebookFinder =
  (markdown: FindBlocks): FindBlocks =>
  (text, languages) => {
    const { cells, isWhole } = cellsOf(text)
    const found = cells.flatMap(({ type, source }): Found[] => {
      if (type !== 'markdown' || !source || source.strings.length === 0) return []
      const passage = passageOf(text, source.strings, source.isList)
      return [lifted(markdown(passage.text, languages), passage)]
    })
    const broken = isWhole ? [] : [{ ...NOTHING_FOUND, messages: [say.brokenNotebook()] }]
    return joined([...broken, ...found])
  }

/** The cells, token by token: nothing here goes deeper the deeper the JSON nests. */
function cellsOf(text: string): { cells: Cell[]; isWhole: boolean } {
  const cells: Cell[] = []
  const scanner = createScanner(text, true)
  /** For each object and array that is open, the key of it that is being read. */
  const path: { isList: boolean; key: string }[] = []
  let isKey = false
  let cell: Cell | undefined
  let strings: Text[] | undefined
  let isWhole = true
  // Notebooks before version 4 have worksheets around their cells.
  const isCell = () =>
    (path.length === 3 && path[0]!.key === 'cells') ||
    (path.length === 5 && path[0]!.key === 'worksheets' && path[2]!.key === 'cells')
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset()
    const end = start + scanner.getTokenLength()
    const sign = text[start]!
    if (scanner.getTokenError() !== 0 || !/[{}[\],:"\w-]/.test(sign)) isWhole = false
    const top = path.at(-1)
    if (sign === '{') {
      path.push({ isList: false, key: '' })
      isKey = true
      if (isCell()) cell = {}
    } else if (sign === '[') {
      if (cell && isCell() && top?.key === 'source') strings = []
      path.push({ isList: true, key: '' })
    } else if (sign === '}') {
      if (cell && isCell()) {
        cells.push(cell)
        cell = undefined
      }
      path.pop()
    } else if (sign === ']') {
      path.pop()
      if (cell && strings && isCell()) cell.source = { isList: true, strings }
      if (isCell()) strings = undefined
    } else if (sign === ',') isKey = top?.isList === false
    else if (sign === ':') isKey = false
    else if (sign === '"') {
      if (isKey && top) top.key = scanner.getTokenValue()
      else if (strings) strings.push({ start, end })
      else if (cell && isCell() && top?.key === 'cell_type') cell.type = scanner.getTokenValue()
      else if (cell && isCell() && top?.key === 'source')
        cell.source = { isList: false, strings: [{ start, end }] }
    }
  }
  return { cells, isWhole: isWhole && path.length === 0 }
}

/** A cell's text as one, with what a line break is in it. */
function passageOf(text: string, strings: readonly Text[], isList: boolean): Passage {
  const pieces = strings.flatMap(({ start, end }) => piecesOf(text, start + 1, end - 1))
  const [first, second] = strings
  const between = second
    ? text.slice(first!.end, second.start)
    : `,${blanksBefore(text, first!.start) || ' '}`
  return {
    ...insetOf(pieces, first!.start + 1),
    encode: source =>
      JSON.stringify(source)
        .slice(1, -1)
        .replaceAll('\\n', isList ? `\\n"${between}"` : '\\n'),
  }
}

/** The blanks between a token and what stands before it. */
function blanksBefore(text: string, place: number): string {
  let start = place
  while (start > 0 && /\s/.test(text[start - 1]!)) start--
  return text.slice(start, place)
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
])

/** What a string of JSON says, between its quotes. */
function piecesOf(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let taken = start
  for (const { 0: sign, index } of text.slice(start, end).matchAll(/\\(?:u[0-9A-Fa-f]{4}|[\s\S])/g)) {
    const from = start + index
    const letter =
      sign.length === 6
        ? String.fromCharCode(Number.parseInt(sign.slice(2), 16))
        : (ESCAPES.get(sign[1]!) ?? sign[1]!)
    pieces.push({ start: taken, end: from, text: text.slice(taken, from) })
    pieces.push({ start: from, end: from + sign.length, text: letter })
    taken = from + sign.length
  }
  pieces.push({ start: taken, end, text: text.slice(taken, end) })
  return pieces
}
