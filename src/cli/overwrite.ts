/** Which files a result must not replace unasked: the input itself, and a diagram that somebody went on editing. */
import { stat } from 'node:fs/promises'
import { CommandError, exitCodes } from './exit.js'
import type { Job } from './job.js'
import { type Content, holds, readText, targetOf } from './outputs.js'

/**
 * Stops with exit code 3 where a named file would be lost: an input, or a file of a format that people edit, which was
 * changed since it was written (or that somebody else wrote). Any other file is replaced, as a compiler does.
 */
export async function guardFile(job: Job, path: string, content: Content): Promise<void> {
  const { target, options, inputs } = job
  if (options.force || (await isUpdated(job, path))) return
  const file = await targetOf(path)
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile() || found.size === 0 || (await holds(file, content))) return
  for (const { name } of inputs) {
    if (!(await isSameFile(name, path))) continue
    const why = `${path} is the input itself, and is left as it is`
    throw new CommandError(
      `${why}; name another file with -o, or replace it with --force`,
      exitCodes.unreadable,
    )
  }
  if (!target.asWritten || target.asWritten(await readText(file, target).catch(() => ''))) return
  const why = `${path} was changed since it was written here, or is not from here, and is left as it is`
  const ways = '--update brings it up to date and keeps what was drawn there, --force replaces it'
  throw new CommandError(`${why}; ${ways}`, exitCodes.unreadable)
}

/** Whether the file is the one that `--update` is to change. */
async function isUpdated({ options: { update } }: Job, path: string): Promise<boolean> {
  return update === true || (typeof update === 'string' && (await isSameFile(update, path)))
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  return a === b || (await targetOf(a)) === (await targetOf(b))
}
