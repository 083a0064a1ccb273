/** What Graphviz warns of, or passes over without a word, in names and numbers: where it stands, and what was meant. */

import type { Range } from '../../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../../src/messages/message.js'
import type { Tree } from '../../../../src/syntax/tree.js'
import { isMisspelt, nearestWord } from '../../../../src/text/similar.js'
import { cssOfDot } from '../../words/colors.js'
import * as known from '../../words/known-names.js'
import type { Assignment } from '../../words/statement.js'
import { authorRange, type Source } from '../source.js'
import { faultOfHtml } from './html-faults.js'
import * as words from './lint-messages.js'

export interface Linting {
  /** Whether there is nothing to say of an attribute that is no HTML. */
  isClean(name: string, value: string): boolean
  attribute(assignment: Assignment, name: Tree, value: Tree): void
  /** A number with a name behind it and no blank between, at this offset; whether both are names of nodes. */
  number(boundary: number, isName: boolean): void
}

/** A listener for the reader, which writes down what it finds; the same mistake is named once, and its fix is made wherever it stands. */
export function lintingOf(source: Source, found: Message[]): Linting {
  const schemes = source.text.includes('colorscheme')
  const ofNames = new Map<string, Mistake | undefined>()
  const ofValues = new Map<string, Mistake | undefined>()
  const judged = (known: Map<string, Mistake | undefined>, key: string, judge: () => Finding | undefined) => {
    if (known.has(key)) return known.get(key)
    const finding = judge()
    const mistake = finding && { ...finding, edits: [], isSaid: false }
    known.set(key, mistake)
    return mistake
  }
  const ofName = (name: string) =>
    known.attributeNames.has(name) ? undefined : judged(ofNames, name, () => unknownName(name))
  const ofValue = (name: string, value: string) =>
    CHECKED.has(name)
      ? judged(ofValues, `${name}=${value}`, () => unknownValue(name, value, schemes))
      : undefined
  const isClean = (mistake: Mistake | undefined) =>
    !mistake || (mistake.isSaid && mistake.fixed === undefined)
  const say = (mistake: Mistake, tree: Tree) => {
    const { sentence, fixed, edits } = mistake
    const [start, end] = authorRange(source, tree.start, tree.end)
    if (fixed !== undefined)
      edits.push({ start, end, text: tree.text.startsWith('"') ? JSON.stringify(fixed) : fixed })
    // Those of the places that follow are added to the same list.
    if (!mistake.isSaid) found.push(sentence([start, end], fixed === undefined ? undefined : edits))
    mistake.isSaid = true
  }
  return {
    isClean: (name, value) => isClean(ofName(name)) && isClean(ofValue(name, value)),
    attribute({ name, value }, nameTree, valueTree) {
      const unknown = ofName(name)
      if (!isClean(unknown)) say(unknown!, nameTree)
      const finding = value.html
        ? judged(ofValues, `${name}=<${value.text}>`, () => badHtml(name, value.text))
        : ofValue(name, value.text)
      if (!isClean(finding)) say(finding!, valueTree)
    },
    number(boundary, isName) {
      const [start, end] = wordAround(source.text, boundary)
      const word = source.text.slice(start, end)
      const [from, to] = authorRange(source, start, end)
      const first = source.text.slice(start, boundary)
      const second = source.text.slice(boundary, end)
      const edits = isName ? [{ start: from, end: to, text: `"${word}"` }] : undefined
      found.push(words.numberRunsOn({ word, first, second }, [from, to], edits))
    },
  }
}

const LABELS = new Set(['label', 'headlabel', 'taillabel', 'xlabel'])

/** Graphviz reads a label as XML. */
function badHtml(name: string, html: string): Finding | undefined {
  const fault = LABELS.has(name) ? faultOfHtml(html) : undefined
  return fault === undefined ? undefined : { sentence: at => words.badHtml({ fault }, at) }
}

interface Finding {
  readonly sentence: (at: Range, edits: readonly TextEdit[] | undefined) => Message
  readonly fixed?: string | undefined
}

/** A finding, and what its fix does at each of its places. */
interface Mistake extends Finding {
  readonly edits: TextEdit[]
  isSaid: boolean
}

/** Any attribute is allowed; only what is nearly the name of a known one is a mistake. */
function unknownName(name: string): Finding | undefined {
  const meant = nearestWord(name, known.attributeNames, 4)
  if (meant === undefined) return undefined
  const fixed = isMisspelt(name, meant) ? meant : undefined
  return { sentence: (...place) => words.unknownAttribute({ name, meant }, ...place), fixed }
}

/** Attributes whose values are looked at. */
const CHECKED: ReadonlySet<string> = new Set([
  ...known.colorAttributes,
  'shape',
  'arrowhead',
  'arrowtail',
  'dir',
  'rankdir',
  'style',
])

function unknownValue(name: string, value: string, schemes: boolean): Finding | undefined {
  if (value === '') return undefined
  if (known.colorAttributes.has(name)) return unknownColor(value, schemes)
  if (name === 'shape') {
    return unknownWord(value, known.shapeNames, words.unknownShape)
  }
  if (name === 'arrowhead' || name === 'arrowtail') {
    if (known.isArrows(value)) return undefined
    return unknownWord(value, known.arrowNames, words.unknownArrowhead)
  }
  if (name === 'dir') {
    return unknownWord(value, known.directionNames, words.unknownDir)
  }
  if (name === 'rankdir') {
    return unknownWord(value, known.rankdirNames, words.unknownRankdir, RANKDIRS.get(value.toUpperCase()))
  }
  return name === 'style' ? unknownStyle(value) : undefined
}

function unknownWord(
  word: string,
  names: ReadonlySet<string>,
  said: typeof words.unknownShape,
  guess?: string,
): Finding | undefined {
  if (names.has(word)) return undefined
  const meant = guess !== undefined && names.has(guess) ? guess : nearestWord(word, names)
  const fixed = isMisspelt(word, meant) ? meant : undefined
  return { sentence: (...place) => said({ word, meant }, ...place), fixed }
}

/** Mermaid calls it TD. */
const RANKDIRS = new Map(
  [...known.rankdirNames].map((name): [string, string] => [name, name]).concat([['TD', 'TB']]),
)

/** Each colour of a list, `red;0.3:blue`. In a colour scheme, colours are numbers. */
function unknownColor(value: string, schemes: boolean): Finding | undefined {
  for (const part of value.split(':')) {
    const color = part.split(';', 1)[0]!.trim()
    if (color === '' || isColor(color) || (schemes && /^\d+$/.test(color))) continue
    const meant = known.colorNames.has(color.replace(/[\s_-]/g, '').toLowerCase())
      ? color.replace(/[\s_-]/g, '').toLowerCase()
      : nearestWord(color, known.colorNames)
    const fixed = isMisspelt(color, meant) ? value.replace(color, meant) : undefined
    return { sentence: (...place) => words.unknownColor({ word: color, meant }, ...place), fixed }
  }
  return undefined
}

function isColor(color: string): boolean {
  return cssOfDot(color) !== undefined || cssOfDot(color, 'svg') !== undefined
}

function unknownStyle(value: string): Finding | undefined {
  for (const part of value.replace(/\([^)]*(\)?)/g, (open, close) => (close === '' ? open : '')).split(',')) {
    const word = part.trim()
    if (word === '' || word === 'setlinewidth' || known.styleNames.has(word)) continue
    const meant = nearestWord(word, known.styleNames)
    const fixed = isMisspelt(word, meant) ? value.replace(word, meant) : undefined
    return { sentence: (...place) => words.unknownStyle({ word, meant }, ...place), fixed }
  }
  return undefined
}

const NAME = /[\w.\u0080-\uffff]/

/** The number before an offset and the name behind it. */
function wordAround(text: string, boundary: number): [start: number, end: number] {
  let start = boundary
  while (start > 0 && /[\d.]/.test(text[start - 1]!)) start--
  if (text[start - 1] === '-' && text[start - 2] !== '-') start--
  let end = boundary
  while (end < text.length && NAME.test(text[end]!)) end++
  return [start, end]
}

/** Whether a piece of text ends with a number, and the next one goes on without a blank. */
export function runsOn(before: string, next: string): boolean {
  return (
    /(?:^|[^\w.\u0080-\uffff])-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(before.slice(-40)) && NAME.test(next[0] ?? '')
  )
}
