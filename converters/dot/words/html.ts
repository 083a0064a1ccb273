/**
 * HTML-like labels (https://graphviz.org/doc/info/shapes.html#html): their plain reading, and the cells
 * of their tables as fields with ports.
 */
import type { Field } from '../../../src/ir/model.js'
import { type Tag, tokensOf, valuesOf } from '../../../src/text/html.js'
import { escapeHtml } from '../../../src/text/html-references.js'
import { decodeHtmlEntities } from './entities.js'

interface Box {
  readonly kind: 'label' | 'table' | 'row' | 'cell'
  readonly port: string | undefined
  readonly parts: (string | Box)[]
}

/** Whether the angle brackets balance, so that the label can be written between `<` and `>`. */
export function isBalanced(source: string): boolean {
  if (source.includes('\0')) return false
  let depth = 0
  for (const [bracket] of source.matchAll(/[<>]/g)) {
    depth += bracket === '<' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** The text of an HTML label: `<BR/>` and table rows are line breaks, cells of a row stand behind each other. */
export function plainHtml(source: string): string {
  return textOf(boxesOf(source))
    .replace(/(?:(?<! ) +)?\n */g, '\n')
    .trim()
}

/** The cells of the label's first table, row by row; `undefined` where it has no table. */
export function fieldsOfHtml(source: string): readonly Field[] | undefined {
  const table = firstTable(boxesOf(source))
  if (!table) return undefined
  const fields = fieldsOf(table)
  return fields.length > 0 ? fields : undefined
}

/** A table whose rows are the fields, for a node that has no HTML label of its own. */
export function tableOf(fields: readonly Field[]): string {
  const rows = fields.map(field => `<TR>${(field.children ?? [field]).map(cellOf).join('')}</TR>`)
  return `<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0">${rows.join('')}</TABLE>`
}

function cellOf({ text, port }: Field): string {
  const name = port === undefined ? '' : ` PORT="${escapeHtml(port)}"`
  return `<TD${name}>${escapeText(text).replaceAll('\n', '<BR/>')}</TD>`
}

/** A text outside of tags. Graphviz has its XML parser read it, which takes every `&` for the beginning of a reference. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A label is asked for its text and then for its fields: the last one's boxes are kept. */
let last: { readonly source: string; readonly root: Box } | undefined

/** The nested boxes of a label. Tags that only format are passed over. */
function boxesOf(source: string): Box {
  if (last?.source !== source) last = { source, root: readBoxes(source) }
  return last.root
}

function readBoxes(source: string): Box {
  const root: Box = { kind: 'label', port: undefined, parts: [] }
  const open: Box[] = [root]
  for (const token of tokensOf(source, isElement)) {
    const { parts } = open.at(-1)!
    if (token.kind === 'text') parts.push(decodeHtmlEntities(token.source.replace(/[\t\r\n]+/g, ' ')))
    else if (token.kind === 'tag' && token.name === 'br') parts.push('\n')
    else if (token.kind === 'tag') takeBoxTag(token, open)
  }
  return root
}

/** Graphviz has no text in angle brackets. */
const isElement = (): boolean => true

function takeBoxTag(tag: Tag, open: Box[]): void {
  const kind = KINDS.get(tag.name)
  if (!kind) return
  if (tag.closing) closeBox(open, kind)
  else if (!tag.selfClosing) {
    const port = kind === 'cell' ? valuesOf(tag, decodeHtmlEntities).get('port') : undefined
    const box: Box = { kind, port, parts: [] }
    open.at(-1)!.parts.push(box)
    open.push(box)
  }
}

const KINDS = new Map<string, Box['kind']>([
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
])

function closeBox(open: Box[], kind: Box['kind']): void {
  if (open.length > 1 && open.at(-1)!.kind === kind) open.pop()
}

function firstTable(root: Box): Box | undefined {
  const work: Box[] = [root]
  for (let box = work.pop(); box; box = work.pop()) {
    if (box.kind === 'table') return box
    for (const part of [...box.parts].reverse()) if (typeof part !== 'string') work.push(part)
  }
  return undefined
}

/** How deep tables in cells are followed as fields; deeper ones are only text. */
const DEEPEST_TABLE = 50

/** Rows stand below each other and cells side by side, at every depth: so a table in a row of one cell keeps that row around it. */
function fieldsOf(table: Box, depth = 0): Field[] {
  const rows = boxesIn(table, 'row').map(row => boxesIn(row, 'cell').map(cell => fieldOf(cell, depth)))
  // A table that only holds another one is none that anybody sees.
  const [only] = rows
  if (rows.length === 1 && only!.length === 1 && only![0]!.children && only![0]!.port === undefined)
    return [...only![0]!.children]
  return rows.map(cells =>
    cells.length === 1 && !cells[0]!.children ? cells[0]! : { text: '', children: cells },
  )
}

function fieldOf(cell: Box, depth: number): Field {
  const inner = depth < DEEPEST_TABLE ? boxesIn(cell, 'table')[0] : undefined
  const children = inner && fieldsOf(inner, depth + 1)
  const port = cell.port === undefined ? {} : { port: cell.port }
  if (children && children.length > 0) return { text: '', ...port, children }
  return {
    text: textOf(cell)
      .replace(/(?:(?<! ) +)?\n */g, '\n')
      .trim(),
    ...port,
  }
}

function boxesIn({ parts }: Box, kind: Box['kind']): Box[] {
  return parts.filter((part): part is Box => typeof part !== 'string' && part.kind === kind)
}

/** Text between cells and rows is no text; a row ends with a line break, a cell with a blank. */
function textOf(root: Box): string {
  const texts: string[] = []
  const work: (string | Box)[] = [root]
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') {
      texts.push(next)
      continue
    }
    if (next.kind === 'cell') work.push(' ')
    if (next.kind === 'row') work.push('\n')
    const inside = next.kind === 'label' || next.kind === 'cell'
    for (const part of [...next.parts].reverse()) if (inside || typeof part !== 'string') work.push(part)
  }
  return texts.join('').replace(/ {2,}/g, ' ')
}
