/** What is said of labels, and of what only one format says, that a target holds otherwise. */
import type { Range } from '../../ir/model.js'
import type { Severity } from '../../messages/message.js'
import { whole } from '../../text/whole.js'
import type { Finding } from '../editor.js'
import { type Fate, short } from '../names.js'

type At = Range | undefined

interface Named {
  /** How the element is called: nearly always nothing is said. */
  readonly name: () => string
}

interface Target extends Named {
  /** The title of the target. */
  readonly title: string
}

// Labels.

const label = (text: () => string, at: At, severity?: Severity): Finding => ({
  code: 'loss/label',
  repair: 'repair/character',
  text,
  at,
  ...(severity && { severity }),
})

export const labelRespaced = (
  { name, label: text }: Named & { readonly label: string },
  at: At,
  severity?: Severity,
): Finding =>
  label(
    () => whole`The label of ${name()}, “${short(text)}”, is written with other line breaks or spaces.`,
    at,
    severity,
  )

export const labelWritten = (
  { name, label: text, nearest }: Named & { readonly label: string; readonly nearest: string },
  at: At,
  severity?: Severity,
): Finding =>
  label(
    () => whole`The label of ${name()}, “${short(text)}”, is written as “${short(nearest)}”.`,
    at,
    severity,
  )

// Formatting.

/** The rich form of a label, and what is to come of it. */
interface Formatting extends Target {
  readonly icons: readonly string[]
  /** Whether the label has no text besides. */
  readonly blank: boolean
  /** How much of it is written: all, a part, or nothing. */
  readonly written: 'all' | 'some' | 'none'
  /** Whether it says nothing but where its lines stand. */
  readonly onlySides: boolean
}

export const otherIcons = (
  { name, icons, blank, written }: Omit<Formatting, 'title' | 'onlySides'>,
  at: At,
): Finding => ({
  code: 'loss/icon',
  repair: 'repair/character',
  text: fate => {
    const names = icons.map(icon => `“${short(icon)}”`).join(', ')
    const stays = blank ? '' : `; its ${written === 'none' ? 'text' : 'formatting'} stays`
    const [which, are] = icons.length > 1 ? ['icons', 'are'] : ['icon', 'is']
    return `The ${which} ${names} in the label of ${name()} ${are} ${fate}${stays}.`
  },
  at,
})

export const otherFormatting = (
  { title, name, written, onlySides }: Omit<Formatting, 'icons' | 'blank'>,
  at: At,
): Finding => ({
  code: 'loss/rich-text',
  repair: 'repair/character',
  text: fate => formattingInWords(title, name(), written, onlySides, fate),
  at,
})

function formattingInWords(
  title: string,
  name: string,
  written: Formatting['written'],
  onlySides: boolean,
  fate: Fate,
): string {
  if (written === 'all') return `The label of ${name} is formatted as ${title} does it.`
  if (written === 'some')
    return `Of the formatting of the label of ${name}, only what ${title} has is written.`
  return onlySides
    ? `Not all lines of the label of ${name} stand in the middle; ${title} cannot say so.`
    : whole`The formatting of the label of ${name} is ${fate}; its text stays.`
}

/** An icon that was the whole label. */
export const idForIcon = (
  { name, icons, id }: Named & { readonly icons: readonly string[]; readonly id: string },
  at: At,
): Finding => ({
  code: 'loss/icon',
  repair: 'repair/character',
  text: fate => {
    const names = icons.map(icon => `“${short(icon)}”`).join(', ')
    const which = icons.length > 1 ? `icons ${names} are` : `icon ${names} is`
    return `The ${which} ${fate}, and ${name()} shows its id “${short(id)}” now, as its label has no other text.`
  },
  at,
})

// What only one format says.

/** @param names of what is spelled otherwise, parted by commas */
export const spelling = ({ title, names }: { readonly title: string; readonly names: string }): Finding => ({
  code: 'loss/spelling',
  text: () => `How the source spells ${short(names)} is left out: ${title} says the same in its own words.`,
})

export const drawnAsSaid = ({ title, name, keys }: Target & { readonly keys: string }, at: At): Finding => ({
  code: 'loss/spelling',
  text: () => whole`${title} has no words for ${keys} of ${name()}; it is drawn as they say.`,
  at,
  loss: 'spelling',
})

/** @param keys of the settings, parted by commas */
export const noSettings = (
  { title, name, keys }: Target & { readonly keys: () => string },
  at: At,
): Finding => ({
  code: 'loss/extras',
  text: fate =>
    `${title} has nothing like these settings of ${name()}, so what they say is ${fate}: ${keys()}.`,
  at,
})

/** What the model says in part only is named with all that it said. */
export const saidFiner = (
  { title, name, key, value }: Target & { readonly key: string; readonly value: string },
  at: At,
): Finding => ({
  code: 'loss/extras',
  text: () =>
    whole`${title} has no equal for “${short(value)}”, the ${short(key)} of ${name()}; what comes nearest is written.`,
  at,
  loss: 'approximated',
})

/** A second text is more than an attribute: people read it. */
export const secondLabel = (
  { title, name, label }: Target & { readonly label: string },
  at: At,
): Finding => ({
  code: 'loss/second-label',
  text: fate => `${title} has no second label: “${short(label)}” beside ${name()} is ${fate}.`,
  at,
})
