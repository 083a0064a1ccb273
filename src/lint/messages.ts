/** What the linter says of a graph in any format, and of its own comments; and why a fix is not made. */
import type { Range } from '../ir/model.js'
import { message } from '../messages/file-codes.js'
import { type About, about, type Message, type TextEdit } from '../messages/message.js'

/** A name of the author's, short enough for a sentence. */
const named = (name: string): string => {
  const line = name.replace(/\s+/g, ' ').trim()
  return `“${line.length > 40 ? `${[...line].slice(0, 36).join('')}…` : line}”`
}

const placed = (at: Range | undefined): About => (at ? { at } : {})

interface Named {
  readonly name: string
}

interface Counted {
  readonly count: number
}

/** @param edits take the comment away; left out where it is a property in a file of another kind */
export const unusedIgnore = (
  { codes }: { readonly codes: string },
  at: Range,
  edits: readonly TextEdit[] | undefined,
): Message =>
  message(
    'lint/unused-ignore',
    `There is nothing here to ignore${codes === '' ? '' : ` under ${codes}`}: the ${edits ? 'comment' : 'property'} can go.`,
    edits ? about(at, 'Remove the comment', edits) : { at },
  )

export const oneExit = ({ name }: Named, at: Range | undefined): Message =>
  message('lint/decision-exit', `Only one way leads out of the decision ${named(name)}.`, placed(at))

export const unlabelledExits = ({ name, count }: Named & Counted, at: Range | undefined): Message =>
  message(
    'lint/decision-label',
    `${count} ways out of the decision ${named(name)} have no label, so nobody can tell when each is taken.`,
    placed(at),
  )

export const edgeAgain = (
  { from, to }: { readonly from: string; readonly to: string },
  at: Range | undefined,
): Message =>
  message(
    'lint/duplicate-edge',
    `This edge from ${named(from)} to ${named(to)} is there already.`,
    placed(at),
  )

export const orphan = ({ name }: Named, at: Range | undefined): Message =>
  message('lint/orphan', `No edge starts or ends at ${named(name)}.`, placed(at))

export const similarId = (
  { name, other }: Named & { readonly other: string },
  at: Range | undefined,
): Message =>
  message(
    'lint/similar-id',
    `${named(name)} is another node than ${named(other)}, and only its id is said of it.`,
    placed(at),
  )

export const unreachable = ({ name }: Named, at: Range | undefined): Message =>
  message('lint/unreachable', `No way leads from where the diagram starts to ${named(name)}.`, placed(at))

export const endless = ({ name, count }: Named & Counted, at: Range | undefined): Message =>
  message(
    'lint/endless',
    count === 1
      ? `From ${named(name)} the only way leads back to it.`
      : `No way leads out of the circle of ${count} steps that ${named(name)} is in.`,
    placed(at),
  )
