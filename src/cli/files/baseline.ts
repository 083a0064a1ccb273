/** Findings that a project knows of and lives with: only new ones count. */
import { readFile } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import type { Message } from '../../messages/message.js'
import { lineTable, lineText, placeOf } from '../../messages/place.js'
import { reasonOf } from '../bytes.js'
import { CommandError, exitCodes } from '../exit.js'
import { writeWhole } from '../outputs.js'
import type { FileResult } from './result.js'

/** A code, the line that it is said of, and how often: so that lines that move change nothing. */
type Known = readonly [code: string, line: string, times: number]

interface Stored {
  readonly diaglotBaseline: 1
  /** By file, from the folder of the config, with `/`. */
  readonly files: Readonly<Record<string, readonly Known[]>>
}

/** So much of a line tells it from others. */
const LINE = 200

export class Baseline {
  readonly #known = new Map<string, Map<string, number>>()
  readonly #found = new Map<string, Map<string, number>>()

  private constructor(
    readonly file: string,
    readonly root: string,
  ) {}

  /** @param isNew whether the file may still have to be made; else a `CommandError` says that it is not there, or no baseline */
  static async open(file: string, root: string, isNew: boolean): Promise<Baseline> {
    const baseline = new Baseline(file, root)
    if (isNew) return baseline
    const text = await readFile(file, 'utf8').catch(error => {
      throw new CommandError(
        `cannot read the baseline ${file}: ${reasonOf(error)}; --update-baseline makes one`,
        exitCodes.unreadable,
      )
    })
    for (const [name, list] of Object.entries(storedOf(file, text).files)) {
      baseline.#known.set(name, new Map(list.map(([code, line, times]) => [keyOf(code, line), times])))
    }
    return baseline
  }

  /** A result without the findings that are known, each as often as it is. What only informs never counts. */
  without(result: FileResult): FileResult {
    const name = relative(this.root, resolve(result.name)).split(sep).join('/')
    const left = new Map(this.#known.get(name))
    const table = lineTable(result.source ?? '')
    const messages = result.messages.filter(message => {
      if (message.severity === 'info') return true
      const key = keyOf(message.code, lineOf(table, message))
      const found = this.#found.get(name) ?? new Map<string, number>()
      this.#found.set(name, found.set(key, (found.get(key) ?? 0) + 1))
      const times = left.get(key) ?? 0
      if (times > 0) left.set(key, times - 1)
      return times === 0
    })
    return messages.length === result.messages.length ? result : { ...result, messages }
  }

  /** Writes what was found, in the order of names. */
  async save(): Promise<void> {
    const files = [...this.#found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, found]) => [name, [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(knownOf)])
    const stored = { diaglotBaseline: 1, files: Object.fromEntries(files) } satisfies Stored
    await writeWhole(this.file, `${JSON.stringify(stored, null, 2)}\n`)
  }
}

function storedOf(file: string, text: string): Stored {
  try {
    const stored = JSON.parse(text) as Stored
    const lists = Object.values(stored.files)
    if (stored.diaglotBaseline === 1 && lists.every(list => list.every(isKnown))) return stored
  } catch {
    // Said below.
  }
  throw new CommandError(
    `${file} is no baseline of diaglot; --update-baseline makes one`,
    exitCodes.unreadable,
  )
}

const isKnown = ([code, line, times]: Known): boolean =>
  typeof code === 'string' && typeof line === 'string' && Number.isSafeInteger(times)

const keyOf = (code: string, line: string): string => `${code}\n${line}`

function knownOf([key, times]: readonly [string, number]): Known {
  const at = key.indexOf('\n')
  return [key.slice(0, at), key.slice(at + 1), times]
}

function lineOf(table: ReturnType<typeof lineTable>, { at }: Message): string {
  return at ? lineText(table, placeOf(table, at[0]).line).trim().slice(0, LINE) : ''
}
