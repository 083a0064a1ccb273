/** The reporters by name. */
import type { FormatEntry } from '../../format.js'
import { similar } from '../../text/similar.js'
import { CommandError } from '../exit.js'
import type { Reporter, ReporterOptions } from './report.js'

type Made = (options: ReporterOptions) => Reporter

/** Each is loaded when it is asked for. */
export const reporters: Readonly<Record<string, (formats: readonly FormatEntry[]) => Promise<Made>>> = {
  pretty: async () => (await import('./text.js')).pretty,
  compact: async () => (await import('./text.js')).compact,
  json: async () => (await import('./data.js')).json,
  ndjson: async () => (await import('./data.js')).ndjson,
  sarif: async formats => {
    const { sarif } = await import('./sarif.js')
    const { knownOf } = await import('../codes.js')
    const { known } = await knownOf(formats)
    return options => sarif(options, known)
  },
  junit: async () => (await import('./junit.js')).junit,
  github: async () => (await import('./github.js')).github,
  markdown: async () => (await import('./markdown.js')).markdown,
}

/** A reporter, and the file that it writes; nothing for standard error or output. */
export interface Asked {
  readonly name: string
  readonly file?: string
}

/** `sarif=report.sarif`; throws a `CommandError` for a name that there is not. */
export function askedReporters(words: readonly string[]): Asked[] {
  return words.map(word => {
    const at = word.indexOf('=')
    const name = at < 0 ? word : word.slice(0, at)
    if (!Object.hasOwn(reporters, name)) {
      const names = Object.keys(reporters)
      const meant = similar(name, names)
      const hint = meant === undefined ? '' : ` (did you mean “${meant}”?)`
      throw new CommandError(`--reporter is one of ${names.join(', ')}, not “${name}”${hint}`)
    }
    const file = at < 0 ? undefined : word.slice(at + 1)
    if (file === '') throw new CommandError(`--reporter ${name}= needs the name of a file behind it`)
    return { name, ...(file !== undefined && { file }) }
  })
}
