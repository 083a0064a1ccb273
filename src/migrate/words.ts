/** Words of a plan that its page and its reports share. */
import type { PlannedDiagram, PlannedLoss, Reason } from './plan-form.js'

/** What becomes of diagrams, behind how many they are. */
export const wayWords: readonly (readonly [Exclude<PlannedDiagram['way'], 'stays'>, string])[] = [
  ['file', 'in files of their own: a file is written beside each'],
  ['inline', 'in documents: exchanged where they stand'],
  ['extract', 'in documents: a file of its own beside the document, and a link in its place'],
  ['picture', 'in documents: a file of its own beside the document, and a picture with a link in its place'],
]

/** The same of one. */
export const wayNames: Readonly<Record<Exclude<PlannedDiagram['way'], 'stays'>, string>> = {
  file: 'A file of its own beside it',
  inline: 'Exchanged where it stands',
  extract: 'A file of its own beside the document, and a link in its place',
  picture: 'A file of its own beside the document, and a picture with a link in its place',
}

/** Why diagrams stay, behind how many they are. */
export const reasonWords: Readonly<Record<Reason, string>> = {
  already: 'in the format already',
  'other-kind': 'of kinds that are not converted',
  broken: 'with errors (diaglot lint --fix mends what is sure)',
  limit: 'larger than the format takes',
  several: 'where one place holds several',
  taken: 'whose new name is taken',
  place: 'where nothing else can stand',
  'read-only': 'in files that are read-only',
  link: 'behind links',
  unreadable: 'in files that cannot be read',
}

export const kindWords: Readonly<Record<PlannedLoss['kind'], string>> = {
  dropped: 'dropped',
  approximated: 'approximated',
  carried: 'carried along',
  noted: 'read otherwise',
}

export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** Never 100 % where something is missing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '100 %'
  const exact = (100 * part) / whole
  return `${part < whole ? Math.min(99.9, Math.round(exact * 10) / 10) : 100} %`
}

export const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
