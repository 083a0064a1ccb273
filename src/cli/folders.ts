/** Folders that files lie in: what they have in common, and which of them are one folder under several names. */
import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/** Whether a file lies in a folder, at any depth, or is it. */
export function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The deepest folder that all files lie in. */
export function commonFolder(files: readonly string[]): string {
  const [first = '.', ...rest] = files.map(file => dirname(resolve(file)))
  let folder = first
  for (const other of rest)
    while (!isInside(folder, other) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/**
 * Files without those that links to folders lead to a second time, as links in a circle do. Of two names, the one without a
 * link is kept, else the shorter one.
 */
export async function onceEach(files: readonly string[]): Promise<string[]> {
  const folders = new Map<string, Promise<string>>()
  const kept = new Map<string, string>()
  for (const file of files) {
    const path = resolve(file)
    const folder = dirname(path)
    const known = folders.get(folder) ?? realpath(folder).catch(() => folder)
    folders.set(folder, known)
    const real = await known
    const own = real === folder ? path : resolve(real, basename(path))
    const other = kept.get(own)
    const isPlain = own === path
    if (other === undefined || isPlain || (file.length < other.length && own !== resolve(other)))
      kept.set(own, file)
  }
  const all = new Set(kept.values())
  return files.filter(file => all.has(file))
}
