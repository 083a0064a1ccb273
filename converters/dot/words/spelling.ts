/** Which attributes only spell otherwise what the model says of an element, or say nothing at all where they stand: they stay in the text. */

import { isKnownArrow, isKnownShape, shapeOfDot } from '../shapes.js'
import { textIn } from './attributes.js'
import { cssOfDot } from './colors.js'
import { ANCHOR } from './diaglot-attributes.js'
import { fieldsOfRecord } from './record.js'
import { type Attributes, isTrue } from './resolved.js'
import type { Atom } from './statement.js'
import { styleWords } from './style.js'

interface Place {
  readonly value: Atom
  /** What the writer writes instead, if anything. */
  readonly canonical: Atom | undefined
  /** All attributes of the element. */
  readonly source: Attributes
}

/** What an attribute says beside the model: nothing, a shade of the same that only Graphviz draws, or more. */
export type Says = 'same' | 'shade' | 'more'

type Judge = (place: Place) => Says

/**
 * What an attribute says that the writer would write otherwise, or not at all. Asked of attributes that the reader has looked at: what it
 * knows nothing of is more.
 */
export function saysBeside(name: string, place: Place): Says {
  return JUDGES.get(name)?.(place) ?? 'more'
}

const sameIf = (isSame: boolean): Says => (isSame ? 'same' : 'more')

/** One colour that Graphviz knows. A list of them is more than the model's one. */
function oneColor({ text }: Atom, source: Attributes): string | undefined {
  return /[:;]/.test(text) ? undefined : cssOfDot(text, textIn(source, 'colorscheme'))
}

const color: Judge = ({ value, canonical, source }) => {
  const css = oneColor(value, source)
  if (css === undefined) return 'more'
  const now = canonical && cssOfDot(canonical.text)
  // The pen of a cluster goes before its colour.
  const pen = source.get('pencolor')
  return sameIf(now === undefined || css === now || (pen !== undefined && oneColor(pen, source) === now))
}

/** Filled with nothing is not filled. */
const isClear = (source: Attributes) => {
  const fill = source.get('fillcolor') ?? source.get('color')
  return fill !== undefined && oneColor(fill, source) === 'none'
}

/** Without a style that fills, nobody sees it, but at the point of a node and at the arrowheads of an edge. */
const fillcolor: Judge = place => {
  const { canonical, source } = place
  if (canonical) return color(place)
  const words = styleWords(source)
  const isSeen = FILLING.some(word => words.has(word)) && !isClear(source)
  return isSeen || textIn(source, 'shape') === 'point' ? 'more' : 'same'
}

const FILLING = ['filled', 'radial', 'wedged', 'striped']

const style: Judge = ({ value, canonical, source }) => {
  const words = new Set(wordsOf(value))
  words.delete('solid')
  if (/^M?record$/.test(textIn(source, 'shape') ?? '')) words.delete('rounded')
  const written = new Set(canonical ? wordsOf(canonical) : [])
  if (isClear(source) && !written.has('filled')) words.delete('filled')
  return sameIf(words.size === written.size && [...words].every(word => written.has(word)))
}

const wordsOf = ({ text }: Atom): string[] =>
  text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')

/** A text without a frame takes more room around it than `plain`. A record in rounded style is an `Mrecord`. */
const shape: Judge = ({ value: { text }, canonical, source }) => {
  const now = canonical?.text ?? 'ellipse'
  if (text === 'record' && now === 'Mrecord' && styleWords(source).has('rounded')) return 'same'
  const isText = /^(?:plain|plaintext|none)$/
  if (isText.test(text) && isText.test(now))
    return (text === 'plain') === (now === 'plain') ? 'same' : 'shade'
  return sameIf(isKnownShape(text) && shapeOfDot(text) === shapeOfDot(now))
}

const SIDES = /(?<!\\)(?:\\\\)*\\[lr]/

/** Lines that stand left or right are more where the model has only the text; so are the tags of a label that is only its text here. */
const label: Judge = ({ value, canonical, source }) => {
  const isRecord = /^M?record$/.test(textIn(source, 'shape') ?? '')
  const isSound = () => !isRecord || fieldsOfRecord(value.text, {}) !== undefined
  if (!value.html && !SIDES.test(value.text)) return sameIf(isSound())
  const formatted = canonical !== undefined && (canonical.html === true || SIDES.test(canonical.text))
  if (!formatted) return 'more'
  return value.html ? 'shade' : sameIf(isSound())
}

const number: Judge = ({ value, canonical }) =>
  sameIf(canonical !== undefined && Number(value.text) === Number(canonical.text))

const written: Judge = ({ canonical }) => sameIf(canonical !== undefined)

/** Graphviz shows escapes in tooltips as they are, against its documentation. */
const tooltip: Judge = place =>
  place.value.text.includes('\\') && place.canonical ? 'shade' : written(place)

/** `p:_` is where `p` is, too; `_` alone is where an edge ends without a word, but for some engines. */
const port: Judge = ({ value: { text }, canonical }) =>
  text === '_' ? 'shade' : sameIf(text.endsWith('_') || canonical?.text === `${text}:_`)

/** Half of a `vee` is not half of a triangle. */
const arrow: Judge = ({ value: { text } }) => (text === 'halfopen' ? 'shade' : sameIf(isKnownArrow(text)))

const nothing: Judge = () => 'same'

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
  ['tooltip', tooltip],
  ['target', written],
  ['URL', written],
  ['href', nothing],
  ['fontsize', number],
  ['penwidth', number],
  ['minlen', ({ value, canonical }) => sameIf(Number(value.text) === Number(canonical?.text ?? 1))],
  ['dir', ({ value }) => sameIf(/^(forward|back|both|none)$/.test(value.text))],
  ['arrowhead', arrow],
  ['arrowtail', arrow],
  ['tailport', port],
  ['headport', port],
  ['rankdir', ({ value }) => sameIf(/^(TB|BT|LR|RL)$/.test(value.text))],
  // Whether edges can end at clusters, which of them do, what is one, and of which scheme a colour is, the model says itself.
  ['compound', nothing],
  ['lhead', nothing],
  ['ltail', nothing],
  ['cluster', ({ value }) => sameIf(isTrue(value.text))],
  ['colorscheme', nothing],
  ['charset', nothing],
  [ANCHOR[0], ({ value }) => sameIf(value.text === ANCHOR[1])],
])
