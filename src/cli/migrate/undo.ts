/** `diaglot apply --undo`: every file as it was before a run, byte for byte, unless somebody changed one since. */
import { readdir, realpath, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { documentOfFile } from '../../documents/documents.js'
import type { FormatEntry } from '../../format.js'
import { counted } from '../../migrate/words.js'
import { formatOfFile } from '../../registry.js'
import { CommandError, exitCodes } from '../exit.js'
import { DRAFT, replaceWith } from '../outputs.js'
import { digestOf } from './digest.js'
import { type Entry, entriesOf, stateOf } from './journal.js'
import { placeIn } from './places.js'

/** What a file was at first, and what the run made of it at last. */
interface Span {
  readonly before: string | undefined
  after: string | undefined
}

/** Returns what was done, as a sentence. Throws a `CommandError` where a file was changed since: then nothing is touched. */
export async function undo(bundle: string, root: string, formats: readonly FormatEntry[]): Promise<string> {
  const spans = await spansOf(bundle, root, formats)
  const changed: string[] = []
  const pending = new Set<string>()
  for (const [path, { before, after }] of spans) {
    const now = (await stateOf(placeIn(root, path)))?.digest
    if (now === before) continue
    if (now === after) pending.add(path)
    else changed.push(path)
  }
  if (changed.length > 0)
    throw new CommandError(
      `${counted(changed.length, 'file')} changed since, so nothing is undone: ${changed.slice(0, 10).join(', ')}${changed.length > 10 ? ' …' : ''}`,
      exitCodes.findings,
    )
  const count = pending.size
  for await (const { entry } of entriesOf(bundle)) {
    if (!entry || !pending.delete(entry.path)) continue
    await restore(root, entry)
  }
  await dropDrafts(root, spans.keys())
  return count === 0
    ? 'Every file is as it was before already.'
    : `${counted(count, 'file')} are as they were before.`
}

/** What the bundle says of each file, all of it looked at before anything is done. */
async function spansOf(
  bundle: string,
  root: string,
  formats: readonly FormatEntry[],
): Promise<Map<string, Span>> {
  const spans = new Map<string, Span>()
  for await (const { head, entry } of entriesOf(bundle)) {
    const own = await realpath(head.root).catch(() => resolve(head.root))
    if (own !== root)
      throw new CommandError(
        `${bundle} is of ${head.root}, and not of ${root}: call it there, or name the folder with --root`,
      )
    if (!entry) continue
    const { path, before, after } = entry
    // A bundle of ours never holds another file.
    if (!documentOfFile(path, formats) && !formatOfFile(formats, path))
      throw new CommandError(
        `${bundle} holds ${path}, which is neither a diagram nor a document, so it is no bundle of diaglot`,
        exitCodes.unreadable,
      )
    if (before && digestOf(Buffer.from(before.data, 'base64')) !== before.digest)
      throw new CommandError(
        `${bundle} is damaged: ${path} is another file in it than it says`,
        exitCodes.unreadable,
      )
    const known = spans.get(path)
    if (known) known.after = after?.digest
    else spans.set(path, { before: before?.digest, after: after?.digest })
  }
  return spans
}

async function restore(root: string, { path, before }: Entry): Promise<void> {
  const place = placeIn(root, path)
  if (before) replaceWith(place, Buffer.from(before.data, 'base64'), before.mode)
  else await rm(place)
}

/** Removes what a run left behind that was stopped at once, in the folders of these files. */
export async function dropDrafts(root: string, paths: Iterable<string>): Promise<void> {
  for (const folder of new Set([...paths].map(path => dirname(join(root, path))))) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names) if (DRAFT.test(name)) await rm(join(folder, name), { force: true })
  }
}
