/** The diagrams of a file: the file itself, or the blocks of a document. */
import type { Block, Found } from '../../documents/block.js'
import { documentOfFile } from '../../documents/documents.js'
import type { Format, FormatEntry } from '../../format.js'
import { decodeText } from '../../text/utf16.js'
import { CommandError, exitCodes } from '../exit.js'
import type { Input } from '../inputs.js'
import { everyFormat, formatOfDiagram, mustHold, type Sources } from '../sources.js'

export interface Unit {
  readonly format: Format
  readonly text: string | Uint8Array
  /** Where it stands in a document, and as which of its blocks. */
  readonly block?: Block
  readonly index: number
}

export interface Units {
  /** The whole text of a document; nothing for a file that is a diagram itself, which its reader decodes. */
  readonly document?: string
  /** What finds the blocks of a document. */
  readonly find?: (document: string) => Found
  /** What is said of the document beside its diagrams. */
  readonly found?: Found
  readonly units: readonly Unit[]
  /** What looks like a diagram and is of no format, each by its word: `plantuml`. */
  readonly passedOver: readonly string[]
}

/**
 * Where a file is a document its blocks that name a format, else the file; throws a `CommandError` for what is no text or of no format.
 * @param part what loads as much of the format of a file as is needed
 */
export async function unitsOf(
  input: Pick<Input, 'name' | 'inFolder'>,
  bytes: Uint8Array,
  formats: readonly FormatEntry[],
  from: FormatEntry | undefined,
  withComments = false,
  part?: Sources['part'],
): Promise<Units> {
  const kind = from ? undefined : documentOfFile(input.inFolder, formats, withComments)
  if (!kind) {
    mustHold(input, bytes)
    const format = await formatOfDiagram({ formats, from, part }, input, bytes)
    return { units: [{ format, text: bytes, index: 0 }], passedOver: [] }
  }
  const decoded = decodeText(bytes)
  // A page in an old encoding that holds no diagram is none of our business.
  const document = decoded ?? new TextDecoder('latin1').decode(bytes)
  const { formatOfBlock, languagesOf } = await import('../../documents/languages.js')
  const languages = languagesOf(await everyFormat({ formats }))
  const findBlocks = await kind.load(document)
  const find = (text: string) => findBlocks(text, languages)
  const found = find(document)
  if (decoded === undefined && found.blocks.length > 0)
    throw new CommandError(
      `${input.name} is neither UTF-8 nor UTF-16, so it cannot be read`,
      exitCodes.unreadable,
    )
  const units: Unit[] = []
  const passedOver: string[] = []
  for (const [index, block] of found.blocks.entries()) {
    const format = formatOfBlock(languages, block)
    if (format) units.push({ format, text: block.text, block, index })
    else if (languages.get(block.language)?.length === 0) passedOver.push(block.language)
  }
  return { document, find, found, units, passedOver }
}
