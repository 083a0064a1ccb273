/** The command line: what the words mean, and what a command says when it ends. */
import { Command, CommanderError } from 'commander'
import { formats as own } from '../../converters/index.js'
import { migrateCommands } from './commands/migrate.js'
import {
  addFlags,
  checkCommand,
  collect,
  flagged,
  fmtCommand,
  lintCommand,
  withConfig,
  withRunOptions,
} from './commands/over-files.js'
import { versionCommands } from './commands/versions.js'
import { CommandError, type ExitCode, exitCodes, failureOf } from './exit.js'
import { docsLine, exampleLines, formatLines } from './help.js'
import type { ConvertOptions } from './job.js'
import type { LinkOptions } from './link.js'
import type { Surroundings } from './over-files.js'
import type { ReportWords } from './reporters/reporting.js'
import type { SyncOptions } from './sync.js'
import { version } from './version.js'

const exitHelp = `
Exit codes: 0 clean; 1 errors in a diagram, or more losses than allowed; 2 bad usage;
3 an input that cannot be read or an output that cannot be written; 4 a fault of diaglot.`

function program(around: Surroundings, ended: (code: ExitCode) => void): Command {
  const root = new Command('diaglot')
    .description('Converts diagrams from one format to another, and says what it could not keep.')
    .version(version)
    .addHelpText('after', exitHelp)
    .exitOverride()
    .configureOutput({ writeErr: text => process.stderr.write(text.replace(/^error: /, 'diaglot: ')) })
  const { formats } = around
  const flags = formats.flatMap(format => format.flags ?? [])
  const more = `${formatLines(formats)}${exampleLines(formats)}${docsLine()}`
  root.addHelpText('after', more)
  const convert = withRunOptions(
    root
      .command('convert')
      .description('convert diagrams to another format; the result goes to standard output or to -o')
      .argument(
        '[inputs...]',
        'files, folders, globs, and documents with diagrams in them; standard input where none is named, or -',
      )
      .option('-f, --from <format>', 'the format of the inputs, where their extension does not tell')
      .option('-t, --to <format>', 'the format to write, where the extension of -o does not tell')
      .option('-o, --output <path>', 'the file to write, or the folder for several diagrams')
      .option('--in-place', 'exchange the diagrams of documents, in the documents themselves')
      .option(
        '--force',
        'replace files in an output folder, the input itself, and files that somebody edited',
      )
      .option('--recover', 'write what could be read of a diagram that has errors')
      .option('--pages <how>', 'several diagrams as pages of one file, or a file each: merge or split')
      .option(
        '--update [file]',
        'change in this file, or in the one that -o names, only what is new: the rest stays',
      )
      .option('--dry-run', 'print what would change in files as a patch, and write none')
      .option('--scale <number>', 'draw a PNG picture so many times as large')
      .option(
        '--font <file>',
        'draw PNG pictures with this font instead of those of the system (repeatable)',
        collect,
      )
      .option('--changed-since <commit>', 'only inputs that changed since a commit of git')
      .option('--staged', 'only what is staged in git, as it is staged')
      .option('--shard <part/count>', 'only one of so many parts of the inputs, such as 2/4')
      .option('--doc-comments', 'look into the comments of source code, too')
      .option('--max-losses <count>', 'end with 1 where a diagram loses more than this')
      .option('--carry', 'let what the target cannot hold ride along in comments or attributes of its own')
      .option('--no-carry', 'leave it out, and do not read it where the input carries such data')
      .option(
        '-O, --option <name=value>',
        'an option of a format (repeatable); diaglot formats lists them',
        collect,
      ),
    'print every loss, and not one line for each kind',
  )
    .addHelpText('after', `${exitHelp}\n${more}`)
    .action(async (inputs: string[], words: ConvertOptions & Readonly<Record<string, unknown>>) => {
      const { convertCommand } = await import('./convert.js')
      const asked = { ...withConfig(words), flags: flagged(flags, words) } as ConvertOptions
      ended(await convertCommand(inputs, asked, around))
    })
  addFlags(convert, flags)
  const own = { root, around, flags, ended }
  checkCommand(own)
  lintCommand(own)
  fmtCommand(own)
  migrateCommands(own)
  root
    .command('sync')
    .description(
      'bring the second of two files up to date with the first, or those of all pairs of the config',
    )
    .argument('[files...]', 'two files: the second follows the first')
    .option('--dry-run', 'print what would change as a patch, and change nothing')
    .option('--config <file>', 'the config, instead of diaglot.config.* found upward')
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .action(async (files: string[], options: SyncOptions) => {
      const { syncCommand } = await import('./sync.js')
      ended(await syncCommand(files, options, formats))
    })
  root
    .command('merge-reports')
    .description('make one report of the JSON reports of several runs, such as those of --shard')
    .argument('<files...>', 'reports of --reporter json')
    .option('--reporter <name[=file]>', 'as for check (repeatable)', collect)
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .action(async (files: string[], words: ReportWords) => {
      const { mergeReportsCommand } = await import('./merge-reports.js')
      ended(await mergeReportsCommand(files, words, formats))
    })
  root
    .command('explain')
    .description('say what the code of a message means, and what to do')
    .argument('[code]', 'as it stands behind a message; without one, all are listed')
    .action(async (code: string | undefined) => {
      const { explainCommand } = await import('./explain.js')
      ended(await explainCommand(code, formats))
    })
  versionCommands(own)
  root
    .command('link')
    .description('print the address that opens a diagram in an editor; nothing is sent anywhere')
    .argument('<file>', 'a diagram, a document, or such an address; - is standard input')
    .option('--to <editor>', 'the editor; left out, the first that takes the format')
    .option('-f, --from <format>', 'the format, where the extension does not tell')
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .action(async (file: string, options: LinkOptions) => {
      const { linkCommand } = await import('./link.js')
      ended(await linkCommand(file, options, formats))
    })
  root
    .command('completions')
    .description('print what a shell needs to complete commands and options: bash, zsh or fish')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { completionsCommand } = await import('./completions.js')
      ended(await completionsCommand(shell, root, formats))
    })
  root
    .command('lsp')
    .description('serve editors as a language server, on standard input and output')
    .option('--stdio', 'what some editors say; there is no other way')
    .addHelpText('after', '\nHow to use it in VS Code, Neovim and Helix: docs/editors.md')
    .action(async () => {
      const { serve } = await import('./lsp/lsp.js')
      ended(await serve(formats))
    })
  root
    .command('formats')
    .description('list the formats that can be read and written')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { formatsCommand } = await import('./formats.js')
      ended(await formatsCommand(options, formats))
    })
  return root
}

/**
 * Does what the words after `diaglot` ask for; says on standard error what went wrong. Returns the exit code, and never throws.
 * @param around the formats that there are, if not all of ours; and the programs of threads, where there may be threads
 */
export async function runCommand(
  words: readonly string[],
  { formats = own, worker, officialThread }: Partial<Surroundings> = {},
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean
  try {
    await program({ formats, worker, officialThread }, result => {
      code = result
    }).parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage
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
