/** `diaglot migrate` and `apply` on trees: everything can be undone, nothing is changed unasked, and strangers' plans and bundles are refused. */
import { appendFileSync, chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../src/cli/migrate/digest.js'
import type { Plan } from '../../src/migrate/plan-form.js'
import { inProcess } from './in-process.js'
import { bundleIn, run, stateOf, treeOf } from './trees.js'

const flow = 'flowchart LR\n  a[Start] --> b\n'
const fence = (text: string) => `\`\`\`mermaid\n${text}\`\`\`\n`

async function planFor(root: string, ...words: string[]): Promise<Plan> {
  await run(root, 'migrate', '.', '--to', 'flowzap', '-q', '--plan-out', 'plan.json', ...words)
  return JSON.parse(readFileSync(join(root, 'plan.json'), 'utf8'))
}

describe('what becomes of files', () => {
  test('two of one name tell their formats, and case makes no other name', async () => {
    const root = treeOf({ 'a.mmd': flow, 'A.dot': 'digraph { x -> y }', 'b.mmd': flow, 'aux.mmd': flow })
    const { files } = await planFor(root)
    expect(files.map(({ path, diagrams }) => [path, diagrams[0]!.files?.map(({ path }) => path)])).toEqual([
      ['A.dot', ['A-dot.fz']],
      ['a.mmd', ['a-mmd.fz']],
      ['aux.mmd', ['diagram-aux.fz']],
      ['b.mmd', ['b.fz']],
    ])
  })

  test('several diagrams of one file are files with their titles', async () => {
    const root = treeOf({ 'two.dot': 'digraph { label=Buy a -> b }\ndigraph { label=Sell c -> d }\n' })
    const { files } = await planFor(root)
    expect(files[0]!.diagrams[0]!.files?.map(({ path }) => path)).toEqual(['two-Buy.fz', 'two-Sell.fz'])
  })

  test('what documents draw by name is drawn from the new files, or their pictures stand there', async () => {
    const root = treeOf({
      'd/a.dot': 'digraph { a -> b }\n',
      'd/a.svg': '<svg/>',
      'b.mmd': flow,
      'd/p.rst': '.. graphviz:: a.dot\n   :align: left\n',
      'd/p.md': '```mermaid\n--8<-- "b.mmd"\n```\n\n[b](../b.mmd)\n',
    })
    const before = stateOf(root)
    const text = (path: string) => readFileSync(join(root, path), 'utf8')
    const done = await run(root, 'migrate', '.', '--to', 'flowzap', '--remove', '--write')
    expect([done.status, Object.keys(stateOf(root))]).toEqual([
      0,
      ['b.fz', 'b.svg', 'd/a-2.svg', 'd/a.fz', 'd/a.svg', 'd/p.md', 'd/p.rst'],
    ])
    expect(text('d/p.rst')).toBe('.. image:: a-2.svg\n   :alt: a\n   :target: a.fz\n   :align: left\n')
    expect(text('d/p.md')).toBe('[![b](../b.svg)](../b.fz)\n\n[b](../b.fz)\n')
    expect(text('b.svg')).toContain('<svg')
    await run(root, 'apply', '--undo', bundleIn(done))
    expect(stateOf(root)).toEqual(before)

    await run(root, 'migrate', '.', '--to', 'mermaid', '--remove', '--write')
    expect(text('d/p.rst')).toBe('.. mermaid:: a.mmd\n   :align: left\n')
    expect(text('d/p.md')).toContain('--8<-- "b.mmd"')
  })

  test('a picture that holds a diagram gives its place to the new picture', async () => {
    const drawio = await inProcess(['convert', '-', '--from', 'mermaid', '--to', 'drawio', '-O', 'as=svg'], {
      cwd: '.',
      input: flow,
    })
    const root = treeOf({ 'a.drawio.svg': drawio.stdout, 'p.md': '![x](a.drawio.svg) [y](a.drawio.svg)\n' })
    await run(root, 'migrate', '.', '--to', 'flowzap', '--remove', '--write')
    expect(Object.keys(stateOf(root))).toEqual(['a.fz', 'a.svg', 'p.md'])
    expect(readFileSync(join(root, 'p.md'), 'utf8')).toBe('![x](a.svg) [y](a.fz)\n')
  })

  test('a page of MDX that draws what it imports keeps it, and another has the new name', async () => {
    const root = treeOf({
      'a.mmd': flow,
      'b.mmd': flow,
      'p.mdx':
        "import a from './a.mmd'\nimport b from './b.mmd'\n\n<Mermaid chart={a} />\n\n<Download of={b} />\n",
    })
    await run(root, 'migrate', '.', '--to', 'flowzap', '--remove', '--write')
    expect(Object.keys(stateOf(root))).toEqual(['a.fz', 'a.mmd', 'b.fz', 'p.mdx'])
    expect(readFileSync(join(root, 'p.mdx'), 'utf8')).toContain("from './a.mmd'\nimport b from './b.fz'")
  })

  test('a header alone, which a program of the page fills, becomes no file', async () => {
    const root = treeOf({ 'a.html': '<pre class="mermaid">\n  graph LR;\n</pre>\n', 'b.md': fence(flow) })
    const { stdout } = await run(root, 'migrate', '.', '--to', 'flowzap')
    expect(stdout).toContain('a.html:2: There is no diagram in it.')
    const { files } = await planFor(root)
    expect(files[0]!.diagrams.map(({ way, why, files }) => [way, why, files])).toEqual([
      ['stays', 'broken', undefined],
    ])
  })

  test('the first line says how many files hold diagrams, and kinds come by their number', async () => {
    const others = ['pie', 'gantt', 'gantt'].map(kind => fence(`${kind}\n`)).join('')
    const root = treeOf({ 'a.md': fence(flow) + others, 'b.md': 'nothing' })
    const { stdout } = await run(root, 'migrate', '.', '--to', 'flowzap')
    expect(stdout).toMatch(/^To FlowZap Code: 4 diagrams in 1 of 2 files\.\n/)
    expect(stdout).toContain('3 of kinds that are not converted (2 gantt, pie)')
  })

  test('a file of the same name that says something else is left alone', async () => {
    const root = treeOf({ 'a.mmd': flow, 'a.fz': 'Mine { # Mine\n}\n' })
    const done = await run(root, 'migrate', '.', '--to', 'flowzap', '--write')
    expect(done.stdout).toContain(
      'a.mmd: It would become a.fz, and there is a file of that name that says something else.',
    )
    expect([done.status, readFileSync(join(root, 'a.fz'), 'utf8')]).toEqual([1, 'Mine { # Mine\n}\n'])
  })

  test('a read-only file, and one that something leads to or shows, stays where the others go', async () => {
    const root = treeOf({
      'a.mmd': flow,
      'b.mmd': flow,
      'c.mmd': flow,
      'd.mmd': flow,
      'page.md': '```{mermaid} d.mmd\n```\n',
      'e.dot': 'digraph { a -> b }\ndigraph { c -> d }\n',
      'page.rst': '.. graphviz:: e.dot\n',
    })
    chmodSync(join(root, 'b.mmd'), 0o444)
    symlinkSync('c.mmd', join(root, 'link.mmd'))
    const { files } = await planFor(root, '--remove', '--fences', 'inline')
    expect(files.filter(({ remove }) => remove).map(({ path }) => path)).toEqual(['a.mmd'])
    expect(files.flatMap(({ notes = [] }) => notes)).toEqual([
      'The file is read-only.',
      'It stays, since link.mmd is a link to it.',
      'It stays, since page.md, line 1, shows it as it is.',
      'It stays, since page.rst, line 1, shows it as it is.',
    ])
    expect((await planFor(root, '--remove')).files.flatMap(({ notes = [] }) => notes)).toEqual([
      'The file is read-only.',
      'It stays, since link.mmd is a link to it.',
      'It stays, since page.rst, line 1, draws it as one picture, and it becomes several diagrams.',
    ])
  })
})

describe('what is written', () => {
  const files = {
    'a.mmd': flow,
    'b.mmd': flow,
    'docs/a.md': `\ufeff# Ä\r\n\r\n${fence(flow).replaceAll('\n', '\r\n')}\r\n[b](../b.mmd)`,
    'docs/b.md': Buffer.from(`\ufeff# B\n\n${fence(flow)}`, 'utf16le'),
    'docs/c.md': Buffer.concat([Buffer.from(fence(flow)), Buffer.from([0xe9, 0x0a])]),
  }
  const ways = ['inline', 'extract', 'picture']

  test.each(ways)(
    '%s: a second run changes nothing, and undoing gives every byte and mode back',
    async way => {
      const root = treeOf(files)
      chmodSync(join(root, 'docs/a.md'), 0o666)
      chmodSync(join(root, 'b.mmd'), 0o755)
      const before = stateOf(root)
      const words = ['migrate', '.', '--to', 'flowzap', '--remove', '--fences', way, '--write']
      const first = await run(root, ...words)
      const after = stateOf(root)
      expect(after).not.toEqual(before)
      expect(Object.keys(after)).not.toContain('b.mmd')
      expect(after['docs/a.md']).toMatch(/^666 /)
      expect(after['docs/c.md']).toBe(before['docs/c.md'])
      const second = await run(root, ...words)
      expect(stateOf(root)).toEqual(after)
      expect(second.stdout).toContain('Nothing to write')
      expect(second.stdout).not.toContain('--undo')
      const undone = await run(root, 'apply', '--undo', bundleIn(first))
      expect([undone.status, stateOf(root)]).toEqual([0, before])
    },
  )

  test('every other byte of a document stays', async () => {
    const root = treeOf(files)
    await run(root, 'migrate', '.', '--to', 'flowzap', '--remove', '--fences', 'inline', '--write')
    expect(readFileSync(join(root, 'docs/a.md'), 'utf8')).toBe(
      '\ufeff# Ä\r\n\r\n```flowzap\r\nMain { # Main\r\nn1: rectangle label:"Start"\r\nn2: rectangle label:"b"\r\nn1.handle(right) -> n2.handle(left)\r\n}\r\n```\r\n\r\n[b](../b.fz)',
    )
    expect(readFileSync(join(root, 'docs/b.md')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]))
  })

  test('a file that was changed since keeps a whole run from being undone', async () => {
    const root = treeOf(files)
    const bundle = bundleIn(await run(root, 'migrate', '.', '--to', 'flowzap', '--remove', '--write'))
    writeFileSync(join(root, 'a.fz'), 'Mine { # Mine\n}\n')
    const after = stateOf(root)
    const undone = await run(root, 'apply', '--undo', bundle)
    expect([undone.status, undone.stderr]).toEqual([
      1,
      'diaglot: 1 file changed since, so nothing is undone: a.fz\n',
    ])
    expect(stateOf(root)).toEqual(after)
  })
})

test('beside a picture stands a link that opens its text', async () => {
  const root = treeOf({ 'a.md': fence('flowchart LR\n  ä --> b\n') })
  await run(root, 'migrate', '.', '--to', 'flowzap', '--playground', '--write')
  const code = /playground\?code=([\w-]+)\)/.exec(readFileSync(join(root, 'a.md'), 'utf8'))?.[1] ?? ''
  expect(Buffer.from(code, 'base64url').toString()).toBe(readFileSync(join(root, 'a-1.fz'), 'utf8'))
  expect(code).not.toBe('')
  expect((await run(root, 'migrate', '.', '--to', 'json', '--playground')).status).toBe(2)
})

describe('a plan that is carried out later', () => {
  test('does what was planned', async () => {
    const root = treeOf({ 'a.mmd': flow, 'a.md': fence(flow) })
    await planFor(root)
    const done = await run(root, 'apply', 'plan.json')
    expect([done.status, done.stderr]).toEqual([0, ''])
    expect(Object.keys(stateOf(root))).toEqual(['a-1.fz', 'a-1.svg', 'a.fz', 'a.md', 'a.mmd', 'plan.json'])
  })

  test('is refused where a source changed, or a new file is there by now', async () => {
    const root = treeOf({ 'a.mmd': flow, 'b.mmd': flow, 'c.mmd': flow })
    await planFor(root)
    appendFileSync(join(root, 'a.mmd'), '  b --> c\n')
    writeFileSync(join(root, 'b.fz'), 'Mine { # Mine\n}\n')
    const before = stateOf(root)
    const done = await run(root, 'apply', 'plan.json')
    expect([done.status, done.stderr]).toEqual([
      1,
      'diaglot: the plan does not fit any more, and nothing is written: a.mmd is another file now than the plan was made for. There is a file b.fz now that was not there when the plan was made, and it says something else.\n',
    ])
    expect(stateOf(root)).toEqual(before)
  })

  test('is refused for a file that comes out otherwise', async () => {
    const root = treeOf({ 'a.mmd': flow })
    const plan = await planFor(root)
    writeFileSync(
      join(root, 'plan.json'),
      JSON.stringify(plan).replaceAll(/"digest":"\w{64}","?/g, word => word),
    )
    const wrong = JSON.parse(JSON.stringify(plan))
    wrong.files[0].diagrams[0].files[0].digest = digestOf('other')
    writeFileSync(join(root, 'plan.json'), JSON.stringify(wrong))
    const done = await run(root, 'apply', 'plan.json')
    expect([done.status, existsSync(join(root, 'a.fz'))]).toEqual([3, false])
    expect(done.stderr).toContain('another text than the plan names')
  })
})

/** As somebody writes it by hand: any field can be anything. */
interface Mutable {
  diaglotPlan: number
  settings: Record<string, unknown>
  files: {
    path: string
    digest: string
    remove?: boolean
    diagrams: {
      line: number
      from: string
      way: string
      files: { path: string; digest: string; there?: boolean }[]
      picture?: string
    }[]
  }[]
}

describe('a plan by a stranger', () => {
  const hostile: readonly (readonly [string, (plan: Mutable) => void, string])[] = [
    ['a path upward', plan => (plan.files[0]!.path = '../x.mmd'), 'is no path of a plan: it leads out'],
    ['an absolute path', plan => (plan.files[0]!.path = '/etc/passwd'), 'does not start from the folder'],
    ['a drive', plan => (plan.files[0]!.path = 'c:x.mmd'), 'does not start from the folder'],
    ['a backslash', plan => (plan.files[0]!.path = '..\\x.mmd'), 'holds a sign that no path of a plan has'],
    [
      'a new file upward',
      plan => (plan.files[0]!.diagrams[0]!.files[0]!.path = 'a/../../x.fz'),
      'it leads out',
    ],
    [
      'what git keeps',
      plan => (plan.files[0]!.diagrams[0]!.files[0]!.path = '.git/hooks/x.fz'),
      'what git keeps',
    ],
    [
      'a name of another kind',
      plan => (plan.files[0]!.diagrams[0]!.files[0]!.path = 'x.sh'),
      'x.sh is no name of FlowZap Code',
    ],
    [
      'a picture of another kind',
      plan => (plan.files[0]!.diagrams[0]!.picture = '.bashrc'),
      '.bashrc is no name of',
    ],
    ['a path that is very long', plan => (plan.files[0]!.path = 'x'.repeat(5000)), 'empty or too long'],
    ['another version', plan => (plan.diaglotPlan = 2), 'diaglotPlan has to be 1'],
    ['an unknown field', plan => Object.assign(plan, { run: 'rm -rf /' }), 'there is no “run”'],
    ['no format', plan => (plan.settings.to = 'svg'), '“svg” is no format that is read and written'],
    ['an unknown option', plan => (plan.settings.options = { shell: 'sh' }), 'there is no option “shell”'],
    [
      'two that become one',
      plan => plan.files.push({ ...plan.files[0]!, path: 'b.mmd' }),
      'two diagrams would become a.fz',
    ],
    [
      'a name of what no diagram becomes',
      plan => Object.assign(plan.files[0]!, { links: [{ from: 'a.mmd', to: 'x.fz' }] }),
      'a document would name x.fz, which no diagram becomes',
    ],
    [
      'a file that only goes',
      plan => plan.files.push({ path: 'main.ts', digest: digestOf('x'), diagrams: [], remove: true }),
      'main.ts would go and become nothing',
    ],
  ]
  let root = ''
  let sound = ''
  beforeAll(async () => {
    root = treeOf({ 'a.mmd': flow, 'main.ts': 'x' })
    sound = JSON.stringify(await planFor(root))
  })
  test.each(hostile)('%s is refused with a sentence', async (_, damage, said) => {
    const plan = JSON.parse(sound) as Mutable
    damage(plan)
    writeFileSync(join(root, 'plan.json'), JSON.stringify(plan))
    const before = stateOf(root)
    const done = await run(root, 'apply', 'plan.json')
    expect(done.stderr).toContain(said)
    expect(done.stderr.split('\n').length).toBe(2)
    expect([done.status, stateOf(root)]).toEqual([3, before])
  })

  test('keys that every object has are fields like others', async () => {
    const root = treeOf({ 'a.mmd': flow })
    const text = JSON.stringify(await planFor(root))
    for (const key of ['__proto__', 'constructor', 'toString']) {
      writeFileSync(join(root, 'plan.json'), text.replace('{', `{"${key}":{"to":"flowzap"},`))
      expect((await run(root, 'apply', 'plan.json')).stderr).toContain(`there is no “${key}”`)
      writeFileSync(join(root, 'plan.json'), text.replace('"options":{', `"options":{"${key}":"x"`))
      expect((await run(root, 'apply', 'plan.json')).status).toBe(3)
    }
  })

  test('nothing is written behind links, and no source that is no diagram goes', async () => {
    const outside = treeOf({ 'x.mmd': flow })
    const root = treeOf({ 'a.mmd': flow, 'main.ts': 'x', 'a.fz': 'y' })
    symlinkSync(outside, join(root, 'out'))
    const plan = (await planFor(root)) as unknown as Mutable
    const own = { line: 1, from: 'mermaid', way: 'file' }
    plan.files = [
      {
        path: 'a.mmd',
        digest: digestOf(flow),
        diagrams: [{ ...own, files: [{ path: 'out/a.fz', digest: digestOf('z') }] }],
      },
    ]
    writeFileSync(join(root, 'plan.json'), JSON.stringify(plan))
    const done = await run(root, 'apply', 'plan.json')
    expect([done.status, done.stderr]).toEqual([
      3,
      'diaglot: out/a.fz lies behind a link, and is left alone\n',
    ])
    plan.files = [
      {
        path: 'main.ts',
        digest: digestOf('x'),
        remove: true,
        diagrams: [{ ...own, files: [{ path: 'a.fz', digest: digestOf('y'), there: true }] }],
      },
    ]
    writeFileSync(join(root, 'plan.json'), JSON.stringify(plan))
    expect((await run(root, 'apply', 'plan.json')).status).toBe(3)
    expect([existsSync(join(root, 'main.ts')), Object.keys(stateOf(outside))]).toEqual([true, ['x.mmd']])
  })
})

describe('an undo bundle by a stranger', () => {
  const before = { digest: digestOf('x'), mode: 0o644, data: Buffer.from('x').toString('base64') }
  const bundleOf = (root: string, ...entries: readonly object[]) =>
    [{ diaglotUndo: 1, root, version: '0.1.0' }, ...entries].map(line => `${JSON.stringify(line)}\n`).join('')
  const hostile: readonly (readonly [string, (root: string) => string, string])[] = [
    ['nothing', () => '', 'it is empty'],
    ['no JSON', () => 'rm -rf /\n', 'its first line has to be an object'],
    ['another version', root => bundleOf(root).replace('1', '2'), 'diaglotUndo has to be 1'],
    ['another folder', () => bundleOf('/'), 'is of /, and not of'],
    [
      'a path upward',
      root => bundleOf(root, { path: '../x.md', before, after: null }),
      'leads out of its folder',
    ],
    [
      'an absolute path',
      root => bundleOf(root, { path: '/etc/x.md', before, after: null }),
      'leads out of its folder',
    ],
    [
      'a file that is neither',
      root => bundleOf(root, { path: '.bashrc', before, after: null }),
      'neither a diagram nor a document',
    ],
    [
      'other bytes',
      root => bundleOf(root, { path: 'x.md', before: { ...before, data: 'AAAA' }, after: null }),
      'is damaged',
    ],
    [
      'permissions to run as somebody else',
      root => bundleOf(root, { path: 'x.md', before: { ...before, mode: 0o4755 }, after: null }),
      'are no permissions of a file',
    ],
    [
      'huge permissions',
      root => bundleOf(root, { path: 'x.md', before: { ...before, mode: 1e300 }, after: null }),
      'has to be a whole number',
    ],
    [
      'keys that every object has',
      root =>
        bundleOf(root).concat(
          '{"path":"x.md","before":null,"after":null,"__proto__":{"path":"/etc/x.md"}}\n',
        ),
      'there is no “a line.__proto__”',
    ],
    [
      'more fields',
      root => bundleOf(root, { path: 'x.md', before, after: null, mode: 1 }),
      'there is no “a line.mode”',
    ],
    ['lines behind a broken one', root => `${bundleOf(root)}{\n{}\n`, 'a line in it cannot be read'],
    ['a link', root => bundleOf(root, { path: 'out/x.md', before, after: null }), 'lies behind a link'],
  ]
  test.each(hostile)('%s is refused with a sentence', async (_, made, said) => {
    const outside = treeOf({ 'a.md': 'a' })
    const root = treeOf({ 'a.md': 'a' })
    symlinkSync(outside, join(root, 'out'))
    const state = stateOf(root)
    writeFileSync(`${root}.undo`, made(root))
    const done = await run(root, 'apply', '--undo', `${root}.undo`)
    expect(done.stderr).toContain(said)
    expect(done.stderr.split('\n').length).toBe(2)
    expect([done.status, stateOf(root), stateOf(outside)['x.md']]).toEqual([
      done.status || 1,
      state,
      undefined,
    ])
  })

  test('a line that a kill cut off says nothing', async () => {
    const root = treeOf({ 'a.mmd': flow })
    const state = stateOf(root)
    const bundle = bundleIn(await run(root, 'migrate', '.', '--to', 'flowzap', '--write', '--remove'))
    appendFileSync(bundle, '{"path":"b.mmd","before":{"dig')
    const undone = await run(root, 'apply', '--undo', bundle)
    expect([undone.status, stateOf(root)]).toEqual([0, state])
  })
})

test('a folder elsewhere is the tree of its own plan', async () => {
  const root = treeOf({ 'a/b/x.mmd': flow, 'here/.keep': '' })
  const done = await run(join(root, 'here'), 'migrate', '../a', '--to', 'flowzap', '--write')
  expect(Object.keys(stateOf(root))).toContain('a/b/x.fz')
  const undone = await run(join(root, 'here'), 'apply', '--undo', bundleIn(done))
  expect(undone.stderr).toContain('call it there, or name the folder with --root')
  expect(
    (await run(join(root, 'here'), 'apply', '--root', join(root, 'a/b'), '--undo', bundleIn(done))).status,
  ).toBe(0)
})
