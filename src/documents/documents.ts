/** Documents that hold diagrams: which files are such, and which of their blocks are diagrams of which format. */
import type { Format } from '../format.js'
import { fenceWords } from '../input/surroundings.js'
import type { Block } from './block.js'

export type BlocksOf = (text: string) => readonly Block[]

export interface DocumentKind {
  readonly name: string
  /** As in a sentence. */
  readonly title: string
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  /** What finds its blocks; loaded only where there is such a document. */
  readonly load: () => Promise<BlocksOf>
}

export const documentKinds: readonly DocumentKind[] = [
  {
    name: 'markdown',
    title: 'Markdown',
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./markdown.js')).fencedBlocks,
  },
]

/** The kind of document that a file is by its extension. Case does not count. */
export function documentOfFile(file: string): DocumentKind | undefined {
  const name = file.toLowerCase()
  return documentKinds.find(({ extensions }) => extensions.some(extension => name.endsWith(extension)))
}

/** Words behind a fence that mean many things: only a text that bears the sign of the format is one. */
const SHARED = new Set(['xml', 'json'])

/** The format of a block, by its language; nothing where that is none of them, or the text is something else in it. */
export function formatOfBlock(
  formats: readonly Format[],
  { language }: Block,
  text: string,
): Format | undefined {
  const word = language.toLowerCase().replace(/^\{?\.?|[{},:].*$/g, '')
  return formats.find(
    format =>
      format.read &&
      fenceWords(format).includes(word) &&
      (!SHARED.has(word) || format.sniff?.(text) === true),
  )
}
