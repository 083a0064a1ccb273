/** The programs of `docs/library.md`, `docs/fmt.md` and the README, as they stand there: they run, and print what the page says. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = resolve(`node_modules/.cache/diaglot-examples-${process.env.VITEST_POOL_ID ?? 0}`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Doors of the package, in the sources. */
const doors = new Map([
  ['diaglot', 'src/index.ts'],
  ['diaglot/core', 'src/core.ts'],
  ['diaglot/remark', 'src/remark.ts'],
  ['diaglot/language', 'src/language/index.ts'],
  ['diaglot/migrate', 'src/migration.ts'],
  ...['flowzap', 'mermaid', 'dot', 'drawio', 'json'].map(
    name => [`diaglot/${name}`, `converters/${name}/index.ts`] as const,
  ),
])

interface Program {
  readonly title: string
  readonly code: string
  /** What it prints, where the page says so. */
  readonly prints: string | undefined
}

/** The programs of a page: a block of TypeScript, and the block of text behind it. */
function programsOf(page: string): Program[] {
  return readFileSync(page, 'utf8')
    .split(/^## /m)
    .flatMap(section => {
      const [title = ''] = section.split('\n')
      const blocks = [...section.matchAll(/^```(ts|text)\n([\s\S]*?)^```$/gm)]
      return blocks.flatMap(([, kind, code = ''], place) => {
        const next = blocks[place + 1]
        return kind === 'ts' ? [{ title, code, prints: next?.[1] === 'text' ? next[2] : undefined }] : []
      })
    })
}

/** Makes modules of programs, all at once: they share what they import. */
async function built(programs: readonly Program[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [place, { code }] of programs.entries()) writeFileSync(join(folder, `${place}.ts`), code)
  await build({
    entryPoints: programs.map((_, place) => join(folder, `${place}.ts`)),
    alias: Object.fromEntries(Array.from(doors, ([door, file]) => [door, resolve(file)])),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
}

/** Runs a program and gives what it prints. */
async function printed(place: number): Promise<string> {
  const lines: string[] = []
  const { log } = console
  console.log = (...values: unknown[]) => lines.push(values.map(String).join(' '))
  try {
    await import(join(folder, `${place}.mjs`))
  } finally {
    console.log = log
  }
  return lines.map(line => `${line}\n`).join('')
}

const programs = ['docs/library.md', 'docs/fmt.md', 'README.md'].flatMap(programsOf)
beforeAll(() => built(programs))

test('the pages have the five programs and more, and what they print', () => {
  expect(programs.length).toBeGreaterThanOrEqual(7)
  expect(programs.filter(({ prints }) => prints === undefined)).toEqual([])
})

test.each(programs.map(({ title, prints }, place) => [title, prints, place] as const))(
  '%s',
  async (_, prints, place) => {
    expect(await printed(place)).toBe(prints)
  },
)
