/** Documents that hold diagrams: which files are such, and what finds their diagrams. */
import type { Found } from './block.js'
import type { Languages } from './languages.js'

/**
 * What finds the diagrams of a document. Nothing throws for what is in it.
 * @param text without a byte order mark
 */
export type FindBlocks = (text: string, languages: Languages) => Found

export interface DocumentKind {
  readonly name: string
  /** As in a sentence. */
  readonly title: string
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  /** Loaded only where there is such a document. */
  readonly load: () => Promise<FindBlocks>
}

export const documentKinds: readonly DocumentKind[] = [
  {
    name: 'markdown',
    title: 'Markdown',
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./markdown.js')).markdownBlocks,
  },
]

/** The kind of document that a file is by its extension. Case does not count. */
export function documentOfFile(file: string): DocumentKind | undefined {
  const name = file.toLowerCase()
  return documentKinds.find(({ extensions }) => extensions.some(extension => name.endsWith(extension)))
}
