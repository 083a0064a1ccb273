/** `diaglot textconv`: a diagram as lines that git compares. */
import type { FormatEntry } from '../format.js'
import { formatNamed } from '../registry.js'
import { oneInput, sideOf } from './compared.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { writeStdout } from './outputs.js'

export async function textconvCommand(
  file: string,
  { from }: { readonly from?: string },
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const asked = from === undefined ? undefined : formatNamed(formats, from)
  if (from !== undefined && !asked) throw new CommandError(`there is no format “${from}”`)
  // git shows nothing at all of a file where this fails: what can be read is better.
  const side = await sideOf(await oneInput(file), formats, { recover: true }, asked)
  const { outlineOf } = await import('../diff/outline.js')
  await writeStdout(side.diagrams.map(({ graph }) => outlineOf(graph)).join('\n'))
  return exitCodes.clean
}
