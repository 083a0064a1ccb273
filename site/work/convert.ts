/** A diagram in another format, and edits in one text brought into another. */
import {
  type Format,
  hasErrors,
  lint,
  type Message,
  put,
  type Tally,
  type WriteOutcome,
  write,
} from '../../src/core.js'
import type { AnswerOf, RequestOf } from '../shared/protocol.js'
import { few } from './few.js'
import { loaded, writerOf } from './load.js'
import { firstError, type Source, sourceOf } from './source.js'

const NOTHING: Tally = { total: 0, kept: 0, approximated: 0, carried: 0, dropped: 0, added: 0, reordered: 0 }

/** The source as the text of a format. Gives the messages of writing, or of putting it into the text that stands there. */
export async function convert({
  source: written,
  to,
  standing,
  carry,
}: RequestOf<'convert'>): Promise<AnswerOf<'convert'>> {
  const source = await sourceOf(written)
  if (!source) return { text: standing ?? '', messages: [], total: 0, tally: NOTHING, follows: true }
  const isNew = standing === undefined && source.format.name !== to && !holds(source, to)
  const format = await (isNew ? writerOf(to) : loaded(to))
  const existing = standing !== undefined && format.update ? standing : undefined
  const outcome = await writtenAs(source, format, carry, existing)
  const { messages, tally } = outcome
  if (standing === undefined || existing !== undefined || !format.put)
    return { text: outcome.text, ...few(messages), tally, follows: true }
  const put = await putInto({ text: { text: standing, format: to }, edited: written })
  return { text: put.text, ...few([...put.messages, ...messages]), tally, follows: put.follows }
}

/** Whether something in a text is of a format: a part of what was carried, or a document. */
const holds = ({ reading: { format, documents = [] } }: Source, name: string): boolean =>
  format !== undefined || documents.some(document => document?.format === name)

async function writtenAs(
  { format, reading }: Source,
  to: Format,
  carry: boolean,
  existing: string | undefined,
): Promise<WriteOutcome> {
  const { graphs, documents, layouts, carrying } = reading
  return write(graphs, {
    format: to,
    from: format,
    documents,
    layouts,
    carry: carry || carrying === true,
    ...(existing !== undefined && { existing }),
  })
}

type Put = Pick<AnswerOf<'convert'>, 'text' | 'messages' | 'follows'>

/** A text with an edit in it that was made in another one, and what is said of that one. */
export async function follow(request: RequestOf<'follow'>): Promise<AnswerOf<'follow'>> {
  const { text, edited } = request
  const source = await sourceOf(edited)
  const ofEdited = source ? few(lint(edited.text, { format: source.format }).messages).messages : []
  // Nothing is put into nothing: the edit is all that there is.
  const put =
    text.text.trim() === '' ? { text: edited.text, messages: [], follows: true } : await putInto(request)
  return { ...put, ofEdited }
}

async function putInto({ text, edited }: RequestOf<'follow'>): Promise<Put> {
  const stays = (messages: readonly Message[]) => ({ text: text.text, messages, follows: false })
  const [theirs, own] = [await sourceOf(edited, false), await sourceOf(text)]
  if (!theirs || !own) return stays([])
  const error = firstError(theirs.reading.messages)
  if (error) return stays([error])
  const { format } = own
  if (own.reading.graphs.length === 0 || !format.put) return replaced(own, theirs, stays)
  const done = put(text.text, theirs.reading.graphs, {
    format,
    from: theirs.format,
    formats: [theirs.format],
  })
  const isRefused = hasErrors(done.messages) || done.messages.some(({ code }) => code === 'syntax/update')
  return isRefused ? stays(done.messages) : { ...done, follows: true }
}

/** Of a format that cannot be edited in place, the text is written anew; one that is only read stays. */
async function replaced(
  { format }: Source,
  { format: from, reading }: Source,
  stays: (messages: readonly Message[]) => Put,
): Promise<Put> {
  if (!format.write) return stays([])
  const { graphs, documents, layouts } = reading
  const { text, messages } = await write(graphs, { format, from, documents, layouts })
  return { text, messages, follows: true }
}
