/** What Graphviz warns of, or passes over without a word, in names and numbers: where it stands, and what was meant. */

import type { Message } from '../../../../src/messages/message.js'
import type { Tree } from '../../../../src/syntax/tree.js'
import { nearestWord } from '../../../../src/text/similar.js'
import { message } from '../../codes.js'
import { cssOfDot } from '../../words/colors.js'
import * as known from '../../words/known-names.js'
import type { Assignment } from '../../words/statement.js'
import { authorRange, type Source } from '../source.js'
import { faultOfHtml } from './html-faults.js'

export interface Linting {
  attribute(assignment: Assignment, name: Tree, value: Tree): void
  /** A number with a name behind it and no blank between, at this offset; whether both are names of nodes. */
  number(boundary: number, isName: boolean): void
}

/** A listener for the reader, which writes down what it finds; the same mistake is named once. */
export function lintingOf(source: Source, found: Message[]): Linting {
  const seen = new Set<string>()
  const schemes = source.text.includes('colorscheme')
  const say = (said: Finding, tree: Tree) => {
    const [start, end] = authorRange(source, tree.start, tree.end)
    const written = tree.text.startsWith('"') ? JSON.stringify(said.fixed) : said.fixed
    const fix = said.fixed !== undefined && {
      fix: { title: `Write ${said.fixed}`, edits: [{ start, end, text: written! }] },
    }
    found.push(message(said.code, said.text, { at: [start, end], ...fix }))
  }
  return {
    attribute({ name, value }, nameTree, valueTree) {
      const key = `${name}=${value.text}`
      if (seen.has(key)) return
      seen.add(key)
      const unknown = unknownName(name, seen)
      if (unknown) say(unknown, nameTree)
      const finding = value.html ? badHtml(name, value.text) : unknownValue(name, value.text, schemes)
      if (finding) say(finding, valueTree)
    },
    number(boundary, isName) {
      const [start, end] = wordAround(source.text, boundary)
      const word = source.text.slice(start, end)
      const [from, to] = authorRange(source, start, end)
      const text = `“${word}” is two names to Graphviz, “${source.text.slice(start, boundary)}” and “${source.text.slice(boundary, end)}”: a number ends where a letter or a second dot begins. If it is one name, it needs quotes.`
      const fix = isName && {
        fix: { title: `Put quotes around ${word}`, edits: [{ start: from, end: to, text: `"${word}"` }] },
      }
      found.push(message('lint/number', text, { at: [from, to], ...fix }))
    },
  }
}

const LABELS = new Set(['label', 'headlabel', 'taillabel', 'xlabel'])

/** Graphviz reads a label as XML. */
function badHtml(name: string, html: string): Finding | undefined {
  const fault = LABELS.has(name) ? faultOfHtml(html) : undefined
  if (fault === undefined) return undefined
  const text = `Graphviz calls this HTML label a syntax error and does not show it: ${fault}.`
  return { code: 'lint/html-label', text }
}

interface Finding {
  readonly code: 'lint/unknown-attribute' | 'lint/unknown-value' | 'lint/html-label'
  readonly text: string
  readonly fixed?: string | undefined
}

/** Any attribute is allowed; only what is nearly the name of a known one is a mistake. */
function unknownName(name: string, seen: Set<string>): Finding | undefined {
  if (known.attributeNames.has(name) || seen.has(name)) return undefined
  seen.add(name)
  const fixed = nearestWord(name, known.attributeNames, 4)
  if (fixed === undefined) return undefined
  const text = `Graphviz knows no attribute “${name}” and does nothing with it. Did you mean “${fixed}”?`
  return { code: 'lint/unknown-attribute', text, fixed }
}

function unknownValue(name: string, value: string, schemes: boolean): Finding | undefined {
  if (value === '') return undefined
  if (known.colorAttributes.has(name)) return unknownColor(value, schemes)
  if (name === 'shape') {
    return unknownWord(value, known.shapeNames, `a shape “${value}” and draws a box`)
  }
  if (name === 'arrowhead' || name === 'arrowtail') {
    if (known.isArrows(value)) return undefined
    return unknownWord(value, known.arrowNames, `an arrowhead “${value}” and draws a usual one`)
  }
  if (name === 'dir') {
    return unknownWord(value, known.directionNames, `“${value}” for dir and takes no notice of it`)
  }
  if (name === 'rankdir') {
    return unknownWord(
      value,
      known.rankdirNames,
      `“${value}” for rankdir and draws from top to bottom`,
      RANKDIRS.get(value.toUpperCase()),
    )
  }
  return name === 'style' ? unknownStyle(value) : undefined
}

function unknownWord(
  value: string,
  names: ReadonlySet<string>,
  what: string,
  guess?: string,
): Finding | undefined {
  if (names.has(value)) return undefined
  const fixed = guess !== undefined && names.has(guess) ? guess : nearestWord(value, names)
  return { code: 'lint/unknown-value', text: `Graphviz does not know ${what}.${question(fixed)}`, fixed }
}

/** Mermaid calls it TD. */
const RANKDIRS = new Map(
  [...known.rankdirNames].map((name): [string, string] => [name, name]).concat([['TD', 'TB']]),
)

const question = (fixed: string | undefined) => (fixed === undefined ? '' : ` Did you mean “${fixed}”?`)

/** Each colour of a list, `red;0.3:blue`. In a colour scheme, colours are numbers. */
function unknownColor(value: string, schemes: boolean): Finding | undefined {
  for (const part of value.split(':')) {
    const color = part.split(';', 1)[0]!.trim()
    if (color === '' || isColor(color) || (schemes && /^\d+$/.test(color))) continue
    const near = known.colorNames.has(color.replace(/[\s_-]/g, '').toLowerCase())
      ? color.replace(/[\s_-]/g, '').toLowerCase()
      : nearestWord(color, known.colorNames)
    const fixed = near === undefined ? undefined : value.replace(color, near)
    const text = `Graphviz does not know the color “${color}” and draws black.${question(near)}`
    return { code: 'lint/unknown-value', text, fixed }
  }
  return undefined
}

function isColor(color: string): boolean {
  return cssOfDot(color) !== undefined || cssOfDot(color, 'svg') !== undefined
}

function unknownStyle(value: string): Finding | undefined {
  for (const part of value.replace(/\([^)]*\)/g, '').split(',')) {
    const word = part.trim()
    if (word === '' || word === 'setlinewidth' || known.styleNames.has(word)) continue
    const near = nearestWord(word, known.styleNames)
    const fixed = near === undefined ? undefined : value.replace(word, near)
    const text = `Graphviz does not know the style “${word}” and takes no notice of it.${question(near)}`
    return { code: 'lint/unknown-value', text, fixed }
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
