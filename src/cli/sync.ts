/** `diaglot sync`: the second file of each pair brought up to date with the first. */
import type { FormatEntry } from '../format.js'
import { hasErrors } from '../messages/message.js'
import { configFor } from './config/config.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { encodedAsIn } from './files/encoding.js'
import { mustTakeAll } from './format-options.js'
import { writeStdout, writeWhole } from './outputs.js'
import { type Pair, stepOf } from './pairs/in-step.js'
import { pairsOf } from './pairs/pairs.js'
import { patchOf } from './save.js'
import { type ReportOptions, report, say } from './terminal.js'

export interface SyncOptions extends ReportOptions {
  readonly dryRun?: boolean
  readonly config?: string | false
}

export async function syncCommand(
  words: readonly string[],
  options: SyncOptions,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const found = await configFor(process.cwd(), options.config, formats)
  await mustTakeAll(found.config, formats)
  const pairs = words.length > 0 ? pairsOf(words) : pairsOf([], found)
  if (pairs.length === 0)
    throw new CommandError('which files? Name two, the second follows the first; or list pairs in a config')
  let worst: ExitCode = exitCodes.clean
  let changed = 0
  for (const pair of pairs) {
    const code = await syncOne(pair, options, found.config.options ?? {}, formats).catch(error => {
      if (!(error instanceof CommandError) || pairs.length === 1) throw error
      say(error.message)
      return error.exitCode
    })
    if (code === 'changed') changed++
    else if (code > worst) worst = code
  }
  if (!options.quiet)
    process.stderr.write(
      `${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'}; ${changed} ${options.dryRun ? 'out of step' : 'brought up to date'}.\n`,
    )
  return worst
}

async function syncOne(
  pair: Pair,
  options: SyncOptions,
  formatOptions: NonNullable<Awaited<ReturnType<typeof configFor>>['config']['options']>,
  formats: readonly FormatEntry[],
): Promise<ExitCode | 'changed'> {
  const [source, follower] = pair
  const step = await stepOf(pair, formatOptions, formats)
  const file = step.of === 'source' ? source : follower
  report(step.messages, { file, source: step.source }, options)
  if (hasErrors(step.messages)) return exitCodes.findings
  if (step.text === step.before) return exitCodes.clean
  if (options.dryRun) await writeStdout(await patchOf(follower, step.before, step.text))
  else await writeWhole(follower, encodedAsIn(follower, step.text, step.format))
  return 'changed'
}
