import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/grammars.ts'],
    testTimeout: 60_000,
    // What was compiled for one run is still there for the next.
    experimental: { fsModuleCache: true },
  },
})
