/** What is said of documents. */
import { message } from '../messages/file-codes.js'
import type { Message } from '../messages/message.js'

type At = readonly [start: number, end: number]

export const closesPassage = (_: object, at: At): Message =>
  message('document/refused', 'The new text holds what would end the comment or the page around it.', { at })

export const notHeld = (_: object, at: At): Message =>
  message(
    'document/refused',
    'The document does not hold the new text here: it would be read as something else, or would change what stands around it.',
    { at },
  )

export const onlyItsType = ({ name }: { readonly name: string }, at: At): Message =>
  message(
    'document/refused',
    `A program of the page looks for <${name}> elements of this type, and would not find one of another language.`,
    { at },
  )

export const drawsNoFile = (
  { word, title }: { readonly word: string; readonly title: string },
  at: At,
): Message =>
  message('document/refused', `Nothing draws a file of ${title} here, as “${word}” draws this one.`, { at })

export const notInLine = ({ title }: { readonly title: string }, at: At): Message =>
  message('document/refused', `Inside of a line nothing draws ${title}, and code is no part of one.`, { at })

/** @param what opens it, as the document has it */
export const neverClosed = (
  { what, word }: { readonly what: string; readonly word: string },
  at: At,
): Message =>
  message(
    'document/unread',
    `The block “${word}” that begins with ${what} is never closed, so it is not read.`,
    { at },
  )

export const computed = ({ word }: { readonly word: string }, at: At): Message =>
  message(
    'document/unread',
    `The text of this diagram (${word}) does not stand in the document: a program of the page gives it, so it is not read.`,
    { at },
  )

export const onlyItsOwn = ({ name }: { readonly name: string }, at: At): Message =>
  message('document/refused', `The component <${name}> draws only diagrams of its own language.`, { at })

export const nothingIn = ({ name }: { readonly name: string }, at: At): Message =>
  message('document/unread', `The directive “${name}” has neither a diagram nor a file.`, { at })

export const brokenNotebook = (): Message =>
  message(
    'document/unread',
    'This notebook is not JSON as a whole; only what could be read of it is looked at.',
  )

export const inFile = (
  { language, file }: { readonly language: string; readonly file: string },
  at: At,
): Message =>
  message(
    'document/file',
    `This diagram (${language}) stands in the file “${file}”, and is looked at with that file alone.`,
    {
      at,
    },
  )
