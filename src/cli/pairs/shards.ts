/** A part of the files and pairs of a run, so that all parts together look at each of them once. */
import { resolve } from 'node:path'
import { shardOf } from '../files/find.js'
import type { Input } from '../inputs.js'
import type { Pair } from './in-step.js'

interface Work {
  readonly inputs: readonly Input[]
  readonly pairs: readonly Pair[]
}

/** Whole paths of the files of inputs. */
export const filesOf = (inputs: readonly Input[]): Set<string> =>
  new Set(inputs.map(({ name }) => resolve(name)))

/** A pair goes where its second file goes, whose finding it is; one that is looked at in pairs only is a file of its own. */
export function partOf({ inputs, pairs }: Work, shard: string | undefined): Work {
  if (shard === undefined) return { inputs, pairs }
  const files = filesOf(inputs)
  const followers = new Set(pairs.map(([, follower]) => resolve(follower)).filter(file => !files.has(file)))
  const own = shardOf<Input | string>([...inputs, ...followers], shard)
  const taken = own.filter(each => typeof each !== 'string')
  const mine = new Set([...filesOf(taken), ...own])
  return { inputs: taken, pairs: pairs.filter(([, follower]) => mine.has(resolve(follower))) }
}

/** Whether what a search left out is told by this part: by the first one, so that it is told once. */
export const isFirst = (shard: string | undefined): boolean => shard === undefined || /^0*1\//.test(shard)
