/** The command as a whole process: how long it takes to start, and over many small files; beside what the project demands. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { overMany } from './many.js'

export interface CommandTime {
  readonly what: string
  /** Of the processor, all threads of the process. */
  readonly milliseconds: number
  readonly megabytes: number
  /** On a clock, of one run; left out where the processor's time is a median of several. */
  readonly elapsed?: number
  /** What the project demands: so many times an empty Node process, or so many seconds on a clock, with so many cores for itself. */
  readonly most: { readonly times: number } | Timed | { readonly memory: number }
  /** How many times as long as an empty process; where memory is what counts, how many times as much as for a fifth of the files. */
  readonly times: number
}

/** On a clock, where nothing else runs on so many cores. */
export interface Timed {
  readonly seconds: number
  readonly cores: number
}

/** For starts, the median of so many runs; the empty process has its turn before each. */
const RUNS = 11

/** What a process took. */
export interface Spent {
  /** Of the processor, all threads of the process. */
  readonly milliseconds: number
  /** On a clock: what else the machine does is in it. */
  readonly elapsed: number
  readonly megabytes: number
}

/** What a Node process says of itself at its end: threads count, and starting Node. */
const HOOK = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  const fs = require('node:fs')
  // What the process that started this one had is in \`maxRSS\`.
  const most = /^VmHWM:\\s+(\\d+)/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]
  fs.writeFileSync(process.env.DIAGLOT_BENCH, JSON.stringify({ milliseconds: (userCPUTime + systemCPUTime) / 1000, megabytes: most / 1024 }))
})
`

/** Of the command in `dist`, which has to be built. @param files how many small ones the runs over many files have */
export async function commandTimes(files?: number): Promise<CommandTime[]> {
  const place = mkdtempSync(join(tmpdir(), 'diaglot-bench-'))
  try {
    writeFileSync(join(place, 'hook.cjs'), HOOK)
    const program = resolve('dist/src/cli/main.js')
    const spent = (words: readonly string[], cwd = place): Spent => {
      const env = { ...process.env, DIAGLOT_BENCH: join(place, 'spent.json'), NO_COLOR: '1' }
      const before = performance.now()
      const { error, status } = spawnSync(process.execPath, ['-r', join(place, 'hook.cjs'), ...words], {
        cwd,
        env,
        stdio: ['ignore', 'ignore', 'ignore'],
      })
      if (error) throw error
      // Findings are no reason to mistrust what was measured.
      if (status === null || status > 1) throw new Error(`${words.join(' ')}: exit code ${status}`)
      const elapsed = performance.now() - before
      const own = JSON.parse(readFileSync(join(place, 'spent.json'), 'utf8')) as Omit<Spent, 'elapsed'>
      return { ...own, elapsed }
    }
    writeFileSync(join(place, 'small.mmd'), 'flowchart LR\n  a[Order] -->|paid| b[Ship]\n')
    const rows: CommandTime[] = []
    let empty = 0
    for (const [words, times] of starts) {
      const runs = Array.from(
        { length: RUNS },
        () => [spent(['-e', '0']), spent([program, ...words])] as const,
      )
      empty = middle(runs.map(([node]) => node.milliseconds))
      const milliseconds = middle(runs.map(([, own]) => own.milliseconds))
      const megabytes = middle(runs.map(([, own]) => own.megabytes))
      rows.push({
        what: words.join(' '),
        milliseconds,
        megabytes,
        most: { times },
        times: milliseconds / empty,
      })
    }
    rows.push(...overMany((words, folder) => spent([program, ...words], folder), place, empty, files))
    return rows
  } finally {
    rmSync(place, { recursive: true })
  }
}

const starts = [
  [['--version'], 1.4],
  [['--help'], 1.4],
  [['convert', 'small.mmd', '--to', 'dot'], 2.2],
] as const

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!

/** On a busy machine a clock shows more than the goal, which is for a quiet one: what its cores could not do in that time either is too slow anywhere. */
function verdict({ milliseconds, elapsed = 0, most, times }: CommandTime): string {
  if ('memory' in most) return times > most.memory ? ' TOO MUCH' : ''
  if ('times' in most) return times > most.times ? ' TOO SLOW' : ''
  if (milliseconds > 1000 * most.seconds * most.cores) return ' TOO SLOW'
  return elapsed > 1000 * most.seconds ? ' TOO SLOW, if nothing else ran' : ''
}

export function commandLine(row: CommandTime): string {
  const { what, milliseconds, elapsed = 0, megabytes, most, times } = row
  const clock = 'seconds' in most ? `${(elapsed / 1000).toFixed(1)} s on the clock, ` : ''
  const goal =
    'seconds' in most
      ? `${most.seconds} s with ${most.cores} quiet cores`
      : 'times' in most
        ? `${most.times} times an empty Node`
        : `${most.memory} times the memory for a fifth`
  const cells = [
    'command '.padEnd(8),
    what.padEnd(44),
    `${milliseconds.toFixed(0)} ms`.padStart(9),
    `× ${times.toFixed(1)}`.padStart(8),
    `${megabytes.toFixed(0)} MB`.padStart(7),
    `(${clock}may take ${goal})`,
  ]
  return `${cells.join(' ')}${verdict(row)}`
}
