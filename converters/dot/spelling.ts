/** Which attributes only spell otherwise what the model says of an element, or say nothing at all where they stand. */
import { textIn } from './attributes.js'
import { cssOfDot } from './colors.js'
import { fieldsOfRecord } from './record.js'
import { type Attributes, isTrue } from './resolved.js'
import { isKnownArrow, isKnownShape, shapeOfDot } from './shapes.js'
import type { Atom } from './statement.js'
import { styleWords } from './style.js'

interface Place {
  readonly value: Atom
  /** What the writer writes instead, if anything. */
  readonly canonical: Atom | undefined
  /** All attributes of the element. */
  readonly source: Attributes
}

type Judge = (place: Place) => boolean

/**
 * Whether an attribute that the writer would write otherwise, or not at all, says no more than the model does. Asked only of
 * attributes that the reader has looked at: what it knows nothing of is more.
 */
export function isOnlySpelling(name: string, place: Place): boolean {
  return JUDGES.get(name)?.(place) ?? false
}

const isFilled = (source: Attributes) => styleWords(source).has('filled')

/** One colour that Graphviz knows. A list of them is more than the model's one. */
function oneColor({ text }: Atom, source: Attributes): string | undefined {
  return /[:;]/.test(text) ? undefined : cssOfDot(text, textIn(source, 'colorscheme'))
}

const color: Judge = ({ value, canonical, source }) => {
  const css = oneColor(value, source)
  return css !== undefined && (canonical === undefined || css === cssOfDot(canonical.text))
}

/** Filled with nothing is not filled. */
const isClear = (source: Attributes) => {
  const fill = source.get('fillcolor') ?? source.get('color')
  return fill !== undefined && oneColor(fill, source) === 'none'
}

/** Without the style `filled`, nobody sees it. */
const fillcolor: Judge = place =>
  place.canonical ? color(place) : !isFilled(place.source) || isClear(place.source)

const style: Judge = ({ value, canonical, source }) => {
  const words = new Set(wordsOf(value))
  words.delete('solid')
  if (/^M?record$/.test(textIn(source, 'shape') ?? '')) words.delete('rounded')
  const written = new Set(canonical ? wordsOf(canonical) : [])
  if (isClear(source) && !written.has('filled')) words.delete('filled')
  return words.size === written.size && [...words].every(word => written.has(word))
}

const wordsOf = ({ text }: Atom): string[] =>
  text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')

const shape: Judge = ({ value, canonical }) =>
  isKnownShape(value.text) && shapeOfDot(value.text) === shapeOfDot(canonical?.text ?? 'ellipse')

/** Lines that are not centred are more; so are the tags of a label that is only its text here. */
const label: Judge = ({ value, canonical, source }) => {
  if (value.html) return canonical?.html === true
  if (/(?<!\\)(?:\\\\)*\\[lr]/.test(value.text)) return false
  const isRecord = /^M?record$/.test(textIn(source, 'shape') ?? '')
  return !isRecord || fieldsOfRecord(value.text, {}) !== undefined
}

const number: Judge = ({ value, canonical }) =>
  canonical !== undefined && Number(value.text) === Number(canonical.text)

const written: Judge = ({ canonical }) => canonical !== undefined

const JUDGES: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['color', color],
  ['pencolor', color],
  ['fontcolor', color],
  ['bgcolor', color],
  ['fillcolor', fillcolor],
  ['style', style],
  ['shape', shape],
  ['label', label],
  ['headlabel', label],
  ['taillabel', label],
  ['fontname', written],
  ['tooltip', written],
  ['target', written],
  ['URL', written],
  ['href', ({ source }) => !textIn(source, 'URL')],
  ['fontsize', number],
  ['penwidth', number],
  ['minlen', ({ value, canonical }) => Number(value.text) === Number(canonical?.text ?? 1)],
  ['dir', ({ value }) => /^(forward|back|both|none)$/.test(value.text)],
  ['arrowhead', ({ value }) => isKnownArrow(value.text)],
  ['arrowtail', ({ value }) => isKnownArrow(value.text)],
  ['tailport', ({ value }) => value.text.endsWith('_')],
  ['headport', ({ value }) => value.text.endsWith('_')],
  ['rankdir', ({ value }) => /^(TB|BT|LR|RL)$/.test(value.text)],
  // Whether edges can end at clusters, which of them do, and what is one, the model says itself.
  ['compound', () => true],
  ['cluster', ({ value }) => isTrue(value.text)],
  ['charset', () => true],
])
