/** Trees of files in places of their own, for tests of commands that change many files. */
import { createHash } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Run } from './built.js'
import { inProcess } from './in-process.js'

/** Makes files in a new folder, and gives it. What programs remember lies beside it. */
export function treeOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-tree-')))
  process.env.XDG_STATE_HOME = `${root}-state`
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** What stands in every file, its mode, and where links lead. */
export function stateOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names.flatMap(name => {
      const place = join(root, name)
      const found = lstatSync(place)
      if (found.isDirectory()) return []
      if (found.isSymbolicLink()) return [[name, `-> ${readlinkSync(place)}`]]
      const digest = createHash('sha256').update(readFileSync(place)).digest('hex')
      return [[name, `${(found.mode & 0o7777).toString(8)} ${digest}`]]
    }),
  )
}

export const run = (root: string, ...words: string[]): Promise<Run> =>
  inProcess(words, { cwd: root, input: '' })

/** The undo bundle that a run named. */
export const bundleIn = ({ stdout }: Run): string => /--undo (\S+)/.exec(stdout)?.[1] ?? ''
