/** What git does with diagrams once `diaglot git-setup` was run, tried in a repository of its own. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extent } from '../setup/runs.js'
import { build } from './built.js'

const hasGit = spawnSync('git', ['--version']).status === 0 && process.platform !== 'win32'
const place = mkdtempSync(join(tmpdir(), 'diaglot-git-'))
const repository = join(place, 'repository')
const base = 'flowchart LR\n  %% orders\n  ask[Ask]   --> pay[Pay]\n  pay --> go[Go]\n'

const env = () => ({
  ...process.env,
  HOME: place,
  XDG_CONFIG_HOME: join(place, 'config'),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  NO_COLOR: '1',
  PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`,
})

function run(command: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: repository,
    env: env(),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const git = (...words: string[]) => run('git', ...words)
const put = (text: string) => writeFileSync(join(repository, 'order.mmd'), text)
const there = () => readFileSync(join(repository, 'order.mmd'), 'utf8')

beforeAll(async () => {
  if (!hasGit) return
  const folder = await build()
  mkdirSync(join(place, 'bin'))
  mkdirSync(repository)
  const command = join(place, 'bin', 'diaglot')
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${folder}/dist/src/cli/main.js" "$@"\n`)
  chmodSync(command, 0o755)
  git('init', '-q', '-b', 'main')
  put(base)
  git('add', '.')
  git('commit', '-qm', 'base')
}, 120_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe.runIf(hasGit)('git', () => {
  test('is told once', () => {
    const dry = run('diaglot', 'git-setup', '--dry-run')
    expect(dry.stdout).toContain(
      "git config --local merge.diaglot.driver 'diaglot merge %O %A %B -o %A --path %P'",
    )
    expect(dry.stdout).toContain('*.mmd diff=diaglot merge=diaglot')
    expect(dry.stdout).toMatch(/\*\.drawio\.png diff=diaglot$/m)
    expect(git('config', '--get', 'merge.diaglot.driver').stdout).toBe('')
    expect(run('diaglot', 'git-setup').stdout).toBe(dry.stdout)
    const attributes = readFileSync(join(repository, '.gitattributes'), 'utf8')
    expect(run('diaglot', 'git-setup').stdout).toBe('git knows all of it already\n')
    expect(readFileSync(join(repository, '.gitattributes'), 'utf8')).toBe(attributes)
    git('add', '.')
    git('commit', '-qm', 'attributes')
  })

  test.runIf(extent === 'long')('for one user', () => {
    expect(run('diaglot', 'git-setup', '--global').status).toBe(0)
    expect(readFileSync(join(place, 'config', 'git', 'attributes'), 'utf8')).toContain(
      '*.gv diff=diaglot merge=diaglot',
    )
    expect(git('config', '--global', '--get', 'diff.diaglot.textconv').stdout).toBe('diaglot textconv\n')
    expect(run('diaglot', 'git-setup', '--global').stdout).toBe('git knows all of it already\n')
  })

  test('shows what a diagram says, and nothing where only its text is another', () => {
    put(base.replace('   -->', ' -->').replace('%% orders', '%% all orders'))
    expect(git('diff', '--', 'order.mmd').stdout).not.toMatch(/^[+-] /m)
    put(base.replace('[Pay]', '{Pay}'))
    expect(git('diff', '--', 'order.mmd').stdout).toContain(
      '-  node pay “Pay” rectangle\n+  node pay “Pay” diamond\n',
    )
  })

  test.runIf(extent === 'long')('has it as a difftool, and against a version', () => {
    put(base.replace('[Pay]', '{Pay}'))
    const expected = '  ~ node pay “Pay”: shape changed from rectangle to diamond'
    expect(git('difftool', '--no-prompt', '-t', 'diaglot', 'HEAD', '--', 'order.mmd').stdout).toContain(
      expected,
    )
    const against = run('diaglot', 'diff', '--against', 'HEAD', '.')
    expect([against.status, against.stdout]).toEqual([
      1,
      `order.mmd (HEAD) → order.mmd\n${expected}\n  1 change: 1 changed\n`,
    ])
    put(base)
    expect(run('diaglot', 'diff', '--against', 'HEAD', '.').status).toBe(0)
    run('git', 'mv', 'order.mmd', 'moved.mmd')
    expect(run('diaglot', 'diff', '--against', 'HEAD', '.')).toMatchObject({ status: 0, stdout: '' })
    writeFileSync(join(repository, 'moved.mmd'), base.replace('[Pay]', '{Pay}'))
    expect(run('diaglot', 'diff', '--against', 'HEAD', '.').stdout).toBe(
      `order.mmd (HEAD) → moved.mmd\n${expected}\n  1 change: 1 changed\n`,
    )
    writeFileSync(join(repository, 'moved.mmd'), base)
    run('git', 'mv', 'moved.mmd', 'order.mmd')
    expect(run('diaglot', 'diff', '--against', 'HEAD~1', 'order.mmd').status).toBe(0)
    expect(run('diaglot', 'diff', '--against', 'nowhere', '.')).toMatchObject({
      status: 2,
      stderr: 'diaglot: git knows no commit “nowhere”\n',
    })
  })

  test('merges what two branches changed, also where the lines meet', () => {
    put(base)
    git('checkout', '-qb', 'theirs')
    put(base.replace('pay[Pay]', 'pay([Pay])'))
    git('commit', '-qam', 'theirs')
    git('checkout', '-q', 'main')
    put(base.replace('ask[Ask]', 'ask[Order]').replace('orders', 'many orders'))
    git('commit', '-qam', 'ours')
    expect(git('merge', '--no-edit', 'theirs').status).toBe(0)
    expect(there()).toBe('flowchart LR\n  %% many orders\n  ask[Order]   --> pay([Pay])\n  pay --> go[Go]\n')
  })

  test('leaves a file in conflict where both changed one thing', () => {
    const before = there()
    git('checkout', '-qb', 'others')
    put(before.replace('[Go]', '[Run]'))
    git('commit', '-qam', 'others')
    git('checkout', '-q', 'main')
    put(before.replace('[Go]', '[Walk]'))
    git('commit', '-qam', 'own')
    const { status, stdout, stderr } = git('merge', '--no-edit', 'others')
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`).toContain(
      'order.mmd: error: The node go “Walk”: both sides changed the label, ours to Walk and theirs to Run (before: Go). Ours is kept. [merge/conflict]',
    )
    expect(git('status', '--porcelain').stdout).toContain('UU order.mmd')
    expect(there()).toContain('[Walk]')
  })

  const guide = (words: string, diagram: string) =>
    `${words}\n\n1. A step\n\n   \`\`\`mermaid\n${diagram.replace(/^(?=.)/gm, '   ')}   \`\`\`\n\nThe end.\n`
  const putGuide = (text: string) => writeFileSync(join(repository, 'guide.md'), text)
  const guideThere = () => readFileSync(join(repository, 'guide.md'), 'utf8')

  test('merges a document: its diagrams by what they say, its words by lines', () => {
    git('merge', '--abort')
    putGuide(guide('Words.', base))
    git('add', '.')
    git('commit', '-qm', 'guide')
    git('checkout', '-qb', 'their-guide')
    putGuide(guide('Words.', base.replace('pay[Pay]', 'pay([Pay])')).replace('The end', 'An end'))
    git('commit', '-qam', 'their guide')
    git('checkout', '-q', 'main')
    putGuide(guide('Other words.', base.replace('ask[Ask]', 'ask[Order]')))
    git('commit', '-qam', 'our guide')
    expect(git('merge', '--no-edit', 'their-guide').status).toBe(0)
    expect(guideThere()).toBe(
      guide('Other words.', base.replace('ask[Ask]', 'ask[Order]').replace('pay[Pay]', 'pay([Pay])')).replace(
        'The end',
        'An end',
      ),
    )
  })

  test('leaves a document in conflict where both changed one line, or one thing of a diagram', () => {
    const before = guideThere()
    git('checkout', '-qb', 'other-guide')
    putGuide(before.replace('Other words.', 'Their words.').replace('[Go]', '[Run]'))
    git('commit', '-qam', 'other guide')
    git('checkout', '-q', 'main')
    putGuide(before.replace('Other words.', 'Our words.').replace('[Go]', '[Walk]'))
    git('commit', '-qam', 'own guide')
    const { status, stdout, stderr } = git('merge', '--no-edit', 'other-guide')
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`).toContain(
      'guide.md:9:4: error: The node go “Walk”: both sides changed the label',
    )
    expect(git('status', '--porcelain').stdout).toContain('UU guide.md')
    const [opening, middle, closing] = ['<', '=', '>'].map(sign => sign.repeat(7))
    expect(guideThere()).toContain(
      `${opening} ours\nOur words.\n${middle}\nTheir words.\n${closing} theirs\n`,
    )
    expect(guideThere()).toContain('[Walk]')
    git('merge', '--abort')
  })

  test('what a project says of a document counts more', () => {
    const attributes = readFileSync(join(repository, '.gitattributes'), 'utf8')
    writeFileSync(join(repository, '.gitattributes'), 'CHANGELOG.md merge=union\n*.mmd text')
    run('diaglot', 'git-setup')
    const of = (name: string) => git('check-attr', 'merge', '--', name).stdout.trim().split(' ').at(-1)
    expect(['CHANGELOG.md', 'a.md', 'a.mmd', 'a.html', 'a.drawio.html', 'a.drawio.png'].map(of)).toEqual([
      'union',
      'diaglot',
      'diaglot',
      'diaglot',
      'unspecified',
      'unspecified',
    ])
    writeFileSync(join(repository, '.gitattributes'), attributes)
  })
})
