/** The command as a whole process: how long it takes to start, and over many small files; beside what the project demands. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { writeSmall } from './small.js'

export interface CommandTime {
  readonly what: string
  /** Of the processor, all threads of the process. */
  readonly milliseconds: number
  readonly megabytes: number
  /** What the project demands: so many times an empty Node process, or so many seconds on two quiet cores. */
  readonly most: { readonly times: number } | { readonly seconds: number }
  /** How many times as long as an empty process. */
  readonly times: number
}

/** For starts, the median of so many runs; the empty process has its turn before each. */
const RUNS = 11

const FILES = 10_000

interface Spent {
  readonly milliseconds: number
  readonly megabytes: number
}

/** What a Node process says of itself at its end: threads count, and starting Node. */
const HOOK = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  require('node:fs').writeFileSync(process.env.DIAGLOT_BENCH, JSON.stringify({ milliseconds: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 }))
})
`

/** Of the command in `dist`, which has to be built. */
export async function commandTimes(): Promise<CommandTime[]> {
  const place = mkdtempSync(join(tmpdir(), 'diaglot-bench-'))
  try {
    writeFileSync(join(place, 'hook.cjs'), HOOK)
    const program = resolve('dist/src/cli/main.js')
    const spent = (words: readonly string[], cwd = place): Spent => {
      const env = { ...process.env, DIAGLOT_BENCH: join(place, 'spent.json'), NO_COLOR: '1' }
      const { error } = spawnSync(process.execPath, ['-r', join(place, 'hook.cjs'), ...words], {
        cwd,
        env,
        stdio: ['ignore', 'ignore', 'ignore'],
      })
      if (error) throw error
      return JSON.parse(readFileSync(join(place, 'spent.json'), 'utf8')) as Spent
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
    for (const [name, languages] of [
      ['three languages', undefined],
      ['Mermaid alone', ['mermaid']],
    ] as const) {
      const folder = join(place, name)
      writeSmall(folder, FILES, languages)
      const check = [program, 'check', '.', '--no-config', '-q', '--cache', '--cache-location', 'cache.json']
      const all = spent(check, folder)
      rows.push({
        what: `check of ${FILES} small files, ${name}`,
        ...all,
        most: { seconds: 10 },
        times: all.milliseconds / empty,
      })
      removeUnclean(folder)
      const again = spent(check, folder)
      rows.push({
        what: 'the clean ones again, with --cache',
        ...again,
        most: { seconds: 1 },
        times: again.milliseconds / empty,
      })
    }
    return rows
  } finally {
    rmSync(place, { recursive: true })
  }
}

/** Files with findings are looked at each time, so they are no part of a run in which nothing is to be done. */
function removeUnclean(folder: string): void {
  const { files } = JSON.parse(readFileSync(join(folder, 'cache.json'), 'utf8')) as { files: object }
  for (const name of globSync('**/*.{mmd,gv,fz}', { cwd: folder }))
    if (!Object.hasOwn(files, join(folder, name))) rmSync(join(folder, name))
}

const starts = [
  [['--version'], 1.4],
  [['--help'], 1.4],
  [['convert', 'small.mmd', '--to', 'dot'], 2.2],
] as const

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!

export function commandLine({ what, milliseconds, megabytes, most, times }: CommandTime): string {
  const isOver = 'times' in most ? times > most.times : milliseconds > 1000 * most.seconds
  const goal = 'times' in most ? `${most.times} times an empty Node` : `${most.seconds} s of the processor`
  const cells = [
    'command '.padEnd(8),
    what.padEnd(42),
    `${milliseconds.toFixed(0)} ms`.padStart(9),
    `× ${times.toFixed(1)}`.padStart(8),
    `${megabytes.toFixed(0)} MB`.padStart(7),
    `(may take ${goal})`,
  ]
  return `${cells.join(' ')}${isOver ? ' TOO SLOW' : ''}`
}
