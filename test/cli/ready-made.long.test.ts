/** What others set diaglot up with: a GitHub action, hooks of pre-commit, completions of shells. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isTakenUnasked } from '../../src/cli/sources.js'
import { documentKinds } from '../../src/documents/documents.js'
import { entries, isToy } from '../setup/formats.js'
import { extent } from '../setup/runs.js'
import { build, diaglot } from './built.js'

const place = mkdtempSync(join(tmpdir(), 'diaglot-'))
let built = ''

beforeAll(async () => {
  built = await build()
  writeFileSync(join(place, 'good.mmd'), 'flowchart LR\n  a --> b\n')
  writeFileSync(join(place, 'bad.mmd'), 'flowchart LR\n  a --> b[x\n')
  mkdirSync(join(place, 'with blank'))
  writeFileSync(join(place, 'with blank/c.dot'), 'digraph { a -> b [colr=red] }\n')
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** The step of the action, as a runner would run it. */
function step(inputs: Readonly<Record<string, string>>) {
  const action = load(readFileSync('action.yml', 'utf8')) as {
    inputs: Record<string, { default: string }>
    runs: { using: string; steps: { run: string; env: Record<string, string> }[] }
  }
  expect(action.runs.using).toBe('composite')
  const [{ run, env }] = action.runs.steps as [(typeof action.runs.steps)[number]]
  const summary = join(place, 'summary.md')
  writeFileSync(summary, '# Before\n')
  const home = join(place, 'action')
  mkdirSync(join(home, 'scripts'), { recursive: true })
  for (const [name, target] of [
    ['dist', join(built, 'dist')],
    ['scripts/action.sh', resolve('scripts/action.sh')],
    ['node_modules', resolve('node_modules')],
  ] as const) {
    rmSync(join(home, name), { force: true })
    symlinkSync(target, join(home, name))
  }
  const filled = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replace(
        /\$\{\{ inputs\.(\w+) \}\}/,
        (_, input) => inputs[input] ?? action.inputs[input]!.default,
      ),
    ]),
  )
  const { status, stdout } = spawnSync('bash', ['-c', run], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, ...filled, GITHUB_ACTION_PATH: home, GITHUB_STEP_SUMMARY: summary },
  })
  return { status, stdout, summary: readFileSync(summary, 'utf8') }
}

describe('the action', () => {
  test('annotates lines, adds to the summary, and fails where a diagram is broken', () => {
    const { status, stdout, summary } = step({ paths: 'good.mmd\nbad.mmd' })
    expect(status).toBe(1)
    expect(stdout).toContain('::error file=bad.mmd,line=2,col=10')
    expect(summary).toMatch(/^# Before\n❌ 2 diagrams in 2 files checked; 1 error\./)
    expect(summary).toContain('bad.mmd&#58;2')
  })

  test.runIf(extent === 'long')(
    'takes other words, and paths with blanks; nothing in them is a command',
    () => {
      const { status, stdout } = step({
        command: 'lint',
        paths: 'with blank\n$(touch ran)',
        args: '--rule\nlint/unknown-attribute=error',
      })
      expect(stdout).toContain('::error file=with blank/c.dot,line=1')
      expect(status).toBe(3)
      expect(spawnSync('ls', [join(place, 'ran')]).status).not.toBe(0)
    },
  )

  test('is content with what is well', () => {
    const { status, summary } = step({ paths: 'good.mmd' })
    expect(status).toBe(0)
    expect(summary).toBe('# Before\n✅ 1 diagram in 1 file checked; no findings.\n')
  })
})

describe('the hooks of pre-commit', () => {
  const hooks = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as {
    id: string
    entry: string
    files: string
  }[]
  const documents = documentKinds.flatMap(({ extensions }) => extensions)
  const taken = entries
    .filter(entry => !isToy(entry) && isTakenUnasked(entry))
    .flatMap(({ extensions }) => extensions)
  const isText = (extension: string) => extension.lastIndexOf('.') === 0

  test('are commands that there are', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['diaglot-check', 'diaglot-lint', 'diaglot-fmt'])
    for (const { entry } of hooks) {
      const [program, no, name, ...words] = entry.split(' ')
      expect([program, no, name]).toEqual(['npx', '--no', 'diaglot'])
      expect(diaglot([...words, 'good.mmd'], { cwd: place }).status).toBe(0)
    }
  })

  // Pre-commit is a program of Python, whose expressions write “whatever the case” at the head.
  test.each([
    ['diaglot-check', [...taken, ...documents]],
    ['diaglot-lint', [...taken.filter(isText), ...documents]],
    ['diaglot-fmt', [...taken.filter(isText), ...documents]],
  ])('%s takes every file that diaglot takes of a folder, and no other', (id, extensions) => {
    const { files } = hooks.find(hook => hook.id === id)!
    expect(files).toBe(`(?i)\\.(${extensions.map(end => end.slice(1).replaceAll('.', '\\.')).join('|')})$`)
  })
})

describe('completions', () => {
  const completed = (line: string): string[] => {
    const words = line.split(' ')
    const { stdout } = diaglot(['completions', 'bash'])
    const program = `${stdout}\nCOMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _diaglot; printf '%s\\n' "\${COMPREPLY[@]}"`
    return spawnSync('bash', ['-c', program], { cwd: place, encoding: 'utf8' }).stdout.trim().split('\n')
  }

  test('bash completes commands, options, values and files', () => {
    expect(completed('diaglot che')).toEqual(['check'])
    expect(completed('diaglot check --vi')).toEqual(['--via'])
    expect(completed('diaglot fmt goo')).toEqual(['good.mmd'])
    expect(completed('diaglot lint with')).toEqual(['with blank'])
    expect(completed('diaglot convert a.mmd --to f')).toEqual(['flowzap', 'flowzap-json'])
    expect(completed('diaglot link a.mmd --to e')).toEqual(['edotor'])
    expect(completed('diaglot check --reporter s')).toEqual(['sarif'])
    expect(completed('diaglot completions z')).toEqual(['zsh'])
    expect(completed('diaglot check --renderer github')).toEqual(['github'])
    expect(completed('diaglot check --renderer gitl')).toEqual(['gitlab', 'gitlab-18'])
    expect(completed('diaglot explain lint/orph')).toEqual(['lint/orphan'])
    expect(completed('diaglot help che')).toEqual(['check'])
  })

  const scriptFor = (shell: string): string => {
    const { stdout, status } = diaglot(['completions', shell])
    expect(status).toBe(0)
    const file = join(place, `completions.${shell}`)
    writeFileSync(file, stdout)
    return file
  }
  const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0

  test.runIf(has('fish'))('fish completes them, too', () => {
    const file = scriptFor('fish')
    const said = (line: string): string[] => {
      const { stdout, stderr } = spawnSync(
        'fish',
        ['--no-config', '-c', `source '${file}'; complete -C '${line}'`],
        {
          cwd: place,
          encoding: 'utf8',
          env: { ...process.env, HOME: place },
        },
      )
      expect(stderr).toBe('')
      return stdout
        .trim()
        .split('\n')
        .map(word => word.split('\t')[0]!)
    }
    expect(said('diaglot che')).toEqual(['check'])
    expect(said('diaglot check --vi')).toEqual(['--via'])
    expect(said('diaglot fmt goo')).toEqual(['good.mmd'])
    expect(said('diaglot convert a.mmd --to fl')).toEqual(['flowzap', 'flowzap-json'])
    expect(said('diaglot completions z')).toEqual(['zsh'])
    expect(said('diaglot check --renderer gitl')).toEqual(['gitlab', 'gitlab-18'])
    expect(said('diaglot explain lint/orph')).toEqual(['lint/orphan'])
    expect(said('diaglot help che')).toEqual(['check'])
  })

  // Zsh completes only for who types; so does this, at a terminal of its own.
  const typing = (file: string, line: string) => `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; unsetopt beep; autoload -Uz compinit; compinit -u -D; source '${file}'; cd '${place}'; show() { print -r -- \\"<\\$BUFFER>\\" }; zle -N show; bindkey '^T' show; echo rea''dy"
zpty -r -m z out '*ready*'
zpty -w -n z $'${line}\\t'
zpty -w -n z $'\\x14'
zpty -r -m z out '*<*>*'
print -r -- "$out"
zpty -d z
`

  test.runIf(has('zsh'))('zsh completes them, too', () => {
    const file = scriptFor('zsh')
    const said = (line: string): string => {
      const { stdout } = spawnSync('zsh', ['-f', '-c', typing(file, line)], {
        cwd: place,
        encoding: 'utf8',
        timeout: 60_000,
      })
      return /<(diaglot [^>]*)>/.exec(stdout)?.[1]?.trim() ?? stdout
    }
    expect(said('diaglot che')).toBe('diaglot check')
    expect(said('diaglot check --vi')).toBe('diaglot check --via')
    expect(said('diaglot fmt goo')).toBe('diaglot fmt good.mmd')
    expect(said('diaglot completions z')).toBe('diaglot completions zsh')
    expect(said('diaglot check --renderer githu')).toBe('diaglot check --renderer github')
    expect(said('diaglot explain lint/orph')).toBe('diaglot explain lint/orphan')
    expect(said('diaglot help che')).toBe('diaglot help check')
  })

  test('there are none for other shells', () => {
    const { status, stderr } = diaglot(['completions', 'cmd'])
    expect([status, stderr]).toEqual([2, 'diaglot: completions are for bash, zsh, fish, not for “cmd”\n'])
  })
})
