/** A thread of the command line: files of a batch through a command. */
import { formats } from '../../converters/index.js'
import type { PlannedFile } from '../migrate/plan-form.js'
import { readBytes } from './bytes.js'
import type { FileResult } from './files/result.js'
import { oneByOne } from './files/run.js'
import type { TaskSettings } from './files/settings.js'
import type { Batch } from './files/threads.js'
import type { Input } from './inputs.js'
import type { Shared } from './migrate/work.js'

export function batch({ items, shared }: Batch<Omit<Input, 'load'>, TaskSettings>): Promise<FileResult[]> {
  const inputs = items.map(input => ({ ...input, load: () => readBytes(input.path!) }))
  return listed(oneByOne(inputs, shared, formats))
}

export async function survey({ items, shared }: Batch<string, Shared>) {
  const { surveys } = await import('./migrate/work.js')
  return listed(surveys(items, shared, formats))
}

export async function make({ items, shared }: Batch<PlannedFile, Shared>) {
  const { makes } = await import('./migrate/work.js')
  return listed(makes(items, shared, formats))
}

export async function draw({ items, shared }: Batch<PlannedFile, Shared>) {
  const { draws } = await import('./migrate/work.js')
  return listed(draws(items, shared, formats))
}

async function listed<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const result of results) list.push(result)
  return list
}
