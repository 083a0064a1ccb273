/** The two sides of a comparison: texts with their graphs, from files, pipes and git. */

import type { Side } from '../diff/both-ways.js'
import { documentOfFile } from '../documents/documents.js'
import { inDocument, ofDocument } from '../documents/in-document.js'
import type { FormatEntry } from '../format.js'
import { otherDiagram } from '../input/other-diagram.js'
import { hasErrors, type Message } from '../messages/message.js'
import { readAmong, readWith } from '../read.js'
import { formatNamed, formatOfFile } from '../registry.js'
import { CommandError, exitCodes } from './exit.js'
import { unitsOf } from './files/units.js'
import { findInputs, type Input } from './inputs.js'
import { everyFormat, sourceFormat } from './sources.js'
import { type ReportOptions, report } from './terminal.js'

export interface ReadOptions extends ReportOptions {
  readonly from?: string
  readonly recover?: boolean
  /** Whether comments of source code are documents, too. */
  readonly docComments?: boolean
  /** Whether a file of a kind that nothing reads is passed over, as it is where nobody named it. */
  readonly passesOver?: boolean
}

/** A text with a name for people, and the diagrams in it, each with its format. */
export interface SideOfFiles {
  readonly name: string
  readonly diagrams: readonly Side[]
  /** Diagrams of kinds that nothing reads, each by its word: `sequenceDiagram`. */
  readonly passedOver: readonly string[]
}

/** A file that is not there. */
export const NOTHING: SideOfFiles = { name: '/dev/null', diagrams: [], passedOver: [] }

/** Where git shows a file that one of two versions does not have. */
const isNothing = (name: string): boolean => name === NOTHING.name || name === 'nul'

export async function oneInput(word: string): Promise<Input> {
  if (isNothing(word)) return { name: word, inFolder: word, load: async () => new Uint8Array() }
  const inputs = await findInputs([word], [])
  const [input] = inputs
  if (input && inputs.length === 1) return input
  throw new CommandError(`${word} is no single file; two files are compared, or folders with --against`)
}

interface Text {
  readonly name: string
  readonly source: string
  readonly messages: readonly Message[]
  readonly diagrams: readonly Side[]
  readonly passedOver: readonly string[]
}

/**
 * Reads a file, or the diagrams in a document. Stops with exit code 3 where there are errors, unless what could be read is asked for.
 * @param asked the format that is named; left out, the name and then the text tell
 */
export async function sideOf(
  input: Input,
  formats: readonly FormatEntry[],
  options: ReadOptions,
  asked: FormatEntry | undefined,
): Promise<SideOfFiles> {
  const { name } = input
  const bytes = await input.load()
  if (isNothing(name)) return NOTHING
  const document = asked ? undefined : documentOfFile(input.inFolder, formats, options.docComments)
  const text = document
    ? await textOfDocument(input, bytes, formats, options.docComments)
    : await textOf(input, bytes, formats, asked, options.passesOver === true)
  const said = text.messages.filter(({ severity }) => severity !== 'info')
  report(said, { file: name, source: text.source }, options)
  if (hasErrors(said) && !options.recover)
    throw new CommandError(`${name} has errors; --recover takes what could be read`, exitCodes.unreadable)
  return { name, diagrams: text.diagrams, passedOver: text.passedOver }
}

async function textOf(
  input: Input,
  bytes: Uint8Array,
  formats: readonly FormatEntry[],
  asked: FormatEntry | undefined,
  passesOver: boolean,
): Promise<Text> {
  const named = asked ?? formatOfFile(formats, input.inFolder)
  // A picture is only written, and may hold a diagram: what is in it tells.
  const from = named?.only === 'write' ? undefined : named
  const format = await sourceFormat({ formats, from }, input, bytes)
  const {
    graphs,
    messages,
    source,
    format: other,
  } = await readAmong(format, bytes, {}, () => everyFormat({ formats }))
  const kind = passesOver ? otherDiagram(messages, source) : undefined
  if (kind !== undefined) return { name: input.name, source, messages: [], diagrams: [], passedOver: [kind] }
  const known = other === undefined ? format : await formatNamed(formats, other)?.load()
  const diagrams = graphs.map(graph => ({ graph, format: known }))
  return { name: input.name, source, messages, diagrams, passedOver: [] }
}

/** The diagrams of a document; their messages have its places. */
async function textOfDocument(
  input: Input,
  bytes: Uint8Array,
  formats: readonly FormatEntry[],
  docComments: boolean | undefined,
): Promise<Text> {
  const {
    document: source = '',
    found,
    units,
    ...of
  } = await unitsOf(input, bytes, formats, undefined, docComments)
  const messages: Message[] = found ? ofDocument(found) : []
  const diagrams: Side[] = []
  const passedOver = [...of.passedOver]
  for (const { format, text, block } of units) {
    const reading = readWith(format, text, {}, [])
    const other = otherDiagram(reading.messages, reading.source)
    if (other !== undefined) {
      passedOver.push(other)
      continue
    }
    messages.push(...inDocument(block!, reading.messages))
    for (const graph of reading.graphs) diagrams.push({ graph, format })
  }
  return { name: input.name, source, messages, diagrams, passedOver }
}
