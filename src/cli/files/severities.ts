/** Severities that a person chose for codes. */
import type { Message, Severity } from '../../messages/message.js'

/** Messages with the severities of a list of codes, in which the longest fitting one counts; without those that are off. */
export function leveled(
  messages: readonly Message[],
  rules: Readonly<Record<string, Severity | 'off'>> = {},
): Message[] {
  const names = Object.keys(rules).sort((a, b) => b.length - a.length)
  if (names.length === 0) return [...messages]
  return messages.flatMap(message => {
    const name = names.find(
      name => name === message.code || (name.endsWith('*') && message.code.startsWith(name.slice(0, -1))),
    )
    const severity = name === undefined ? message.severity : rules[name]!
    return severity === 'off' ? [] : [{ ...message, severity }]
  })
}
