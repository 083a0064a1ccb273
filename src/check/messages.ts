/** What a check says. */
import { message } from '../messages/file-codes.js'
import type { Message } from '../messages/message.js'

interface Titled {
  readonly title: string
}

/** @param difference the first place where the graph that came back differs, as `firstDifference` says it */
export const notTheSame = (
  { title, difference }: Titled & { readonly difference: string },
  at: Message['at'],
): Message =>
  message(
    'check/round-trip',
    `Written as ${title} and read again, the diagram is another one: ${difference}.`,
    at && { at },
  )

export const unstable = ({ title }: Titled, at: Message['at']): Message =>
  message(
    'check/round-trip',
    `Written as ${title}, read, and written again, the text is another one.`,
    at && { at },
  )

export const unreadable = ({ title, text }: Titled & { readonly text: string }, at: Message['at']): Message =>
  message(
    'check/round-trip',
    `Written as ${title}, the diagram cannot be read again: “${text}”.`,
    at && { at },
  )

export const lostOnTheWay = ({ title, loss }: Titled & { readonly loss: Message }): Message =>
  message(
    'check/lost',
    `On its way through ${title}: ${loss.text} Allow it with --allow ${loss.code}.`,
    loss.at && { at: loss.at },
  )

export const notFormatted = (): Message =>
  message('check/format', 'This file is not formatted; diaglot fmt --write formats it.')

/** @param source the file that is followed @param follower the one that is behind */
export const outOfStep = ({
  source,
  follower,
}: {
  readonly source: string
  readonly follower: string
}): Message =>
  message(
    'check/out-of-step',
    `This file does not hold the diagram of ${source}; diaglot sync ${source} ${follower} brings it up to date.`,
  )
