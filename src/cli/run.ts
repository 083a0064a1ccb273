/** The command line: what the words mean, and what a command says when it ends. */
import { formats as own } from '../../converters/index.js'
import { commands } from './commands/index.js'
import type { Program } from './commands/over-files.js'
import { plainCall } from './commands/words.js'
import { CommandError, type ExitCode, exitCodes, failureOf } from './exit.js'
import type { Surroundings } from './over-files.js'

/**
 * Does what the words after `diaglot` ask for; says on standard error what went wrong. Returns the exit code, and never throws.
 * @param around the formats that there are, if not all of ours; and the programs of threads, where there may be threads
 */
export async function runCommand(
  words: readonly string[],
  { formats = own, worker, officialThread }: Partial<Surroundings> = {},
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean
  const program: Omit<Program, 'root'> = {
    around: { formats, worker, officialThread },
    flags: formats.flatMap(format => format.flags ?? []),
    ended: result => {
      code = result
    },
  }
  try {
    const call = plainCall(words, (name, root) =>
      commands.get(name)?.({ root, ...program }, { more: '', completions: () => {} }),
    )
    if (call) await call()
    else code = (await (await import('./program.js')).calledWith(words, program)) ?? code
    return code
  } catch (error) {
    if (error instanceof CommandError) {
      const { say } = await import('./terminal.js')
      say(error.message)
      return error.exitCode
    }
    const { text, exitCode } = failureOf(error, 'diaglot')
    process.stderr.write(`${text}\n`)
    return exitCode
  }
}
