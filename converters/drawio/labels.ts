/** What stands in a node: its label, and what else is shown with it. */
import type { Field, Node, Text } from '../../src/ir/model.js'
import { LOOP_PREFIX } from '../../src/layout/frames.js'
import { decodeLabel, encodeLabel, htmlOfText } from './html.js'
import { cleanXml } from './xml.js'

/** Below this depth, fields are written as their text alone. */
const SHOWN_DEPTH = 6

/** A record as a table: fields side by side, those inside a field above each other, and so on in turn. */
function tableOf(fields: readonly Field[], across: boolean, depth: number): string {
  const cells = fields.map(field => {
    const inner = field.children?.length && depth < SHOWN_DEPTH
    return `<td>${inner ? tableOf(field.children!, !across, depth + 1) : htmlOfText(field.text)}</td>`
  })
  const rows = across ? `<tr>${cells.join('')}</tr>` : cells.map(cell => `<tr>${cell}</tr>`).join('')
  const border = depth === 0 ? '' : ' border="0"'
  return `<table width="100%" height="100%" cellspacing="0"${border} style="border-collapse:collapse">${rows}</table>`
}

/** Whether a task shows who does it, under its title. */
function shownOwner({ shape, properties, label, fields }: Node): string | undefined {
  if (shape !== 'task' || label.rich || fields?.length) return undefined
  return properties.get('owner') || undefined
}

/** The label of a node's cell. */
export function encodeNodeLabel(node: Node, html: boolean): string {
  if (html && node.fields?.length) return cleanXml(tableOf(node.fields, true, 0))
  const owner = html ? shownOwner(node) : undefined
  if (owner === undefined) return encodeLabel(node.label, html)
  return cleanXml(`<b>${encodeLabel(node.label, true)}</b><br>${htmlOfText(owner)}`)
}

/** A task's title and owner as its label shows them. */
export function decodeTaskLabel(value: string): { readonly label: Text; readonly owner: string } | undefined {
  const match = /^<b>([^<]*(?:<br>[^<]*)*)<\/b><br>([^<]*(?:<br>[^<]*)*)$/.exec(value)
  if (!match) return undefined
  return { label: decodeLabel(match[1]!, true), owner: decodeLabel(match[2]!, true).text }
}

export function encodeLoopLabel(condition: string): string {
  return htmlOfText(LOOP_PREFIX + condition)
}

export function decodeLoopLabel(value: string): string {
  const { text } = decodeLabel(value, true)
  return text.startsWith(LOOP_PREFIX) ? text.slice(LOOP_PREFIX.length) : text
}
