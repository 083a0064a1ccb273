/** `diaglot formats`: what can be read and written. */
import { formats } from '../../converters/index.js'
import { type ExitCode, exitCodes } from './exit.js'
import { writeStdout } from './outputs.js'

export async function formatsCommand({ json }: { readonly json?: boolean }): Promise<ExitCode> {
  const all = await Promise.all(formats.map(({ load }) => load()))
  const rows = all.map(({ name, title, extensions, read, write }) => ({
    name,
    title,
    extensions,
    reads: read !== undefined,
    writes: write !== undefined,
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
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, title, extensions, reads, writes }) => [
    name,
    title,
    [reads && 'reads', writes && 'writes'].filter(Boolean).join(', '),
    extensions.join(' '),
  ])
  const widths = [0, 1, 2].map(column => Math.max(...cells.map(row => row[column]?.length ?? 0)))
  return cells
    .map(row => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
    .join('')
}
