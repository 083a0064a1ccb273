/** A run of `diaglot migrate --write` that is stopped, or killed, at any moment: every file is whole, the next run goes on, and all of it can be undone. */
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { counted } from '../setup/runs.js'
import { build, diaglot } from './built.js'
import { stateOf, treeOf } from './trees.js'

let program = ''
/** The tree after a run that nobody stops. */
let end: Record<string, string> = {}
beforeAll(async () => {
  program = join(await build(), 'dist/src/cli/main.js')
  const root = treeOf(files)
  diaglot(words, { cwd: root })
  end = stateOf(root)
})

const fence = '```mermaid\nflowchart LR\n  a --> b\n```\n'
const numbers = Array.from({ length: 40 }, (_, number) => number)
const files = Object.fromEntries(
  numbers.flatMap(number => [
    [`docs/${number}.md`, `# Page ${number}\n\n${fence}\n## More\n\n${fence}\n[a](${number}.mmd)\n`],
    [`docs/${number}.mmd`, `flowchart LR\n  a --> n${number}\n`],
  ]),
)
const words = ['migrate', '.', '--to', 'flowzap', '--remove', '--write', '--workers', '1']

/** Ends the program when so many files are there. */
async function killed(
  root: string,
  count: number,
  signal: 'SIGKILL' | 'SIGINT',
  call: readonly string[] = words,
): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...call], { cwd: root, stdio: 'ignore' })
  const ended = new Promise<number | null>(done => child.on('exit', code => done(code)))
  const timer = setInterval(() => {
    if (readdirSync(join(root, 'docs')).filter(name => /\.(fz|svg)$/.test(name)).length < count) return
    // A second Ctrl-C would end it at once.
    clearInterval(timer)
    child.kill(signal)
  }, 1)
  const code = await ended
  clearInterval(timer)
  return code
}

/** Moments all over a run, each of two signals and of two commands: from before the first file up to the last. */
const moments = Array.from({ length: counted(12) }, (_, place) => {
  const signal = place % 2 === 0 ? ('SIGKILL' as const) : ('SIGINT' as const)
  const command = place % 4 < 2 ? ('migrate' as const) : ('apply' as const)
  return [command, signal, (place * 61) % 201] as const
})

describe('stopped', () => {
  test.each(moments)('%s by %s when %d files are new', async (command, signal, count) => {
    const root = treeOf(files)
    const start = stateOf(root)
    const plan = `${root}-plan.json`
    if (command === 'apply')
      diaglot([...words.filter(word => word !== '--write'), '--plan-out', plan], { cwd: root })
    const call = command === 'apply' ? ['apply', plan, '--workers', '1'] : words
    const code = await killed(root, count, signal, call)
    // Before it has begun, and when all is done, there is nothing to stop.
    if (count > 0 && count < 180) expect(code).toBe(signal === 'SIGINT' ? 130 : null)
    const between = stateOf(root)
    for (const [name, state] of Object.entries(between)) {
      const isDraft = /\.diaglot$/.test(name)
      if (!isDraft) expect([name, [start[name], end[name]].includes(state)]).toEqual([name, true])
    }
    diaglot(words, { cwd: root })
    expect(stateOf(root)).toEqual(end)
    const folder = `${root}-state/diaglot/undo`
    // The last run first. Names begin with the time, and two of one second are told apart by what they hold.
    const bundles = readdirSync(folder).map(name => join(folder, name))
    for (let left = bundles; left.length > 0; ) {
      const done = left.find(bundle => diaglot(['apply', '--undo', bundle], { cwd: root }).status === 0)
      expect(done).toBeDefined()
      left = left.filter(bundle => bundle !== done)
    }
    expect(stateOf(root)).toEqual(start)
    rmSync(root, { recursive: true })
  })
})
