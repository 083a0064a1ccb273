/** Which files a result must not replace unasked: the input itself, and a diagram that somebody went on editing. */
import { formatNamed } from '../registry.js'
import { statOf } from './disk.js'
import { CommandError, exitCodes } from './exit.js'
import type { Job } from './job.js'
import { type Content, holds, readText, targetOf } from './outputs.js'

/**
 * Stops with exit code 3 where a named file would be lost: an input, or a file of a format that people edit, which was
 * changed since it was written (or that somebody else wrote). Any other file is replaced, as a compiler does.
 */
export async function guardFile(job: Job, path: string, content: Content): Promise<void> {
  const { formats, options, inputs } = job
  if (options.force || isUpdated(job, path)) return
  const file = targetOf(path)
  const found = statOf(file)
  if (!found?.isFile() || found.size === 0 || holds(file, content)) return
  for (const { name } of inputs) {
    if (!isSameFile(name, path)) continue
    const why = `${path} is the input itself, and is left as it is`
    throw new CommandError(
      `${why}; name another file with -o, or replace it with --force`,
      exitCodes.unreadable,
    )
  }
  const target = await formatNamed(formats, job.target.name)!.load()
  if (!target.asWritten || target.asWritten(await readText(file, target).catch(() => ''))) return
  const why = `${path} was changed since it was written here, or is not from here, and is left as it is`
  const ways = '--update brings it up to date and keeps what was drawn there, --force replaces it'
  throw new CommandError(`${why}; ${ways}`, exitCodes.unreadable)
}

/** Whether the file is the one that `--update` is to change. */
function isUpdated({ options: { update } }: Job, path: string): boolean {
  return update === true || (typeof update === 'string' && isSameFile(update, path))
}

function isSameFile(a: string, b: string): boolean {
  return a === b || targetOf(a) === targetOf(b)
}
