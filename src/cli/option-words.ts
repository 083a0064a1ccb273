/** What words behind an option stand for. */
import { CommandError } from './exit.js'

/** `name=value`; a name alone is on. */
export function nameAndValue(word: string): [name: string, value: string | boolean] {
  const at = word.indexOf('=')
  return at < 0 ? [word, true] : [word.slice(0, at), word.slice(at + 1)]
}

/** A whole number. Throws a `CommandError` for anything else. */
export function countOf(option: string, word: string): number {
  if (/^\d{1,9}$/.test(word)) return Number(word)
  throw new CommandError(`${option} takes a whole number, not “${word}”`)
}
