/**
 * Reads a text that may be more than a diagram, or another one than its name says. Nothing of this is looked for
 * in a text without errors, so a text that its format accepts is read as it stands.
 */

import type { Format, FormatOptions, ReadResult } from '../format.js'
import { hasErrors, type Message } from '../messages/message.js'
import { firstHalf, withoutHalves } from '../text/utf16.js'
import { conflictErrors, conflictWarnings, withoutConflicts } from './conflicts.js'
import { withoutEntities, withoutPrefixes, withoutTags } from './copied.js'
import { textKind } from './kinds.js'
import * as say from './messages.js'
import { otherKindAt } from './other-diagram.js'
import { withoutPatchSigns } from './patch.js'
import { fenceWords, lastFence, type Unwrapped, withoutFences, withoutProse } from './surroundings.js'

export interface InputResult extends ReadResult {
  /** The format that the text turned out to be in, where it is another one than it was taken for. */
  readonly format?: Format
}

/**
 * Gives what the format's own reader gives; for a text with errors also `syntax/conflict`, `syntax/fence`, `syntax/prose`
 * and `syntax/other-format`, in whose place the reader's own errors about these lines go; and `repair/character`.
 * @param others the formats that the text may be in instead
 */
export function readInput(
  format: Format,
  source: string,
  options: FormatOptions,
  others: readonly Format[] = [],
): InputResult {
  const half = firstHalf(source)
  if (half < 0) return readWhole(format, source, options, others)
  const result = readWhole(format, withoutHalves(source), options, others)
  return { ...result, messages: [...result.messages, say.halfCharacter([half, half + 1])] }
}

function readWhole(
  format: Format,
  source: string,
  options: FormatOptions,
  others: readonly Format[],
): InputResult {
  const plain = read(format, source, options)
  if (!hasErrors(plain.messages)) {
    const warnings = [...conflictWarnings(source), ...fenceWarnings(source)]
    return warnings.length === 0 ? plain : { ...plain, messages: [...plain.messages, ...warnings] }
  }
  // A page that is not there: nothing is wrong with the text, but with what is asked of it.
  if (Object.keys(options).length > 0 && !hasErrors(read(format, source, {}).messages)) return plain
  const unmerged = withoutConflicts(source)
  const said = conflictErrors(unmerged)
  let text = unmerged.text
  let reading = text === source ? plain : read(format, text, options)
  const around: Unwrapped[] = []
  const unwrapWith = (
    ...ways: readonly ((text: string, format: Format) => Unwrapped | undefined)[]
  ): void => {
    for (const unwrap of ways) {
      const unwrapped = unwrap(text, format)
      const better = unwrapped && tried(unwrapped, format, reading, options)
      if (!better) continue
      around.push(unwrapped)
      text = unwrapped.text
      reading = better
      return
    }
  }
  const fences = (text: string, format: Format) => withoutFences(text, format, others)
  unwrapWith(fences, withoutPrefixes, withoutPatchSigns, withoutTags, withoutProse)
  if (hasErrors(reading.messages)) unwrapWith(withoutEntities)
  const other = hasErrors(reading.messages) ? elsewhere(format, text, options, others) : undefined
  reading = other ?? reading
  for (const each of around) said.push(each.message(other?.format?.title ?? format.title))
  const messages = [...said, ...reading.messages].sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))
  return { ...reading, messages }
}

/** A fence that was copied with the diagram, where the format takes it for something else. */
function fenceWarnings(text: string): Message[] {
  const at = lastFence(text)
  return at ? [say.fenceRead(at)] : []
}

function read(format: Format, text: string, options: FormatOptions): ReadResult {
  return format.read!(text, options)
}

const errorsIn = ({ messages }: ReadResult): number =>
  messages.filter(({ severity }) => severity === 'error').length

/** What is left when the surroundings are gone, where that is less wrong than the whole, or more of a diagram. */
function tried(
  { text, around }: Unwrapped,
  format: Format,
  before: ReadResult,
  options: FormatOptions,
): ReadResult | undefined {
  const after = read(format, text, options)
  if (errorsIn(after) < errorsIn(before)) return after
  // A diagram of a kind that is not read is whole as it stands: its signs are its own.
  if (otherKindAt(before.messages)) return undefined
  // One wrong line at the top may have kept a reader from the rest, which has mistakes of its own.
  return around === 'fences' || (around === 'prose' && format.sniff?.(text)) ? after : undefined
}

/** What the text is instead, with one message in place of all that its reader did not understand. */
function elsewhere(
  format: Format,
  text: string,
  options: FormatOptions,
  others: readonly Format[],
): InputResult | undefined {
  const start = text.length - text.trimStart().length
  const lineEnd = text.slice(start).search(/[\r\n]/)
  const at = [start, lineEnd < 0 ? text.length : start + lineEnd] as const
  const own = format.sniff?.(text) === true
  const other = own || others.find(({ name, sniff, read }) => name !== format.name && read && sniff?.(text))
  if (typeof other === 'object') {
    const { messages, ...found } = read(other, text, options)
    const ending = other.extensions[0]!
    const said = say.otherFormat({ other: other.title, name: other.name, ending, title: format.title }, at)
    const errors: Message[] = [said, ...messages]
    return { ...found, messages: errors, format: other }
  }
  // JSON and XML that is no diagram is said by those whose diagrams are JSON and XML, and they can say more.
  const kind = own ? undefined : textKind(text, fenceWords(format))
  if (!kind) return undefined
  return { graphs: [], messages: [kind(format.title, at)] }
}
