/** Documents of every kind, for tests: what is found in them, and other texts in its place. */

import type { Block, Edited, Found } from '../../src/documents/block.js'
import { documentOfFile } from '../../src/documents/documents.js'
import { languagesOf } from '../../src/documents/languages.js'
import { withEdits } from '../../src/messages/edits.js'
import { formats } from '../setup/formats.js'

export const languages = languagesOf(formats)

/** What finds diagrams in a file of such a name. */
export async function finder(name: string): Promise<(text: string) => Found> {
  // A text that needs all that there is.
  const find = await documentOfFile(name, formats, true)!.load('<p class="x">{eval-rst}')
  return text => find(text, languages)
}

export const formatCalled = (name: string) => formats.find(format => format.name === name)!

/** The document with what was to stand there; the sentence where it cannot. */
export const applied = (document: string, { edits, refused }: Edited): string =>
  edits ? withEdits(document, edits) : refused.text

/** The text of a document without what belongs to a block. */
export const outside = (document: string, { at: [start, end] }: Block): readonly [string, string] => [
  document.slice(0, start),
  document.slice(end),
]

/** What was found, in a line each: a diagram with its language, `language: file`, and what is said. */
export const summary = ({ blocks, files, messages }: Found): string[] => [
  ...blocks.map(({ language, text }) => `${language} ${text}`),
  ...files.map(({ language, file }) => `${language}: ${file}`),
  ...messages.map(({ text }) => `! ${text}`),
]
