/** A command over many files, from its words to its exit code. */
import { resolve } from 'node:path'
import type { FormatEntry, FormatOptions } from '../format.js'
import { unknownCode } from '../lint/settings.js'
import { knownOf } from './codes.js'
import { type Config, configFor, formatCalled, printed, viaOf } from './config/config.js'
import { mustBeCodes, rulesAmong, rulesOf } from './config/words.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { Baseline } from './files/baseline.js'
import { cachedOr, cacheFor } from './files/cache.js'
import { filesFor, someWords } from './files/find.js'
import type { TaskSettings } from './files/settings.js'
import { Tally } from './files/tally.js'
import { mustTake, mustTakeAll } from './format-options.js'
import { wordsOrPipe } from './inputs.js'
import { officials } from './official/find.js'
import { countOf, nameAndValue } from './option-words.js'
import { writeStdout } from './outputs.js'
import { pairsOf } from './pairs/pairs.js'
import { filesOf, isFirst, partOf } from './pairs/shards.js'
import { progressFor } from './progress.js'
import { exitCodeOf, reported } from './reported.js'
import { madeReporters, type ReportWords } from './reporters/reporting.js'
import { colorWords, oneOf } from './terminal.js'

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
  readonly docComments?: boolean
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
 * @param only the paths of the files that are looked at, of those that the words name; where there is none of them, nothing is said
 */
export async function overFiles(
  words: readonly string[],
  options: OverFilesOptions,
  own: Own,
  done: string,
  { formats, worker, officialThread }: Surroundings,
  only?: ReadonlySet<string>,
): Promise<ExitCode> {
  oneOf('--color', options.color, colorWords)
  // What a command finds is its result, unless that is a text.
  const progress = progressFor(process.stderr, process.env, options.quiet)
  if (options.staged && own.write)
    throw new CommandError(
      `${own.task === 'fmt' ? '--write' : '--fix'} writes the files of the folder, and --staged reads what is staged: take --changed-since HEAD, or look first, with --dry-run`,
    )
  const found = await configFor(process.cwd(), options.config, formats)
  if (options.printConfig) {
    await writeStdout(await printed(found))
    return exitCodes.clean
  }
  const { config, root } = found
  // Formats bring codes with them, and are loaded for them only where codes are named.
  const rulesIn = async (rules: NonNullable<TaskSettings['rules']>) =>
    Object.keys(rules).length === 0 ? {} : rulesAmong(rules, (await knownOf(formats)).known)
  const asked = options.from === undefined ? undefined : formatCalled(formats, options.from, '--from')
  const software = await officials(formats, options.officials ?? [], words, officialThread)
  const docComments = options.docComments ?? config.docComments ?? false
  const settings: TaskSettings = {
    ...config,
    ...own,
    ...(software.length > 0 && { officials: software }),
    ...(asked && { from: asked.name }),
    rules: await rulesIn({ ...config.rules, ...rulesOf(options.rule) }),
    overrides: await Promise.all(
      (config.overrides ?? []).map(async ({ rules, ...more }) => ({
        ...more,
        rules: await rulesIn(rules ?? {}),
      })),
    ),
    options: {
      ...config.options,
      ...Object.fromEntries((options.option ?? []).map(nameAndValue)),
      ...options.flags,
    },
    via: own.via ? viaOf(formats, own.via, '--via') : (config.via ?? []),
    root,
    ...(docComments && { docComments: true }),
  }
  await mustTakeAll(config, formats)
  await mustTake(settings.options, formats)
  await mustHaveCodes(config, own, formats)
  // Pairs of the config are checked with everything else, and where there is nothing else.
  const isAsked = (path: string | undefined) => !only || (path !== undefined && only.has(resolve(path)))
  const { same = [] } = options
  const listed = own.task === 'check' ? pairsOf(same, found).filter(pair => pair.some(isAsked)) : []
  const isGit = options.changedSince !== undefined || options.staged === true
  const { inputs: all, skipped } = await filesFor(
    isGit || listed.length > 0 ? words : someWords(wordsOrPipe(words)),
    formats,
    { ...options, docComments, from: asked, ignore: config.ignore ?? [], root },
  )
  const staged = options.staged
    ? await (await import('./pairs/staged.js')).stagedPairs(listed, same.length / 2)
    : undefined
  const asks = all.filter(({ path }) => isAsked(path))
  const { inputs, pairs } = partOf({ inputs: asks, pairs: staged?.pairs ?? listed }, options.shard)
  // What comes from a pipe goes to standard output, where nothing else may stand then.
  const isText = own.output !== undefined || (settings.write && inputs.some(({ path }) => path === undefined))
  const made = await madeReporters(options, formats, !isText, progress)
  if (only && inputs.length === 0 && pairs.length === 0) return exitCodes.clean
  const tally = new Tally(done, settings.write, only || !isFirst(options.shard) ? {} : skipped)
  const running = {
    formats,
    worker,
    workers: options.workers === undefined ? undefined : countOf('--workers', options.workers),
  }
  const cache =
    options.cache && !settings.write && own.output === undefined
      ? await cacheFor(options, settings, root)
      : undefined
  async function* results() {
    yield* cachedOr(inputs, cache, async function* (rest) {
      // Where nothing is to be looked at, nothing of what looks is loaded.
      if (rest.length > 0) yield* (await import('./files/run.js')).resultsOf(rest, settings, running)
    })
    if (pairs.length === 0) return
    const { checkedPairs } = await import('./pairs/check-pairs.js')
    yield* checkedPairs(pairs, settings.options ?? {}, formats, staged?.load, filesOf(asks))
  }
  const baseline =
    options.baseline === undefined
      ? undefined
      : await Baseline.open(options.baseline, root, options.updateBaseline === true)
  const most = options.maxWarnings === undefined ? undefined : countOf('--max-warnings', options.maxWarnings)
  if (options.updateBaseline && !baseline) throw new CommandError('--update-baseline needs --baseline FILE')
  progress?.expect(inputs.length + pairs.length)
  const sum = await reported(results(), { made, tally, progress, baseline })
  await cache?.save().catch(() => {
    // Nothing is wrong with the files where a cache cannot be written; the next run looks at them again.
  })
  if (options.updateBaseline) await baseline?.save()
  return options.updateBaseline ? tally.worst : exitCodeOf(sum, tally.worst, most)
}

/** Throws a `CommandError` for a code of what may be lost, or of what is to be mended, that there is not: nobody would learn that it does nothing. */
async function mustHaveCodes(config: Config, own: Own, formats: readonly FormatEntry[]): Promise<void> {
  const lists: readonly (readonly [where: string, names: readonly string[] | undefined])[] = [
    ['--allow', own.allow],
    ['allow', config.allow],
    ...(config.overrides ?? []).map(({ allow }, place) => [`overrides[${place}].allow`, allow] as const),
  ]
  const { only = [] } = own
  // What is mended is named one by one.
  const fault = only.length > 0 ? unknownCode(only, (await knownOf(formats)).known) : undefined
  if (fault !== undefined) throw new CommandError(`--only: ${fault}`)
  for (const [where, names = []] of lists)
    if (names.length > 0) mustBeCodes(names, (await knownOf(formats)).known, `${where}: `)
}
