/** The command line as commander has it: help, what is wrong with a call, and calls that are not plain. */
import { Command, CommanderError } from 'commander'
import { commands } from './commands/index.js'
import type { Program } from './commands/over-files.js'
import { type ExitCode, exitCodes } from './exit.js'
import { docsLine, exampleLines, formatLines } from './help.js'
import { version } from './version.js'

const exitHelp = `
Exit codes: 0 clean; 1 errors in a diagram, or more losses than allowed; 2 bad usage;
3 an input that cannot be read or an output that cannot be written; 4 a fault of diaglot.`

/** All commands, and what is said of each. */
function programFor({ around, flags, ended }: Omit<Program, 'root'>): Command {
  const root = new Command('diaglot')
    .description('Converts diagrams from one format to another, and says what it could not keep.')
    .version(version)
    .addHelpText('after', exitHelp)
    .exitOverride()
    .configureOutput({ writeErr: text => process.stderr.write(text.replace(/^error: /, 'diaglot: ')) })
  const { formats } = around
  const more = `${formatLines(formats)}${exampleLines(formats)}${docsLine()}`
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
