/** The two sides of a comparison: texts with their graphs, from files, pipes and git. */
import { basename } from 'node:path'
import type { Text } from '../diff/diagrams.js'
import type { FormatEntry } from '../format.js'
import { hasErrors } from '../messages/message.js'
import { readAmong } from '../read.js'
import { formatOfFile } from '../registry.js'
import { CommandError, exitCodes } from './exit.js'
import { findInputs, type Input } from './inputs.js'
import { everyFormat, sourceFormat } from './sources.js'
import { type ReportOptions, report } from './terminal.js'

export interface ReadOptions extends ReportOptions {
  readonly from?: string
  readonly recover?: boolean
}

/** A text with a name for people. */
export interface Side extends Text {
  readonly name: string
  readonly source: string
}

/** Where git shows a file that one of two versions does not have. */
const isNothing = (name: string): boolean => name === '/dev/null' || name === 'nul'

export async function oneInput(word: string): Promise<Input> {
  const inputs = await findInputs([word], [])
  const [input] = inputs
  if (!input || inputs.length > 1)
    throw new CommandError(`${word} is no single file; two files are compared, or folders with --against`)
  return input
}

/** @param asked the format that is named; left out, the name and then the text tell */
export async function sideOf(
  input: Input,
  formats: readonly FormatEntry[],
  options: ReadOptions,
  asked: FormatEntry | undefined,
): Promise<Side> {
  const bytes = await input.load()
  if (isNothing(input.name) && bytes.length === 0) return { name: input.name, source: '', graphs: [] }
  // git gives versions of files names of its own, which end in that of the file.
  const named = asked ?? formatOfFile(formats, basename(input.name))
  const sources = { formats, from: named?.only === 'write' ? undefined : named }
  const format = await sourceFormat(sources, input, bytes)
  const reading = await readAmong(format, bytes, {}, () => everyFormat({ formats }))
  report(
    reading.messages.filter(({ severity }) => severity !== 'info'),
    { file: input.name, source: reading.source },
    options,
  )
  if (hasErrors(reading.messages) && !options.recover)
    throw new CommandError(
      `${input.name} has errors; --recover takes what could be read`,
      exitCodes.unreadable,
    )
  const known = (await everyFormatNamed(formats, reading.format)) ?? format
  return { name: input.name, source: reading.source, graphs: reading.graphs, format: known }
}

async function everyFormatNamed(formats: readonly FormatEntry[], name: string | undefined) {
  return formats.find(entry => entry.name === name)?.load()
}
