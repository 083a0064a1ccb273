/** `diaglot lint` of one diagram, and `--fix`. */

import { otherDiagram } from '../../input/other-diagram.js'
import { fixWith } from '../../lint/fix.js'
import { lintWith } from '../../lint/lint.js'
import { knownOf } from '../codes.js'
import type { Diagram, TaskOutcome } from './task.js'

export async function lintDiagram({ format, input, settings, formats }: Diagram): Promise<TaskOutcome> {
  const { options = {}, rules = {}, fix, only } = settings
  const { others, known } = await knownOf(formats)
  const how = { options, rules, others, known }
  const linted = lintWith(format, input, how)
  const { found, reading } = linted
  const { source } = reading
  const messages = found.map(({ message }) => message)
  const passedOver = otherDiagram(messages, source)
  if (passedOver !== undefined) return { messages: [], source, passedOver }
  const count = reading.graphs.length
  if (!fix) return { messages, source, count }
  const fixed = fixWith(format, source, { ...how, only }, linted)
  return {
    messages: fixed.messages,
    source: fixed.text,
    before: source,
    text: fixed.text,
    fixes: fixed.applied.length,
    count,
  }
}
