import { configDefaults, defineConfig } from 'vitest/config'

/** Whole files that `npm run test:quick` leaves out: laws over random graphs, other parsers, processes, browsers. */
const thorough = [
  'test/{browser,cli,laws}/**',
  'test/{hostile,limits,corpus,reading-cost,templates.oracle}.test.ts',
  'test/drawio/{drawings,envelopes,hostile,random-files,untouched,update-corpus}.test.ts',
  'test/dot/{limits,oracle,robustness}.test.ts',
  'test/flowzap/robust.test.ts',
  'test/grammar/{equivalence,types}.test.ts',
  'test/layout/layout.test.ts',
  'test/mermaid/{inline,oracle,robustness}.test.ts',
]

/** Whoever names files means them, thorough or not: `npm run test:quick -- test/limits.test.ts`. */
const named = process.argv.some(word => word.startsWith('test/'))

/**
 * `vitest run` is `npm test`; with `--mode quick` a part of it, with `--mode long` everything, in full. With `--mode alone`, what fills the
 * memory of a process, which others must not have filled before.
 */
export default defineConfig(({ mode }) => {
  const alone = mode === 'alone'
  const extent = alone ? 'long' : mode === 'quick' || mode === 'long' ? mode : 'usual'
  return {
    test: {
      include: [alone ? 'test/**/*.alone.test.ts' : 'test/**/*.test.ts'],
      exclude: [
        ...configDefaults.exclude,
        ...(alone ? [] : ['test/**/*.alone.test.ts']),
        ...(extent === 'long' ? [] : ['test/**/*.long.test.ts']),
        ...(extent === 'quick' && !named ? thorough : []),
      ],
      env: { DIAGLOT_TESTS: extent },
      globalSetup: ['test/setup/grammars.ts'],
      // No test changes what another imports, and to import everything anew for each file takes longer than most tests.
      isolate: false,
      maxWorkers: '100%',
      // What was compiled for one run is still there for the next.
      experimental: { fsModuleCache: true },
      // Only what does not end: how long a test takes says more of the machine than of the code.
      testTimeout: 600_000,
      hookTimeout: 600_000,
    },
  }
})
