/** `--watch`: a process that is told of changes by its system, and is ended as a person ends it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extent } from '../setup/runs.js'
import { build } from './built.js'
import { inProcess } from './in-process.js'

const places: string[] = []
const children: ChildProcess[] = []
let built = ''

beforeAll(async () => {
  built = await build()
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

const GOOD = 'flowchart LR\n  a[Order] --> b[Ship]\n'
const BROKEN = 'flowchart LR\n  a[Order --> b[Ship]\n'

function project(files: Readonly<Record<string, string>>): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-')))
  places.push(place)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), text)
  }
  return place
}

/** A command that goes on; `said` waits until it has said something new that fits. */
function started(words: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [join(built, 'dist/src/cli/main.js'), ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  children.push(child)
  let text = ''
  let heard = () => {}
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', data => {
      text += data
      heard()
    })
  const said = async (what: RegExp): Promise<string> => {
    while (!what.test(text))
      await new Promise<void>(resolve => {
        heard = resolve
      })
    const all = text
    text = ''
    return all
  }
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  return { said, ended, interrupt: () => child.kill('SIGINT') }
}

test('only what changed is looked at again, until Ctrl-C', async () => {
  const place = project({ 'a.mmd': GOOD, 'docs/b.mmd': GOOD, 'node_modules/c.mmd': BROKEN })
  const run = started(['check', '.', '--watch'], place)
  expect(await run.said(/Waiting/)).toBe(
    '2 diagrams in 2 files checked; no findings.\nWaiting for files to change; Ctrl-C ends.\n',
  )
  writeFileSync(join(place, 'docs/b.mmd'), BROKEN)
  expect(await run.said(/checked/)).toMatch(
    /^docs[\\/]b\.mmd:2:4: error: [\s\S]*\n1 diagram in 1 file checked; 1 error\.\n$/,
  )
  writeFileSync(join(place, 'node_modules/c.mmd'), GOOD)
  writeFileSync(join(place, 'other.txt'), BROKEN)
  // A new file, and what is none is passed over.
  writeFileSync(join(place, 'new.mmd'), GOOD)
  expect(await run.said(/checked/)).toBe('1 diagram in 1 file checked; no findings.\n')
  // What decides about all of them.
  writeFileSync(join(place, '.diaglotignore'), 'docs\n')
  expect(await run.said(/checked/)).toMatch(/^2 diagrams in 2 files checked; no findings/)
  rmSync(join(place, 'new.mmd'))
  writeFileSync(join(place, 'a.mmd'), BROKEN)
  expect(await run.said(/checked/)).toMatch(/1 diagram in 1 file checked; 1 error\.\n$/)
  run.interrupt()
  expect(await run.ended).toBe(1)
})

test.runIf(extent === 'long')('what cannot be done is said, and the next change is looked at', async () => {
  const place = project({ 'a.mmd': GOOD, 'diaglot.config.json': '{}' })
  const run = started(['lint', '*.mmd', '--watch'], place)
  await run.said(/Waiting/)
  writeFileSync(join(place, 'diaglot.config.json'), '{ "rulez": {} }')
  expect(await run.said(/\n/)).toMatch(/^diaglot: .*there is no “rulez”/)
  writeFileSync(join(place, 'diaglot.config.json'), '{}')
  expect(await run.said(/linted/)).toBe('1 diagram in 1 file linted; no findings.\n')
  run.interrupt()
  expect(await run.ended).toBe(0)
})

test.each([
  [
    'js',
    { 'package.json': '{ "type": "module" }' },
    (rule: string) => `export default { rules: { 'lint/orphan': '${rule}' } }\n`,
  ],
  ['cjs', {}, (rule: string) => `module.exports = { rules: { 'lint/orphan': '${rule}' } }\n`],
] as const)('a config in JavaScript (.%s) is read again, too', async (ending, files, text) => {
  const name = `diaglot.config.${ending}`
  const place = project({ 'a.mmd': 'flowchart LR\n  a --> b\n  c\n', ...files, [name]: text('error') })
  const run = started(['lint', '.', '--watch'], place)
  expect(await run.said(/Waiting/)).toContain('1 error.\n')
  writeFileSync(join(place, name), text('off'))
  expect(await run.said(/linted/)).toBe('1 diagram in 1 file linted; no findings.\n')
  run.interrupt()
  expect(await run.ended).toBe(0)
})

test('goes with files only', async () => {
  for (const [more, name] of [
    [['--staged'], '--staged'],
    [['--changed-since', 'main'], '--changed-since'],
    [['--shard', '1/2'], '--shard'],
    [['-'], 'standard input'],
  ] as const)
    expect(await inProcess(['check', ...more, '--watch'], { cwd: '.', input: '' })).toEqual({
      status: 2,
      stdout: '',
      stderr: `diaglot: --watch looks at files that change, and ${name} is something else\n`,
    })
})
