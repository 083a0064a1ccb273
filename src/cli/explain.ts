/** `diaglot explain`: what a code means. */
import type { FormatEntry } from '../format.js'
import { addressOfCode } from '../messages/address.js'
import { similar } from '../text/similar.js'
import { knownOf } from './codes.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { writeStdout } from './outputs.js'

export async function explainCommand(
  code: string | undefined,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const { known: codes } = await knownOf(formats)
  if (code === undefined) {
    const names = [...codes].sort(([a], [b]) => (a < b ? -1 : 1))
    await writeStdout(names.map(([name, { severity }]) => `${name} (${severity})\n`).join(''))
    return exitCodes.clean
  }
  const entry = codes.get(code)
  if (entry) {
    await writeStdout(`${code} (${entry.severity})\n\n${wrapped(entry.about)}\n\n${addressOfCode(code)}\n`)
    return exitCodes.clean
  }
  const meant = similar(code, [...codes.keys()], 3)
  throw new CommandError(
    `there is no code “${code}”${meant === undefined ? '' : ` (did you mean “${meant}”?)`}; diaglot explain lists all`,
  )
}

const WIDTH = 80

/** A paragraph in lines that a terminal holds. */
function wrapped(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + word.length >= WIDTH) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
