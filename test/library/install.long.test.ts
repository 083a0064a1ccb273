/**
 * The archive that `npm pack` makes, installed in an empty project: what npm says, `import`, `require`, the command, bundles of Vite and
 * esbuild in a page, and the types, with everything in them looked at, by the TypeScript that most projects have.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { build as bundleWithEsbuild } from 'esbuild'
import { build as bundleWithVite } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumMissing, closeChromium, openPage } from '../../scripts/browser/chromium.js'
import { convert } from '../../src/index.js'
import { buildPackage } from './built.js'

/** What the same conversions give here. */
const inNode = (flow: string) =>
  Promise.all(
    (['dot', 'flowzap', 'drawio'] as const).map(
      async to => (await convert(flow, { from: 'mermaid', to })).text,
    ),
  )

const project = mkdtempSync(join(tmpdir(), 'diaglot-install-'))
afterAll(() => rmSync(project, { recursive: true }))

function run(program: string, words: readonly string[], cwd = project) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8' })
  return {
    status,
    out: stdout.trim(),
    err: stderr.replace(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, ''),
  }
}

// The dependencies come from the registry, or from what npm keeps of it.
const isOffline = run('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=10000'], '.').status !== 0

let installed = { status: null as number | null, out: '', err: '' }
beforeAll(() => {
  if (isOffline) return
  const built = join(project, 'built')
  buildPackage(built)
  // It is built, so that nothing is to be run.
  const { status, out, err } = run('npm', ['pack', '--ignore-scripts', '--pack-destination', project], built)
  if (status !== 0) throw new Error(err)
  rmSync(built, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "name": "theirs", "version": "1.0.0", "private": true }\n')
  const archive = join(project, out.split('\n').at(-1)!)
  const install = (name: string) =>
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', name])
  installed = install(archive)
  install('typescript@~5.9.3')
})

describe.skipIf(isOffline)('an archive of the package', () => {
  test('is installed without a warning', () => {
    expect([installed.status, installed.err]).toEqual([0, ''])
  })

  test('brings no tests and no sources beside what it runs', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }
    const { out } = run('ls', ['node_modules/diaglot'])
    expect(out.split('\n').sort()).toEqual([...files, 'package.json'].sort())
  })

  test('stands in the bill of materials of its project, with everything that it needs', () => {
    const { status, out } = run('npm', ['sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx'])
    expect(status).toBe(0)
    const { components } = JSON.parse(out) as { components: { name: string }[] }
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    const named = components.map(({ name }) => name)
    expect(named).toEqual(expect.arrayContaining(['diaglot', ...Object.keys(dependencies)]))
  })

  const program =
    "convert('flowchart LR; a --> b', { from: 'mermaid', to: 'dot' }).then(r => console.log(r.text))"
  const text = 'digraph {\n  rankdir=LR;\n  node [shape=box];\n  a;\n  b;\n  a -> b;\n}'

  test.each([
    ['imported', 'module', `import { convert } from 'diaglot'; ${program}`],
    ['required', 'commonjs', `const { convert } = require('diaglot'); ${program}`],
  ])('can be %s', (_, type, words) => {
    expect(run(process.execPath, [`--input-type=${type}`, '--eval', words])).toEqual({
      status: 0,
      out: text,
      err: '',
    })
  })

  test('has its command', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(run('npx', ['--no-install', 'diaglot', '--version'])).toEqual({ status: 0, out: version, err: '' })
  })

  const chromium = chromiumMissing('an installed package in a page')
  describe.skipIf(chromium)('in a page', () => {
    afterAll(closeChromium)
    const flow = 'flowchart LR; a --> b'
    beforeAll(() => {
      // draw.io has the layout engine behind it, which is loaded when it is used.
      const jobs = `const all = ['dot', 'flowzap', 'drawio'].map(async to => (await convert('${flow}', { from: 'mermaid', to })).text)`
      writeFileSync(
        join(project, 'page.js'),
        `import { convert } from 'diaglot'\n${jobs}\nPromise.all(all).then(texts => (globalThis.texts = texts))\n`,
      )
      writeFileSync(
        join(project, 'index.html'),
        '<!DOCTYPE html><title>Theirs</title><script type="module" src="/page.js"></script>\n',
      )
    })

    const bundlers: readonly (readonly [string, (out: string) => Promise<unknown>])[] = [
      [
        'Vite',
        outDir =>
          bundleWithVite({
            root: project,
            configFile: false,
            logLevel: 'error',
            build: { outDir, emptyOutDir: true },
          }),
      ],
      [
        'esbuild',
        async outdir => {
          await bundleWithEsbuild({
            absWorkingDir: project,
            entryPoints: ['page.js'],
            outdir,
            bundle: true,
            splitting: true,
            minify: true,
            format: 'esm',
            logLevel: 'error',
          })
          cpSync(join(project, 'index.html'), join(outdir, 'index.html'))
        },
      ],
    ]

    test.each(bundlers)('bundled by %s', async (_, bundle) => {
      const out = mkdtempSync(join(project, 'out-'))
      await bundle(out)
      const { page, takeErrors, takeRefused } = await openPage()
      const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }
      const home = 'https://theirs.test/'
      await page.route(`${home}**`, route => {
        const { pathname } = new URL(route.request().url())
        const file = join(out, pathname === '/' ? 'index.html' : pathname)
        if (!existsSync(file)) return route.fulfill({ status: 204 })
        return route.fulfill({ contentType: types[extname(file)] ?? 'text/plain', body: readFileSync(file) })
      })
      await page.goto(home)
      await expect.poll(() => page.evaluate(() => 'texts' in globalThis), { timeout: 60_000 }).toBe(true)
      const texts = await page.evaluate(() => (globalThis as unknown as { texts: string[] }).texts)
      expect(texts).toEqual(await inNode(flow))
      expect([takeErrors(), takeRefused()]).toEqual([[], []])
      await page.context().close()
    })
  })

  const doors = ['core', 'flowzap', 'mermaid', 'dot', 'drawio', 'json', 'svg', 'remark']
  const typed = `${doors.map(door => `export * as ${door} from 'diaglot/${door}'`).join('\n')}
import { edit, read, type Graph } from 'diaglot'
export const graph: Graph = edit(read('a', { format: 'mermaid' }).graphs[0]!).relabel('a', 'x').done()
// @ts-expect-error there is no such format
read('a', { format: 'mermeid' })
`
  test.each([
    ['node_modules', 'nodenext', 'nodenext'],
    ['node_modules', 'esnext', 'bundler'],
    [resolve('node_modules'), 'nodenext', 'nodenext'],
  ])('has types that the TypeScript in %s takes whole (%s)', (modules, module, resolution) => {
    writeFileSync(join(project, 'typed.mts'), typed)
    const settings = `--noEmit --strict --skipLibCheck false --target es2022 --module ${module} --moduleResolution ${resolution}`
    const roots = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')]
    const tsc = join(modules, 'typescript/bin/tsc')
    const { status, out } = run(process.execPath, [tsc, ...settings.split(' '), ...roots, 'typed.mts'])
    expect([out, status]).toEqual(['', 0])
  })
})
