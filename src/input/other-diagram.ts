/** Diagrams of kinds that are not read. */
import type { Message } from '../messages/message.js'

/** Where a diagram of such a kind says what it is; nothing where it is none. */
export const otherKindAt = (messages: readonly Message[]): Message['at'] =>
  messages.find(({ code }) => code === 'syntax/other-diagram')?.at

/** How a diagram of such a kind begins; nothing where it is none. */
export function otherDiagram(messages: readonly Message[], source: string): string | undefined {
  const at = otherKindAt(messages)
  return at && /[\w-]+/.exec(source.slice(...at))?.[0]
}
