/** What `convert` makes of one file: files of its own, or, of a document, the document with its diagrams exchanged. */
import type { Format } from '../../format.js'
import { withEdits } from '../../messages/edits.js'
import type { Message, TextEdit } from '../../messages/message.js'
import { lineTable, placeOf } from '../../messages/place.js'
import { fileNames } from '../../text/file-names.js'
import { CommandError, exitCodes } from '../exit.js'
import type { Input } from '../inputs.js'
import type { Made, TaskOutcome } from '../tasks/task.js'
import { encodedLike } from './encoding.js'
import { inDocument } from './in-document.js'
import type { FileResult } from './result.js'
import type { TaskSettings } from './settings.js'
import type { Unit, Units } from './units.js'

/** A diagram with what became of it. */
interface One extends TaskOutcome {
  readonly unit: Unit
}

/** What all diagrams of a file have in common. */
interface Around {
  readonly input: Pick<Input, 'name' | 'searched'>
  readonly units: Units
  readonly target: Format
  readonly settings: TaskSettings
}

/**
 * @param outcomes of each unit, in their order
 * @param existing the text of the file that was to be brought up to date
 */
export function convertedFile(
  around: Around,
  bytes: Uint8Array,
  outcomes: readonly TaskOutcome[],
  existing: string | undefined,
): FileResult {
  const { input, units, settings } = around
  const { document } = units
  const all = outcomes.map((outcome, place): One => ({ ...outcome, unit: units.units[place]! }))
  // Who names a file of another kind is told that it is not read; what is found in a folder or a document is counted.
  const isAsked = document === undefined && input.searched === undefined
  const own = all.filter(({ passedOver }) => isAsked || passedOver === undefined)
  const passedOver = isAsked
    ? []
    : [...units.passedOver, ...all.flatMap(({ passedOver }) => passedOver ?? [])]
  if (document !== undefined && input.searched === undefined && own.length === 0)
    throw new CommandError(nothingIn(input.name, units, passedOver), exitCodes.unreadable)
  const exchanged = document !== undefined && settings.convert?.exchanges
  const { made, refused } = exchanged
    ? documentOf(around, document, bytes, own)
    : { made: filesOf(own, document !== undefined), refused: [] }
  const notes = own.flatMap(({ conversion }) => conversion?.notes ?? [])
  const brought = own.flatMap(({ conversion }) => conversion?.brought ?? [])
  const source = document ?? own[0]?.source
  const failed = failureOf(around, own)
  const stays = made.length === 0 && own.some(({ conversion }) => conversion?.stays)
  return {
    name: input.name,
    messages: [...(units.found?.messages ?? []), ...own.flatMap(messagesOf), ...refused],
    ...(source !== undefined && { source }),
    diagrams: own.filter(({ conversion }) => typeof conversion?.failed !== 'string').length,
    passedOver,
    changed: false,
    made,
    ...(stays && { outputs: { written: 0, unchanged: 1 } }),
    ...(existing !== undefined && brought.length > 0 && { brought: { source: existing, messages: brought } }),
    ...(notes.length > 0 && { notes }),
    ...(failed !== undefined && { failure: { text: failed, exitCode: exitCodes.findings } }),
  }
}

function nothingIn(name: string, { found }: Units, passedOver: readonly string[]): string {
  const kinds = [...new Set(passedOver)]
  const files = [...new Set(found?.files.map(({ file }) => file))]
  return [
    `no diagram in ${name}${kinds.length > 0 ? ' that is read' : ''}`,
    ...(kinds.length > 0 ? [`not read: ${kinds.join(', ')}`] : []),
    ...(files.length > 0 ? [`it names ${files.join(', ')}, which can be converted`] : []),
  ].join('; ')
}

const messagesOf = ({ messages, unit: { block } }: One): readonly Message[] =>
  block ? inDocument(block, messages) : messages

/** A file for each diagram; those of a document are called after their titles, and keep their numbers where one is broken. */
function filesOf(all: readonly One[], inDocument: boolean): Made[] {
  if (!inDocument) return all.flatMap(({ conversion }) => conversion?.files ?? [])
  const places = all.flatMap(({ conversion, unit }): { title: string | undefined; file?: Made }[] => {
    const { files = [], title = unit.block?.title } = conversion ?? {}
    return files.length === 0 ? [{ title }] : files.map(file => ({ file, title: file.name ?? title }))
  })
  const names = fileNames(places.map(({ title }) => title))
  return places.flatMap(({ file }, place) =>
    file ? { content: file.content, ...(places.length > 1 && { name: names[place]! }) } : [],
  )
}

/** Several files in the place of one block. */
const isTooMany = ({ conversion, unit }: One): boolean =>
  unit.block !== undefined && (conversion?.files.length ?? 0) > 1

/** The document with its diagrams exchanged, and what is said of those that it cannot take. */
function documentOf(
  { target }: Around,
  document: string,
  bytes: Uint8Array,
  all: readonly One[],
): { readonly made: readonly Made[]; readonly refused: readonly Message[] } {
  const edits: TextEdit[] = []
  const refused: Message[] = []
  for (const one of all) {
    const text = one.conversion?.files[0]?.content
    if (typeof text !== 'string' || isTooMany(one)) continue
    const edited = one.unit.block!.exchanged(text, target)
    if (edited.refused) refused.push(edited.refused)
    else edits.push(...edited.edits)
  }
  return { made: [{ content: encodedLike(bytes, withEdits(document, edits)) }], refused }
}

/** Why diagrams were not converted, or that they lose too much. */
function failureOf(around: Around, all: readonly One[]): string | undefined {
  const { target, settings } = around
  const most = settings.convert?.maxLosses
  const said: string[] = []
  const tell = (isMeant: (one: One) => boolean, sentence: Sentence): void => {
    const some = all.filter(isMeant)
    if (some.length > 0) said.push(sentence(subjectOf(around, some), some.length === 1, some[0]!))
  }
  tell(
    ({ conversion }) => conversion?.failed === 'errors',
    (who, one) =>
      `${who} ${one ? 'has errors and was' : 'have errors and were'} not converted; --recover writes what could be read`,
  )
  tell(
    ({ conversion }) => conversion?.failed === 'not-back',
    who => `${who} has errors, so nothing is brought back from it`,
  )
  if (settings.convert?.exchanges)
    tell(
      isTooMany,
      (who, one) =>
        `${who} ${one ? 'is' : 'are'} several in one, and ${target.title} holds one, so ${one ? 'it stays' : 'they stay'} as before`,
    )
  tell(
    ({ conversion }) => typeof conversion?.failed === 'number',
    (who, one, { conversion }) =>
      one
        ? `${who} loses ${conversion?.failed} things, more than the ${most} that are allowed`
        : `${who} lose more than the ${most} things that are allowed`,
  )
  return said.length === 0 ? undefined : said.join('; ')
}

type Sentence = (who: string, isOne: boolean, first: One) => string

/** What a sentence is about. */
function subjectOf({ input: { name }, units: { document } }: Around, some: readonly One[]): string {
  if (some.length > 1) return `${some.length} diagrams of ${name}`
  const at = some[0]?.unit.block?.at
  if (document === undefined || !at) return name
  return `the diagram at ${name}:${placeOf(lineTable(document), at[0]).line}`
}
