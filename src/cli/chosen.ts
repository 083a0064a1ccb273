/** Of the inputs of `convert`, those that git names, and a part of them. Where each goes is known before, so that it is the same for all choices. */
import { resolve } from 'node:path'
import { CommandError } from './exit.js'
import { shardOf } from './files/find.js'
import { gitPaths, stagedInput } from './files/git.js'
import type { Input } from './inputs.js'
import type { ConvertOptions } from './job.js'

/** @param word the option that asks for it. Throws a `CommandError` for a choice that makes no sense with the rest of the call. */
export async function chosen(
  inputs: readonly Input[],
  options: ConvertOptions,
  word: string,
): Promise<readonly Input[]> {
  if (options.pages === 'merge')
    throw new CommandError(`--pages merge makes one file of all inputs, and ${word} takes some of them`)
  if (options.staged && options.inPlace)
    throw new CommandError(
      '--in-place writes the files of the folder, and --staged reads what is staged: take --changed-since HEAD',
    )
  const found = await gitPaths(options)
  if (!found) return shardOf(inputs, options.shard)
  const { top } = found
  const paths = new Set(found.paths)
  const taken = inputs.flatMap((input): Input[] => {
    const path = input.path === undefined ? undefined : resolve(input.path)
    if (path === undefined)
      throw new CommandError(`${word} takes files that git knows, and ${input.name} is none`)
    if (!paths.has(path)) return []
    return [options.staged ? stagedInput(input, path, top) : input]
  })
  return shardOf(taken, options.shard)
}
