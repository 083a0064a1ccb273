/**
 * Makes `converters/<format>/grammar.gen.ts` from each `converters/<format>/grammar.ohm`. Run it with
 * `npx tsx scripts/grammars.ts`; the build and the tests run it first.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parserSource } from './grammar/compile.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Writes every generated parser whose text changes. Returns the grammars that did not build. */
export function generateParsers(folder = join(root, 'converters')): string[] {
  const failed: string[] = []
  for (const format of readdirSync(folder).sort()) {
    const from = join(folder, format, 'grammar.ohm')
    if (!existsSync(from)) continue
    const shown = relative(root, from)
    try {
      writeIfChanged(join(folder, format, 'grammar.gen.ts'), parserSource(readFileSync(from, 'utf8'), shown))
    } catch (error) {
      failed.push(shown)
      console.error(`${shown}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return failed
}

function writeIfChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  writeFileSync(path, text)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (generateParsers().length > 0) process.exitCode = 1
}
