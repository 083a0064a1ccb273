/** What is said of a graph that no format can hold, and of what stands beside one. */
import type { Flaw } from '../ir/flaw.js'
import { type Message, message } from '../messages/message.js'

type Range = readonly [number, number]

export const nestedTooDeep = ({ levels }: { readonly levels: number }, at: Range | undefined): Message =>
  message(
    'limit/nesting',
    `Groups stand in groups on more than ${levels} levels, so the diagram is not written.`,
    at && { at },
  )

export const tooLarge = (at: Range | undefined): Message =>
  message(
    'limit/size',
    'Written out, the texts of this diagram have more than 50 million characters, so it is not written.',
    at && { at },
  )

/** @param more how many flaws are not named */
export const unsound = (
  { code, text, more }: Pick<Flaw, 'code' | 'text'> & { readonly more: number },
  at: Range | undefined,
): Message => {
  const rest = more > 0 ? ` (and ${more} more of such mistakes)` : ''
  return message(code, `${text.charAt(0).toUpperCase()}${text.slice(1)}${rest}.`, at && { at })
}

export const noComments = ({ where }: { readonly where: string }, at: Range | undefined): Message =>
  message(
    'loss/comments',
    `The comments ${where} are left out: they belong to the text that they stand in.`,
    {
      ...(at && { at }),
      loss: 'dropped',
    },
  )
