/** A plan carried out: file by file, each whole or not at all, and all of it in the undo bundle before it is done. */
import { rm } from 'node:fs/promises'
import type { FormatEntry } from '../../format.js'
import type { Made } from '../../migrate/make.js'
import type { Plan, PlannedFile } from '../../migrate/plan-form.js'
import * as say from '../../migrate/sentences.js'
import { changesSomething } from '../../migrate/sum.js'
import { CommandError, exitCodes, failureOf } from '../exit.js'
import { encodedLike } from '../files/encoding.js'
import { overThreads, type Threads } from '../files/threads.js'
import { replaceWith } from '../outputs.js'
import { digestOf } from './digest.js'
import { type Journal, stateOf } from './journal.js'
import { placeIn } from './places.js'
import { dropDrafts } from './undo.js'
import { makes, type Shared } from './work.js'

export interface Carrying extends Threads {
  readonly root: string
  readonly formats: readonly FormatEntry[]
  readonly journal: Journal
  /** Told of each file when it is done. */
  readonly done: (path: string) => void
  /** Whether somebody wants it to stop. */
  readonly stopped: () => boolean
}

export interface Outcome {
  /** Files that are new, that were changed, and that are gone. */
  readonly written: number
  readonly changed: number
  readonly removed: number
  /** What could not be done, by path. */
  readonly failed: ReadonlyMap<string, string>
  readonly stopped: boolean
}

export async function carryOut(plan: Plan, carrying: Carrying): Promise<Outcome> {
  const { root } = carrying
  const files = plan.files.filter(changesSomething)
  const counts = { written: 0, changed: 0, removed: 0 }
  const failed = new Map<string, string>()
  const shared: Shared = { root, settings: plan.settings }
  await dropDrafts(
    root,
    files.map(({ path }) => path),
  )

  async function written(file: PlannedFile, made: Made): Promise<void> {
    if (made.refused !== undefined) {
      failed.set(file.path, made.refused)
      return
    }
    try {
      for (const { path, text, isDocument } of made.files) {
        const place = placeIn(root, path)
        const before = await stateOf(place)
        if (before && !isDocument && !mayReplace(file, path, before.digest, text))
          throw refused(say.thereSince({ path }))
        if (isDocument && before?.digest !== file.digest) throw refused(say.changedSince({ path }))
        const bytes = Buffer.from(
          isDocument ? encodedLike(path, Buffer.from(before!.data, 'base64'), text) : text,
        )
        const after = { digest: digestOf(bytes) }
        if (before?.digest === after.digest) continue
        await carrying.journal.add({ path, before, after })
        replaceWith(place, bytes, before?.mode)
        counts[before ? 'changed' : 'written']++
      }
    } catch (error) {
      failed.set(file.path, failureOf(error, file.path).text)
    }
  }

  async function all(some: readonly PlannedFile[]): Promise<void> {
    const work = {
      name: 'make',
      shared,
      here: (batch: readonly PlannedFile[]) => makes(batch, shared, carrying.formats),
    }
    for await (const { file, made } of overThreads(some, work, carrying)) {
      if (carrying.stopped()) return
      await written(file, made)
      carrying.done(file.path)
    }
  }

  // Names in documents come when the files that they mean are there, and those go when nobody names them any more.
  const isDocument = ({ diagrams, links }: PlannedFile) =>
    links !== undefined || diagrams.some(({ block }) => block !== undefined)
  await all(files.filter(file => !isDocument(file)))
  const documents = files.filter(isDocument)
  await all(documents.map(file => withoutFailed(file, failed)))
  const needed = new Set(
    documents.flatMap(({ path, links = [] }) => (failed.has(path) ? links.map(({ from }) => from) : [])),
  )
  for (const { path, remove, digest } of files) {
    if (carrying.stopped()) break
    if (!remove || failed.has(path) || needed.has(path)) continue
    try {
      const place = placeIn(root, path)
      const before = await stateOf(place)
      if (before?.digest !== digest) throw refused(say.changedSince({ path }))
      await carrying.journal.add({ path, before, after: null })
      await rm(place)
      counts.removed++
    } catch (error) {
      failed.set(path, failureOf(error, path).text)
    }
  }
  return { ...counts, failed, stopped: carrying.stopped() }
}

/** A document goes on naming files whose new form could not be written. */
function withoutFailed(file: PlannedFile, failed: ReadonlyMap<string, string>): PlannedFile {
  const { links, ...rest } = file
  return links ? { ...rest, links: links.filter(({ from }) => !failed.has(from)) } : file
}

/** Whether a file that is there may be written over: it says the same, or is the picture beside a file that was there as planned. */
function mayReplace({ diagrams }: PlannedFile, path: string, digest: string, text: string): boolean {
  if (digest === digestOf(text)) return true
  return diagrams.some(({ picture, files = [] }) => picture === path && files.every(({ there }) => there))
}

const refused = (text: string): CommandError => new CommandError(text, exitCodes.unreadable)
