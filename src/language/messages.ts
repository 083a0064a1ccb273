/** What is said where something cannot be renamed. */
import { type Message, message } from '../messages/message.js'
import type { Range } from './range.js'

export const nothingToRename = (_: object, at: Range): Message =>
  message(
    'syntax/update',
    'Here stands no id of a node or a group and no name of a class, and only those can be renamed.',
    { at },
  )

/** @param why a clause of the library that edits graphs, without a full stop */
export const notRenamed = ({ why }: { readonly why: string }, at: Range): Message =>
  message('syntax/update', `It cannot be renamed: ${why}.`, { at })

interface Unwritable {
  readonly title: string
  readonly name: string
  /** What it would be written as. */
  readonly nearest: string | undefined
}

export const cannotWrite = ({ title, name, nearest }: Unwritable, at: Range): Message =>
  message(
    'syntax/update',
    `${title} cannot write the id “${name}”${nearest === undefined ? '' : `; the nearest is “${nearest}”`}.`,
    { at },
  )

/** @param first what is said of the first of the errors */
export const textHasErrors = ({ first }: { readonly first: string }, at: Range): Message =>
  message('syntax/update', `Nothing is renamed in a text that has errors: ${first}`, { at })
