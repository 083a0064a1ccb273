/** `diaglot convert` of one diagram: the files that it becomes, or the file that it brings up to date. */
import { type ConvertOutcome, convertWith } from '../../convert.js'
import type { Format, FormatOptions } from '../../format.js'
import { otherDiagram } from '../../input/other-diagram.js'
import { hasErrors, isLoss, type Message } from '../../messages/message.js'
import { type ReadOutcome, readAmong } from '../../read.js'
import { formatNamed } from '../../registry.js'
import { contentOf } from '../encoded.js'
import type { Converting } from '../files/settings.js'
import { writingPart } from '../halves.js'
import { everyFormat } from '../sources.js'
import type { Conversion, Diagram, TaskOutcome } from './task.js'

export async function convertDiagram(diagram: Diagram): Promise<TaskOutcome> {
  const { format, settings, formats, existing } = diagram
  const convert = settings.convert!
  const entry = formatNamed(formats, convert.to)!
  const options = { ...settings.options, ...convert.options }
  if (convert.exchanges && format.name === entry.name && Object.keys(convert.options).length === 0)
    return { messages: [], source: '', conversion: { files: [], stays: true } }
  const whole = existing === undefined ? undefined : await entry.load()
  if (existing !== undefined && whole?.put && !whole.update)
    return broughtBack(diagram, whole, options, existing)
  let target = whole
  const needed = async (reading: ReadOutcome) => {
    target ??= await writingPart(entry, reading)
    return target
  }
  const outcome = await convertWith(format, needed, diagram.input, {
    carry: convert.carry,
    soundOnly: !convert.recover,
    options,
    others: () => everyFormat({ formats }),
    ...(convert.pages && { pages: convert.pages }),
    ...(existing !== undefined && { existing }),
  })
  const { messages, source } = outcome
  const passedOver = otherDiagram(messages, source)
  return {
    messages: messages.map(withoutChanges),
    source,
    ...(passedOver !== undefined && { passedOver }),
    conversion: await conversionOf(outcome, target, options, convert, existing),
  }
}

/** What a message says is all that goes to another thread, and not what it was made from. */
const withoutChanges = ({ changes: _, ...message }: Message): Message => message

async function conversionOf(
  { messages, files, graphs, text }: ConvertOutcome,
  target: Format | undefined,
  options: FormatOptions,
  convert: Converting,
  existing: string | undefined,
): Promise<Conversion> {
  // A file that cannot be brought up to date stays as it is, whatever is asked for.
  if (messages.some(({ code }) => code === 'syntax/update')) return { files: [] }
  const broken = hasErrors(messages)
  const [first, second] = graphs
  const title = second === undefined && first?.title ? { title: first.title } : {}
  if (broken && !convert.recover) return { files: [], failed: 'errors', ...title }
  const losses = messages.filter(isLoss).length
  const notes: string[] = []
  // What stays as it is, is not drawn again either.
  const stays = existing !== undefined && text === existing
  const made =
    stays || !target
      ? []
      : files.map(async ({ name, text }) => ({
          ...(name !== undefined && { name }),
          content: await contentOf(target, text, options, convert, said => notes.push(said)),
        }))
  return {
    files: await Promise.all(made),
    ...title,
    ...(stays && { stays }),
    ...(!broken && losses > convert.maxLosses && { failed: losses }),
    ...(notes.length > 0 && { notes }),
  }
}

/** An edit of a diagram in another format, brought back into the text that it was made from. */
async function broughtBack(
  { format, input, formats }: Diagram,
  target: Format,
  options: FormatOptions,
  existing: string,
): Promise<TaskOutcome> {
  const others = () => everyFormat({ formats })
  const { messages, source, graphs } = await readAmong(format, input, options, others, { carry: false })
  if (hasErrors(messages)) return { messages, source, conversion: { files: [], failed: 'not-back' } }
  const { bringBack } = await import('../../put/bring-back.js')
  const { text, messages: brought } = bringBack(target, existing, format, graphs, options)
  const files = hasErrors(brought) ? [] : [{ content: text }]
  return {
    messages: messages.map(withoutChanges),
    source,
    conversion: { files, brought: brought.map(withoutChanges) },
  }
}
