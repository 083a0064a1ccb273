/** What help says below the options: the formats, examples, and where the documentation is. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FormatEntry } from '../format.js'

const uses = { read: 'is read only', write: 'is written only' } as const

/** Every format with its extensions; each of both names it. */
export function formatLines(formats: readonly FormatEntry[]): string {
  const width = Math.max(...formats.map(({ name }) => name.length))
  const lines = formats.map(({ name, extensions, only }) => {
    const use = only === undefined ? '' : ` (${uses[only]})`
    return `  ${name.padEnd(width)}  ${extensions.join(' ')}${use}\n`
  })
  return `\nFormats, for --from and --to by name or by extension:\n${lines.join('')}`
}

/** Calls that work as they stand, with formats that there are. */
export function exampleLines(formats: readonly FormatEntry[]): string {
  const both = formats.filter(({ only }) => only === undefined)
  const [one, other] = [both[0], both[1] ?? both[0]]
  if (!one || !other) return ''
  return `
Examples:
  diaglot convert order${one.extensions[0]} -o order${other.extensions[0]}
  diaglot convert diagrams --to ${other.name} -o out
  cat order${other.extensions[0]} | diaglot convert --to ${one.name}
  diaglot check diagrams README.md
`
}

/** The README of the package that this runs from; nothing where it is not to be found. */
export function docsLine(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  const readme = join(folder, 'README.md')
  return existsSync(readme) ? `\nDocumentation: ${readme}` : ''
}
