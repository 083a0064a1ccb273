/** A plan as a patch that `git apply` takes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FormatEntry } from '../../format.js'
import type { Plan, PlannedFile } from '../../migrate/plan-form.js'
import { changesSomething } from '../../migrate/sum.js'
import { decodeText } from '../../text/utf16.js'
import { overThreads, type Threads } from '../files/threads.js'
import { patchOf } from '../save.js'
import { say } from '../terminal.js'
import { makes, type Shared } from './work.js'

/** The patches of all files, one after another; what is no UTF-8 is told as git tells it. */
export async function* patchesOf(
  plan: Plan,
  root: string,
  formats: readonly FormatEntry[],
  threads: Threads,
): AsyncGenerator<string> {
  const shared: Shared = { root, settings: plan.settings }
  const files = plan.files.filter(changesSomething)
  const work = { name: 'make', shared, here: (some: readonly PlannedFile[]) => makes(some, shared, formats) }
  for await (const { file, made } of overThreads(files, work, threads)) {
    for (const { path, text, isDocument } of made.files ?? [])
      yield await filePatch(root, path, isDocument === true, text)
    if (made.refused !== undefined) say(made.refused)
    else if (file.remove) yield await filePatch(root, file.path, true, undefined)
  }
}

async function filePatch(
  root: string,
  path: string,
  isThere: boolean,
  text: string | undefined,
): Promise<string> {
  const bytes = await readFile(join(root, path)).catch(() => undefined)
  const old = bytes?.toString('utf8')
  if (!isThere) return old === text ? '' : patchOf(path, old, text, root)
  // A mark of the encoding stays, and is a part of the line for a patch.
  const mark = old?.startsWith('\ufeff') ? '\ufeff' : ''
  if (bytes && (decodeText(bytes) === undefined || !bytes.equals(Buffer.from(old!))))
    return `Binary files a/${path} and ${text === undefined ? '/dev/null' : `b/${path}`} differ\n`
  return patchOf(path, old, text === undefined ? undefined : mark + text, root)
}
