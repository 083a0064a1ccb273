/** Files of pairs as they are staged in git. */
import { relative, resolve, sep } from 'node:path'
import { readBytes } from '../bytes.js'
import { CommandError, exitCodes } from '../exit.js'
import { git, namesIn } from '../files/git.js'
import type { Loading, Pair } from './in-step.js'

interface Staged {
  /** Those that are named, and those of which git has a file: of the others nothing is staged. */
  readonly pairs: readonly Pair[]
  readonly load: Loading
}

/**
 * @param named how many of the pairs, from the first on, the command line names
 * Loading gives a file that git is told to ignore as it stands, since no commit will have another, and throws a `CommandError` for one that is
 * not staged.
 */
export async function stagedPairs(pairs: readonly Pair[], named: number): Promise<Staged> {
  if (pairs.length === 0) return { pairs, load: readBytes }
  const files = [...new Set(pairs.flat())]
  const listed = await git(['--literal-pathspecs', 'ls-files', '-z', '--cached', '--', ...files])
  const staged = new Set(namesIn(listed).map(name => resolve(name)))
  const isStaged = (file: string) => staged.has(resolve(file))
  const load = async (file: string) => {
    // With the number of what is staged; a path that begins with a dot counts from here.
    if (isStaged(file)) return git(['show', `:0:./${relative('.', resolve(file)).split(sep).join('/')}`])
    const isIgnored = await git(['check-ignore', '-q', '--', file]).then(
      () => true,
      () => false,
    )
    if (isIgnored) return readBytes(file)
    throw new CommandError(`${file} is not staged, and git has no other version of it`, exitCodes.unreadable)
  }
  return { pairs: pairs.filter((pair, place) => place < named || pair.some(isStaged)), load }
}
