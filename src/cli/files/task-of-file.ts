/** One file through a command: its diagrams one by one, and the file as the command leaves it. */
import { editOfBlock } from '../../documents/block.js'
import type { FormatEntry } from '../../format.js'
import { withEdits } from '../../messages/edits.js'
import type { Message, TextEdit } from '../../messages/message.js'
import { formatNamed } from '../../registry.js'
import { CommandError } from '../exit.js'
import type { Input } from '../inputs.js'
import { writeWhole } from '../outputs.js'
import { patchOf } from '../save.js'
import type { Diagram, Task, TaskOutcome } from '../tasks/task.js'
import { encodedLike } from './encoding.js'
import { inDocument } from './in-document.js'
import type { FileResult } from './result.js'
import { rulesFor, type TaskSettings } from './settings.js'
import { leveled } from './severities.js'
import { type Units, unitsOf } from './units.js'

const tasks: Readonly<Partial<Record<TaskSettings['task'], () => Promise<Task>>>> = {
  check: async () => (await import('../tasks/check.js')).checkDiagram,
}

/** Does with a file what the settings say. Whatever goes wrong with the file is in the result; only a fault of ours is thrown. */
export async function taskOfFile(
  input: Pick<Input, 'name' | 'load' | 'path'>,
  settings: TaskSettings,
  formats: readonly FormatEntry[],
): Promise<FileResult> {
  const nothing = { name: input.name, messages: [], diagrams: 0, passedOver: [], changed: false }
  try {
    const bytes = await input.load()
    const own = { ...settings, ...rulesFor(settings, input.path ?? input.name) }
    const from = own.from === undefined ? undefined : formatNamed(formats, own.from)
    const units = await unitsOf(input, bytes, formats, from)
    const task = await tasks[own.task]!()
    const outcomes: TaskOutcome[] = []
    for (const { format, text } of units.units)
      outcomes.push(await task({ format, input: text, settings: own, formats } satisfies Diagram))
    return await finished(input, bytes, units, outcomes, own)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { ...nothing, failure: { text: error.message, exitCode: error.exitCode } }
  }
}

async function finished(
  input: Pick<Input, 'name' | 'path'>,
  bytes: Uint8Array,
  units: Units,
  outcomes: readonly TaskOutcome[],
  settings: TaskSettings,
): Promise<FileResult> {
  const source = units.document ?? outcomes[0]?.source ?? ''
  const messages = leveled(messagesOf(units, outcomes), settings.rules)
  const text = textOf(units, outcomes, source)
  const changed = text !== undefined && text !== source
  if (changed && settings.write && input.path !== undefined)
    await writeWhole(input.path, encodedLike(bytes, text))
  const kept = settings.quiet ? messages.filter(({ severity }) => severity === 'error') : messages
  return {
    name: input.name,
    ...(kept.length > 0 && { source }),
    messages: kept,
    diagrams: outcomes.filter(({ passedOver }) => passedOver === undefined).length,
    passedOver: outcomes.flatMap(({ passedOver }) => passedOver ?? []),
    changed,
    ...(settings.output === 'patch' && changed && { patch: await patchOf(input.name, source, text) }),
    ...(settings.output === 'text' && { text: text ?? source }),
  }
}

function messagesOf({ document, units }: Units, outcomes: readonly TaskOutcome[]): Message[] {
  return outcomes.flatMap(({ messages }, place) => {
    const block = units[place]?.block
    return block && document !== undefined ? inDocument(document, block, messages) : [...messages]
  })
}

/** The file with what the command made of its diagrams; nothing where it leaves all of them alone. */
function textOf(
  { document, units }: Units,
  outcomes: readonly TaskOutcome[],
  source: string,
): string | undefined {
  if (document === undefined) return outcomes[0]?.text
  const edits: TextEdit[] = []
  outcomes.forEach(({ text }, place) => {
    const block = units[place]?.block
    const edit = text !== undefined && block && editOfBlock(document, block, text)
    if (edit) edits.push(edit)
  })
  return edits.length === 0 ? undefined : withEdits(source, edits)
}
