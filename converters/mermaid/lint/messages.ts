/** What is said of a text that a release of mermaid reads otherwise. */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { message } from '../codes.js'

interface Finding {
  /** “Mermaid 10.9.8”, and who runs it where a host was named. */
  readonly renderer: string
  readonly construct: string
  /** The next release that has it. */
  readonly next: string | undefined
  /** What to write in its place. */
  readonly instead: string | undefined
}

const SAME = 'Write what says the same and is read'

const behind = (instead: string | undefined): string => (instead === undefined ? '' : ` Instead: ${instead}.`)

const fixOf = (at: Range, edits: readonly TextEdit[]) =>
  edits.length > 0 ? about(at, SAME, edits) : about(at)

export const notRead = (
  { renderer, construct, next, instead }: Finding,
  at: Range,
  edits: readonly TextEdit[],
): Message => {
  const later = next === undefined ? '' : `; ${next} can`
  return message(
    'lint/mermaid-version',
    `${renderer} cannot read ${construct}${later}.${behind(instead)}`,
    fixOf(at, edits),
  )
}

export const drawnOtherwise = (
  { renderer, construct, next, instead, drawn }: Finding & { readonly drawn: string },
  at: Range,
  edits: readonly TextEdit[],
): Message => {
  const later = next === undefined ? '' : `; from ${next} on, it counts`
  return message(
    'lint/mermaid-drawn',
    `${renderer} reads ${construct}, and ${drawn}${later}.${behind(instead)}`,
    fixOf(at, edits),
  )
}
