/** Files that are passed over: by ignore files of the folders that they lie in, and by the config. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { ignoreFile } from '../config/config.js'
import { CommandError } from '../exit.js'
import type { Input } from '../inputs.js'

export interface Ignoring {
  /** Lines of the config, as in a `.gitignore`. */
  readonly ignore?: readonly string[]
  /** The folder that they start from. */
  readonly root: string
  /** Whether files that are named themselves are taken though they are ignored. */
  readonly takesNamed?: boolean
}

/**
 * The inputs that a `.diaglotignore` or the config ignores; and, where folders were searched, those that git ignores. Files that are named
 * are read though git ignores them.
 */
export async function ignoredBy(
  inputs: readonly Input[],
  { ignore: lines = [], root, takesNamed = false }: Ignoring,
  searched: boolean,
): Promise<Set<Input>> {
  const rules = new IgnoreFiles(searched ? ['.gitignore', '.diaglotignore'] : ['.diaglotignore'])
  const own = lines.length === 0 ? undefined : (await import('ignore')).default().add([...lines])
  const found = new Set<Input>()
  for (const input of inputs) {
    if (input.path === undefined || (takesNamed && input.searched === undefined)) continue
    const path = resolve(input.path)
    const fromRoot = relative(root, path).split(sep).join('/')
    const byConfig =
      own !== undefined &&
      !fromRoot.startsWith('..') &&
      fromRoot !== '' &&
      tested(own, fromRoot, 'the config').ignored
    if (byConfig || (await rules.ignores(path))) found.add(input)
  }
  return found
}

/** Throws a `CommandError` where a line is no pattern, since it is longer than one can be. @param where the lines stand */
function tested(rules: Ignore, path: string, where: string): ReturnType<Ignore['test']> {
  try {
    return rules.test(path)
  } catch (error) {
    throw new CommandError(
      `a line of what is ignored (${where}) is no pattern: ${String(error).slice(0, 80)}`,
    )
  }
}

/** Ignore files of folders, each read once. A repository's own end at the folder that holds `.git`. */
class IgnoreFiles {
  readonly #folders = new Map<
    string,
    Promise<readonly { readonly folder: string; readonly rules: Ignore }[]>
  >()
  constructor(readonly names: readonly string[]) {}

  async ignores(path: string): Promise<boolean> {
    let ignored = false
    for (const { folder, rules } of await this.#above(dirname(path))) {
      const result = tested(rules, relative(folder, path).split(sep).join('/'), folder)
      if (result.ignored) ignored = true
      else if (result.unignored) ignored = false
    }
    return ignored
  }

  #above(folder: string): Promise<readonly { readonly folder: string; readonly rules: Ignore }[]> {
    const known = this.#folders.get(folder)
    if (known) return known
    const found = this.#read(folder)
    this.#folders.set(folder, found)
    return found
  }

  async #read(folder: string) {
    const texts = await Promise.all(this.names.map(name => ignoreFile(join(folder, name))))
    const own = texts.some(text => text !== '')
      ? [{ folder, rules: texts.reduce((all, text) => all.add(text), (await import('ignore')).default()) }]
      : []
    const isTop =
      dirname(folder) === folder ||
      basename(folder) === '' ||
      (await stat(join(folder, '.git')).catch(() => undefined)) !== undefined
    return isTop ? own : [...(await this.#above(dirname(folder))), ...own]
  }
}
