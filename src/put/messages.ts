/** What is said of a text that a graph is put into. */
import { type Message, message } from '../messages/message.js'

/** @param first what is said of the first of the errors */
export const textHasErrors = ({ first }: { readonly first: string }): Message =>
  message('syntax/update', `The text has errors, so nothing is changed in it: ${first}`)

export const otherNumber = ({ there, given }: { readonly there: number; readonly given: number }): Message =>
  message(
    'syntax/update',
    `${there} diagrams stand in the text, and there are ${given} to put into it, so nobody can say which belongs to which.`,
  )

/** @param fault how the text would read otherwise */
export const readsOtherwise = ({ fault }: { readonly fault: string }): Message =>
  message('syntax/update', `The changes cannot be made in this text so that it reads as wanted (${fault}).`)

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
