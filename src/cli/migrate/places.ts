/** Paths of a plan or a bundle as places of this machine: none leads out of the tree, by whatever link. */
import { dirname, join } from 'node:path'
import { lstatOf, realPathOf } from '../disk.js'
import { CommandError, exitCodes } from '../exit.js'
import { isInside } from '../folders.js'

/** @param root without links in it. Throws a `CommandError` for a path that leads elsewhere, or to a link. */
export function placeIn(root: string, path: string): string {
  const place = join(root, path)
  const folder = realPathOf(dirname(place))
  if (folder === undefined) throw new CommandError(`${path}: there is no such folder`, exitCodes.unreadable)
  if (!isInside(root, folder) || folder !== dirname(place))
    throw new CommandError(`${path} lies behind a link, and is left alone`, exitCodes.unreadable)
  const found = lstatOf(place)
  if (found && !found.isFile())
    throw new CommandError(`${path} is a link or no file, and is left alone`, exitCodes.unreadable)
  return place
}
