/** Pairs of files from words, or from a config. */
import { join, relative } from 'node:path'
import type { Found } from '../config/config.js'
import { CommandError } from '../exit.js'
import type { Pair } from './in-step.js'

/** Two words each are a pair; those of a config stand behind, with their paths from here. Throws a `CommandError` for a word too many. */
export function pairsOf(words: readonly string[], found?: Found): Pair[] {
  if (words.length % 2 !== 0) throw new CommandError(`${words.at(-1)} has no second file that follows it`)
  const named = words.flatMap((word, place): Pair[] => (place % 2 === 0 ? [[word, words[place + 1]!]] : []))
  const fromRoot = (file: string): string => relative('.', join(found?.root ?? '.', file))
  const listed = (found?.config.pairs ?? []).map(
    ([source, follower]): Pair => [fromRoot(source), fromRoot(follower)],
  )
  return [...named, ...listed]
}
