/**
 * Golden transcripts: what a person types and what the command answers. A file holds the files that are there at
 * first (`--- file NAME` … `---`), then commands. Below a command stand its standard output, its standard error
 * with `! ` before each line, and `[exit N]` where it is not 0. `UPDATE_TRANSCRIPTS=1 npx vitest run test/cli` writes them anew.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sample } from '../setup/runs.js'
import { build, diaglot } from './built.js'

const folder = 'test/cli/transcripts'
const places: string[] = []

beforeAll(build)
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** The words of a command line: quotes group, nothing else is special. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(match => match[1] ?? match[2] ?? match[3] ?? '')
}

function played(transcript: string): string {
  const place = mkdtempSync(join(tmpdir(), 'diaglot-'))
  places.push(place)
  const out: string[] = []
  const lines = transcript.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const file = /^--- file (.*)$/.exec(line)?.[1]
    if (file) {
      const end = lines.indexOf('---', i)
      const text = lines.slice(i + 1, end).join('\n')
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), `${text}\n`)
      out.push(...lines.slice(i, end + 1))
      i = end
    } else if (line.startsWith('#') || (line === '' && !out.at(-1)?.startsWith('$'))) out.push(line)
    else if (line.startsWith('$ ')) {
      out.push(line, ...answer(line.slice(2), place))
      while (i + 1 < lines.length && !/^(\$ |# |--- file )/.test(lines[i + 1] ?? '')) i++
      if (i + 1 < lines.length) out.push('')
    }
  }
  return `${out.join('\n').replace(/\n+$/, '')}\n`
}

function answer(line: string, place: string): string[] {
  if (line.startsWith('cat '))
    return readFileSync(join(place, line.slice(4)), 'utf8')
      .trimEnd()
      .split('\n')
  if (line === 'ls') return readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
  const [command, input] = line.split(' < ')
  const words = wordsOf(command ?? '').slice(1)
  const stdin = input ? readFileSync(join(place, input), 'utf8') : ''
  const { status, stdout, stderr } = diaglot(words, { cwd: place, input: stdin })
  const lines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
  return [
    ...lines(stdout),
    ...lines(stderr).map(text => `! ${text}`.trimEnd()),
    ...(status === 0 ? [] : [`[exit ${status}]`]),
  ]
}

// Each is dozens of processes.
test.each(process.env.UPDATE_TRANSCRIPTS ? readdirSync(folder) : sample(readdirSync(folder), 3))(
  '%s',
  name => {
    const path = join(folder, name)
    const transcript = readFileSync(path, 'utf8')
    const result = played(transcript)
    if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(path, result)
    else expect(result).toBe(transcript)
  },
)
