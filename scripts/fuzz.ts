/**
 * `npm run fuzz -- --seconds N --seed S [--only WORD]`: see `fuzz/main.ts`. It is bundled first: as tsx runs TypeScript, each
 * function that is made inside of another costs a call to name it, which takes a third of the time.
 */
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Two that run side by side are not in each other's way.
const folder = resolve(`node_modules/.cache/fuzz-${process.pid}`)
await build({
  entryPoints: ['scripts/fuzz/main.ts'],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  outExtension: { '.js': '.mjs' },
  sourcemap: true,
  logLevel: 'warning',
})
process.setSourceMapsEnabled(true)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import(pathToFileURL(`${folder}/main.mjs`).href)
