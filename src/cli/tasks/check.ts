/** `diaglot check` of one diagram: it is read without errors, lints clean, and comes back from being written as it was. */
import { type Read, roundTrip } from '../../check/round-trip.js'
import { otherDiagram } from '../../input/other-diagram.js'
import { lintWith } from '../../lint/lint.js'
import { underRules } from '../../lint/settings.js'
import { hasErrors, type Message } from '../../messages/message.js'
import { formatNamed } from '../../registry.js'
import { knownOf } from '../codes.js'
import { officialOutcome } from './official.js'
import type { Diagram, TaskOutcome } from './task.js'

export async function checkDiagram({ format, input, settings, formats }: Diagram): Promise<TaskOutcome> {
  const { options = {}, rules = {}, via = [], allow = [], maxLosses = 0 } = settings
  const { others, known } = await knownOf(formats)
  const { found, reading, graphs } = lintWith(format, input, { options, rules, others, known })
  const { source } = reading
  const messages = found.map(({ message }) => message)
  const passedOver = otherDiagram(messages, source)
  if (passedOver !== undefined)
    return (
      (await officialOutcome({ format, messages, source, settings, formats })) ?? {
        messages: [],
        source,
        passedOver,
      }
    )
  if (hasErrors(reading.messages) || graphs.length === 0) return { messages, source, count: graphs.length }
  // What the text itself shows, whatever it carries.
  const read: Read = { graphs, layouts: reading.layouts, from: format.name }
  const broken: Message[] = format.write ? await roundTrip(format, read, { options }) : []
  for (const name of via) {
    const target = await formatNamed(formats, name)!.load()
    broken.push(...(await roundTrip(target, read, { options, allow, maxLosses })))
  }
  const counted = underRules(
    broken.map(message => ({ message })),
    rules,
    known,
  )
  return {
    messages: [...messages, ...counted.map(({ message }) => message)],
    source,
    count: graphs.length,
  }
}
