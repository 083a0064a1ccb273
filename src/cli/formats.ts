/** `diaglot formats`: what can be read and written. */
import type { FormatEntry, FormatOption } from '../format.js'
import { type ExitCode, exitCodes } from './exit.js'
import { writeStdout } from './outputs.js'

export async function formatsCommand(
  { json }: { readonly json?: boolean },
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const all = await Promise.all(formats.map(({ load }) => load()))
  const rows = all.map(({ name, title, extensions, read, write, options = [] }) => ({
    name,
    title,
    extensions,
    reads: read !== undefined,
    writes: write !== undefined,
    options,
  }))
  await writeStdout(json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows))
  return exitCodes.clean
}

interface Row {
  readonly name: string
  readonly title: string
  readonly extensions: readonly string[]
  readonly reads: boolean
  readonly writes: boolean
  readonly options: readonly FormatOption[]
}

function table(rows: readonly Row[]): string {
  const formats = rows.map(({ name, title, extensions, reads, writes }) => [
    name,
    title,
    [reads && 'reads', writes && 'writes'].filter(Boolean).join(', '),
    extensions.join(' '),
  ])
  const options = rows.flatMap(({ name: format, options }) =>
    options.map(({ name, values, takes, for: uses, about }) => [
      format,
      `${name}=${[...values, ...(takes ? [takes] : [])].join('|')}`,
      uses.join(', '),
      about,
    ]),
  )
  return `${inColumns(formats)}\nOptions (-O name=value):\n${inColumns(options)}`
}

function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows
    .map(row => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
    .join('')
}
