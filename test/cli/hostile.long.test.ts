/** What strangers can write into names of files, caches, baselines, reports and configs; and streams that nobody reads to their end. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, diaglot } from './built.js'

const places: string[] = []
let built = ''

beforeAll(async () => {
  built = await build()
})
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

const BROKEN = 'flowchart LR\n  a --> b[\n'
const GOOD = 'flowchart LR\n  a --> b\n'

function folder(files: Readonly<Record<string, string>> = {}): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-')))
  places.push(place)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), text)
  }
  return place
}

const git = (place: string, ...words: string[]) => {
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org']
  const { status, stdout, stderr } = spawnSync('git', [...who, ...words], { cwd: place, encoding: 'utf8' })
  expect([status, stderr.replace(/^(?:hint|warning):.*\n/gm, '')]).toEqual([0, ''])
  return stdout
}

describe.runIf(process.platform === 'linux')('names of files', () => {
  const names = [
    'new\nline.mmd',
    'q"uo\'te.mmd',
    '$(touch ran).mmd',
    '`touch ran`.mmd',
    '-lead.mmd',
    '--fix.mmd',
    '0:x.mmd',
    '[id].mmd',
    '*.mmd',
    'back\\slash.mmd',
    'esc\u001b[31m.mmd',
    '__proto__.mmd',
    '; rm -r x.mmd',
  ]
  const every = (text: string) => Object.fromEntries(names.map(name => [name, text]))
  const filesOf = (json: string): string[] =>
    (JSON.parse(json) as { files: { name: string }[] }).files.map(({ name }) => name)

  test('each is looked at, and none is a command, to a shell, to git or to a terminal', () => {
    const place = folder(every(BROKEN))
    const { stdout, status } = diaglot(['check', '.', '--reporter', 'json'], { cwd: place })
    expect([status, filesOf(stdout).sort()]).toEqual([1, [...names].sort()])
    git(place, 'init', '-q')
    git(place, 'add', '-A')
    for (const name of names) writeFileSync(join(place, name), GOOD)
    const staged = diaglot(['check', '--staged', '--reporter', 'json'], { cwd: place })
    expect([staged.status, filesOf(staged.stdout).sort()]).toEqual([1, [...names].sort()])
    expect(JSON.parse(staged.stdout)).toMatchObject({ sum: { errors: names.length, failed: 0 } })
    git(place, 'commit', '-qm', 'x')
    const changed = diaglot(['check', '--changed-since', 'HEAD', '--reporter', 'json'], { cwd: place })
    expect([changed.status, filesOf(changed.stdout).sort()]).toEqual([0, [...names].sort()])
    const named = diaglot(['check', '--reporter', 'compact', '--', ...names], { cwd: place })
    expect(named.stdout).toBe(`${names.length} diagrams in ${names.length} files checked; no findings.\n`)
    const since = diaglot(['diff', '--against', 'HEAD', '--', ...names], { cwd: place })
    expect(since.stderr).not.toContain('\u001b')
    expect(since.stderr).toContain('diaglot: new line.mmd (HEAD) has errors')
    expect(readdirSync(place)).not.toContain('ran')
  })

  test('a patch is one that git takes, whatever files are called', () => {
    const place = folder(every(GOOD))
    git(place, 'init', '-q')
    const { stdout, status } = diaglot(['convert', '.', '--to', 'dot', '-o', 'out', '--dry-run', '-q'], {
      cwd: place,
    })
    expect(status).toBe(0)
    writeFileSync(join(place, 'patch'), stdout)
    git(place, 'apply', 'patch')
    expect(readdirSync(join(place, 'out')).sort()).toEqual(
      names.map(name => name.replace(/mmd$/, 'gv')).sort(),
    )
    expect(diaglot(['convert', '.', '--to', 'dot', '-o', 'out'], { cwd: place }).stderr).toContain(
      `${names.length} files unchanged;`,
    )
  })

  test('one that is not in UTF-8 is named, and stops no other', () => {
    const place = folder({ 'a.mmd': GOOD })
    writeFileSync(Buffer.concat([Buffer.from(`${place}/b`), Buffer.from([0xff]), Buffer.from('.mmd')]), GOOD)
    const { stdout, stderr, status } = diaglot(['check', '.'], { cwd: place })
    expect(`${stdout}${stderr}`).toContain(
      'diaglot: b\ufffd.mmd cannot be opened: its name is not in UTF-8; rename it',
    )
    expect([status, stdout]).toEqual([3, expect.stringContaining('1 diagram in 2 files checked')])
  })

  test('links that lead to nothing are named at the end, and no more', () => {
    const place = folder({ 'a.mmd': GOOD, 'deep/b.mmd': GOOD })
    symlinkSync('nowhere.mmd', join(place, 'gone.mmd'))
    symlinkSync('nowhere', join(place, 'deep/gone.gv'))
    symlinkSync('nowhere', join(place, 'other'))
    symlinkSync('..', join(place, 'deep/up'))
    expect(diaglot(['check', '.'], { cwd: place })).toEqual({
      status: 0,
      stdout:
        '2 diagrams in 2 files checked; no findings; 2 links that lead to nothing: deep/gone.gv, gone.mmd.\n',
      stderr: '',
    })
    const glob = diaglot(['check', 'd*/*.{mmd,gv}', '--reporter', 'json'], { cwd: place })
    expect(JSON.parse(glob.stdout)).toMatchObject({ sum: { files: 1, dangling: ['deep/gone.gv'] } })
    rmSync(join(place, 'deep/b.mmd'))
    expect(diaglot(['check', 'deep/gone.gv'], { cwd: place }).status).toBe(3)
  })
})

describe('files that diaglot reads for itself', () => {
  const place = folder({ 'a.mmd': BROKEN, 'b.mmd': GOOD })
  const check = (...words: string[]) => diaglot(['check', ...words], { cwd: place })

  test('a cache that says anything is none', () => {
    const cached = ['b.mmd', '--cache', '--cache-location', 'cache.json']
    check(...cached)
    const { key } = JSON.parse(readFileSync(join(place, 'cache.json'), 'utf8')) as { key: string }
    const { size, mtimeMs } = statSync(join(place, 'b.mmd'))
    const of = (entry: unknown) => ({ [join(place, 'b.mmd')]: entry })
    const files = [
      null,
      [],
      'x',
      7,
      of(null),
      of([1]),
      of([`${size} ${mtimeMs}`, '<b>', { a: 1 }]),
      of([`${size} ${mtimeMs}`, 1, [7]]),
      ...[7, {}, { messages: 7, changed: true }, { messages: [{ code: 'x' }], changed: true }].map(found =>
        of([`${size} ${mtimeMs}`, 1, [], found]),
      ),
      ...[
        { at: [1] },
        { at: [-1, 4] },
        { severity: 'bad' },
        { fix: { title: 'x', edits: [{ start: 1 }] } },
      ].map(wrong =>
        of([
          `${size} ${mtimeMs}`,
          1,
          [],
          { messages: [{ code: 'x', severity: 'error', text: 'x', ...wrong }], changed: false },
        ]),
      ),
    ]
    for (const text of ['', 'null', '[', ...files.map(each => JSON.stringify({ key, files: each }))]) {
      writeFileSync(join(place, 'cache.json'), text)
      expect([check(...cached), text]).toEqual([
        { status: 0, stdout: '1 diagram in 1 file checked; no findings.\n', stderr: '' },
        text,
      ])
    }
  })

  test('a baseline that is none is said to be so', () => {
    const files = (lists: unknown) => JSON.stringify({ diaglotBaseline: 1, files: lists })
    for (const text of [
      '',
      '[]',
      '{}',
      '{"diaglotBaseline":1}',
      files({ 'a.mmd': null }),
      files({ 'a.mmd': [null] }),
      files({ 'a.mmd': [['x', 'y', 1e20]] }),
    ]) {
      writeFileSync(join(place, 'base.json'), text)
      expect(check('a.mmd', '--baseline', 'base.json')).toEqual({
        status: 3,
        stdout: '',
        stderr: 'diaglot: base.json is no baseline of diaglot; --update-baseline makes one\n',
      })
    }
  })

  test('what is no report is not merged, and what a later release adds is no harm', () => {
    const { stdout } = check('a.mmd', '--reporter', 'json')
    writeFileSync(join(place, 'good.json'), stdout)
    const report = JSON.parse(stdout) as { sum: object; files: { findings: object[] }[] }
    const file = report.files[0]!
    const finding = file.findings[0]!
    const merged = (more: object) => {
      writeFileSync(join(place, 'other.json'), JSON.stringify({ ...report, ...more }))
      return ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown'].map(
        name =>
          diaglot(['merge-reports', 'good.json', 'other.json', '--reporter', name], { cwd: place }).status,
      )
    }
    const all = (status: number) => Array.from({ length: 6 }, () => status)
    const sums = [
      { files: 'x' },
      { done: { a: 1 } },
      { without: 5 },
      { skipped: { x: 'y' } },
      { passedOver: null },
      { errors: -1 },
      { dangling: [7] },
    ]
    const findings = [
      { line: '5' },
      { column: null },
      { line: undefined },
      { severity: 'bad' },
      { fix: 7 },
      { fix: { title: 'x', edits: [{}] } },
      { text: undefined },
    ]
    for (const more of [
      { diaglotReport: 2 },
      { sum: null },
      { files: [null] },
      { files: {} },
      ...sums.map(each => ({ sum: { ...report.sum, ...each } })),
      ...findings.map(each => ({ files: [{ ...file, findings: [{ ...finding, ...each }] }] })),
    ])
      expect([merged(more).slice(0, 1), more]).toEqual([[3], more])
    expect(merged({ later: 1, sum: { ...report.sum, later: 2 }, files: [{ ...file, later: 3 }] })).toEqual(
      all(1),
    )
  })

  test.each([
    [
      'diaglot.config.mjs',
      'throw new Error("one\\ntwo\\u001b[31m")',
      'diaglot: cannot read the config: one two [31m\n',
    ],
    [
      'diaglot.config.mjs',
      'export default new Proxy({}, { ownKeys() { throw new Error("x") } })',
      'diaglot: diaglot.config.mjs: it throws x\n',
    ],
    [
      'diaglot.config.mjs',
      'export default () => ({})',
      'diaglot: diaglot.config.mjs: the config has to be an object\n',
    ],
    ['diaglot.config.json', '[]', 'diaglot: diaglot.config.json: the config has to be an object\n'],
    ['diaglot.config.json', '{"rules":{"__proto__":"off"}}', 'diaglot: there is no code “__proto__”\n'],
    [
      'diaglot.config.json',
      '{"via":["constructor"]}',
      /^diaglot: diaglot\.config\.json: via: there is no format “constructor”/,
    ],
    ['diaglot.config.yaml', 'a: &a [*a]\n', /^diaglot: diaglot\.config\.yaml: there is no “a”/],
    ['diaglot.config.yaml', '\0', /^diaglot: diaglot\.config\.yaml: /],
  ] as const)('a config that is none: %s %s', (name, text, said) => {
    writeFileSync(join(place, name), text)
    const { status, stdout, stderr } = check('b.mmd')
    rmSync(join(place, name))
    expect([status, stdout]).toEqual([2, ''])
    if (typeof said === 'string') expect(stderr).toBe(said)
    else expect(stderr).toMatch(said)
  })

  test('ignore files of strangers ignore, and do nothing else', () => {
    for (const text of ['!!!\n[\n***/**\n\0\n', `${'a'.repeat(100_000)}\n`, '(((\n\\\n/\n//\n!\n']) {
      writeFileSync(join(place, '.diaglotignore'), text)
      expect([0, 2, 3]).toContain(check('b.mmd').status)
    }
    rmSync(join(place, '.diaglotignore'))
  })
})

describe.runIf(process.platform === 'linux')('streams and outputs', () => {
  const many = folder(
    Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`in/${index}.mmd`, BROKEN])),
  )
  const shell = (line: string) =>
    spawnSync('bash', ['-o', 'pipefail', '-c', line], {
      cwd: many,
      encoding: 'utf8',
      env: { ...process.env, D: `${process.execPath} ${built}/dist/src/cli/main.js` },
    })

  test.each([
    'check in',
    'check in --reporter json',
    'explain',
    'lint in --reporter github',
    'fmt in/1.mmd',
    'formats',
  ])('%s ends in quiet where nobody reads on', words => {
    const { stderr } = shell(`$D ${words} 2>errors | head -1 >/dev/null; cat errors >&2`)
    expect(stderr.replaceAll(/^(?!.*(?:EPIPE|fault| {4}at )).*\n/gm, '')).toBe('')
  })

  test('who hears nothing of a conversion has all files of it', () => {
    shell('$D convert in --to dot -o out --recover 2>&1 >/dev/null | head -1')
    expect(readdirSync(join(many, 'out')).length).toBe(600)
  })

  test('a full disk is said', () => {
    const { stderr, status } = shell('$D check in/1.mmd >/dev/full')
    expect([status, stderr]).toEqual([3, 'diaglot: cannot write to standard output: ENOSPC\n'])
  })

  test('a file that is read-only stays, and the others are written', () => {
    const place = folder({ 'a.mmd': 'flowchart LR\na-->b\n', 'b.mmd': 'flowchart LR\na-->b\n' })
    chmodSync(join(place, 'a.mmd'), 0o444)
    const { status, stdout, stderr } = diaglot(['fmt', '.', '--write'], { cwd: place })
    expect(`${stdout}${stderr}`).toContain('cannot write a.mmd: it is read-only, and is left as it is')
    expect([status, readFileSync(join(place, 'a.mmd'), 'utf8')]).toEqual([3, 'flowchart LR\na-->b\n'])
    expect(readFileSync(join(place, 'b.mmd'), 'utf8')).toBe('flowchart LR\n    a --> b\n')
    expect(existsSync(join(place, '.diaglot'))).toBe(false)
  })

  test.each([
    ['diff', '--against', '--output=x', '.'],
    ['diff', '--against', '-x', '.'],
    ['check', '--changed-since', '--output=x'],
    ['convert', '.', '--to', 'dot', '-o', 'y/', '--changed-since', '-p'],
  ])('what begins with a dash is no commit: %s %s %s', (...words) => {
    const place = folder({ 'a.mmd': GOOD })
    git(place, 'init', '-q')
    const { status, stderr } = diaglot(words, { cwd: place })
    expect([status, stderr]).toEqual([2, expect.stringContaining('needs a commit, a branch or a tag')])
    expect(readdirSync(place)).not.toContain('x')
  })
})
