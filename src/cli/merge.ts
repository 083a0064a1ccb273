/** `diaglot convert --pages merge`: the diagrams of all inputs as the pages of one file. */
import { finishWith, prepareWith } from '../convert.js'
import type { Drawing } from '../format.js'
import { hasErrors, type Message } from '../messages/message.js'
import { readAmong } from '../read.js'
import { type ExitCode, exitCodes } from './exit.js'
import type { Input } from './inputs.js'
import type { Job } from './job.js'
import { existingText, nameOf, tooManyLosses, writeOutcome } from './outcome.js'
import { everyFormat, sourceFormat } from './sources.js'
import { report, say } from './terminal.js'

interface Part {
  readonly drawings: readonly Drawing[]
  readonly messages: readonly Message[]
}

/** Nothing is written where one input has errors, unless `--recover` is given: a file without one of its pages is wrong. */
export async function mergeInputs(job: Job, inputs: readonly Input[]): Promise<ExitCode> {
  const drawings: Drawing[] = []
  let broken = false
  let lossy = false
  for (const input of inputs) {
    const part = await partOf(job, input)
    for (const drawing of part.drawings) drawings.push(drawing)
    broken ||= hasErrors(part.messages)
    lossy ||= tooManyLosses(job, input, part.messages)
  }
  if (broken && !job.options.recover) {
    say('there are errors and nothing was written; --recover writes what could be read', job.options)
    return exitCodes.findings
  }
  const existing = await existingText(job, inputs[0]!)
  const outcome = await finishWith(job.target, drawings, {
    options: job.formatOptions,
    ...(existing !== undefined && { existing }),
  })
  const file = job.output.kind === 'file' ? job.output.path : '<stdout>'
  report(outcome.messages, { file, source: '' }, job.options)
  if (hasErrors(outcome.messages)) return exitCodes.findings
  await writeOutcome(job, inputs[0]!, outcome)
  return broken || lossy ? exitCodes.findings : exitCodes.clean
}

async function partOf(job: Job, input: Input): Promise<Part> {
  const bytes = await input.load()
  const from = await sourceFormat(job, input, bytes)
  const reading = await readAmong(from, bytes, job.formatOptions, () => everyFormat(job), {
    carry: job.options.carry,
  })
  const { graphs, messages, source, carrying, carriedFrom, documents, layouts, format = from.name } = reading
  const name = nameOf(input, job.formats)
  const names = graphs.map((_, place) => (graphs.length === 1 ? name : `${name}-${place + 1}`))
  const prepared = await prepareWith(job.target, graphs, {
    from: format,
    carriedFrom,
    documents,
    layouts,
    checked: true,
    carry: job.options.carry ?? carrying === true,
    options: job.formatOptions,
    names,
  })
  const all = [...messages, ...prepared.messages]
  report(all, { file: input.name, source }, job.options)
  return { drawings: prepared.drawings, messages: all }
}
