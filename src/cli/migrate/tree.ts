/** The files of a folder, as a plan asks for them. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tree } from '../../migrate/planning.js'
import { readBytes } from '../bytes.js'
import { digestOf } from './digest.js'

export const treeOf = (root: string): Tree => ({
  names: folder => readdir(join(root, folder)).catch(() => []),
  digest: path =>
    readBytes(join(root, path)).then(
      bytes => digestOf(bytes),
      () => undefined,
    ),
})
