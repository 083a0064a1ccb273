/** Labels, arrows, brackets and properties changed where they stand, in the author's spelling of all that is around them. */
import type { Edge, Node, Text } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Hop, Mention } from '../read/chain-places.js'
import type { Document } from '../read/document.js'
import { quotedLabel } from '../words/data-text.js'
import { encodeLabel } from '../words/encode.js'
import { linkText } from '../words/links.js'
import { bracketsOf, dataFields, quotedText, shortLabel } from '../write/labels.js'

type Range = readonly [start: number, end: number]

const replaced = ([start, end]: Range, text: string): TextEdit => ({ start, end, text })

/** A label in quotes where it was, or needs them. */
function labelText(text: string, [start, end]: Range, label: Text): string {
  return text.slice(start, end).startsWith('"') ? `"${quotedText(label) || ' '}"` : shortLabel(label)
}

/**
 * The edits that give a link another label or arrow and leave all else of it; `undefined` where it must be written anew.
 * @param hop of one edge only
 */
export function linkEdits({ text }: Document, hop: Hop, before: Edge, after: Edge): TextEdit[] | undefined {
  if (before.id !== after.id) return undefined
  const [was, is] = [arrowOf(before), arrowOf(after)]
  const edits: TextEdit[] = []
  if (was !== is) {
    if (!hop.arrowAt) return undefined
    edits.push(replaced(hop.arrowAt, is))
  }
  const { label } = after
  if (sameText(before.label, label)) return edits
  const isEmpty = label.text === '' && !label.rich
  if (hop.pipeAt && hop.labelAt)
    return [
      ...edits,
      isEmpty ? replaced(hop.pipeAt, '') : replaced(hop.labelAt, labelText(text, hop.labelAt, label)),
    ]
  if (hop.arrowAt && !isEmpty)
    return [...edits, replaced([hop.arrowAt[1], hop.arrowAt[1]], `|${shortLabel(label)}|`)]
  return hop.labelAt && !isEmpty
    ? [...edits, replaced(hop.labelAt, innerLabel(text, hop.labelAt, label))]
    : undefined
}

/** Whether the same link is written for two edges. */
export function sameLink(a: Edge, b: Edge): boolean {
  const same = a.id === b.id && a.line === b.line && (a.length ?? 1) === (b.length ?? 1)
  return same && a.from.arrow === b.from.arrow && a.to.arrow === b.to.arrow && sameText(a.label, b.label)
}

const arrowOf = ({ from, to, line, length }: Edge): string =>
  linkText({ from: from.arrow, to: to.arrow, line, length: length ?? 1 })

const sameText = (a: Text, b: Text): boolean =>
  a.text === b.text && a.rich?.source === b.rich?.source && a.rich?.syntax === b.rich?.syntax

/** Between the halves of a link, what a link is made of needs quotes, and so does what touches one of the halves. */
function innerLabel(text: string, at: Range, label: Text): string {
  const plain = labelText(text, at, label)
  const isFree = /\s/.test(text[at[0] - 1]!) && /\s/.test(text[at[1]]!)
  return plain.startsWith('"') || (isFree && !/[-=.~]/.test(plain)) ? plain : `"${plain}"`
}

/** The edits that give a node another label, shape or property; `undefined` where it must be said anew what it is. */
export function nodeEdits(
  { text }: Document,
  mentions: readonly Mention[],
  before: Node,
  after: Node,
): TextEdit[] | undefined {
  const decorated = mentions.filter(mention => mention.decorated)
  const own = decorated[0] ?? mentions[0]
  if (decorated.length > 1 || !own) return undefined
  const data = own.dataAt && dataEdits(text, own.dataAt, before, after)
  if (!own.dataAt && dataFields(after).length > 0) return undefined
  const edits = [...(data?.edits ?? [])]
  const [open, close] = bracketsOf(after)
  const [wasOpen] = bracketsOf(before)
  const { labelAt, shapeAt } = own
  const relabelled = !sameText(before.label, after.label) && !data?.saysLabel
  if (labelAt && shapeAt) {
    const label = relabelled ? labelText(text, labelAt, after.label) : text.slice(...labelAt)
    if (wasOpen === open) return relabelled ? [...edits, replaced(labelAt, label)] : edits
    return [...edits, replaced(shapeAt, open + label + close)]
  }
  if (!relabelled && wasOpen === open) return edits
  return [...edits, replaced([own.idAt[1], own.idAt[1]], open + shortLabel(after.label) + close)]
}

/** One entry of `@{ … }`: a key, and a value in quotes or without. */
const ENTRY = /(?<![\w-])([\w-]+)(\s*:\s*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,}"'](?:[^,}\n]*[^\s,}])?)/g

/** The edits of `@{ … }` where properties differ, and whether the label is one of them. */
function dataEdits(
  text: string,
  [start, end]: Range,
  before: Node,
  after: Node,
): { readonly edits: TextEdit[]; readonly saysLabel: boolean } {
  const source = text.slice(start, end)
  const entries = new Map(
    Array.from(source.matchAll(ENTRY), match => {
      const at = start + match.index + match[1]!.length + match[2]!.length
      return [match[1]!, { from: start + match.index, at: [at, at + match[3]!.length] as const }] as const
    }),
  )
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const said = entries.get('label')
  const edits: TextEdit[] = []
  if (said && !sameText(before.label, after.label)) edits.push(replaced(said.at, labelField(after)))
  const added: string[] = []
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [entry, now] = [entries.get(key), is.get(key)]
    if (now === was.get(key) || key === 'label') continue
    if (now === undefined && entry) edits.push(withoutEntry(text, entry.from, entry.at[1]))
    else if (now !== undefined && entry) edits.push(replaced(entry.at, now))
    else if (now !== undefined) added.push(`${key}: ${now}`)
  }
  const last = [...entries.values()].at(-1)?.at[1] ?? start + 2
  if (added.length > 0) edits.push(replaced([last, last], added.map(entry => `, ${entry}`).join('')))
  return { edits, saysLabel: said !== undefined }
}

/** The properties that the writer would say, by their keys. */
function fieldsOf(node: Node): Map<string, string> {
  return new Map(
    dataFields(node).map(field => {
      const at = field.indexOf(': ')
      return [field.slice(0, at), field.slice(at + 2)]
    }),
  )
}

const labelField = ({ label }: Node): string =>
  quotedLabel(label.rich ? quotedText(label).replaceAll('`', '') : encodeLabel(label.text))

/** Takes an entry out, with the comma behind or before it. */
function withoutEntry(text: string, from: number, to: number): TextEdit {
  const behind = /^\s*,\s*/.exec(text.slice(to, to + 100))?.[0].length ?? 0
  const before = behind > 0 ? 0 : (/,\s*$/.exec(text.slice(Math.max(from - 100, 0), from))?.[0].length ?? 0)
  return { start: from - before, end: to + behind, text: '' }
}
