/** What stands in a node: its label, and what else is shown with it. */
import type { Node, Text } from '../../../src/ir/model.js'
import { titleOf } from '../../../src/ir/records.js'
import { LOOP_PREFIX } from '../../../src/layout/lanes/frames.js'
import { shownText } from '../../../src/layout/measure/shown-text.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import { decodeLabel, encodeLabel, htmlOfText } from '../document/html.js'
import { inFile } from './in-file.js'

/** Whether a task shows who does it, under its title. */
function shownOwner({ shape, properties, label, fields }: Node): string | undefined {
  if (shape !== 'task' || label.rich || fields?.length) return undefined
  return properties.get('owner') || undefined
}

/** Whether a file shows a name that nobody else would draw: at a mark whose label is only its id. */
const isNamed = (node: Node): boolean => inFile(node)?.get('named') === true

/**
 * The label of a node's cell: nothing at a mark that has only its id for one. With fields it is a title above them, or nothing where it says what they say.
 * @param strip whether a person drew the node with a place for a title
 */
export function encodeNodeLabel(node: Node, html: boolean, strip = false): string {
  if (node.fields?.length) return strip || titleOf(node) !== undefined ? encodeLabel(node.label, html) : ''
  const owner = html ? shownOwner(node) : undefined
  if (owner === undefined) return encodeLabel(isNamed(node) ? node.label : shownText(node), html)
  return cleanXml(`<b>${encodeLabel(node.label, true)}</b><br>${htmlOfText(owner)}`)
}

/** A task's title and owner as its label shows them. */
export function decodeTaskLabel(value: string): { readonly label: Text; readonly owner: string } | undefined {
  const end = value.startsWith('<b>') ? value.indexOf('</b><br>') : -1
  if (end < 0) return undefined
  const title = value.slice('<b>'.length, end)
  const owner = value.slice(end + '</b><br>'.length)
  if ([title, owner].some(part => /<(?!br>)/.test(part))) return undefined
  return { label: decodeLabel(title, true), owner: decodeLabel(owner, true).text }
}

export function encodeLoopLabel(condition: string): string {
  return htmlOfText(LOOP_PREFIX + condition)
}

export function decodeLoopLabel(value: string): string {
  const { text } = decodeLabel(value, true)
  return text.startsWith(LOOP_PREFIX) ? text.slice(LOOP_PREFIX.length) : text
}
