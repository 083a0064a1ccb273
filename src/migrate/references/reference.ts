/** Where a document names another file, and what that name becomes when the file is called otherwise. */
import { baseOf, folderOf } from '../names.js'

/** A name of a file as a document has it. */
export interface Named {
  /** The place of the whole name, with what stands behind a `#` or a `?` in it. */
  readonly at: readonly [start: number, end: number]
  /**
   * `link`: the file is named, or its text stands there. `shown`: its picture stands there. `drawn`: a tool draws it there, and draws
   * nothing else.
   */
  readonly use: 'link' | 'shown' | 'drawn'
  /** Whether it is written as in an address, where `%20` is a blank. */
  readonly isAddress: boolean
  /** Whether it may start from any folder above the document. */
  readonly isLoose?: true
}

export type NamesIn = (text: string) => readonly Named[]

export interface Reference {
  /** The file, from the root. */
  readonly path: string
  readonly line: number
  readonly use: Named['use']
  /**
   * How it goes on when the file becomes another: the directive draws the new one, a link to it stands there, or its picture. Left out where a
   * name is all that changes, or where nothing can stand there.
   */
  readonly redrawn?: 'named' | 'linked' | 'pictured'
  /** The block that it stands in. */
  readonly block?: number
}

/** The path part of a name: without what is behind it. */
const pathPart = (raw: string): string => /^[^?#]*/.exec(raw)![0]

/**
 * The file that a name means.
 * @param document the path of the document, from the root
 * @returns its path from the root; nothing for an address elsewhere, or for what leads out of the root
 */
export function fileNamed(document: string, raw: string, isAddress: boolean): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(raw) || raw.startsWith('//')) return undefined
  const written = pathPart(raw)
  if (written === '') return undefined
  const path = isAddress ? decoded(written) : written
  if (path === undefined) return undefined
  const parts: string[] = []
  const way = path.startsWith('/') ? path.slice(1) : `${folderOf(document)}${path}`
  for (const part of way.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The files that it may mean, in the order in which they are looked for. */
export function filesNamed(
  document: string,
  raw: string,
  { isAddress, isLoose }: Pick<Named, 'isAddress' | 'isLoose'>,
): string[] {
  const own = fileNamed(document, raw, isAddress)
  if (own === undefined) return []
  if (!isLoose) return [own]
  const found = [own]
  for (let folder = folderOf(document); folder !== ''; ) {
    folder = folderOf(folder.slice(0, -1))
    const path = fileNamed(folder, raw, isAddress)
    if (path !== undefined) found.push(path)
  }
  return found
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The way from a document to a file, both from the root. */
export function wayTo(document: string, path: string): string {
  const from = folderOf(document).split('/').slice(0, -1)
  const to = path.split('/')
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}

/** The name of a file that lies where the old one lay: only its last part is another. */
export function renamed(raw: string, path: string, isAddress: boolean): string {
  const old = pathPart(raw)
  const base = baseOf(path)
  const written = isAddress ? base.replace(/[\s()<>"'%#?\\[\]]/g, encoded) : base
  return folderOf(old) + written + raw.slice(old.length)
}

const encoded = (sign: string): string =>
  [...new TextEncoder().encode(sign)]
    .map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
