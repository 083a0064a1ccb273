/** `-O name=value` and `--compress`: the options of the formats that a call reads or writes. */
import type { Format, FormatOptions } from '../format.js'
import { optionFault } from '../options.js'
import { CommandError } from './exit.js'

interface Asked {
  readonly option?: readonly string[]
  readonly compress?: boolean
}

/** The options that were asked for. One that no format at hand takes is bad usage. */
export async function formatOptionsOf(
  { option = [], compress = false }: Asked,
  target: Format,
  sources: () => Promise<readonly Format[]>,
): Promise<FormatOptions> {
  const options: FormatOptions = Object.fromEntries(option.map(nameAndValue))
  // Most calls have no options, and need not know what every input is.
  if (option.length > 0) {
    const reading = (await sources()).map(format => ({ format, use: 'read' as const }))
    const fault = optionFault(options, [...reading, { format: target, use: 'write' }])
    if (fault !== undefined) throw new CommandError(fault)
  }
  if (!compress) return options
  if (!target.options?.some(({ name }) => name === 'compress'))
    throw new CommandError(`--compress is for draw.io; ${target.title} has nothing to pack`)
  return { ...options, compress }
}

function nameAndValue(word: string): [name: string, value: string | boolean] {
  const at = word.indexOf('=')
  return at < 0 ? [word, true] : [word.slice(0, at), word.slice(at + 1)]
}
