/** What is said of a text that a graph is put into. */
import { type Message, message } from '../messages/message.js'
import type { Fault } from './faults.js'

/** @param first what is said of the first of the errors */
export const textHasErrors = ({ first }: { readonly first: string }): Message =>
  message('syntax/update', `The text has errors, so nothing is changed in it: ${first}`)

interface Numbers {
  readonly there: number
  readonly given: number
}

export const otherNumber = ({ there, given }: Numbers): Message =>
  message(
    'syntax/update',
    `The text holds ${there === 1 ? 'one diagram' : `${there} diagrams`}, and ${given === 1 ? 'one is' : `${given} are`} to be put into it, so nobody can say which belongs to which. Of a file with pages, \`--page\` names the one that is meant.`,
  )

export const changesMeet = (): Message =>
  message('syntax/update', 'The changes cannot be made in this text: two of them meet at one place.')

/** @param said the first of the errors that the text would have, or how many diagrams it would hold, without a full stop */
export const readsBadly = ({ said }: { readonly said: string }): Message =>
  message(
    'syntax/update',
    `The changes cannot be made in this text, which could not be read any more (${said}).`,
  )

/** @param fault what of the diagram the text would read otherwise */
export const readsOtherwise = ({ what, detail }: Fault): Message =>
  message(
    'syntax/update',
    `The changes cannot be made in this text: ${what[0]!.toLowerCase()}${what.slice(1)} would not read as wanted (${detail}).`,
  )

export const otherDiagram = ({ known }: { readonly known: number }): Message =>
  message(
    'syntax/update',
    `The file has ${known || 'none'} of the nodes and groups of the text that it is to bring up to date: it shows another diagram.`,
  )

interface Done {
  readonly title: string
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export const broughtBack = ({ title, added, removed, changed }: Done): Message => {
  const parts = [
    [added, 'added'],
    [removed, 'removed'],
    [changed, 'changed'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return message('repair/updated', `Brought back into the ${title} text: ${words.join(', ')}.`)
}

/** @param title the format of the text */
export const respelled = ({ title }: { readonly title: string }): Message =>
  message(
    'repair/updated',
    `What was too new in the ${title} text for where it is read is written in an older way.`,
  )
