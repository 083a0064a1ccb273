import type { Message } from '../messages/message.js'

/** How a diagram of a kind that is not read begins; nothing where it is none. */
export function otherDiagram(messages: readonly Message[], source: string): string | undefined {
  const said = messages.find(({ code }) => code === 'syntax/other-diagram')
  return said?.at && /[\w-]+/.exec(source.slice(...said.at))?.[0]
}
