/** A command over many files, from its words to its exit code. */
import type { FormatEntry, FormatOptions } from '../format.js'
import { optionFault } from '../options.js'
import { knownOf } from './codes.js'
import { configFor, formatCalled, printed } from './config/config.js'
import { rulesAmong, rulesOf } from './config/words.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { Baseline } from './files/baseline.js'
import { cachedOr, cacheFor } from './files/cache.js'
import { filesFor, someWords } from './files/find.js'
import type { FileResult } from './files/result.js'
import { resultsOf } from './files/run.js'
import type { TaskSettings } from './files/settings.js'
import { Tally } from './files/tally.js'
import { wordsOrPipe } from './inputs.js'
import { officials } from './official/find.js'
import { countOf, nameAndValue } from './option-words.js'
import { writeStdout } from './outputs.js'
import { checkedPairs } from './pairs/check-pairs.js'
import { pairsOf } from './pairs/pairs.js'
import type { Sum } from './reporters/report.js'
import { madeReporters, type ReportWords } from './reporters/reporting.js'
import { everyFormat } from './sources.js'
import { oneOf } from './terminal.js'

/** The options that all commands over many files have. */
export interface OverFilesOptions extends ReportWords {
  /** Files in pairs: the second of each holds the diagram of the first. */
  readonly same?: readonly string[]
  readonly from?: string
  readonly config?: string | false
  readonly printConfig?: boolean
  readonly rule?: readonly string[]
  readonly option?: readonly string[]
  /** Options of formats that have a flag of their own. */
  readonly flags?: FormatOptions
  /** The software of formats that is asked, by its flags. */
  readonly officials?: readonly string[]
  readonly changedSince?: string
  readonly staged?: boolean
  readonly shard?: string
  /** The file with the findings that do not count. */
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly cache?: boolean
  readonly cacheStrategy?: string
  readonly cacheLocation?: string
  readonly workers?: string
  readonly maxWarnings?: string
}

export interface Surroundings {
  readonly formats: readonly FormatEntry[]
  /** The program of a thread, where there may be threads, and that of one which asks the software of a format. */
  readonly worker: URL | undefined
  readonly officialThread?: URL | undefined
}

/** What one command adds to the settings of all. */
export type Own = Pick<TaskSettings, 'task' | 'write'> & Partial<TaskSettings>

/**
 * Does a task with every file that the words name, and reports it.
 * @param done what is said to be done at the end: `checked`
 */
export async function overFiles(
  words: readonly string[],
  options: OverFilesOptions,
  own: Own,
  done: string,
  { formats, worker, officialThread }: Surroundings,
): Promise<ExitCode> {
  oneOf('--color', options.color, ['auto', 'always', 'never'])
  // What a command finds is its result, unless that is a text.
  const made = await madeReporters(options, formats, own.output === undefined)
  const found = await configFor(process.cwd(), options.config, formats)
  if (options.printConfig) {
    await writeStdout(await printed(found))
    return exitCodes.clean
  }
  const { config, root } = found
  const { known } = await knownOf(formats)
  const asked = await officials(formats, options.officials ?? [], words, officialThread)
  const settings: TaskSettings = {
    ...config,
    ...own,
    ...(asked.length > 0 && { officials: asked }),
    ...(options.from !== undefined && { from: formatCalled(formats, options.from, '--from').name }),
    rules: rulesAmong({ ...config.rules, ...rulesOf(options.rule) }, known),
    overrides: (config.overrides ?? []).map(({ rules, ...more }) => ({
      ...more,
      rules: rulesAmong(rules ?? {}, known),
    })),
    options: {
      ...config.options,
      ...Object.fromEntries((options.option ?? []).map(nameAndValue)),
      ...options.flags,
    },
    via: (own.via ?? config.via ?? []).map(name => formatCalled(formats, name, '--via').name),
    root,
  }
  await mustTake(settings.options, formats)
  // Pairs of the config are checked with everything else, and where there is nothing else.
  const pairs = own.task === 'check' ? pairsOf(options.same ?? [], found) : []
  const isGit = options.changedSince !== undefined || options.staged === true
  const inputs = await filesFor(isGit || pairs.length > 0 ? words : someWords(wordsOrPipe(words)), formats, {
    ...options,
    ignore: config.ignore ?? [],
    root,
  })
  if (inputs.length === 0 && words.length > 0 && !isGit && options.shard === undefined)
    throw new CommandError(`no diagram in ${words.join(', ')}`, exitCodes.unreadable)
  const tally = new Tally(done, settings.write)
  const kept: FileResult[] = []
  const needsAll = made.some(({ needsAll }) => needsAll)
  const running = {
    formats,
    worker,
    workers: options.workers === undefined ? undefined : countOf('--workers', options.workers),
  }
  const cache =
    options.cache && !settings.write && own.output === undefined
      ? await cacheFor(options, settings, root)
      : undefined
  async function* all() {
    yield* cachedOr(inputs, cache, rest => resultsOf(rest, settings, running))
    yield* checkedPairs(pairs, settings.options ?? {}, formats)
  }
  const baseline =
    options.baseline === undefined
      ? undefined
      : await Baseline.open(options.baseline, root, options.updateBaseline === true)
  if (options.updateBaseline && !baseline) throw new CommandError('--update-baseline needs --baseline FILE')
  for await (const found of all()) {
    const result = baseline?.without(found) ?? found
    tally.add(result)
    if (needsAll) kept.push(result)
    if (result.patch !== undefined) await writeStdout(result.patch)
    if (result.text !== undefined) await writeStdout(result.text)
    for (const one of made) one.file(result)
  }
  await cache?.save().catch(() => {
    // Nothing is wrong with the files where a cache cannot be written; the next run looks at them again.
  })
  if (options.updateBaseline) await baseline?.save()
  const sum = tally.sum
  for (const one of made) await one.end(kept, sum)
  return options.updateBaseline ? tally.worst : exitCodeOf(sum, tally.worst, options)
}

/** Throws a `CommandError` for an option that no format takes, or not so: files may be of any format. */
async function mustTake(options: FormatOptions = {}, formats: readonly FormatEntry[]): Promise<void> {
  if (Object.keys(options).length === 0) return
  const all = (await everyFormat({ formats })).filter(format => format.options !== undefined)
  const uses = all.flatMap(format => (['read', 'write'] as const).map(use => ({ format, use })))
  const fault = optionFault(options, uses)
  if (fault !== undefined) throw new CommandError(fault)
}

function exitCodeOf(sum: Sum, worst: ExitCode, { maxWarnings }: OverFilesOptions): ExitCode {
  const most = maxWarnings === undefined ? Number.POSITIVE_INFINITY : countOf('--max-warnings', maxWarnings)
  const found = sum.errors > 0 || sum.warnings > most ? exitCodes.findings : exitCodes.clean
  return worst > found ? worst : found
}
