/** The command line as commander has it: help, what is wrong with a call, and calls that are not plain. */
import { Command, CommanderError } from 'commander'
import type { FormatEntry } from '../format.js'
import { commands } from './commands/index.js'
import type { Program } from './commands/over-files.js'
import { type ExitCode, exitCodes } from './exit.js'
import { docsLine, exampleLines, formatLines } from './help.js'
import { version } from './version.js'

const exitHelp = `
Exit codes: 0 clean; 1 errors in a diagram, or more losses than allowed; 2 bad usage;
3 an input that cannot be read or an output that cannot be written; 4 a fault of diaglot.`

/** All commands, and what is said of each. @param docs the last line of help */
function programFor({ around, flags, ended }: Omit<Program, 'root'>, docs = docsLine()): Command {
  const root = new Command('diaglot')
    .description('Converts diagrams from one format to another, and says what it could not keep.')
    .version(version)
    .addHelpText('after', exitHelp)
    .exitOverride()
    .configureOutput({ writeErr: text => process.stderr.write(text.replace(/^error: /, 'diaglot: ')) })
  const { formats } = around
  const more = `${formatLines(formats)}${exampleLines(formats)}${docs}`
  root.addHelpText('after', more)
  const completions = () =>
    root
      .command('completions')
      .description('print what a shell needs to complete commands and options: bash, zsh or fish')
      .argument('<shell>', 'bash, zsh or fish')
      .action(async (shell: string) => {
        const { completionsCommand } = await import('./completions.js')
        ended(await completionsCommand(shell, root, formats))
      })
  for (const define of commands.values())
    define({ root, around, flags, ended }, { more: `${exitHelp}\n${more}`, completions })
  return root
}

/** Has commander do what the words ask for. Returns an exit code only where that is no command’s: help was asked for, or the call is wrong. */
export async function calledWith(
  words: readonly string[],
  program: Omit<Program, 'root'>,
): Promise<ExitCode | undefined> {
  try {
    await programFor(program).parseAsync(words, { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage
  }
}

/** The help of all commands for a terminal of some width. @param docs its last line */
export function helpFor(formats: readonly FormatEntry[], width: number, docs: string): string {
  let text = ''
  const program = {
    around: { formats, worker: undefined },
    flags: formats.flatMap(({ flags = [] }) => flags),
    ended: () => {},
  }
  programFor(program, docs)
    .configureOutput({
      writeOut: part => {
        text += part
      },
      getOutHelpWidth: () => width,
    })
    .outputHelp()
  return text
}
