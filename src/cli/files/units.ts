/** The diagrams of a file: the file itself, or the blocks of a document. */
import { type Block, textOfBlock } from '../../documents/block.js'
import { type BlocksOf, documentOfFile, formatOfBlock } from '../../documents/documents.js'
import type { Format, FormatEntry } from '../../format.js'
import { decodeText } from '../../text/utf16.js'
import { CommandError, exitCodes } from '../exit.js'
import type { Input } from '../inputs.js'
import { everyFormat, mustHold, sourceFormat } from '../sources.js'

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
  readonly blocksOf?: BlocksOf
  readonly units: readonly Unit[]
}

/** Where a file is a document its blocks that name a format, else the file; throws a `CommandError` for what is no text or of no format. */
export async function unitsOf(
  input: Pick<Input, 'name' | 'inFolder'>,
  bytes: Uint8Array,
  formats: readonly FormatEntry[],
  from: FormatEntry | undefined,
): Promise<Units> {
  const kind = from ? undefined : documentOfFile(input.inFolder)
  if (!kind) {
    mustHold(input, bytes)
    const format = await sourceFormat({ formats, from }, { ...input, load: async () => bytes }, bytes)
    return { units: [{ format, text: bytes, index: 0 }] }
  }
  const document = decodeText(bytes)
  if (document === undefined)
    throw new CommandError(
      `${input.name} is neither UTF-8 nor UTF-16, so it cannot be read`,
      exitCodes.unreadable,
    )
  const blocksOf = await kind.load()
  const blocks = blocksOf(document)
  if (blocks.length === 0) return { document, blocksOf, units: [] }
  const loaded = await everyFormat({ formats })
  const units = blocks.flatMap((block, index): Unit[] => {
    const text = textOfBlock(document, block)
    const format = formatOfBlock(loaded, block, text)
    return format ? [{ format, text, block, index }] : []
  })
  return { document, blocksOf, units }
}
