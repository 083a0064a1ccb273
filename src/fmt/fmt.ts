/** A text in the style of its format: the same diagram, told in the same order and words. The result is read to prove it. */
import { writeWith } from '../convert.js'
import type { Format, FormatOptions } from '../format.js'
import { inPlaces, overlap, withEdits } from '../messages/edits.js'
import { hasErrors, type Message } from '../messages/message.js'
import { type ReadOutcome, readWith } from '../read.js'
import * as say from './messages.js'
import { faultBetween } from './proof.js'

export interface FmtOutcome<Name extends string = string> {
  /** The text that was given, unchanged, where it is formatted already or an error says why it cannot be. */
  readonly text: string
  readonly messages: readonly Message[]
  /** The text that the places of messages count in: as it was given, without the mark that it may begin with. */
  readonly source: string
  /** The name of the format that it was taken for. */
  readonly format: Name
}

export interface FmtHow {
  readonly options?: FormatOptions | undefined
  /** True for the form that the writer of the format gives. */
  readonly canonical?: boolean | undefined
  /** The text as it was read already, without what it carries. */
  readonly reading?: ReadOutcome | undefined
}

/**
 * Formats a text. Refused with `syntax/fmt` where it has errors, and where what comes out is not proved to say the same.
 * Throws a `TypeError` where the format has no style, or nothing to write it with.
 */
export async function fmtWith(
  format: Format,
  given: string,
  { options = {}, canonical = false, reading }: FmtHow = {},
): Promise<FmtOutcome> {
  const member = canonical ? 'write' : 'fmt'
  if (!format.read || !format[member]) throw new TypeError(`${format.title} has no style to format a text in`)
  const mark = given.startsWith('\ufeff') ? '\ufeff' : ''
  const text = given.slice(mark.length)
  const outcome = { text: given, messages: [], source: text, format: format.name }
  // With carrying, the graph is another than the one that the text shows: the writer needs it, the proof does not.
  const before = (!canonical && reading) || readWith(format, text, options, [], { carry: canonical })
  if (hasErrors(before.messages)) {
    const errors = before.messages.filter(({ severity }) => severity === 'error')
    return { ...outcome, messages: [...errors, say.notFormatted({ first: errors[0]!.text })] }
  }
  if (canonical) {
    const { text: written, messages } = await canonicalOf(format, before, options)
    return { ...outcome, text: hasErrors(messages) ? given : mark + written, messages }
  }
  const edits = inPlaces(format.fmt!(text))
  if (edits.length === 0) return outcome
  const formatted = withEdits(text, edits)
  const fault = overlap(edits)
    ? 'two changes meet'
    : faultBetween(before, readWith(format, formatted, options, [], { carry: false }))
  if (fault !== undefined) return { ...outcome, messages: [say.wouldReadOtherwise({ fault })] }
  return { ...outcome, text: mark + formatted }
}

/** As the writer has it: without the document, so that nothing but the graph decides, and with what the text carries. */
function canonicalOf(
  format: Format,
  { graphs, carrying, carriedFrom, layouts }: ReadOutcome,
  options: FormatOptions,
) {
  return writeWith(format, graphs, {
    options,
    checked: true,
    from: format.name,
    carriedFrom,
    layouts,
    carry: carrying === true,
  })
}
