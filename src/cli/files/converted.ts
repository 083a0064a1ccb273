/** What `convert` makes of one file: files of its own, or, of a document, the document with its blocks exchanged. */
import { editOfBlock } from '../../documents/block.js'
import { withEdits } from '../../messages/edits.js'
import type { Message, TextEdit } from '../../messages/message.js'
import { lineTable, placeOf } from '../../messages/place.js'
import { fileNames } from '../../text/file-names.js'
import { CommandError, exitCodes } from '../exit.js'
import type { Input } from '../inputs.js'
import type { Conversion, Made, TaskOutcome } from '../tasks/task.js'
import { encodedLike } from './encoding.js'
import { inDocument } from './in-document.js'
import type { FileResult } from './result.js'
import type { TaskSettings } from './settings.js'
import type { Unit, Units } from './units.js'

/** A diagram with what became of it. */
interface One extends TaskOutcome {
  readonly unit: Unit
}

/** @param existing the text of the file that was to be brought up to date */
export function convertedFile(
  input: Pick<Input, 'name' | 'searched'>,
  bytes: Uint8Array,
  { document, units }: Units,
  outcomes: readonly TaskOutcome[],
  settings: TaskSettings,
  existing: string | undefined,
): FileResult {
  const all = outcomes.map((outcome, place): One => ({ ...outcome, unit: units[place]! }))
  // Who names a file of another kind is told that it is not read; what is found in a folder or a document is counted.
  const isAsked = document === undefined && input.searched === undefined
  const own = all.filter(({ passedOver }) => isAsked || passedOver === undefined)
  const notes = own.flatMap(({ conversion }) => conversion?.notes ?? [])
  const brought = own.flatMap(({ conversion }) => conversion?.brought ?? [])
  const source = document ?? own[0]?.source
  const failed = failureOf(input.name, document, own, settings)
  const passedOver = isAsked ? [] : all.flatMap(({ passedOver }) => passedOver ?? [])
  if (document !== undefined && input.searched === undefined && own.length === 0)
    throw new CommandError(nothingIn(input.name, passedOver), exitCodes.unreadable)
  const stays = own.filter(({ conversion }) => conversion?.stays).length
  const made =
    document !== undefined && settings.convert?.exchanges
      ? exchanged(document, bytes, own)
      : filesOf(own, document !== undefined)
  return {
    name: input.name,
    messages: messagesOf(document, own),
    ...(source !== undefined && { source }),
    diagrams: own.filter(({ conversion }) => typeof conversion?.failed !== 'string').length,
    passedOver,
    changed: false,
    made,
    ...(stays > 0 && made.length === 0 && { outputs: { written: 0, unchanged: 1 } }),
    ...(existing !== undefined && brought.length > 0 && { brought: { source: existing, messages: brought } }),
    ...(notes.length > 0 && { notes }),
    ...(failed !== undefined && { failure: { text: failed, exitCode: exitCodes.findings } }),
  }
}

function nothingIn(name: string, passedOver: readonly string[]): string {
  const other = passedOver.length === 0 ? '' : `: ${[...new Set(passedOver)].join(', ')} is none`
  return `no diagram in ${name} that is read${other}`
}

const messagesOf = (document: string | undefined, all: readonly One[]): Message[] =>
  all.flatMap(({ messages, unit }) =>
    document === undefined || !unit.block ? [...messages] : inDocument(document, unit.block, messages),
  )

/** A file for each diagram; those of a document are called after their titles, and keep their numbers where one is broken. */
function filesOf(all: readonly One[], inDocument: boolean): Made[] {
  if (!inDocument) return all.flatMap(({ conversion }) => conversion?.files ?? [])
  const places = all.flatMap(
    ({ conversion }): { readonly title?: string | undefined; readonly file?: Made }[] => {
      const { files = [], title } = conversion ?? {}
      return files.length === 0 ? [{ title }] : files.map(file => ({ file, title: file.name ?? title }))
    },
  )
  const names = fileNames(places.map(({ title }) => title))
  return places.flatMap(({ file }, place) =>
    file ? { content: file.content, ...(places.length > 1 && { name: names[place]! }) } : [],
  )
}

/** The document with its blocks exchanged; nothing where none of them could be. */
function exchanged(document: string, bytes: Uint8Array, all: readonly One[]): Made[] {
  const edits: TextEdit[] = []
  for (const { unit, conversion } of all) {
    const text = conversion?.files[0]?.content
    const edit = unit.block && typeof text === 'string' && editOfBlock(document, unit.block, text)
    if (edit) edits.push(edit)
  }
  return [{ content: encodedLike(bytes, withEdits(document, edits)) }]
}

/** Why diagrams were not converted, or that they lose too much. */
function failureOf(
  name: string,
  document: string | undefined,
  all: readonly One[],
  { convert }: TaskSettings,
): string | undefined {
  const said: string[] = []
  const tell = (isMeant: (failed: Conversion['failed']) => boolean, sentence: Sentence): void => {
    const some = all.filter(({ conversion }) => isMeant(conversion?.failed))
    if (some.length > 0) said.push(sentence(subjectOf(name, document, some), some.length === 1, some[0]!))
  }
  tell(
    failed => failed === 'errors',
    (who, one) =>
      `${who} ${one ? 'has errors and was' : 'have errors and were'} not converted; --recover writes what could be read`,
  )
  tell(
    failed => failed === 'not-back',
    who => `${who} has errors, so nothing is brought back from it`,
  )
  tell(
    failed => typeof failed === 'number',
    (who, one, { conversion }) =>
      one
        ? `${who} loses ${conversion?.failed} things, more than the ${convert?.maxLosses} that are allowed`
        : `${who} lose more than the ${convert?.maxLosses} things that are allowed`,
  )
  return said.length === 0 ? undefined : said.join('; ')
}

type Sentence = (who: string, isOne: boolean, first: One) => string

/** What a sentence is about. */
function subjectOf(name: string, document: string | undefined, some: readonly One[]): string {
  if (some.length > 1) return `${some.length} diagrams of ${name}`
  const at = some[0]?.unit.block?.at
  if (document === undefined || !at) return name
  return `the diagram at ${name}:${placeOf(lineTable(document), at[0]).line}`
}
