/** Diagrams of kinds that are not read. */
import type { Message } from '../messages/message.js'

interface Said {
  readonly code: string
  readonly at?: Message['at'] | undefined
}

/** Where a diagram of such a kind says what it is; nothing where it is none. */
export const otherKindAt = (messages: readonly Said[]): Message['at'] =>
  messages.find(({ code }) => code === 'syntax/other-diagram')?.at

/** How a diagram of such a kind begins; nothing where it is none. */
export function otherDiagram(messages: readonly Said[], source: string): string | undefined {
  const at = otherKindAt(messages)
  return at && /[\w-]+/.exec(source.slice(...at))?.[0]
}
