/** What a plan says of one file, made: the texts of new files, and of a document that changes. It writes nothing. */

import { convertWith } from '../convert.js'
import type { Block } from '../documents/block.js'
import type { Format } from '../format.js'
import type { Editor } from '../links/editors.js'
import { withEdits } from '../messages/edits.js'
import type { TextEdit } from '../messages/message.js'
import { type Converting, converted, type Standing } from './convert.js'
import { baseOf } from './names.js'
import type { PlannedDiagram, PlannedFile } from './plan-form.js'
import { fileNamed, type Named, renamed } from './references/reference.js'
import * as say from './sentences.js'

/** A file as it stands there. */
export interface SourceFile {
  /** The text of a document. */
  readonly document?: string
  readonly diagrams: readonly (Standing & { readonly index?: number; readonly block?: Block })[]
  /** The files that it names. */
  readonly names: readonly Named[]
}

export interface Making extends Converting {
  readonly digest: (text: string) => string
  /** What opens a text of the target from its address, where there is such a thing. */
  readonly editor?: Pick<Editor, 'title' | 'addressOf'>
  /** What draws pictures. */
  readonly picture: Format
}

export interface MadeFile {
  readonly path: string
  readonly text: string
  /** Whether it takes the place of a file that is there: a document. */
  readonly isDocument?: boolean
}

/** New files first, so that nothing names what is not there. */
export type Made =
  | { readonly files: readonly MadeFile[]; readonly refused?: undefined }
  | { readonly files?: undefined; readonly refused: string }

/** @returns the files to write, or why the plan does not fit the file any more */
export async function makeFile(planned: PlannedFile, source: SourceFile, making: Making): Promise<Made> {
  const files: MadeFile[] = []
  const edits: TextEdit[] = []
  for (const diagram of planned.diagrams) {
    const isThere = diagram.way === 'file' && diagram.files?.every(({ there }) => there) === true
    // What goes is converted once more, whoever says that its new form is there.
    if (diagram.way === 'stays' || (isThere && !planned.remove)) continue
    const standing = source.diagrams.find(({ index }) => index === diagram.block)
    if (!standing) return { refused: say.notAsPlanned(planned) }
    const { texts } = await converted(standing, making)
    const digests = diagram.files?.map(({ digest }) => digest) ?? [diagram.digest]
    if (
      texts.length !== digests.length ||
      texts.some(({ text }, place) => making.digest(text) !== digests[place])
    )
      return { refused: say.otherwiseMade(planned) }
    for (const [place, { path }] of (diagram.files ?? []).entries())
      files.push({ path, text: texts[place]!.text })
    if (!standing.block) continue
    const made = await inPlace(diagram, standing.block, texts[0]!.text, making)
    if (!made.edits) return { refused: made.refused }
    if (made.picture) files.push(made.picture)
    edits.push(...made.edits)
  }
  if (source.document !== undefined) {
    edits.push(...linkEdits(planned, source, edits))
    edits.sort((a, b) => a.start - b.start)
    const text = withEdits(source.document, edits)
    if (text !== source.document) files.push({ path: planned.path, text, isDocument: true })
  }
  return { files }
}

type InPlace =
  | { readonly edits: readonly TextEdit[]; readonly picture?: MadeFile; readonly refused?: undefined }
  | { readonly edits?: undefined; readonly refused: string }

/** What stands in the place of a block. */
async function inPlace(
  { way, files, picture, name }: PlannedDiagram,
  block: Block,
  text: string,
  { to, picture: drawer, editor, settings }: Making,
): Promise<InPlace> {
  if (way === 'inline') {
    const { edits, refused } = block.exchanged(text, to)
    return edits ? { edits } : { refused: refused.text }
  }
  const source = baseOf(files![0]!.path)
  const stem = source.slice(0, source.lastIndexOf('.'))
  const { edits, refused } = block.replaced({
    title: name ?? stem,
    source,
    ...(picture !== undefined && { picture: baseOf(picture) }),
    ...(settings.playground &&
      editor && { more: [{ title: say.openIn(editor), address: editor.addressOf(text, to.name) }] }),
  })
  if (!edits) return { refused: refused.text }
  if (picture === undefined) return { edits }
  const { text: svg } = await convertWith(to, drawer, text)
  return { edits, picture: { path: picture, text: svg } }
}

/** Names of files that are called otherwise then, outside of what is exchanged. */
function linkEdits(
  { path: document, links = [] }: PlannedFile,
  { document: text = '', names }: SourceFile,
  others: readonly TextEdit[],
): TextEdit[] {
  const moved = new Map(links.map(({ from, to }) => [from, to]))
  return names.flatMap(({ at: [start, end], isAddress }) => {
    const raw = text.slice(start, end)
    const to = moved.get(fileNamed(document, raw, isAddress) ?? '')
    const isInside = others.some(other => other.start < end && start < other.end)
    return to === undefined || isInside ? [] : [{ start, end, text: renamed(raw, to, isAddress) }]
  })
}
