/** `diaglot convert`: diagrams from one format to another, in files, folders and documents. */
import { configFor, printed } from './config/config.js'
import { jobOf } from './convert-job.js'
import { type ExitCode, exitCodes } from './exit.js'
import { resultsOf } from './files/run.js'
import { CONVERTED, Tally } from './files/tally.js'
import { type ConvertOptions, pagesWords } from './job.js'
import { countOf } from './option-words.js'
import { writeStdout } from './outputs.js'
import type { Surroundings } from './over-files.js'
import { progressFor } from './progress.js'
import { exitCodeOf, reported } from './reported.js'
import { madeReporters } from './reporters/reporting.js'
import { colorWords, oneOf } from './terminal.js'
import { updateOf, written } from './written.js'

export async function convertCommand(
  named: readonly string[],
  options: ConvertOptions,
  { formats, worker }: Surroundings,
): Promise<ExitCode> {
  oneOf('--color', options.color, colorWords)
  oneOf('--pages', options.pages, pagesWords)
  const workers = options.workers === undefined ? undefined : countOf('--workers', options.workers)
  const progress = progressFor(process.stderr, process.env, options.quiet)
  const made = await madeReporters(options, formats, false, progress)
  const found = await configFor(process.cwd(), options.config, formats)
  if (options.printConfig) {
    await writeStdout(await printed(found))
    return exitCodes.clean
  }
  const { job, skipped, isFilter } = await jobOf(named, options, found, formats)
  const tally = new Tally(CONVERTED, !options.dryRun, skipped)
  progress?.expect(job.inputs.length)
  const inputs = job.inputs.map(input => {
    const update = updateOf(job, input)
    return update ? { ...input, update } : input
  })
  const results =
    options.pages === 'merge'
      ? (await import('./merge.js')).mergedPages(job)
      : written(job, resultsOf(inputs, job.settings, { formats, worker, workers }))
  const isSilent = ({ passedOver }: { readonly passedOver: object }): boolean =>
    isFilter && Object.keys(passedOver).length === 0
  const sum = await reported(results, { made, tally, progress, isSilent })
  return exitCodeOf(sum, tally.worst)
}
