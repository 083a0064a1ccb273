/** What is said of versions that are merged. */
import { named, shown, wordsOf } from '../diff/sentences.js'
import { message } from '../messages/file-codes.js'
import type { Message } from '../messages/message.js'
import type { Conflict } from './conflict.js'

/** An element as sentences name it. */
function nameOf({ element, of }: Conflict): string {
  if (element === 'edge') return named(`The edge ${of.from} → ${of.to}`, { label: of.label })
  if (element === 'diagram') return 'The diagram'
  const kind = element === 'group' && of.kind === 'lane' ? 'lane' : element
  return named(`The ${kind}`, of)
}

const valueOr = (value: unknown): string => (value === undefined || value === '' ? 'none' : shown(value))

/** A field that both sides changed. */
export const fieldConflict = (conflict: Conflict): Message => {
  const { field = '', base, ours, theirs } = conflict
  return message(
    'merge/conflict',
    `${nameOf(conflict)}: both sides changed the ${wordsOf(field)}, ours to ${valueOr(ours)} and theirs to ${valueOr(theirs)} (before: ${valueOr(base)}). Ours is kept.`,
  )
}

/** An element that one side removed. */
export const removedConflict = (conflict: Conflict): Message => {
  const { by, other, fields } = conflict.removed!
  const rest = by === 'ours' ? 'theirs' : 'ours'
  const did =
    other === 'attached'
      ? `${rest} hung something new on it`
      : `${rest} changed ${fields.map(({ field, after }) => `its ${wordsOf(field)} to ${valueOr(after)}`).join(', ')}`
  const result = by === 'ours' ? 'It is gone' : 'It stays'
  return message(
    'merge/conflict',
    `${nameOf(conflict)}: ${by} removed it, and ${did}. ${result}, as in ours.`,
  )
}

export const conflictMessage = (conflict: Conflict): Message =>
  conflict.removed ? removedConflict(conflict) : fieldConflict(conflict)

/** @param ours, theirs how many diagrams each holds */
export const otherDiagrams = ({
  base,
  ours,
  theirs,
}: {
  readonly base: number
  readonly ours: number
  readonly theirs: number
}): Message =>
  message(
    'merge/diagrams',
    `The base holds ${base} diagrams, ours ${ours} and theirs ${theirs}, so nobody can say which belongs to which.`,
  )

/** @param title the format of ours */
export const mergedInto = ({
  title,
  changes,
}: {
  readonly title: string
  readonly changes: number
}): Message =>
  message(
    'merge/taken',
    `Taken over from theirs into the ${title} text: ${changes} ${changes === 1 ? 'change' : 'changes'}.`,
  )

type At = readonly [start: number, end: number]

/** Lines of a document that both sides changed. */
export const linesConflict = (_: object, at: At): Message =>
  message(
    'merge/lines',
    'Both sides changed these lines: both stand here, ours first, between the marks that git writes.',
    { at },
  )

/** A file whose diagrams cannot be merged by what they say, where git asks. */
export const fileAsLines = (_: object): Message =>
  message(
    'merge/text',
    'One of the three versions has errors, takes no changes, or holds another number of diagrams: the file is merged line by line.',
  )

/** A diagram of a document that both sides changed. */
export const asLines = (_: object): Message =>
  message(
    'merge/text',
    'Both sides changed this diagram, and one of the three versions cannot be read, is in another language, or takes no changes: it is merged line by line.',
  )
