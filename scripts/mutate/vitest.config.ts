import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import type { Mutant } from './mutants.js'
import { withMutants } from './switch.js'

const root = resolve(import.meta.dirname, '../..')
const home = process.env.DIAGLOT_MUTANTS!
const mutants = JSON.parse(readFileSync(`${home}/mutants.json`, 'utf8')) as Mutant[]

/** Files in the order in which they were named. */
class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => process.argv.indexOf(relative(root, moduleId))
    return files.sort((a, b) => place(a) - place(b))
  }
}

/** The quick extent of tests, with all mutants in the sources and one of them awake. */
export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(code, id) {
        const own = mutants.filter(({ file }) => resolve(root, file) === id)
        return own.length > 0 ? { code: withMutants(code, own), map: null } : undefined
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/**/*.{long,alone}.test.ts'],
    env: { DIAGLOT_TESTS: 'quick' },
    setupFiles: ['scripts/mutate/setup.ts'],
    sequence: { sequencer: AsNamed },
    isolate: false,
    maxWorkers: 1,
    experimental: { fsModuleCache: true, fsModuleCachePath: `${home}/modules` },
    // `npm run mutate` ends what goes round in a circle, by its work and not by the clock.
    testTimeout: 0,
    hookTimeout: 0,
  },
})
