/** `diaglot check` of one diagram: it is read without errors, and comes back from being written as it was. */
import { type Read, roundTrip } from '../../check/round-trip.js'
import { hasErrors, type Message } from '../../messages/message.js'
import { readAmong } from '../../read.js'
import { formatNamed } from '../../registry.js'
import { everyFormat } from '../sources.js'
import { type Diagram, otherDiagram, type TaskOutcome } from './task.js'

export async function checkDiagram({ format, input, settings, formats }: Diagram): Promise<TaskOutcome> {
  const { options = {}, via = [], allow = [], maxLosses = 0 } = settings
  const reading = await readAmong(format, input, options, () => everyFormat({ formats }), { carry: false })
  const { messages, source, graphs } = reading
  const other = otherDiagram(messages, source)
  if (other !== undefined) return { messages: [], source, passedOver: other }
  if (hasErrors(messages) || graphs.length === 0) return { messages, source }
  const read: Read = { ...reading, from: format.name }
  const found: Message[] = [...messages]
  if (format.write) found.push(...(await roundTrip(format, read, { options })))
  for (const name of via) {
    const target = await formatNamed(formats, name)!.load()
    found.push(...(await roundTrip(target, read, { options, allow, maxLosses })))
  }
  return { messages: found, source }
}
