/** What is said of looks, classes and links that a target holds otherwise. */
import type { Range } from '../../ir/model.js'
import { whole } from '../../text/whole.js'
import type { Finding } from '../editor.js'
import { short } from '../names.js'

type At = Range | undefined

interface Named {
  /** How the element is called: nearly always nothing is said. */
  readonly name: () => string
}

interface Target {
  /** The title of the target. */
  readonly title: string
}

// Styles.

const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['fill', 'the fill colour'],
  ['stroke', 'the colour of the lines'],
  ['strokeWidth', 'the width of the lines'],
  ['color', 'the colour of the text'],
  ['dash', 'the dashes'],
  ['opacity', 'the opacity'],
  ['fontFamily', 'the font'],
  ['fontSize', 'the size of the text'],
  ['fontWeight', 'the weight of the text'],
  ['fontStyle', 'the slant of the text'],
  ['rounded', 'the rounded corners'],
])

/** Properties that formats share have words of everybody; others are called as the source calls them. */
const inWords = (property: string): string => PROPERTIES.get(property) ?? `“${short(property)}”`

/** @param lost the properties that have no place @param unfilled whether all that is lost is that it has no fill */
export const otherStyle = (
  {
    title,
    name,
    lost,
    unfilled,
  }: Target & Named & { readonly lost: readonly string[]; readonly unfilled: boolean },
  at: At,
): Finding => ({
  code: 'loss/style',
  text: () =>
    lost.length > 0
      ? whole`${title} has no place for ${lost.map(inWords).join(', ')} of ${name()}.`
      : whole`${title} writes the nearest colours or lengths for ${name()}.`,
  at,
  ...(unfilled && { severity: 'info' }),
})

// Links.

const LINK_PARTS: ReadonlyMap<string, string> = new Map([
  ['url', 'link'],
  ['target', 'window of the link'],
  ['callback', 'function that a click calls'],
])

/** @param alone whether it could be written, but not without the rest */
export const noLink = (
  {
    title,
    name,
    part,
    value,
    alone,
  }: Target & Named & { readonly part: string; readonly value: string; readonly alone: boolean },
  at: At,
): Finding => ({
  code: 'loss/link',
  // What a format could write, but not without the rest, its own texts have by mistake only.
  repair: alone ? 'repair/link' : undefined,
  text: () => `${title} has no place for the ${LINK_PARTS.get(part) ?? part} of ${name()}: ${short(value)}.`,
  at,
})

export const linkWritten = (
  { name, part, nearest }: Named & { readonly part: string; readonly nearest: string },
  at: At,
): Finding => ({
  code: 'loss/link',
  repair: 'repair/character',
  text: () => `The ${LINK_PARTS.get(part) ?? part} of ${name()} is written as ${short(nearest)}.`,
  at,
})

const unsafe = (text: () => string, at: At): Finding => ({
  code: 'loss/link',
  repair: 'repair/unsafe-link',
  text,
  at,
  forGood: true,
})

/** @param what of the element runs a script */
export const runsScript = ({ what, name }: Named & { readonly what: string }, at: At): Finding =>
  unsafe(() => `The ${what} of ${name()} would run a script; it is left out.`, at)

export const labelRunsScript = ({ name }: Named, at: At): Finding =>
  unsafe(() => `A link in the label of ${name()} would run a script; it is left out.`, at)

// Classes.

/** @param what the classes of an element, or its default style */
export const lookWrittenOut = (
  { title, name, what }: Target & Named & { readonly what: string },
  at: At,
): Finding => ({
  code: 'loss/class',
  text: () => whole`${title} has no classes: ${name()} has the look of ${what} as a style of its own.`,
  at,
})

export const noLook = (
  { title, name, what }: Target & Named & { readonly what: string },
  at: At,
): Finding => ({
  code: 'loss/class',
  text: fate => whole`${title} has no classes: ${what} of ${name()} is ${fate}.`,
  at,
})

/** @param className which class it is */
export const noClasses = (
  { title, className }: Target & { readonly className: string },
  at: At,
): Finding => ({
  code: 'loss/class',
  text: fate => `${title} has no classes: the definition of “${short(className)}” is ${fate}.`,
  at,
})

/** @param kind of element */
export const noDefault = ({ title, kind }: Target & { readonly kind: string }, at: At): Finding => ({
  code: 'loss/class',
  text: () => `${title} has no default style for ${kind}s.`,
  at,
})

export const classWritten = (
  { className, nearest }: { readonly className: string; readonly nearest: string },
  at: At,
): Finding => ({
  code: 'loss/class',
  repair: 'repair/id',
  text: () => `Class “${short(className)}” is written as “${short(nearest)}”.`,
  at,
})

export const classesRenamed = ({ name }: Named, at: At): Finding => ({
  code: 'loss/class',
  repair: 'repair/id',
  text: () => `The classes of ${name()} have other names.`,
  at,
})
