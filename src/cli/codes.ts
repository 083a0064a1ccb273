/** Every format, loaded once, and every code that a message can have: those of the core and of each format. */
import type { Format, FormatEntry } from '../format.js'
import { codesOf } from '../lint/settings.js'
import { everyFormat } from './sources.js'

interface Known {
  readonly others: readonly Format[]
  readonly known: ReturnType<typeof codesOf>
}

const all = new WeakMap<readonly FormatEntry[], Promise<Known>>()

/** The same for each of many diagrams. */
export function knownOf(formats: readonly FormatEntry[]): Promise<Known> {
  const found =
    all.get(formats) ?? everyFormat({ formats }).then(others => ({ others, known: codesOf(others) }))
  all.set(formats, found)
  return found
}
