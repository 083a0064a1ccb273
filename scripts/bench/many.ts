/** The command over many small files, each time in a new process: checked, converted, and moved as a whole. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandTime, Spent } from './command.js'
import { writeSmall } from './small.js'

/** So many, which the demands are for; of fewer, they are for as much less. */
const FILES = 10_000

/** Memory is to be flat, however many files there are: so many times that for a fifth of them it may be. */
const FLAT = 1.25

/** A quiet machine with two cores has both of them for a command of two threads: so the processor may take twice what a clock may show. */
const CORES = 2

interface Many {
  readonly what: string
  readonly words: readonly string[]
  /** Seconds on a clock that the project allows on two quiet cores. */
  readonly seconds: number
  /** What is written, to be removed behind it. */
  readonly made?: string
}

const converted = (files: number): readonly Many[] =>
  [
    { to: 'flowzap', seconds: 6 },
    { to: 'drawio', seconds: 60 },
  ].map(({ to, seconds }) => ({
    what: `convert of ${files} small files to ${to}`,
    words: ['convert', '.', '--no-config', '-q', '--to', to, '-o', '../made'],
    seconds,
    made: '../made',
  }))

const moved = (files: number): readonly Many[] =>
  [
    { what: `migrate plan of ${files} small files`, words: [], seconds: 20 },
    {
      what: `migrate --write of ${files} small files`,
      words: ['--write', '--undo-to', '../undo/bundle'],
      seconds: 40,
      made: '../undo',
    },
  ].map(({ words, ...more }) => ({
    ...more,
    words: ['migrate', '.', '--no-config', '-q', '--to', 'flowzap', ...words],
  }))

/**
 * @param spent runs the command with these words in a folder
 * @param place an empty folder
 * @param empty the processor's milliseconds of an empty process
 * @param files how many
 */
export function overMany(
  spent: (words: readonly string[], folder: string) => Spent,
  place: string,
  empty: number,
  files = FILES,
): CommandTime[] {
  const rows: CommandTime[] = []
  const measured = ({ what, words, seconds, made }: Many, folder: string): void => {
    const all = spent(words, folder)
    const most = { seconds: (seconds * files) / FILES, cores: CORES }
    rows.push({ what, ...all, most, times: all.milliseconds / empty })
    if (made !== undefined) rmSync(join(folder, made), { recursive: true })
  }
  for (const [name, languages] of [
    ['three languages', undefined],
    ['Mermaid alone', ['mermaid']],
  ] as const) {
    const folder = join(place, name, 'in')
    writeSmall(folder, files, languages)
    const words = ['check', '.', '--no-config', '--cache', '--cache-location', 'cache.json']
    measured({ what: `check of ${files} small files, ${name}`, words, seconds: 5 }, folder)
    measured({ what: 'the same again, with --cache', words, seconds: 1 }, folder)
    rmSync(folder, { recursive: true })
  }
  const folder = join(place, 'all', 'in')
  writeSmall(folder, files, ['mermaid'])
  for (const many of [...converted(files), ...moved(files)]) measured(many, folder)
  const fifth = join(place, 'fifth', 'in')
  writeSmall(fifth, Math.ceil(files / 5), ['mermaid'])
  for (const many of [...converted(files), ...moved(files)]) {
    const { megabytes } = rows.find(({ what }) => what === many.what)!
    const few = spent(many.words, fifth)
    if (many.made !== undefined) rmSync(join(fifth, many.made), { recursive: true })
    rows.push({
      ...few,
      what: `memory of ${many.what} (${megabytes.toFixed(0)} MB), to that of a fifth`,
      most: { memory: FLAT },
      times: megabytes / few.megabytes,
    })
  }
  return rows
}
