import { configDefaults, defineConfig } from 'vitest/config'

/**
 * What `npm run test:quick` runs: the core, folder by folder, and of each format the tests that bear the name of one of its rooms or of its
 * samples. None of them starts a program or goes over random graphs by the hundred.
 */
const quick = [
  'test/{architecture,broken,options,rich}.test.ts',
  'test/{carry,edit,graph,ir,lower,messages,put,specs,text,toys}/**/*.test.ts',
  'test/{dot,drawio,flowzap,json,mermaid}/{read,write,put,lint,corpus,conformance}.test.ts',
]

/** Whoever names files means them, quick or not: `npm run test:quick -- test/limits.test.ts`. */
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
      include: alone
        ? ['test/**/*.alone.test.ts']
        : extent === 'quick' && !named
          ? quick
          : ['test/**/*.test.ts'],
      exclude: [
        ...configDefaults.exclude,
        ...(alone ? [] : ['test/**/*.alone.test.ts']),
        ...(extent === 'long' ? [] : ['test/**/*.long.test.ts']),
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
