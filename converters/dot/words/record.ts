/**
 * Record labels (https://graphviz.org/doc/info/shapes.html#record): fields between bars, `{ }` turns the
 * direction for the fields in it, `<port>` names a field for edges.
 */
import { type Field, MAX_FIELD_LEVELS } from '../../../src/ir/model.js'
import { type LabelLine, type LineEnd, labelOf, linesOfLabel, type Names, plainLabel } from './escapes.js'
import { labelWithEnds } from './sides.js'

interface Building {
  text: string
  /** How much of `text` is escaped and stays where blanks are trimmed. */
  solid: number
  port?: string
  children?: readonly Field[]
}

interface Level {
  readonly fields: Field[]
  field: Building
}

/** Escapes; what is special; blanks; text. */
const PIECE = /\\[\s\S]?|[<>{}|]|[ \t\r\n]+|[^\\<>{}| \t\r\n]+/y
const SPECIAL = /\\[\s\S]?|[<>{}|]/g

/** Pieces and whole ports; an angle bracket that is no port's stands alone. */
function* piecesOf(label: string): Generator<string> {
  for (let at = 0; at < label.length; ) {
    PIECE.lastIndex = at
    const piece = label[at] === '<' ? label.slice(at, endOfPort(label, at)) : PIECE.exec(label)![0]
    yield piece
    at += piece.length
  }
}

/** Behind the port that begins at an offset, or behind its bracket alone. */
function endOfPort(label: string, start: number): number {
  SPECIAL.lastIndex = start + 1
  let end = SPECIAL.exec(label)
  while (end && end[0].length === 2) end = SPECIAL.exec(label)
  return end?.[0] === '>' ? end.index + 1 : start + 1
}

/**
 * The fields of a record label, or `undefined` where Graphviz calls it a bad label: braces that do not match, or a field
 * that has braces and anything else, be it text or a port, or two ports. Also where it nests too deep, see `nestsTooDeep`.
 * Source of the rules: `parse_reclbl` in Graphviz's shapes.c.
 * @param lines takes the lines of all fields that have a text
 */
export function fieldsOfRecord(
  label: string,
  names: Names,
  lines: LabelLine[] = [],
): readonly Field[] | undefined {
  const levels: Level[] = [{ fields: [], field: { text: '', solid: 0 } }]
  for (const piece of piecesOf(label)) {
    const level = levels.at(-1)!
    const { field } = level
    if (piece === '|') endField(level, names, lines)
    else if (piece === '{') {
      const isBegun = field.text !== '' || field.children || field.port !== undefined
      if (isBegun || levels.length === MAX_FIELD_LEVELS) return undefined
      levels.push({ fields: [], field: { text: '', solid: 0 } })
    } else if (piece === '}') {
      endField(level, names, lines)
      levels.pop()
      const outer = levels.at(-1)
      // A brace too many ends the label for Graphviz, which does not look at the rest.
      if (!outer) return level.fields
      outer.field.children = level.fields
    } else if (/^[<>]$/.test(piece)) return undefined
    else if (piece.startsWith('<')) {
      if (field.children || field.port !== undefined) return undefined
      field.port = plainPort(piece.slice(1, -1))
    } else if (/^[ \t\r\n]/.test(piece)) {
      if (field.text !== '' && !field.text.endsWith(' ')) field.text += ' '
    } else if (field.children) return undefined
    else addText(field, piece)
  }
  if (levels.length !== 1) return undefined
  endField(levels[0]!, names, lines)
  return levels[0]!.fields
}

/** Whether a record label is only bad to us: Graphviz draws braces in braces at any depth. */
export function nestsTooDeep(label: string): boolean {
  if (label.length <= MAX_FIELD_LEVELS) return false
  let levels = 1
  for (const [piece] of label.matchAll(/\\[\s\S]?|[{}]/g)) {
    if (piece === '{') levels++
    else if (piece === '}') levels--
    if (levels > MAX_FIELD_LEVELS) return true
  }
  return false
}

function addText(field: Building, piece: string): void {
  if (/^\\[{}|<> ]$/.test(piece)) field.text += piece[1]
  else field.text += piece
  field.solid = field.text.length
}

function endField(level: Level, names: Names, lines: LabelLine[]): void {
  const { text, solid, port, children } = level.field
  const plain = children ? '' : plainLabel(text.slice(0, solid), names)
  if (plain !== '') {
    for (const { line, end = 'n' } of linesOfLabel(text.slice(0, solid), names)) lines.push({ line, end })
  }
  level.fields.push({
    text: plain,
    ...(port !== undefined && { port }),
    ...(children && { children }),
  })
  level.field = { text: '', solid: 0 }
}

function plainPort(port: string): string {
  return port.trim().replace(/\s+/g, ' ').replace(/\\(.)/g, '$1')
}

/**
 * The record label for these fields. A field with others inside has no port here, see `withPortsInside`.
 * @param ends how the lines of their texts end, where not all stand in the middle
 */
export function recordOf(fields: readonly Field[], ends?: readonly (LineEnd | undefined)[]): string {
  let line = 0
  const textOf = (text: string): string => {
    if (!ends || text === '') return recordText(labelOf(text))
    const from = line
    line += text.split('\n').length
    const own = ends.slice(from, line)
    // What ends the last line of a field in the middle goes without saying.
    return recordText(labelWithEnds(text, own.at(-1) === 'n' ? own.slice(0, -1) : own))
  }
  const parts: string[] = []
  const work: (Field | string)[] = joined(fields)
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      continue
    }
    if (next.port !== undefined && !next.children)
      parts.push(`<${next.port.replace(/[{}|<>]/g, '\\$&')}>${next.text === '' ? '' : ' '}`)
    if (!next.children) parts.push(textOf(next.text))
    else {
      work.push('}')
      for (const part of joined(next.children)) work.push(part)
      work.push('{')
    }
  }
  return parts.join('')
}

/** The fields with bars between them, last first. */
function joined(fields: readonly Field[]): (Field | string)[] {
  return fields.flatMap((field, index) => (index === 0 ? [field] : [' | ', field])).reverse()
}

/** Blanks that would be lost are escaped: those at the ends of a text, and those after another blank. */
function recordText(label: string): string {
  return label.replace(/[{}|<>]/g, '\\$&').replace(/^ | $|(?<= ) |\t/g, '\\$&')
}
