/** A file of the tree as a migration sees it: its diagrams, the files that it names, and whether it can be written. */
import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { documentOfFile } from '../../documents/documents.js'
import type { FormatEntry } from '../../format.js'
import * as say from '../../migrate/sentences.js'
import { type Source, sourceIn } from '../../migrate/source.js'
import type { SurveyedFile } from '../../migrate/survey.js'
import { decodeText } from '../../text/utf16.js'
import { readBytes } from '../bytes.js'
import { recoded } from '../files/encoding.js'
import { unitsOf } from '../files/units.js'
import { isInside } from '../folders.js'
import { digestOf } from './digest.js'

export interface SourceOnDisk extends Source {
  readonly digest: string
  readonly fixed?: NonNullable<SurveyedFile['fixed']>
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
  const { document } = units
  const kind = document === undefined ? undefined : documentOfFile(path, formats)
  const text = document ?? decodeText(bytes) ?? ''
  const source = await sourceIn(path, text, { ...units, ...(kind && { kind }) }, formats)
  const real = realpathSync.native(place)
  const fixed = fixedBy(root, { place, real }, bytes, document)
  const leadsTo =
    real === place || !isInside(root, real) ? undefined : relative(root, real).split(sep).join('/')
  return {
    ...source,
    digest: digestOf(bytes),
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
  const isWhole = document === undefined || recoded(bytes, document) !== undefined
  return isWhole ? undefined : { why: 'place', because: say.notLossless() }
}
