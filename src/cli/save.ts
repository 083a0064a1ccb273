/** A result in its file; or, for `--dry-run`, what it would change there, as a patch. */
import { sep } from 'node:path'
import { bytesOf } from './disk.js'
import { type Content, exists, holds, writeWhole } from './outputs.js'

/** Writes a file, or gives the patch that would make it of what is there. */
export async function saved(
  isDry: boolean,
  path: string,
  content: Content,
): Promise<{ readonly changed: boolean; readonly patch?: string }> {
  if (!isDry) return { changed: await writeWhole(path, content) }
  if (holds(path, content)) return { changed: false }
  if (typeof content !== 'string') return { changed: true, patch: pictureLine(path) }
  const old = bytesOf(path)?.toString('utf8')
  return { changed: true, patch: await patchOf(path, old, content) }
}

/** As git says it: nobody reads the bytes of a picture. */
function pictureLine(path: string): string {
  const name = nameOf(path)
  return `Binary files ${exists(path) ? `a/${name}` : '/dev/null'} and b/${name} differ\n`
}

const nameOf = (path: string): string => path.split(sep).join('/').replace(/^\//, '')

const ESCAPES: Readonly<Record<string, string>> = { '\n': 'n', '\t': 't', '\r': 'r', '"': '"', '\\': '\\' }

/** A name in the header of a patch: as git quotes one that holds what ends a line, or a quote. */
function inHeader(name: string): string {
  const unfit = /["\\\x00-\x1f\x7f]/g
  if (name.search(unfit) < 0) return name
  const escaped = name.replace(
    unfit,
    sign => `\\${ESCAPES[sign] ?? sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )
  return `"${escaped}"`
}

/** A unified patch, as `git apply` and `patch -p1` take it. @param old nothing where the file is new @param text nothing where it goes */
export async function patchOf(
  path: string,
  old: string | undefined,
  text: string | undefined,
): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
  const name = nameOf(path)
  const to = text === undefined ? '/dev/null' : inHeader(`b/${name}`)
  const from = old === undefined ? '/dev/null' : inHeader(`a/${name}`)
  return createTwoFilesPatch(from, to, old ?? '', text ?? '', undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  })
}
