/**
 * Formats that nobody uses: they stand in the list of formats for every test that asks `test/setup/formats.ts`, so that a format that is
 * only written, and one that is made by the six steps of ARCHITECTURE.md, meet every law and every hostile text.
 */
import type { FormatEntry } from '../../src/format.js'

export const toys: readonly FormatEntry[] = [
  {
    name: 'boxes',
    extensions: ['.boxes'],
    only: 'write',
    load: async () => (await import('./boxes/index.js')).boxes,
  },
  {
    name: 'steps',
    extensions: ['.steps'],
    load: async () => (await import('./steps/index.js')).steps,
  },
]
