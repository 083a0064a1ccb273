/**
 * Makes `converters/<format>/grammar.gen.ts` from each `converters/<format>/grammar.ohm`. Run it with
 * `npx tsx scripts/grammars.ts`; the build and the tests run it first.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Writes every parser that is not yet the one of its grammar. Returns the grammars that did not build. */
export async function generateParsers(folder = join(root, 'converters')): Promise<string[]> {
  const failed: string[] = []
  for (const format of readdirSync(folder).sort()) {
    const from = join(folder, format, 'grammar.ohm')
    const to = join(folder, format, 'grammar.gen.ts')
    if (!existsSync(from) || isFresh(from, to)) continue
    const shown = relative(root, from)
    try {
      // ohm-js and the compiler are wanted only where a grammar is new.
      const { parserSource } = await import('./grammar/compile.js')
      const text = parserSource(readFileSync(from, 'utf8'), shown)
      writeFileSync(to, `${text}${STAMP}${stampOf(from, text)}\n`)
    } catch (error) {
      failed.push(shown)
      console.error(`${shown}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return failed
}

/** The last line of a generated parser says what it was made of, so that nothing is compiled twice. */
const STAMP = '// Made of '

function isFresh(from: string, to: string): boolean {
  const [text, stamp] = existsSync(to) ? readFileSync(to, 'utf8').split(STAMP) : []
  return text !== undefined && stamp?.trim() === stampOf(from, text)
}

/** Of the grammar, of everything that compiles it, and of the text that came out. */
function stampOf(from: string, text: string): string {
  const compiler = readdirSync(join(root, 'scripts/grammar')).map(file => join(root, 'scripts/grammar', file))
  const hash = createHash('sha256')
  for (const file of [from, join(root, 'node_modules/ohm-js/package.json'), ...compiler.sort()]) {
    hash.update(readFileSync(file))
  }
  return hash.update(text).digest('hex')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if ((await generateParsers()).length > 0) process.exitCode = 1
}
