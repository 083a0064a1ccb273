/** A diagram of a kind that no format reads, handed to the software that does. */
import type { FormatEntry } from '../../format.js'
import { otherKindAt } from '../../input/other-diagram.js'
import type { Message } from '../../messages/message.js'
import { formatNamed } from '../../registry.js'
import { askOfficial } from '../official/ask.js'
import type { Diagram, TaskOutcome } from './task.js'

interface Other extends Pick<Diagram, 'format' | 'settings' | 'formats'> {
  /** What the reader of the format says. */
  readonly messages: readonly Message[]
  readonly source: string
}

/** Nothing where nobody is asked. */
export async function officialOutcome({
  format,
  messages,
  source,
  settings,
  formats,
}: Other): Promise<TaskOutcome | undefined> {
  const official = settings.officials?.find(each => each.format === format.name)
  const entry: FormatEntry | undefined = formatNamed(formats, format.name)
  const at = otherKindAt(messages)
  if (!official || !entry?.official || !at) return undefined
  const answer = await askOfficial(official, source)
  const said = (await entry.official.load()).messages(source, at, answer)
  return answer === 'unknown' && said.length === 0 ? undefined : { messages: said, source }
}
