/** What `convert` makes of one file: files of its own, or, of a document, the document with its diagrams exchanged. */
import { inDocument, ofDocument } from '../../documents/in-document.js'
import { provedEdits, type Wanted } from '../../documents/proved.js'
import { withEdits } from '../../messages/edits.js'
import type { Message } from '../../messages/message.js'
import { fileNames } from '../../text/file-names.js'
import { CommandError, exitCodes } from '../exit.js'
import type { Made, TaskOutcome } from '../tasks/task.js'
import { encodedLike } from './encoding.js'
import type { FileResult } from './result.js'
import { type Around, failureOf, isTooMany, nothingIn, type One } from './unconverted.js'

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
    messages: [...(units.found ? ofDocument(units.found) : []), ...own.flatMap(messagesOf), ...refused],
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

/** The document with its diagrams exchanged, and what is said of those that it cannot take. */
function documentOf(
  { target, input, units: { find, found } }: Around,
  document: string,
  bytes: Uint8Array,
  all: readonly One[],
): { readonly made: readonly Made[]; readonly refused: readonly Message[] } {
  const wanted = all.flatMap((one): Wanted[] => {
    const text = one.conversion?.files[0]?.content
    if (typeof text !== 'string' || isTooMany(one)) return []
    return [{ index: one.unit.index, text, edited: one.unit.block!.exchanged(text, target) }]
  })
  const { edits, refused } = provedEdits(document, find!, found!, wanted)
  if (all.length === 0) return { made: [], refused }
  // What nothing is exchanged in keeps its bytes, whatever they are.
  const content = edits.length === 0 ? bytes : encodedLike(input.name, bytes, withEdits(document, edits))
  return { made: [{ content }], refused }
}
