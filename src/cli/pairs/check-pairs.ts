/** Whether the files of pairs are in step, as results that reporters tell. */
import { outOfStep } from '../../check/messages.js'
import type { FormatEntry, FormatOptions } from '../../format.js'
import { hasErrors } from '../../messages/message.js'
import { CommandError } from '../exit.js'
import type { FileResult } from '../files/result.js'
import { type Pair, stepOf } from './in-step.js'

export async function* checkedPairs(
  pairs: readonly Pair[],
  options: FormatOptions,
  formats: readonly FormatEntry[],
): AsyncGenerator<FileResult> {
  for (const pair of pairs) yield await checkedPair(pair, options, formats)
}

async function checkedPair(
  pair: Pair,
  options: FormatOptions,
  formats: readonly FormatEntry[],
): Promise<FileResult> {
  const [source, follower] = pair
  const nothing = { name: follower, messages: [], diagrams: 1, passedOver: [], changed: false }
  try {
    const step = await stepOf(pair, options, formats)
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
