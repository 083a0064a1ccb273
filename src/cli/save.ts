/** A result in its file; or, for `--dry-run`, what it would change there, as a patch. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { bytesOf } from './disk.js'
import { isInside } from './folders.js'
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
  const { name } = nameOf(path)
  return `Binary files ${exists(path) ? `a/${name}` : '/dev/null'} and b/${name} differ\n`
}

/**
 * What a patch calls a file: in a repository of git from its top, as `git diff` does, so that `git apply` takes it at the top, and in a folder
 * what is below that; elsewhere as it is called. Of names with `..`, git takes none.
 */
function nameOf(path: string, folder = '.'): { readonly name: string; readonly isGit: boolean } {
  const top = repositoryOf(process.cwd())
  const file = resolve(folder, path)
  const isGit = top !== undefined && isInside(top, file)
  const name = isGit ? relative(top, file) : path
  return { name: name.split(sep).join('/').replace(/^\//, ''), isGit }
}

/** The folder that has the repository of git; nothing where there is none. */
function repositoryOf(folder: string): string | undefined {
  if (exists(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : repositoryOf(above)
}

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

/** A unified patch, as `git apply` and `patch -p1` take it. @param old nothing where the file is new @param text nothing where it goes @param folder that the path counts from */
export async function patchOf(
  path: string,
  old: string | undefined,
  text: string | undefined,
  folder?: string,
): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
  const { name, isGit } = nameOf(path, folder)
  const to = text === undefined ? '/dev/null' : inHeader(`b/${name}`)
  const from = old === undefined ? '/dev/null' : inHeader(`a/${name}`)
  const patch = createTwoFilesPatch(from, to, old ?? '', text ?? '', undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  })
  if (!isGit) return patch
  // Only below such a line does git count names from the top, wherever it is called.
  const mode =
    old === undefined ? 'new file mode 100644\n' : text === undefined ? 'deleted file mode 100644\n' : ''
  return `diff --git ${inHeader(`a/${name}`)} ${inHeader(`b/${name}`)}\n${mode}${patch}`
}
