/**
 * What a change did to speed: the package of the present sources beside that of another commit, one run of each by turns, since a machine
 * is never the same for long. Ratios are of the processor's time.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { generated, type Language, languages } from './graphs.js'

export interface Compared {
  readonly what: string
  /** Milliseconds of the processor: the least and the median of each, which other work on the machine lengthens least and most. */
  readonly before: readonly [least: number, median: number]
  readonly after: readonly [least: number, median: number]
}

/** A process that converts a text so long that starting counts little, and says what one conversion took. */
const WARM = `
import { readFileSync } from 'node:fs'
const [folder, from, to, file] = process.argv.slice(2)
const { convert } = await import(folder + '/dist/src/index.js')
const text = readFileSync(file, 'utf8')
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const until = spent() + 400
while (spent() < until) await convert(text, { from, to })
const before = spent()
let count = 0
do { await convert(text, { from, to }); count++ } while (spent() < before + 400)
console.log((spent() - before) / count)
`

/** What a whole process took, by its own account at its end. */
const HOOK = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeFileSync(process.env.DIAGLOT_BENCH, String((user + system) / 1000))
})
`

const STARTS = [['--version'], ['--help'], ['convert', 'small.mmd', '--to', 'dot'], ['check', 'small.mmd']]

/** Half of the pairs that are worth watching: every language is read, and every one is written. */
const PAIRS: readonly (readonly [Language, string])[] = languages.flatMap(from =>
  ['dot', 'mermaid', 'json'].filter(to => to !== from).map(to => [from, to] as const),
)

/**
 * @param ref the commit, branch or tag to compare with
 * @param rounds how often each runs
 * @param edges of the texts that are converted
 */
export async function* compare(ref: string, rounds: number, edges: number): AsyncGenerator<Compared> {
  removeLeft()
  const place = mkdtempSync(join(tmpdir(), `${PLACE}${process.pid}-`))
  const tree = join(place, 'before')
  const remove = () => removeTree(tree)
  const stopped = (signal: NodeJS.Signals) => {
    // What still builds or measures would write into what is taken away, and go on.
    stopRunning()
    remove()
    process.exit(128 + (signal === 'SIGINT' ? 2 : 15))
  }
  // Who runs this through npm sends it several times, and only the first one may end it.
  for (const signal of SIGNALS) process.on(signal, stopped)
  try {
    await run('git', ['worktree', 'add', '--quiet', '--detach', tree, ref], '.')
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
    const own = resolve('node_modules/.cache/diaglot-compare')
    await packageOf(tree, tree)
    await packageOf('.', own)
    cpSync('package.json', join(own, 'package.json'))
    const sides = [tree, own] as const
    const alternately = async (
      what: string,
      spent: (folder: string) => Promise<number>,
    ): Promise<Compared> => {
      const times: (readonly number[])[] = []
      for (let round = 0; round < rounds; round++) times.push([await spent(sides[0]), await spent(sides[1])])
      const [before, after] = [0, 1].map(side => summary(times.map(pair => pair[side]!)))
      return { what, before: before!, after: after! }
    }
    writeFileSync(join(place, 'hook.cjs'), HOOK)
    writeFileSync(join(place, 'small.mmd'), 'flowchart LR\n  a[Order] -->|paid| b[Ship]\n')
    for (const words of STARTS)
      yield await alternately(words.join(' '), folder => ofProcess(folder, words, place))
    writeFileSync(join(place, 'warm.mjs'), WARM)
    for (const [from, to] of PAIRS) {
      const file = join(place, `large.${from}`)
      writeFileSync(file, generated(from, edges))
      const words = (folder: string) => [join(place, 'warm.mjs'), folder, from, to, file]
      yield await alternately(`${from} to ${to}, ${edges} edges`, async folder =>
        Number(await output(words(folder), place)),
      )
    }
  } finally {
    remove()
    for (const signal of SIGNALS) process.off(signal, stopped)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What the folder of a run is called, before the number of its process. */
const PLACE = 'diaglot-compare-'

/** Takes a tree out of git's list, and its folder with all that lies beside it away. */
function removeTree(tree: string): void {
  spawnSync('git', ['worktree', 'remove', '--force', tree])
  // What was just stopped may still finish a file.
  rmSync(dirname(tree), { recursive: true, force: true, maxRetries: 5 })
}

/** What runs left behind that were killed at once: nobody else has folders of such a name, and their processes are gone. */
export function removeLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, id] = /^diaglot-compare-(\d+)-\w+$/.exec(name) ?? []
    if (id !== undefined && !isRunning(Number(id))) removeTree(join(tmpdir(), name, 'before'))
  }
  // Of one whose folder is gone, git alone remembers.
  spawnSync('git', ['worktree', 'prune'])
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** The process that this one waits for, which leads a group of its own: what it starts has to end with it. */
let running: number | undefined

/** Runs a program to its end, and gives what it prints. Throws where it fails. */
async function run(
  program: string,
  words: readonly string[],
  cwd: string,
  env = process.env,
): Promise<string> {
  const started = spawn(program, words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  running = started.pid
  try {
    let printed = ''
    started.stdout.setEncoding('utf8').on('data', text => {
      printed += text
    })
    const [status] = await once(started, 'close')
    if (status !== 0) throw new Error(`${program} ${words.join(' ')}: exit code ${status}`)
    return printed
  } finally {
    running = undefined
  }
}

function stopRunning(): void {
  if (running === undefined) return
  try {
    process.kill(-running, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}

/** Builds a tree as its own scripts do, types left out. */
async function packageOf(tree: string, folder: string): Promise<void> {
  const tsx = resolve('node_modules/tsx/dist/cli.mjs')
  for (const words of [['scripts/grammars.ts'], ['scripts/build.ts', join(folder, 'dist')]])
    await run(process.execPath, [tsx, ...words], tree)
}

async function ofProcess(folder: string, words: readonly string[], place: string): Promise<number> {
  await output(['-r', join(place, 'hook.cjs'), join(folder, 'dist/src/cli/main.js'), ...words], place)
  return Number(readFileSync(join(place, 'spent'), 'utf8'))
}

async function output(words: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, DIAGLOT_BENCH: join(cwd, 'spent') }
  return run(process.execPath, words, cwd, env)
}

function summary(times: readonly number[]): readonly [least: number, median: number] {
  const sorted = [...times].sort((a, b) => a - b)
  return [sorted[0]!, sorted[sorted.length >> 1]!]
}

export function comparedLine({ what, before, after }: Compared): string {
  const cell = ([least, median]: Compared['before']) =>
    `${least.toFixed(1)} ms least, ${median.toFixed(1)} ms median`.padStart(36)
  const ratio = [0, 1].map(place => `× ${(after[place]! / before[place]!).toFixed(2)}`).join(', ')
  return `${what.padEnd(34)} ${cell(before)} ${cell(after)}  ${ratio}`
}
