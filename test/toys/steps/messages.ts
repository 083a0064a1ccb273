/** What is said of a text of steps. */
import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { message } from './codes.js'

export const noFirstWord = (at: Range | undefined): Message =>
  message('syntax/first-word', 'The first word is “steps”.', at && { at })

export const noStep = (at: Range): Message => message('syntax/unexpected', 'This is no step.', { at })

export const idTaken = ({ id }: { readonly id: string }, at: Range): Message =>
  message('syntax/duplicate-id', `“${id}” is there already.`, { at })

export const unknownPart = ({ part }: { readonly part: string }, at: Range): Message =>
  message('syntax/reference', `There is no part “${part}”.`, { at })

export const unknownStep = ({ step }: { readonly step: string }, at: Range): Message =>
  message('syntax/undefined-node', `There is no step “${step}”.`, { at })
