/** What was clean at an earlier run, so that it need not be looked at again: by size and time of the file, or by its content. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Input } from '../inputs.js'
import { writeWhole } from '../outputs.js'
import { oneOf } from '../terminal.js'
import { version } from '../version.js'
import type { FileResult } from './result.js'
import type { TaskSettings } from './settings.js'

export const cacheStrategies = ['metadata', 'content'] as const
export type CacheStrategy = (typeof cacheStrategies)[number]

export interface CacheOptions {
  readonly strategy: CacheStrategy
  /** The file that holds it. */
  readonly location: string
}

/** What a file was, and how many diagrams were in it. */
type Entry = readonly [state: string, diagrams: number, passedOver: readonly string[]]

interface Stored {
  /** The version of diaglot, the settings and the strategy: what another one found says nothing. */
  readonly key: string
  readonly files: Readonly<Record<string, Entry>>
}

/** Somebody, or a disk, may have written anything there. */
function isFiles(files: unknown): boolean {
  if (typeof files !== 'object' || files === null) return false
  return Object.values(files).every(
    entry =>
      Array.isArray(entry) &&
      typeof entry[0] === 'string' &&
      Number.isSafeInteger(entry[1]) &&
      Array.isArray(entry[2]) &&
      entry[2].every(kind => typeof kind === 'string'),
  )
}

export class Cache {
  readonly #before: ReadonlyMap<string, Entry>
  readonly #now = new Map<string, Entry>()
  readonly #states = new Map<string, string>()

  private constructor(
    readonly options: CacheOptions,
    readonly key: string,
    files: Readonly<Record<string, Entry>>,
  ) {
    this.#before = new Map(Object.entries(files))
  }

  /** A cache that cannot be read, or is of another version or of other settings, is empty. */
  static async open(options: CacheOptions, settings: TaskSettings): Promise<Cache> {
    const key = digest(JSON.stringify([version, options.strategy, settings]))
    const stored = await readFile(options.location, 'utf8')
      .then(text => JSON.parse(text) as Stored)
      .catch(() => undefined)
    const isKnown = stored?.key === key && isFiles(stored.files)
    return new Cache(options, key, isKnown ? stored.files : {})
  }

  /** What was found in a file that is as it was; nothing where it has to be looked at. */
  resultOf({ path, name }: Input): FileResult | undefined {
    if (path === undefined) return undefined
    const state = this.#stateOf(path)
    if (state === undefined) return undefined
    const file = resolve(path)
    const entry = this.#before.get(file)
    if (entry?.[0] !== state) {
      this.#states.set(name, state)
      return undefined
    }
    this.#now.set(file, entry)
    const [, diagrams, passedOver] = entry
    return { name, messages: [], diagrams, passedOver, changed: false, cached: true }
  }

  /** Only what is clean is remembered: findings are to be said each time. */
  keep({ path }: Input, { name, messages, failure, changed, diagrams, passedOver }: FileResult): void {
    const state = this.#states.get(name)
    if (path === undefined || state === undefined || failure || changed || messages.length > 0) return
    this.#now.set(resolve(path), [state, diagrams, passedOver])
  }

  /** Written beside and renamed, where there is something new; files that this run was not asked for stay in it. */
  async save(): Promise<void> {
    if ([...this.#now].every(([file, entry]) => this.#before.get(file) === entry)) return
    const files = Object.fromEntries([...this.#before, ...this.#now])
    await writeWhole(this.options.location, JSON.stringify({ key: this.key, files } satisfies Stored))
  }

  #stateOf(path: string): string | undefined {
    try {
      if (this.options.strategy === 'content') return digest(readFileSync(path))
      const { size, mtimeMs } = statSync(path)
      return `${size} ${mtimeMs}`
    } catch {
      return undefined
    }
  }
}

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url')

/** In the folder for such files that many tools share. */
const usualLocation = (root: string, task: string): string =>
  join(root, 'node_modules', '.cache', 'diaglot', `${task}.json`)

export interface CacheWords {
  readonly cacheStrategy?: string
  readonly cacheLocation?: string
}

/** The cache that words ask for. Throws a `CommandError` for a strategy that there is not. */
export async function cacheFor(
  { cacheStrategy, cacheLocation }: CacheWords,
  settings: TaskSettings,
  root: string,
) {
  oneOf('--cache-strategy', cacheStrategy, cacheStrategies)
  const strategy = cacheStrategy === 'content' ? 'content' : 'metadata'
  return Cache.open({ strategy, location: cacheLocation ?? usualLocation(root, settings.task) }, settings)
}

/** The results of inputs in their order: what is known of those that are as they were, and what is found in the others. */
export async function* cachedOr(
  inputs: readonly Input[],
  cache: Cache | undefined,
  found: (rest: readonly Input[]) => AsyncGenerator<FileResult>,
): AsyncGenerator<FileResult> {
  if (!cache) {
    yield* found(inputs)
    return
  }
  const known = inputs.map(input => cache.resultOf(input))
  const results = found(inputs.filter((_, place) => known[place] === undefined))
  try {
    for (const [place, input] of inputs.entries()) {
      const result = known[place] ?? (await results.next()).value
      if (!result) return
      if (!known[place]) cache.keep(input, result)
      yield result
    }
  } finally {
    // Whoever found them ends its threads.
    await results.return(undefined)
  }
}
