/** Places on the disk for what the fuzzer can only try with files: each is removed when the process ends. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let all: string | undefined

/** A folder of that name, the same each time. */
export function ownFolder(name: string): string {
  if (all === undefined) {
    const made = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-fuzz-')))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    all = made
  }
  const folder = join(all, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The same, with nothing in it. */
export function emptyFolder(name: string): string {
  rmSync(ownFolder(name), { recursive: true })
  return ownFolder(name)
}
