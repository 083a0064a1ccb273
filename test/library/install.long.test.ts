/**
 * The archive that `npm pack` makes, installed in an empty project: what npm says, `import`, `require`, the command, and the types, with
 * everything in them looked at, by the TypeScript that most projects have.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPackage } from './built.js'

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
  writeFileSync(join(project, 'package.json'), '{ "name": "theirs", "private": true }\n')
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
