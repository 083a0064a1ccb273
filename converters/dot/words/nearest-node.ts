/** The nearest shape and fields that DOT has for a node. */
import { isBlank } from '../../../src/ir/blank.js'
import { plain } from '../../../src/ir/build.js'
import type { Field, Node, Rich } from '../../../src/ir/model.js'
import { plainFields, sameFields, withTitle } from '../../../src/ir/records.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { withoutHalves } from '../../../src/text/utf16.js'
import { nearestShape } from '../shapes.js'
import { cleanText } from './escapes.js'
import { fieldsOfHtml, isBalanced, plainHtml, tableOf } from './html.js'
import { fieldsOfHtmlRecord } from './html-record.js'
import { isRecord, severalFields } from './node.js'
import { withPortsInside } from './ports.js'
import { fieldsOfRecord, recordOf } from './record.js'
import { endsOfLines } from './sides.js'

/**
 * The nearest shape for a node. Whether an HTML label is a table decides between a table and a text; a table
 * that HTML cannot hold, where blanks at the ends of cells are lost or cells have more in them, becomes a record.
 */
export function nearestNodeShape(shape: Shape, node: Node): Shape {
  const nearest = nearestShape(shape)
  if (nearest !== 'table' && nearest !== 'text') return nearest
  const { label } = node
  if (label.rich && readRich(label.rich) === label.text) {
    return fieldsOfHtml(label.rich.source) ? 'table' : 'text'
  }
  if (nearest === 'text') return nearest
  const own = { ...node, shape: nearest }
  const whole = withTitle(own)
  const fields = nearestFields(own) ?? (whole && fieldsIn(whole))
  if (!fields && node.fields && fieldsIn({ ...(whole ?? node), shape: 'record' })) return 'record'
  const parts = fields ?? [{ text: cleanText((whole ?? labelled(node)).label.text) }]
  return sameFields(fieldsOfHtml(tableOf(parts)), parts) ? nearest : 'record'
}

/** With the text that a node without one has as soon as its fields are gone. */
function labelled(node: Node): Node {
  return node.fields && isBlank(node.label.text) ? { ...node, label: plain(plainFields(node.fields)) } : node
}

/** The fields that DOT can hold for a node: those of its record or table, if they are what its label says. A table in the label has fields, whether they were named or not. */
export function nearestFields({ shape, label, fields }: Node): readonly Field[] | undefined {
  const hasSides = isRecord(shape) && endsOfLines(label) !== undefined
  if (label.rich && !hasSides && readRich(label.rich, label.text) === label.text)
    return fieldsOfRich(shape, label.rich, label.text)
  return fields && fieldsIn({ shape, label, fields })
}

/** Fields that are what a plain label says, with their ports where DOT can have them. */
function fieldsIn({
  shape,
  label,
  fields,
}: Pick<Node, 'shape' | 'label' | 'fields'>): readonly Field[] | undefined {
  if (!fields || plainFields(fields) !== cleanText(label.text)) return undefined
  const own = withPortsInside(fields).fields
  const again = isRecord(shape)
    ? fieldsOfRecord(recordOf(own), {})
    : shape === 'table'
      ? fieldsOfHtml(tableOf(own))
      : undefined
  return again && sameFields(again, own) ? severalFields(own) : undefined
}

/** The plain reading of a rich label, if it can be written. @param text of the label: where that is what the source says as a record, it is its reading */
export function readRich({ syntax, source }: Rich, text?: string): string | undefined {
  if (syntax !== 'dot-html' || !isBalanced(source) || withoutHalves(source) !== source) return undefined
  const plain = plainHtml(source)
  if (text === undefined || plain === text) return plain
  const fields = fieldsOfHtmlRecord(source)
  return fields && plainFields(fields) === text ? text : plain
}

/** The fields of an HTML label, by the shape of its node. */
function fieldsOfRich(shape: Shape, { source }: Rich, text: string): readonly Field[] | undefined {
  const own = isRecord(shape) ? fieldsOfHtmlRecord(source) : undefined
  return own && plainFields(own) === text ? own : fieldsOfHtml(source)
}
