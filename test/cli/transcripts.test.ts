/**
 * Golden transcripts: what a person types and what the command answers. A file holds the files that are there at
 * first (`--- file NAME` … `---`), then commands. Below a command stand its standard output, its standard error
 * with `! ` before each line, and `[exit N]` where it is not 0. Of what is longer than a person reads, the start and the number of lines
 * stand there. `--- copy PATH` takes a file or folder of the repository along; git can be called, and the folder is called HERE.
 * An undo bundle is called BUNDLE, the last one that was named.
 * `UPDATE_TRANSCRIPTS=1 npx vitest run test/cli` writes them anew.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extent } from '../setup/runs.js'
import { build, diaglot, type Run } from './built.js'
import { inProcess } from './in-process.js'

const folder = 'test/cli/transcripts'
/** This one plays in processes of their own, as a user's would; the others in the process of the test. */
const inProcesses = 'convert.txt'
const places: string[] = []

type Command = (
  words: readonly string[],
  around: { readonly cwd: string; readonly input: string },
) => Run | Promise<Run>

beforeAll(build)
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** The words of a command line: quotes group, nothing else is special. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(match => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Where programs remember what they have to. */
const stateOf = (place: string): string => `${place}-state`

async function played(transcript: string, command: Command): Promise<string> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-')))
  places.push(place, stateOf(place))
  process.env.XDG_STATE_HOME = stateOf(place)
  const out: string[] = []
  const lines = transcript.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const file = /^--- file (.*)$/.exec(line)?.[1]
    const copied = /^--- copy (.*)$/.exec(line)?.[1]
    if (copied) {
      cpSync(copied, join(place, copied), { recursive: true })
      out.push(line)
    } else if (file) {
      const end = lines.indexOf('---', i)
      const text = lines.slice(i + 1, end).join('\n')
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), `${text}\n`)
      out.push(...lines.slice(i, end + 1))
      i = end
    } else if (line.startsWith('#') || (line === '' && !out.at(-1)?.startsWith('$'))) out.push(line)
    else if (line.startsWith('$ ')) {
      out.push(line, ...(await answer(line.slice(2), place, command)))
      while (i + 1 < lines.length && !/^(\$ |# |--- (file|copy) )/.test(lines[i + 1] ?? '')) i++
      if (i + 1 < lines.length) out.push('')
    }
  }
  return `${out.join('\n').replace(/\n+$/, '')}\n`
}

async function answer(line: string, place: string, run: Command): Promise<string[]> {
  if (line.startsWith('cat '))
    return readFileSync(join(place, line.slice(4)), 'utf8')
      .trimEnd()
      .split('\n')
  if (line === 'ls') return readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
  const [command, input] = line.split(' < ')
  const [name, ...words] = wordsOf(command ?? '').map(word => (word === 'BUNDLE' ? bundle : word))
  const stdin = input ? readFileSync(join(place, input), 'utf8') : ''
  const { status, stdout, stderr } =
    name === 'git' ? git(words, place) : await run(words, { cwd: place, input: stdin })
  const lines = (text: string) => (text === '' ? [] : shortened(named(text, place)))
  return [
    ...lines(stdout),
    ...lines(stderr).map(text => `! ${text}`.trimEnd()),
    ...(status === 0 ? [] : [`[exit ${status}]`]),
  ]
}

let bundle = ''

/** Without what is another in each run. */
function named(text: string, place: string): string {
  return text
    .replace(/\S+\.undo\b/g, path => {
      bundle = path
      return 'BUNDLE'
    })
    .replaceAll(place, 'HERE')
}

const MOST_LINES = 200

function shortened(text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, 20), `(… ${lines.length} lines)`]
}

/** Git, by an author who is the same everywhere, with nothing of the settings of this machine. */
function git(words: readonly string[], cwd: string): Run {
  const who = { NAME: 'Ann', EMAIL: 'ann@example.org', DATE: '2025-01-01T00:00:00Z' }
  const people = Object.entries(who).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ])
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(people),
  }
  return spawnSync('git', words, { cwd, encoding: 'utf8', env })
}

/** Every template is laid out in it: the long run plays it. */
const isDear = (name: string): boolean => name === 'readme.txt'
const names = readdirSync(folder).filter(
  name => extent === 'long' || process.env.UPDATE_TRANSCRIPTS !== undefined || !isDear(name),
)

test.each(names)('%s', async name => {
  const path = join(folder, name)
  const transcript = readFileSync(path, 'utf8')
  const result = await played(transcript, name === inProcesses ? diaglot : inProcess)
  if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(path, result)
  else expect(result).toBe(transcript)
})

test('every command has a line that goes wrong', async () => {
  const { stdout } = await inProcess(['--help'], { cwd: '.', input: '' })
  const listed = stdout.slice(stdout.indexOf('Commands:'), stdout.indexOf('Exit codes:'))
  const commands = [...listed.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(match => match[1] ?? '')
  const wrong = readdirSync(folder).flatMap(name =>
    readFileSync(join(folder, name), 'utf8')
      .split(/^(?=\$ )/m)
      .filter(part => /^\[exit [1-9]\]$/m.test(part))
      .map(part => /^\$ diaglot (\S+)/.exec(part)?.[1]),
  )
  expect(commands.length).toBeGreaterThan(15)
  expect(commands.filter(command => command !== 'help' && !wrong.includes(command))).toEqual([])
})
