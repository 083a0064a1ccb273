/** `diaglot fmt` of one diagram. */
import { fmtWith } from '../../fmt/fmt.js'
import { otherDiagram } from '../../input/other-diagram.js'
import { readWith } from '../../read.js'
import type { Diagram, TaskOutcome } from './task.js'

export async function fmtDiagram({ format, input, settings }: Diagram): Promise<TaskOutcome> {
  const { options = {}, canonical = false } = settings
  const reading = readWith(format, input, options, [], { carry: false })
  const { source, messages } = reading
  const passedOver = otherDiagram(messages, source)
  if (passedOver !== undefined) return { messages: [], source, passedOver }
  if (!format.read || !format[canonical ? 'write' : 'fmt'])
    return { messages: [], source, passedOver: format.title }
  const formatted = await fmtWith(format, source, { options, canonical, reading })
  return {
    messages: formatted.messages,
    source,
    text: formatted.text,
    count: reading.graphs.length,
  }
}
