/** The words of the commands over many files. */
import type { FormatEntry, FormatFlag } from '../../format.js'
import { CommandError, type ExitCode } from '../exit.js'
import { countOf } from '../option-words.js'
import type { OverFilesOptions, Own, Surroundings } from '../over-files.js'
import { type CommandWords, keyOf } from './words.js'

export interface Program {
  readonly root: CommandWords
  readonly around: Surroundings
  /** Options of formats that are options of commands, too. */
  readonly flags: readonly FormatFlag[]
  readonly ended: (code: ExitCode) => void
}

export const collect = (word: string, words: readonly string[] = []): readonly string[] => [...words, word]

const comma = (word: string, words: readonly string[] = []): readonly string[] => [
  ...words,
  ...word.split(',').filter(part => part !== ''),
]

export function addFlags(command: CommandWords, flags: readonly FormatFlag[]): void {
  for (const { option, takes, about } of flags)
    command.option(takes === undefined ? `--${option}` : `--${option} <${takes}>`, about)
}

/** The options of formats that flags stand for, with their values. */
export function flagged(
  flags: readonly FormatFlag[],
  words: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | true>> {
  const given = flags.flatMap(({ option }) => {
    const word = words[keyOf(option)]
    return word === true || typeof word === 'string' ? [[option, word] as const] : []
  })
  return Object.fromEntries(given)
}

/** Wishes for the software of a format. */
const officialFlags = (formats: readonly FormatEntry[]) => formats.flatMap(({ official }) => official ?? [])

/** Commander says `true` of an option `--no-…` that nobody used. */
export function withConfig<T extends { readonly config?: unknown }>(options: T): T {
  return options.config === true ? { ...options, config: undefined } : options
}

/** What all commands have that go over files: how they run, and how they report. @param verbose what `--verbose` prints */
export const withRunOptions = (command: CommandWords, verbose: string): CommandWords =>
  command
    .option('--workers <count>', 'how many threads there are at most')
    .option('--config <file>', 'the config, instead of diaglot.config.* found upward')
    .option('--no-config', 'no config')
    .option('--print-config', 'print the config that counts here, and end')
    .option(
      '--reporter <name[=file]>',
      'pretty, compact, json, ndjson, sarif, junit, github or markdown (repeatable)',
      collect,
    )
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-v, --verbose', verbose)
    .option('-q, --quiet', 'print only errors')

/** A command that does one thing with every file that is named. */
function overFiles(
  { root, around, flags, ended }: Program,
  name: string,
  about: string,
  done: string,
  ownOf: (options: Readonly<Record<string, unknown>>) => Own,
): CommandWords {
  const command = withRunOptions(
    root
      .command(name)
      .description(about)
      .argument(
        '[paths...]',
        'files, folders, globs, and documents with diagrams in them; - is standard input',
      )
      .option('-f, --from <format>', 'the format of the files, where their extension does not tell')
      .option(
        '-O, --option <name=value>',
        'an option of a format (repeatable); diaglot formats lists them',
        collect,
      )
      .option(
        '--rule <code=severity>',
        'the severity of a code: off, info, warning or error (repeatable)',
        collect,
      )
      .option('--max-warnings <count>', 'end with 1 where there are more warnings')
      .option('--changed-since <commit>', 'only files that changed since a commit of git')
      .option('--staged', 'only what is staged in git, as it is staged')
      .option('--shard <part/count>', 'only one of so many parts of the files, such as 2/4')
      .option('--doc-comments', 'look into the comments of source code, too')
      .option('--baseline <file>', 'count only findings that do not stand in this file')
      .option('--update-baseline', 'write what is found now into the file of --baseline')
      .option(
        '--cache',
        'say again what was found at the last run in files that are as they were, without looking',
      )
      .option(
        '--cache-strategy <what>',
        'whether a file is as it was by its size and time, or by its content: metadata or content',
      )
      .option('--cache-location <file>', 'the file that remembers; node_modules/.cache/diaglot/ by itself')
      .option('--watch', 'run again for each file that changes, until Ctrl-C'),
    'print every message, and not one line for each kind',
  ).action(async (paths: string[], options: OverFilesOptions & Readonly<Record<string, unknown>>) => {
    const officials = officialFlags(around.formats).filter(({ flag }) => options[keyOf(flag)] === true)
    const words = {
      ...withConfig(options),
      flags: flagged(flags, options),
      officials: officials.map(({ flag }) => flag),
    }
    const run = options.watch
      ? (await import('../watch.js')).watchFiles
      : (await import('../over-files.js')).overFiles
    ended(await run(paths, words, ownOf(options), done, around))
  })
  addFlags(
    command,
    flags.filter(({ takes }) => takes !== undefined),
  )
  return command
}

const listed = (value: unknown): readonly string[] | undefined => value as readonly string[] | undefined

export function checkCommand(program: Program): void {
  const command = overFiles(
    program,
    'check',
    'check that diagrams can be read, follow the rules, and come back from being written as they were',
    'checked',
    ({ via, allow, maxLosses }) => ({
      task: 'check',
      write: false,
      ...(via !== undefined && { via: listed(via)! }),
      ...(allow !== undefined && { allow: listed(allow)! }),
      ...(maxLosses !== undefined && { maxLosses: maxLosses as number }),
    }),
  )
    .option('--same <files...>', 'two files that have to hold the same diagram; the second follows the first')
    .option('--via <formats>', 'formats that each diagram has to pass through and come back from', comma)
    .option('--allow <codes>', 'codes of what may be lost on the way, such as loss/style or loss/*', comma)
    .option('--max-losses <count>', 'how many other things may be lost on each way', word =>
      countOf('--max-losses', word),
    )
  for (const { flag, about } of officialFlags(program.around.formats)) command.option(`--${flag}`, about)
}

/** `diaglot lint`, and `--fix`. */
export function lintCommand(program: Program): void {
  overFiles(
    program,
    'lint',
    'find what a format allows and nobody means; --fix mends what is sure',
    'linted',
    ({ fix, only, dryRun }) => {
      const mends = fix === true || dryRun === true
      if (only !== undefined && !mends)
        throw new CommandError('--only says what is mended: it needs --fix, or --dry-run')
      return {
        task: 'lint',
        write: fix === true && dryRun !== true,
        fix: mends,
        ...(only !== undefined && { only: listed(only)! }),
        ...(dryRun === true && { output: 'patch' }),
      }
    },
  )
    .option('--fix', 'mend in the files what is sure, and proved to change nothing else')
    .option('--only <codes>', 'mend only what these codes say', comma)
    .option('--dry-run', 'print what --fix would change as a patch, and change nothing')
}

/** `diaglot fmt`: to standard output, to the files, or only the names of those that are not formatted. */
export function fmtCommand(program: Program): void {
  overFiles(
    program,
    'fmt',
    'format diagrams: indentation, blanks and quotes, and nothing else',
    'formatted',
    ({ write, check, canonical, dryRun }) => ({
      task: 'fmt',
      write: write === true && dryRun !== true,
      canonical: canonical === true,
      ...(check === true
        ? { mustStay: true }
        : dryRun === true
          ? { output: 'patch' }
          : write !== true && { output: 'text' }),
    }),
  )
    .option('-w, --write', 'write the files that change')
    .option('--check', 'end with 1 where a file is not formatted, and name it')
    .option('--dry-run', 'print what would change as a patch')
    .option('--canonical', 'the form that the writer of the format gives, in its order')
}
