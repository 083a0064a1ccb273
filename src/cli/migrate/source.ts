/** A file of the tree as a migration sees it: its diagrams, the files that it names, and whether it can be written. */
import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type DocumentKind, documentOfFile } from '../../documents/documents.js'
import type { FormatEntry } from '../../format.js'
import { lineTable, placeOf } from '../../messages/place.js'
import type { SourceFile } from '../../migrate/make.js'
import { namesFor } from '../../migrate/references/kinds.js'
import { fileNamed, type Named, type Reference } from '../../migrate/references/reference.js'
import * as say from '../../migrate/sentences.js'
import type { Found, SurveyedDiagram, SurveyedFile } from '../../migrate/survey.js'
import { decodeText } from '../../text/utf16.js'
import { readBytes } from '../bytes.js'
import { encodedLike } from '../files/encoding.js'
import { unitsOf } from '../files/units.js'
import { isInside } from '../folders.js'
import { digestOf } from './digest.js'

export interface SourceOnDisk extends SourceFile {
  readonly digest: string
  readonly kind?: DocumentKind
  readonly diagrams: readonly (Found & SourceFile['diagrams'][number])[]
  /** What looks like a diagram and is none that is read. */
  readonly others: readonly SurveyedDiagram[]
  readonly fixed?: NonNullable<SurveyedFile['fixed']>
  readonly references: readonly Reference[]
  readonly leadsTo?: string
}

/** Reads a file. Throws a `CommandError` for what is no text, or of no format. */
export async function sourceOf(
  root: string,
  path: string,
  formats: readonly FormatEntry[],
): Promise<SourceOnDisk> {
  const place = join(root, path)
  const bytes = await readBytes(place)
  const units = await unitsOf({ name: path, inFolder: path }, bytes, formats, undefined)
  const { document, found } = units
  const kind = document === undefined ? undefined : documentOfFile(path, formats)
  const table = lineTable(document ?? decodeText(bytes) ?? '')
  const lineAt = (offset: number) => placeOf(table, offset).line
  const diagrams = units.units.map(({ format, text, block, index }) => ({
    format,
    text,
    oneText: block !== undefined,
    lineOf: (offset: number) => lineAt(block ? block.offsetOf(offset) : offset),
    ...(block && { index, block }),
    ...(block?.title !== undefined && { heading: block.title }),
  }))
  const stay = (at: number, stays: NonNullable<SurveyedDiagram['stays']>): SurveyedDiagram => ({
    line: lineAt(at),
    from: '',
    texts: [],
    stays,
    losses: [],
  })
  const read = new Set(units.units.map(({ index }) => index))
  const others = [
    ...(found?.messages ?? []).flatMap(({ code, text, at }) =>
      code === 'document/unread' ? [stay(at?.[0] ?? 0, { why: 'broken', because: text })] : [],
    ),
    ...(found?.blocks ?? []).flatMap(({ language, at }, index) =>
      !read.has(index) && units.passedOver.includes(language)
        ? [stay(at[0], { why: 'other-kind', kind: language, because: say.otherKind({ kind: language }) })]
        : [],
    ),
  ]
  const drawn = (found?.files ?? []).map(
    ({ fileAt }): Named => ({ at: fileAt, use: 'drawn', isAddress: false }),
  )
  const names = document === undefined ? [] : [...(await namesFor(kind?.name, document, formats)), ...drawn]
  const blocks = found?.blocks ?? []
  const references = names.flatMap(({ at: [start, end], use, isAddress }): Reference[] => {
    const named = fileNamed(path, document!.slice(start, end), isAddress)
    const block = blocks.findIndex(({ at }) => at[0] <= start && end <= at[1])
    return named === undefined
      ? []
      : [{ path: named, line: lineAt(start), use, ...(block >= 0 && { block }) }]
  })
  const real = realpathSync.native(place)
  const fixed = fixedBy(root, { place, real }, bytes, document)
  const leadsTo =
    real === place || !isInside(root, real) ? undefined : relative(root, real).split(sep).join('/')
  return {
    digest: digestOf(bytes),
    ...(document !== undefined && { document }),
    ...(kind && { kind }),
    diagrams,
    others,
    names,
    references,
    ...(fixed && { fixed }),
    ...(leadsTo !== undefined && { leadsTo }),
  }
}

/** Why nothing can be written in the place of a file. */
function fixedBy(
  root: string,
  { place, real }: { readonly place: string; readonly real: string },
  bytes: Uint8Array,
  document: string | undefined,
): SurveyedFile['fixed'] {
  if (!isInside(root, real)) return { why: 'link', because: say.linkOut() }
  const own = lstatSync(place)
  if (own.isSymbolicLink()) return { why: 'link', because: say.link({ target: readlinkSync(place) }) }
  if ((own.mode & 0o222) === 0) return { why: 'read-only', because: say.readOnly() }
  const isWhole = document === undefined || Buffer.from(encodedLike(bytes, document)).equals(bytes)
  return isWhole ? undefined : { why: 'place', because: say.notLossless() }
}
