/** `diaglot convert --pages merge`: the diagrams of all inputs as the pages of one file. */

import { finishWith } from '../convert.js'
import { inDocument, ofDocument } from '../documents/in-document.js'
import type { Drawing } from '../format.js'
import { otherDiagram } from '../input/other-diagram.js'
import { hasErrors, isLoss, type Message } from '../messages/message.js'
import { prepareWith } from '../prepare.js'
import { readAmong } from '../read.js'
import { contentOf } from './encoded.js'
import { exitCodes, failureOf } from './exit.js'
import { existingText } from './files/existing.js'
import type { FileResult } from './files/result.js'
import { unitsOf } from './files/units.js'
import type { Input } from './inputs.js'
import type { Job } from './job.js'
import { everyFormat } from './sources.js'
import { nameOf, updateOf, writtenOne } from './written.js'

interface Part {
  readonly drawings: readonly Drawing[]
  readonly result: FileResult
}

/**
 * What is said of each input, and then of the file. Nothing is written where one input cannot be read, or has errors, unless `--recover` is
 * given: a file without one of its pages is wrong.
 */
export async function* mergedPages(job: Job): AsyncGenerator<FileResult> {
  const drawings: Drawing[] = []
  let isMissing = false
  for (const input of job.inputs) {
    const nothing = { name: input.name, messages: [], diagrams: 0, passedOver: [], changed: false }
    const part: Part = await partOf(job, input).catch(error => ({
      drawings: [],
      result: { ...nothing, failure: failureOf(error, input.name) },
    }))
    for (const drawing of part.drawings) drawings.push(drawing)
    const isBroken = hasErrors(part.result.messages) && !job.options.recover
    isMissing ||= isBroken || (part.result.failure?.exitCode ?? 0) > exitCodes.findings
    yield part.result
  }
  const name = job.output.kind === 'file' ? job.output.path : '<stdout>'
  const own = { name, source: '', messages: [], diagrams: 0, passedOver: [], changed: false, isOutput: true }
  const said = 'there are errors and nothing was written; --recover writes what could be read'
  if (isMissing) yield { ...own, failure: { text: said, exitCode: exitCodes.findings } }
  else yield await pagesOf(job, own, drawings).catch(error => ({ ...own, failure: failureOf(error, name) }))
}

async function pagesOf(job: Job, own: FileResult, drawings: readonly Drawing[]): Promise<FileResult> {
  const { target, formatOptions, settings } = job
  const input = job.inputs[0]!
  const update = updateOf(job, input)
  const existing = update && (await existingText(update, target))
  const { files, messages } = await finishWith(target, drawings, {
    options: formatOptions,
    ...(existing !== undefined && { existing }),
  })
  if (hasErrors(messages)) return { ...own, messages }
  const notes: string[] = []
  const warn = (said: string) => notes.push(said)
  const made = await Promise.all(
    files.map(async ({ name, text }) => ({
      ...(name !== undefined && { name }),
      content: await contentOf(target, text, formatOptions, settings.convert, warn),
    })),
  )
  return { ...own, messages, notes, ...(await writtenOne(job, input, own.name, made)) }
}

async function partOf(job: Job, input: Input): Promise<Part> {
  const { target, formats, formatOptions, settings } = job
  const of = await unitsOf(input, await input.load(), formats, job.from)
  const { document, units } = of
  const drawings: Drawing[] = []
  const messages: Message[] = of.found ? ofDocument(of.found) : []
  const passedOver: string[] = [...of.passedOver]
  let source = document
  let diagrams = 0
  for (const { format: from, text, block } of units) {
    const reading = await readAmong(from, text, formatOptions, () => everyFormat(job), {
      carry: job.options.carry,
    })
    source ??= reading.source
    const other = block && otherDiagram(reading.messages, reading.source)
    if (other !== undefined) {
      passedOver.push(other)
      continue
    }
    diagrams++
    const prepared = await prepareWith(target, reading.graphs, {
      from: reading.format ?? from.name,
      carriedFrom: reading.carriedFrom,
      documents: reading.documents,
      layouts: reading.layouts,
      checked: true,
      carry: job.options.carry ?? reading.carrying === true,
      options: formatOptions,
      names: namesOf(nameOf(input, formats), reading.graphs.length, block && drawings.length),
    })
    for (const drawing of prepared.drawings) drawings.push(drawing)
    const said = [...reading.messages, ...prepared.messages]
    messages.push(...(block ? inDocument(block, said) : said))
  }
  const losses = messages.filter(isLoss).length
  const text = `${input.name} loses ${losses} things, more than the ${settings.convert.maxLosses} that are allowed`
  return {
    drawings,
    result: {
      name: input.name,
      ...(source !== undefined && { source }),
      messages,
      diagrams,
      passedOver,
      changed: false,
      ...(losses > settings.convert.maxLosses && { failure: { text, exitCode: exitCodes.findings } }),
    },
  }
}

/** What pages are called that have no title: after their file, with numbers where it holds several. */
function namesOf(name: string, count: number, before: number | undefined): readonly string[] {
  if (before === undefined && count === 1) return [name]
  return Array.from({ length: count }, (_, place) => `${name}-${(before ?? 0) + place + 1}`)
}
