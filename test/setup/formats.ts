/** Every format that a test of all formats runs over: the project's own and the toys, which are there only to be tested. */
import { existsSync } from 'node:fs'
import { formats as own } from '../../converters/index.js'
import type { Format, FormatEntry } from '../../src/format.js'
import { toys } from '../toys/index.js'

export const entries: readonly FormatEntry[] = [...own, ...toys]

export const formats: readonly Format[] = await Promise.all(entries.map(({ load }) => load()))

/** Those that the environment variable `ONLY` names, or all. */
export const chosen: readonly Format[] = formats.filter(
  ({ name }) => !process.env.ONLY || process.env.ONLY.split(',').includes(name),
)

const toyNames: ReadonlySet<string> = new Set(toys.map(({ name }) => name))

export const isToy = ({ name }: Pick<Format, 'name'>): boolean => toyNames.has(name)

/** The folder of a format's small diagrams, each with the graph that it means beside it. */
export function corpusFolder({ name }: Pick<Format, 'name'>): string | undefined {
  return [`test/toys/${name}/corpus`, `corpus/${name}`].find(folder => existsSync(folder))
}
