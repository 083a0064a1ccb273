/** What was found at an earlier run, so that a file which is as it was need not be looked at again: by its size and time, or by its content. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Message } from '../../messages/message.js'
import { count, fields, fix, flag, listOf, mapOf, maybe, severity, text } from '../forms.js'
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

/** What a file was, how many diagrams were in it, and what was found, unless that is nothing. */
type Entry = readonly [
  state: string,
  diagrams: number,
  passedOver: readonly string[],
  found?: Pick<FileResult, 'messages' | 'changed'>,
]

interface Stored {
  /** The version of diaglot, the settings and the strategy: what another one found says nothing. */
  readonly key: string
  readonly files: Readonly<Record<string, Entry>>
}

/** A file with more is looked at each time, so that a cache stays a small part of what it is about. */
const MOST_MESSAGES = 200

const message = fields<Omit<Message, 'changes'>>({
  code: text,
  severity,
  text,
  at: maybe(at => listOf(count)(at) && (at as readonly number[]).length === 2),
  fix: maybe(fix),
  loss: maybe(text),
})
const messagesOf = fields<Required<Entry>[3]>({ messages: listOf(message), changed: flag })

/** Somebody, or a disk, may have written anything there. */
const isFiles = mapOf(
  entry =>
    Array.isArray(entry) &&
    text(entry[0]) &&
    count(entry[1]) &&
    listOf(text)(entry[2]) &&
    maybe(messagesOf)(entry[3]),
)

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
      .then(content => JSON.parse(content) as Stored)
      .catch(() => undefined)
    const isKnown = stored?.key === key && isFiles(stored.files)
    return new Cache(options, key, isKnown ? stored.files : {})
  }

  /** Whether a file is as it was when it was looked at. */
  knows({ path, name }: Input): boolean {
    if (path === undefined) return false
    const state = this.#stateOf(path)
    if (state === undefined) return false
    const file = resolve(path)
    const entry = this.#before.get(file)
    if (entry?.[0] !== state) {
      this.#states.set(name, state)
      return false
    }
    this.#now.set(file, entry)
    return true
  }

  /** What was found in a file that is as it was. */
  resultOf({ path, name }: Input): FileResult {
    const [, diagrams, passedOver, found = CLEAN] = this.#now.get(resolve(path!))!
    const source = found.messages.length > 0 ? sourceOf(path!) : undefined
    return { name, ...found, ...(source !== undefined && { source }), diagrams, passedOver, cached: true }
  }

  /**
   * What could not be looked at is not remembered, nor what says more than messages. Their places are told with the text of the file: where they
   * count in another one, which stands in a picture or is encoded otherwise, they are not remembered either.
   */
  keep({ path }: Input, result: FileResult): void {
    const { name, messages, changed, diagrams, passedOver } = result
    const state = this.#states.get(name)
    if (path === undefined || state === undefined || !isOnlyMessages(result)) return
    if (messages.length > 0 && result.source !== sourceOf(path)) return
    const found = { messages: messages.map(({ changes: _, ...message }) => message), changed }
    const isClean = messages.length === 0 && !changed
    this.#now.set(
      resolve(path),
      isClean ? [state, diagrams, passedOver] : [state, diagrams, passedOver, found],
    )
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

const CLEAN = { messages: [], changed: false }

const isOnlyMessages = ({ failure, messages, fixes, notes, brought, made }: FileResult): boolean =>
  !failure && !notes && !brought && !made && !fixes && messages.length <= MOST_MESSAGES

/** The text of a file, where it is as most are; nothing where it cannot be read. */
function sourceOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
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
  const isKnown = inputs.map(input => cache.knows(input))
  const results = found(inputs.filter((_, place) => !isKnown[place]))
  try {
    for (const [place, input] of inputs.entries()) {
      if (isKnown[place]) {
        yield cache.resultOf(input)
        continue
      }
      const { value } = await results.next()
      if (!value) return
      cache.keep(input, value)
      yield value
    }
  } finally {
    // Whoever found them ends its threads.
    await results.return(undefined)
  }
}
