/** Nodes and labels as text. */
import type { Node, Text, Value } from '../../../src/ir/model.js'
import { bracketOfShape, signsOfBracket } from '../shapes.js'
import { hasOldTokens } from '../versions/old-tokens.js'
import { NEWEST, type Release } from '../versions/releases.js'
import { dataText, quotedLabel } from '../words/data-text.js'
import { encodeLabel, encodeRich } from '../words/encode.js'
import { plainHtml, plainMarkdown } from '../words/texts.js'
import { writtenShapeName } from '../words/written-shape.js'

/** Labels that need no quotes in any brackets. */
const simple = /^[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_ .,:!?'+*=$-]*[\p{L}\p{M}\p{N}_.,:!?'+*=$])?$/u

/**
 * A label between brackets or pipes, in quotes where it needs them. An empty one is a blank.
 * @param release an old one wants quotes around words that are none to it
 */
export function shortLabel(label: Text, release: Release = NEWEST): string {
  const text = quotedText(label)
  if (hasOldTokens(release)) return `"${text || ' '}"`
  return simple.test(text) && !label.rich ? text : `"${text || ' '}"`
}

/** What stands between the quotes of a label. */
export function quotedText({ text, rich }: Text): string {
  if (!rich) return encodeLabel(text)
  return rich.syntax === 'markdown' ? `\`${encodeRich(rich)}\`` : encodeRich(rich)
}

/** A node, and once more for each further property between its brackets: they take one at a time. */
export function nodeTexts(node: Node, release: Release = NEWEST): string[] {
  const more = [...propertiesOf(node)].slice(1)
  return [
    nodeText(node, release),
    ...more.map(property => `${node.id}[${property}${shortLabel(node.label, release)}]`),
  ]
}

/** The brackets around the label of a node, which say its shape unless `@{ … }` does. */
export function bracketsOf(node: Node): readonly [open: string, close: string] {
  const named = dataFields(node).some(field => field.startsWith('shape:'))
  return signsOfBracket((!named && bracketOfShape(node.shape)) || 'square')
}

/** A node: its id, brackets and label, a property, first class. */
export function nodeText(node: Node, release: Release = NEWEST): string {
  const { id, label, shape, classes } = node
  const fields = dataFields(node)
  const isPicture = node.image !== undefined || fields.some(field => field.startsWith('icon:'))
  const first = classes[0] === undefined ? '' : `:::${classes[0]}`
  const data = fields.length > 0 ? `@{ ${fields.join(', ')} }` : ''
  const named = fields.some(field => field.startsWith('shape:'))
  const bracket = (!named && bracketOfShape(shape)) || 'square'
  const bare = label.text === id && !label.rich && bracket === 'square'
  const [open, close] = signsOfBracket(bracket)
  const [property = ''] = propertiesOf(node)
  const text =
    isPicture || (bare && property === '') ? '' : `${open}${property}${shortLabel(label, release)}${close}`
  return id + text + first + data
}

function* propertiesOf({ extras }: Node): Generator<string> {
  const props = extras.get('mermaid')?.get('props')
  if (!(props instanceof Map)) return
  for (const [name, value] of props as ReadonlyMap<string, Value>) yield `|${name}:${value}|`
}

/** The properties of `@{ … }`. The label stands there only beside a picture: elsewhere it stands in brackets. */
export function dataFields(node: Node): string[] {
  const own = node.extras.get('mermaid') ?? new Map<string, Value>()
  const remembered = own.get('shape')
  const name = remembered instanceof Map ? String(remembered.get('name')) : writtenShapeName(node, own)
  const fields = name === undefined ? [] : [`shape: ${name}`]
  const picture = node.image !== undefined || own.has('icon')
  if (node.image !== undefined) fields.push(`img: ${dataText(node.image)}`)
  if (picture) fields.push(...labelFields(node.label))
  for (const key of ['icon', 'form', 'pos', 'w', 'h', 'constraint']) {
    const value = own.get(key)
    if (value !== undefined) fields.push(`${key}: ${dataText(value)}`)
  }
  return fields
}

/** A label here is markdown unless it says otherwise. */
function labelFields({ text, rich }: Text): string[] {
  if (rich) {
    const type = rich.syntax === 'markdown' ? [] : ['labelType: text']
    return [`label: ${quotedLabel(encodeRich(rich))}`, ...type]
  }
  if (text === '') return []
  const encoded = encodeLabel(text)
  const isPlain = plainMarkdown(text) === plainHtml(text)
  return [`label: ${quotedLabel(encoded)}`, ...(isPlain ? [] : ['labelType: text'])]
}
