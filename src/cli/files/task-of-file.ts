/** One file through a command: its diagrams one by one, and the file as the command leaves it. */
import { inDocument, ofDocument } from '../../documents/in-document.js'
import { provedEdits, type Wanted } from '../../documents/proved.js'
import type { Format, FormatEntry } from '../../format.js'
import { once } from '../../ir/once.js'
import { withEdits } from '../../messages/edits.js'
import type { Message } from '../../messages/message.js'
import { formatNamed } from '../../registry.js'
import { decodeAs } from '../../text/utf16.js'
import { CommandError, exitCodes, failureOf } from '../exit.js'
import { readingPart, writingPart } from '../halves.js'
import type { Input } from '../inputs.js'
import { writeWhole } from '../outputs.js'
import { patchOf } from '../save.js'
import type { Diagram, Task, TaskOutcome } from '../tasks/task.js'
import { encodedLike } from './encoding.js'
import { existingText } from './existing.js'
import type { FileResult } from './result.js'
import { rulesFor, type TaskSettings } from './settings.js'
import { type Units, unitsOf } from './units.js'

const tasks: Readonly<Record<TaskSettings['task'], () => Promise<Task>>> = {
  check: once(async () => (await import('../tasks/check.js')).checkDiagram),
  lint: once(async () => (await import('../tasks/lint.js')).lintDiagram),
  fmt: once(async () => (await import('../tasks/fmt.js')).fmtDiagram),
  convert: once(async () => (await import('../tasks/convert.js')).convertDiagram),
}

const fileConverter = once(async () => (await import('./converted.js')).convertedFile)

/** Does with a file what the settings say. Whatever goes wrong with the file, a fault of ours too, is in the result. */
export async function taskOfFile(
  input: Input,
  settings: TaskSettings,
  formats: readonly FormatEntry[],
): Promise<FileResult> {
  const nothing = { name: input.name, messages: [], diagrams: 0, passedOver: [], changed: false }
  try {
    const bytes = await input.load()
    const rules = await rulesFor(settings, input.path ?? input.name)
    const own = rules === settings ? settings : { ...settings, ...rules }
    const from = own.from === undefined ? undefined : formatNamed(formats, own.from)
    const part = (entry: FormatEntry) => readingPart(entry, own)
    const units = await unitsOf(input, bytes, formats, from, own.docComments, part)
    const task = await tasks[own.task]()
    const to = own.convert && formatNamed(formats, own.convert.to)!
    // Documents have their diagrams exchanged, and files theirs brought up to date, by the whole of a format.
    const isNew = units.document === undefined && !input.update
    const target = to && (await (isNew ? writingPart(to) : to.load()))
    const existing = target && (await toUpdate(input, units, target))
    const outcomes: TaskOutcome[] = []
    for (const { format, text } of units.units)
      outcomes.push(
        await task({
          format,
          input: text,
          settings: own,
          formats,
          ...(existing !== undefined && { existing }),
        } satisfies Diagram),
      )
    if (!target) return await finished(input, bytes, units, outcomes, own)
    return (await fileConverter())({ input, units, target, settings: own }, bytes, outcomes, existing)
  } catch (error) {
    return { ...nothing, failure: failureOf(error, input.name) }
  }
}

/** The text that a diagram is to be put into; throws a `CommandError` for a document, which holds several. */
async function toUpdate(
  { name, update }: Input,
  { document }: Units,
  target: Format,
): Promise<string | undefined> {
  if (!update) return undefined
  if (document !== undefined)
    throw new CommandError(
      `--update brings a file up to date with one diagram, and ${name} is a document: its diagrams are written anew, without --update`,
    )
  return existingText(update, target)
}

async function finished(
  input: Pick<Input, 'name' | 'path'>,
  bytes: Uint8Array,
  units: Units,
  outcomes: readonly TaskOutcome[],
  settings: TaskSettings,
): Promise<FileResult> {
  const [only] = outcomes
  const before = units.document ?? only?.before ?? only?.source ?? ''
  const { text = before, refused } = textOf(units, outcomes)
  const changed = text !== before
  // The diagram in a picture is not the file.
  const format = units.document === undefined ? units.units[0]?.format : undefined
  if (changed && decodeAs(format ?? {}, bytes) !== before)
    throw new CommandError(`${input.name} is no text, so it stays as it is`, exitCodes.unreadable)
  if (changed && settings.write && input.path !== undefined)
    await writeWhole(input.path, encodedLike(input.name, bytes, text, format))
  const isPiped = settings.write && input.path === undefined
  const said = settings.mustStay && changed ? [(await import('../../check/messages.js')).notFormatted()] : []
  const messages = [...said, ...messagesOf(units, outcomes, settings.mustStay ? before : text, refused)]
  const kept = settings.quiet ? messages.filter(({ severity }) => severity === 'error') : messages
  return {
    name: input.name,
    ...(kept.length > 0 && { source: sourceOf(units, outcomes, settings.mustStay ? before : text) }),
    messages: kept,
    diagrams: outcomes.reduce((sum, outcome) => sum + countOf(outcome), 0),
    passedOver: [...units.passedOver, ...outcomes.flatMap(({ passedOver }) => passedOver ?? [])],
    changed,
    fixes: outcomes.reduce((sum, { fixes = 0 }) => sum + fixes, 0),
    ...(settings.output === 'patch' && changed && { patch: await patchOf(input.name, before, text) }),
    ...(settings.output === 'text' && { text }),
    // What comes from no file cannot be written there: it goes on as it came, or as it is to be.
    ...(isPiped && { text: changed ? encodedLike(input.name, bytes, text, format) : bytes }),
  }
}

/** How many diagrams were looked at: a text without a single one is one that ought to be. */
const countOf = ({ passedOver, count = 1 }: TaskOutcome): number =>
  passedOver === undefined ? Math.max(count, 1) : 0

/** The text that places count in. */
const sourceOf = ({ document }: Units, outcomes: readonly TaskOutcome[], text: string): string =>
  document === undefined ? (outcomes[0]?.source ?? '') : text

/** What is said of the diagrams, with places in the file as the command leaves it. */
function messagesOf(
  { document, find, found, units }: Units,
  outcomes: readonly TaskOutcome[],
  text: string,
  refused: readonly Message[],
): Message[] {
  if (!found || !find) return outcomes.flatMap(({ messages }) => [...messages])
  const now = text === document ? found : find(text)
  const said = outcomes.flatMap(({ messages }, place) => {
    const { block, index } = units[place]!
    return inDocument(now.blocks[index] ?? block!, messages)
  })
  const stays = refused.map(message => {
    const index = found.blocks.findIndex(({ at }) => at[0] === message.at?.[0])
    const at = now.blocks[index]?.at ?? message.at
    return { ...message, ...(at && { at }) }
  })
  return [...ofDocument(now), ...stays, ...said]
}

/** The file with what the command made of its diagrams, and why some of them stay; no text where it leaves all of them alone. */
function textOf(
  { document, find, found, units }: Units,
  outcomes: readonly TaskOutcome[],
): { readonly text?: string | undefined; readonly refused: readonly Message[] } {
  if (document === undefined) return { text: outcomes[0]?.text, refused: [] }
  const wanted = outcomes.flatMap(({ text, before, source }, place): Wanted[] => {
    const { block, index } = units[place]!
    if (text === undefined || text === (before ?? source) || !block) return []
    return [{ index, text, edited: block.exchanged(text) }]
  })
  const { edits, refused } = provedEdits(document, find!, found!, wanted)
  return { text: withEdits(document, edits), refused }
}
