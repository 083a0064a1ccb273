/**
 * Ports of fields. Only a field without others inside can have one in DOT: records have no place for it, rows of HTML
 * tables neither. So the port of a row goes to the first cell in it, which is where an edge to the row ends then.
 */

import { levelsOfFields } from '../../../src/ir/field-levels.js'
import { type Field, MAX_FIELD_LEVELS } from '../../../src/ir/model.js'
import { withoutHalves } from '../../../src/text/utf16.js'

export interface PortedFields {
  readonly fields: readonly Field[]
  /** What ports are called there that could not stay as they were. */
  readonly renamed: ReadonlyMap<string, string>
}

const UNCHANGED: ReadonlyMap<string, string> = new Map()

/** A field that is being made; the leaves are those of its parts that have no parts themselves. */
interface Making {
  readonly text: string
  port?: string | undefined
  readonly children?: readonly Making[]
}

/** Fields whose ports DOT can write, and where edges to the others end. */
export function withPortsInside(fields: readonly Field[]): PortedFields {
  if (!fields.some(needsChange) || levelsOfFields(fields) > MAX_FIELD_LEVELS)
    return { fields, renamed: UNCHANGED }
  const cleaned = new Map<string, string>()
  const moved = new Map<string, string>()
  const made = fields.map(field => making(field, cleaned))
  for (const field of made) settle(field, moved)
  const renamed = new Map(moved)
  for (const [port, clean] of cleaned) renamed.set(port, moved.get(clean) ?? clean)
  return { fields: made.map(finished), renamed }
}

function needsChange({ port, children }: Field): boolean {
  if (children) return port !== undefined || children.some(needsChange)
  return port !== undefined && writablePort(port) !== port
}

/** Blanks count once in a record, and a backslash, like a control character, has no place in a port. */
function writablePort(port: string): string {
  return (
    withoutHalves(port)
      .replace(/[\\\x00-\x1f]+/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim() || '_'
  )
}

function making({ text, port, children }: Field, renamed: Map<string, string>): Making {
  const name = port === undefined ? undefined : writablePort(port)
  if (port !== undefined && name !== port) renamed.set(port, name!)
  return { text, port: name, ...(children && { children: children.map(child => making(child, renamed)) }) }
}

/** From the outside in: the first leaf takes the port, or, where it has one of its own, stands for it. */
function settle(field: Making, renamed: Map<string, string>): void {
  if (!field.children) return
  const { port } = field
  if (port !== undefined) {
    let leaf: Making = field
    while (leaf.children && leaf.children.length > 0) leaf = leaf.children[0]!
    field.port = undefined
    leaf.port ??= port
    if (leaf.port !== port) renamed.set(port, leaf.port)
  }
  for (const child of field.children) settle(child, renamed)
}

function finished({ text, port, children }: Making): Field {
  return { text, ...(port !== undefined && { port }), ...(children && { children: children.map(finished) }) }
}

/** The ports of fields, at any depth. */
export function* portsIn(fields: readonly Field[]): Generator<string> {
  const work = [...fields]
  for (let field = work.pop(); field; field = work.pop()) {
    if (field.port !== undefined) yield field.port
    for (const child of field.children ?? []) work.push(child)
  }
}
