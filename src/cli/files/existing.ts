/** The text of a file that `convert` is to bring up to date. */
import type { Format } from '../../format.js'
import type { Input } from '../inputs.js'
import { exists, readText } from '../outputs.js'

/** Nothing where the file has still to be made. Throws a `CommandError` where it has to be there, and is not. */
export async function existingText(
  update: NonNullable<Input['update']>,
  target: Format,
): Promise<string | undefined> {
  return update.isThere || exists(update.path) ? readText(update.path, target) : undefined
}
