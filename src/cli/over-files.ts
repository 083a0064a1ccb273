/** A command over many files, from its words to its exit code. */
import type { FormatEntry, FormatOptions } from '../format.js'
import { knownOf } from './codes.js'
import { configFor, formatCalled, printed } from './config/config.js'
import { rulesAmong, rulesOf } from './config/words.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { Baseline } from './files/baseline.js'
import { cachedOr, cacheFor } from './files/cache.js'
import { filesFor, someWords } from './files/find.js'
import { resultsOf } from './files/run.js'
import type { TaskSettings } from './files/settings.js'
import { Tally } from './files/tally.js'
import { mustTake } from './format-options.js'
import { wordsOrPipe } from './inputs.js'
import { countOf, nameAndValue } from './option-words.js'
import { writeStdout } from './outputs.js'
import { checkedPairs } from './pairs/check-pairs.js'
import { pairsOf } from './pairs/pairs.js'
import { progressFor } from './progress.js'
import { exitCodeOf, reported } from './reported.js'
import { madeReporters, type ReportWords } from './reporters/reporting.js'
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
  /** The program of a thread, where there may be threads. */
  readonly worker: URL | undefined
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
  { formats, worker }: Surroundings,
): Promise<ExitCode> {
  oneOf('--color', options.color, ['auto', 'always', 'never'])
  // What a command finds is its result, unless that is a text.
  const progress = progressFor(process.stderr, process.env, options.quiet)
  const made = await madeReporters(options, formats, own.output === undefined, progress)
  const found = await configFor(process.cwd(), options.config, formats)
  if (options.printConfig) {
    await writeStdout(await printed(found))
    return exitCodes.clean
  }
  const { config, root } = found
  const { known } = await knownOf(formats)
  const asked = options.from === undefined ? undefined : formatCalled(formats, options.from, '--from')
  const settings: TaskSettings = {
    ...config,
    ...own,
    ...(asked && { from: asked.name }),
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
  const { inputs, skipped } = await filesFor(
    isGit || pairs.length > 0 ? words : someWords(wordsOrPipe(words)),
    formats,
    { ...options, from: asked, ignore: config.ignore ?? [], root },
  )
  const tally = new Tally(done, settings.write, skipped)
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
  const most = options.maxWarnings === undefined ? undefined : countOf('--max-warnings', options.maxWarnings)
  if (options.updateBaseline && !baseline) throw new CommandError('--update-baseline needs --baseline FILE')
  progress?.expect(inputs.length + pairs.length)
  const sum = await reported(all(), { made, tally, progress, baseline })
  await cache?.save().catch(() => {
    // Nothing is wrong with the files where a cache cannot be written; the next run looks at them again.
  })
  if (options.updateBaseline) await baseline?.save()
  return options.updateBaseline ? tally.worst : exitCodeOf(sum, tally.worst, most)
}
