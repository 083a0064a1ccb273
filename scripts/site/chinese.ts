/** The same code with its sentences in Chinese: `messages.zh.ts` takes the place of the `messages.ts` beside it, and so with any module. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

const ENDING = '.zh.ts'

/** The module that says in Chinese what another says, if there is one. */
export function chineseOf(file: string): string | undefined {
  const own = file.replace(/\.ts$/, ENDING)
  return !file.endsWith(ENDING) && existsSync(own) ? own : undefined
}

export const inChinese: Plugin = {
  name: 'in Chinese',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir, importer }) => {
      const own = chineseOf(resolve(resolveDir, path.replace(/\.js$/, '.ts')))
      // It makes its sentences of what the other does.
      return own === undefined || own === importer ? undefined : { path: own }
    })
  },
}
