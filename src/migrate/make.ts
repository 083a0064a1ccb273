/** What a plan says of one file, made: the texts of new files, and of a document that changes. It writes nothing. */

import { convertWith } from '../convert.js'
import type { Block, FileReference } from '../documents/block.js'
import type { Format } from '../format.js'
import type { Editor } from '../links/editors.js'
import { withEdits } from '../messages/edits.js'
import type { TextEdit } from '../messages/message.js'
import { type Converting, converted, type Standing } from './convert.js'
import { baseOf } from './names.js'
import type { Moved, PlannedDiagram, PlannedFile } from './plan-form.js'
import { filesNamed, type Named, renamed, wayTo } from './references/reference.js'
import * as say from './sentences.js'

/** A file as it stands there. */
export interface SourceFile {
  /** The text of a document. */
  readonly document?: string
  readonly diagrams: readonly (Standing & { readonly index?: number; readonly block?: Block })[]
  /** The files that it names. */
  readonly names: readonly Named[]
  /** Those of them that it draws. */
  readonly drawn: readonly FileReference[]
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
    if (!standing.block) {
      if (diagram.picture !== undefined) files.push(await pictureOf(texts[0]!.text, diagram.picture, making))
      continue
    }
    const made = await inPlace(diagram, standing.block, texts[0]!.text, making)
    if (!made.edits) return { refused: made.refused }
    if (made.picture) files.push(made.picture)
    edits.push(...made.edits)
  }
  if (source.document !== undefined) {
    edits.push(...linkEdits(planned, source, edits, making.to))
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
  making: Making,
): Promise<InPlace> {
  const { to, editor, settings } = making
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
  return { edits, picture: await pictureOf(text, picture, making) }
}

async function pictureOf(text: string, path: string, { to, picture }: Making): Promise<MadeFile> {
  const { text: svg } = await convertWith(to, picture, text)
  return { path, text: svg }
}

/** Names of files that are called otherwise then, outside of what is exchanged. */
function linkEdits(
  { path: document, links = [] }: PlannedFile,
  { document: text = '', names, drawn }: SourceFile,
  others: readonly TextEdit[],
  to: Format,
): TextEdit[] {
  const moved = new Map(links.map(link => [link.from, link]))
  const taken = [...others]
  const free = (edits: readonly TextEdit[]): readonly TextEdit[] => {
    const isTaken = edits.some(({ start, end }) =>
      taken.some(other => other.start < end && start < other.end),
    )
    if (isTaken) return []
    taken.push(...edits)
    return edits
  }
  const movedBy = (raw: string, named: Pick<Named, 'isAddress' | 'isLoose'>): Moved | undefined =>
    filesNamed(document, raw, named)
      .map(path => moved.get(path))
      .find(link => link !== undefined)
  const redrawn = drawn.flatMap(file => {
    const link = movedBy(file.file, { isAddress: false, ...(file.isLoose && { isLoose: true }) })
    return link ? free(drawnAnew(document, file, link, to)) : []
  })
  const named = names.flatMap(({ at: [start, end], use, ...own }) => {
    const raw = text.slice(start, end)
    const link = movedBy(raw, own)
    if (!link) return []
    const shown = use === 'shown' && link.picture !== undefined ? link.picture : link.to
    return free([{ start, end, text: renamed(raw, shown, own.isAddress) }])
  })
  return [...redrawn, ...named]
}

/** What draws the new file, else its picture or a link to it. */
function drawnAnew(
  document: string,
  file: FileReference,
  { to, picture }: Moved,
  format: Format,
): readonly TextEdit[] {
  const { edits } = file.exchanged(renamed(file.file, to, false), format)
  if (edits) return edits
  // An address starts from the document, from wherever the name did.
  const beside = (path: string) => (file.isLoose ? wayTo(document, path) : renamed(file.file, path, false))
  const source = beside(to)
  const name = baseOf(to)
  const markup = { title: file.title ?? name.slice(0, name.lastIndexOf('.')), source }
  const placed = file.replaced({ ...markup, ...(picture !== undefined && { picture: beside(picture) }) })
  return placed.edits ?? []
}
