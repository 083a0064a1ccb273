/** Files that somebody opens or drops: read here, and sent nowhere. */
import { formatOfName } from '../shared/formats.js'

export interface Opened {
  readonly name: string
  readonly file: File
}

/** As much as the library reads. */
export const LARGEST = 64 * 1024 * 1024

/** So many files of a folder are listed. */
const MOST = 500

/** Folders of programs and of version control are full of files that nobody drew. */
const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** What was dropped, folders with all that is in them; of several files only those whose names mean a diagram. */
export async function droppedFiles(transfer: DataTransfer): Promise<Opened[]> {
  // The list is only there until this function first waits.
  const entries = [...transfer.items].flatMap(item =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : [],
  )
  const [only] = entries
  const found: Opened[] = []
  const waiting = [...entries]
  for (let entry = waiting.shift(); entry && found.length < MOST; entry = waiting.shift()) {
    if (isDirectory(entry))
      waiting.push(...(await childrenOf(entry)).filter(({ name }) => !isPassedOver(name)))
    else
      found.push({
        name: entry.fullPath.replace(/^\//, ''),
        file: await fileOf(entry as FileSystemFileEntry),
      })
  }
  const isOne = entries.length === 1 && only?.isFile
  return isOne ? found : found.filter(({ name }) => formatOfName(name) !== undefined)
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

/** A folder gives its entries in parts; an empty one is the last. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return all
    all.push(...part)
  }
}
