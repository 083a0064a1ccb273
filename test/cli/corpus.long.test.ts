/** The whole corpus through every command that takes diagrams: what each says of all, and what it leaves of them. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { afterAll, describe, expect, test } from 'vitest'
import { codes, type FormatName, type Graph, read } from '../../src/index.js'
import { sameGraph } from '../../src/ir/difference.js'
import { inProcess } from './in-process.js'

/** How many diagrams a file has; the corpus of draw.io holds files of several pages. */
const diagrams = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + graphsOf(name, readFileSync(join(folder, name), 'utf8')).length, 0)

const kinds: Readonly<Record<string, FormatName>> = {
  '.fz': 'flowzap',
  '.mmd': 'mermaid',
  '.gv': 'dot',
  '.drawio': 'drawio',
}
const all = globSync('corpus/**/*')
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => extname(name) in kinds)
  .sort()
const broken = all.filter(name => name.startsWith('corpus/broken/'))
/** What is broken on purpose has a test of its own below; corpus/repos holds trees for migrate, which has its own tests. */
const sound = all.filter(name => !broken.includes(name) && !name.startsWith('corpus/repos/'))

const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

function place(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-')))
  places.push(made)
  return made
}

/** Files of the corpus in a folder of their own; the sound ones by the corpus's config. */
function copy(names: readonly string[]): string {
  const made = place()
  for (const name of names) cpSync(name, join(made, name), { recursive: true })
  if (names === sound) cpSync('diaglot.config.json', join(made, 'diaglot.config.json'))
  return made
}

const call = (cwd: string, ...words: readonly string[]) => inProcess(words, { cwd, input: '' })

interface Sum {
  readonly files: number
  readonly diagrams: number
  readonly errors: number
  readonly failed: number
  readonly changed: number
}

/** What a command says of everything, by its report. */
async function sumOf(
  cwd: string,
  ...words: readonly string[]
): Promise<Sum & { readonly status: number | null }> {
  const { status, stdout, stderr } = await call(cwd, ...words, '--reporter', 'json')
  // Where files are made, standard output is for them.
  return { status, ...(JSON.parse(stdout || stderr) as { sum: Sum }).sum }
}

const textsIn = (folder: string, names: readonly string[]) =>
  new Map(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]))

function graphsOf(name: string, text: string): readonly Graph[] {
  const format = kinds[extname(name)]
  if (!format) throw new Error(name)
  return read(text, { format }).graphs
}

const same = (a: readonly Graph[], b: readonly Graph[]): boolean =>
  a.length === b.length && a.every((graph, index) => sameGraph(graph, b[index]!))

test('there is a corpus', () => {
  expect([sound.length > 200, broken.length > 20]).toEqual([true, true])
})

describe('what only looks', () => {
  const folder = copy(sound)
  afterAll(() => expect(textsIn(folder, sound)).toEqual(textsIn('.', sound)))

  test.each(['check', 'lint'])('%s takes all of it and finds no error', async command => {
    expect(await sumOf(folder, command, 'corpus')).toMatchObject({
      status: 0,
      files: sound.length,
      errors: 0,
      failed: 0,
    })
  })

  test('all of it goes through JSON and loses nothing', async () => {
    expect(await sumOf(folder, 'check', 'corpus', '--via', 'json')).toMatchObject({
      status: 0,
      diagrams: diagrams('.', sound),
    })
  })

  test.each(['flowzap', 'mermaid', 'dot', 'drawio'])(
    'what it loses on its way through %s was said',
    async format => {
      const said = await sumOf(folder, 'check', 'corpus', '--via', format, '--allow', 'loss/*')
      expect(said).toMatchObject({ status: 0, diagrams: diagrams('.', sound), errors: 0 })
      // Without leave to lose, there is something to say.
      const strict = await sumOf(folder, 'check', 'corpus', '--via', format)
      expect([strict.status, strict.errors > 0]).toEqual([1, true])
    },
  )

  test('fmt says of each file whether it would change it, and fails at none', async () => {
    const { status, files, changed } = await sumOf(folder, 'fmt', '--check', 'corpus')
    expect([status, files]).toEqual([1, sound.length])
    expect(changed).toBeGreaterThan(0)
  })

  test('textconv, diff, merge and link take every file', async () => {
    for (const name of sound) {
      const text = readFileSync(name, 'utf8')
      const drawn = graphsOf(name, text).some(({ nodes }) => nodes.size > 0)
      const lines = await call(folder, 'textconv', name)
      expect([name, lines.status, !drawn || lines.stdout !== '', /\berror:/.test(lines.stderr)]).toEqual([
        name,
        0,
        true,
        false,
      ])
      const diff = await call(folder, 'diff', name, name)
      expect([name, diff.status, diff.stdout]).toEqual([name, 0, ''])
      const merged = await call(folder, 'merge', name, name, name)
      expect([name, merged.status, merged.stdout]).toEqual([name, 0, text])
    }
  })
})

describe('what makes files', () => {
  test.each(['flowzap', 'mermaid', 'dot', 'drawio'])(
    'convert to %s makes files that check takes',
    async format => {
      const folder = copy(sound)
      const made = await sumOf(folder, 'convert', 'corpus', '--to', format, '-o', 'out')
      expect(made).toMatchObject({ status: 0, files: sound.length, errors: 0, failed: 0 })
      const checked = await sumOf(folder, 'check', 'out')
      expect(checked).toMatchObject({ status: 0, errors: 0, failed: 0 })
      expect(checked.files).toBeGreaterThanOrEqual(sound.length)
    },
  )

  test('convert to JSON and back gives every file again, byte for byte in JSON', async () => {
    const folder = copy(sound)
    await call(folder, 'convert', 'corpus', '--to', 'json', '-o', 'out')
    const names = globSync('out/**/*.json', { cwd: folder }).sort()
    expect(names.length).toBe(sound.length)
    for (const name of names) {
      const { status, stdout } = await call(folder, 'convert', name, '--to', 'json')
      expect([name, status, stdout]).toEqual([name, 0, readFileSync(join(folder, name), 'utf8')])
    }
  })

  test.each(['svg', 'png'])('convert to %s draws all of it', async format => {
    const folder = copy(sound)
    const made = await sumOf(folder, 'convert', 'corpus', '--to', format, '-o', 'out')
    expect(made).toMatchObject({ status: 0, files: sound.length, failed: 0 })
    expect(globSync(`out/**/*.${format}`, { cwd: folder }).length).toBe(diagrams('.', sound))
  })

  test('fmt --write is done after one run, and every diagram says what it said', async () => {
    const folder = copy(sound)
    await call(folder, 'fmt', '--write', 'corpus')
    const written = textsIn(folder, sound)
    const changed = sound.filter(
      name => !same(graphsOf(name, readFileSync(name, 'utf8')), graphsOf(name, written.get(name)!)),
    )
    expect(changed).toEqual([])
    expect(await sumOf(folder, 'fmt', '--write', 'corpus')).toMatchObject({ changed: 0 })
    expect(textsIn(folder, sound)).toEqual(written)
  })

  test('migrate takes all of it, and apply --undo gives every byte again', async () => {
    const folder = copy(sound)
    const others = globSync('corpus/**/*', { cwd: folder }).length
    const undo = join(place(), 'all.undo')
    const { status, stderr } = await call(
      folder,
      'migrate',
      'corpus',
      '--to',
      'flowzap',
      '--write',
      '--undo-to',
      undo,
    )
    expect([status, stderr]).toEqual([0, ''])
    const checked = await sumOf(folder, 'check', 'corpus')
    expect([checked.status, checked.errors]).toEqual([0, 0])
    expect((await call(folder, 'apply', '--undo', undo)).status).toBe(0)
    expect(textsIn(folder, sound)).toEqual(textsIn('.', sound))
    expect(globSync('corpus/**/*', { cwd: folder }).length).toBe(others)
  })

  test('an update from a page that nobody edited changes no byte of a source', async () => {
    const folder = copy(sound)
    for (const name of sound.filter(name => extname(name) !== '.drawio')) {
      if (diagrams(folder, [name]) !== 1) continue
      const made = await call(folder, 'convert', name, '--to', 'drawio', '-o', 'page.drawio', '--force')
      expect([name, made.status]).toEqual([name, 0])
      const back = await call(folder, 'convert', 'page.drawio', '--update', name, '--from', 'drawio')
      expect([name, back.status, readFileSync(join(folder, name), 'utf8')]).toEqual([
        name,
        0,
        readFileSync(name, 'utf8'),
      ])
    }
  })
})

describe('what is broken on purpose', () => {
  const folder = copy(broken)
  const commands = [
    ['check'],
    ['lint'],
    ['lint', '--fix'],
    ['fmt', '--check'],
    ['fmt', '--write'],
    ['convert', '--to', 'json', '-o', 'out'],
    ['migrate', '--to', 'flowzap'],
  ]

  test.each(commands)('%s %s says what is wrong and has no fault of its own', async (...words) => {
    const { status, stdout, stderr } = await call(folder, ...words, 'corpus')
    expect([0, 1]).toContain(status)
    expect(stdout + stderr).not.toMatch(/internal\/|\n\s+at \S+ \(/)
  })

  test('textconv, diff and merge say what is wrong with each, and have no fault of their own', async () => {
    for (const name of broken) {
      for (const words of [
        ['textconv', name],
        ['diff', name, name],
        ['merge', name, name, name],
      ]) {
        const { status, stderr } = await call(folder, ...words)
        expect([0, 1, 3]).toContain(status)
        expect(stderr).not.toMatch(/internal\/|\n\s+at \S+ \(/)
      }
    }
  })
})

test('every code is explained', async () => {
  for (const code of Object.keys(codes)) {
    const { status, stdout } = await call('.', 'explain', code)
    expect([code, status, stdout.length > 40]).toEqual([code, 0, true])
  }
})
