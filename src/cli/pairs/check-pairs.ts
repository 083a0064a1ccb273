/** Whether the files of pairs are in step, as results that reporters tell. */
import { resolve } from 'node:path'
import { outOfStep } from '../../check/messages.js'
import type { FormatEntry, FormatOptions } from '../../format.js'
import { hasErrors } from '../../messages/message.js'
import { CommandError } from '../exit.js'
import type { FileResult } from '../files/result.js'
import { type Loading, type Pair, stepOf } from './in-step.js'

/**
 * @param load gives the bytes of the files
 * @param looked whole paths of the files that this run, or another part of it, looks at by themselves: they are counted there
 */
export async function* checkedPairs(
  pairs: readonly Pair[],
  options: FormatOptions,
  formats: readonly FormatEntry[],
  load: Loading | undefined,
  looked: ReadonlySet<string>,
): AsyncGenerator<FileResult> {
  const counted = new Set(looked)
  for (const pair of pairs) {
    const result = await checkedPair(pair, options, formats, load)
    const file = resolve(result.name)
    yield counted.has(file) ? { ...result, isMore: true } : result
    counted.add(file)
  }
}

async function checkedPair(
  pair: Pair,
  options: FormatOptions,
  formats: readonly FormatEntry[],
  load: Loading | undefined,
): Promise<FileResult> {
  const [source, follower] = pair
  const nothing = { name: follower, messages: [], diagrams: 1, passedOver: [], changed: false }
  try {
    const step = await stepOf(pair, options, formats, load)
    if (hasErrors(step.messages))
      return {
        ...nothing,
        name: step.of === 'source' ? source : follower,
        messages: step.messages,
        source: step.source,
      }
    return step.text === step.before ? nothing : { ...nothing, messages: [outOfStep({ source, follower })] }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { ...nothing, failure: { text: error.message, exitCode: error.exitCode } }
  }
}
