/** `diaglot merge` of documents: their diagrams by what they say, and the rest line by line. */
import { type DocumentKind, documentOfFile } from '../documents/documents.js'
import { formatOfBlock, languagesOf } from '../documents/languages.js'
import type { FormatEntry } from '../format.js'
import { mergeDocuments } from '../merge/documents.js'
import { decodeText } from '../text/utf16.js'
import { CommandError, exitCodes } from './exit.js'
import { encodedLike } from './files/encoding.js'
import type { FileResult } from './files/result.js'
import type { Input } from './inputs.js'
import { writeWhole } from './outputs.js'
import { everyFormat } from './sources.js'

interface Asked {
  /** The name that the document has, where the three are copies under other names. */
  readonly path?: string
  readonly output?: string
  /** What kind of document ours is. */
  readonly kind: DocumentKind
}

/** The result is written, or is in what this returns. Throws a `CommandError` where the three are not of one kind, or one is no text. */
export async function mergedDocuments(
  inputs: readonly [base: Input, ours: Input, theirs: Input],
  { path, output, kind }: Asked,
  formats: readonly FormatEntry[],
): Promise<FileResult> {
  if (path === undefined) for (const input of inputs) mustBe(kind, input, formats)
  const bytes = await Promise.all(inputs.map(({ load }) => load()))
  const texts = bytes.map((each, place) => textOf(inputs[place]!, each))
  const [base, ours, theirs] = texts as [string, string, string]
  const languages = languagesOf(await everyFormat({ formats }))
  // What one version alone has, such as elements of HTML in Markdown, is looked for in all three.
  const findBlocks = await kind.load(texts.join('\n'))
  const find = (document: string) => findBlocks(document, languages)
  const { text, messages } = mergeDocuments([base, ours, theirs], {
    find,
    formatOf: block => formatOfBlock(languages, block),
  })
  const toStdout = output === undefined || output === '-'
  const content = encodedLike(path ?? inputs[1].name, bytes[1]!, text)
  if (!toStdout) await writeWhole(output, content)
  return {
    name: path ?? inputs[1].name,
    source: text,
    messages,
    diagrams: find(text).blocks.length,
    passedOver: [],
    changed: text !== ours,
    ...(toStdout && { text: content }),
  }
}

/** Without the mark that it may begin with: the result gets that of ours. */
function textOf({ name }: Input, bytes: Uint8Array): string {
  const text = decodeText(bytes)
  if (text === undefined)
    throw new CommandError(`${name} is neither UTF-8 nor UTF-16, so nothing is merged`, exitCodes.unreadable)
  return text
}

function mustBe(kind: DocumentKind, { name, inFolder }: Input, formats: readonly FormatEntry[]): void {
  if (name === '/dev/null' || documentOfFile(inFolder, formats) === kind) return
  throw new CommandError(
    `documents are merged with versions of themselves, and ${name} is no document in ${kind.title}; where it is a copy under another name, --path says what it is called`,
  )
}
