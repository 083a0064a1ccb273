/** A thread of the command line: what is to be done with one batch of files after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { formats } from '../../converters/index.js'
import type { FormatEntry } from '../format.js'
import type { PlannedFile } from '../migrate/plan-form.js'
import type { Batch, Begun, Done } from './files/handed.js'
import type { Shared } from './migrate/work.js'

type Task = (
  items: readonly unknown[],
  shared: unknown,
  formats: readonly FormatEntry[],
) => AsyncIterable<unknown>

const tasks: Readonly<Record<string, () => Promise<Task>>> = {
  files: async () => {
    const [{ oneByOne }, { fromDisk }] = await Promise.all([import('./files/run.js'), import('./inputs.js')])
    return (items, settings, formats) =>
      oneByOne(
        (items as Parameters<typeof fromDisk>[0][]).map(fromDisk),
        settings as Parameters<typeof oneByOne>[1],
        formats,
      )
  },
  survey: async () => {
    const { surveys } = await import('./migrate/work.js')
    return (items, shared, formats) => surveys(items as string[], shared as Shared, formats)
  },
  make: async () => {
    const { makes } = await import('./migrate/work.js')
    return (items, shared, formats) => makes(items as PlannedFile[], shared as Shared, formats)
  },
  draw: async () => {
    const { draws } = await import('./migrate/work.js')
    return (items, shared, formats) => draws(items as PlannedFile[], shared as Shared, formats)
  },
}

const { name, shared } = workerData as Begun
const task = await tasks[name]!()
/** Batches are done one after the other, in the order in which they come. */
let before = Promise.resolve()
parentPort!.on('message', (batch: Batch) => {
  before = before.then(async () => parentPort!.postMessage(await done(batch)))
})
parentPort!.postMessage('ready' satisfies Done)

async function done({ place, items }: Batch): Promise<Done> {
  try {
    const results: unknown[] = []
    for await (const result of task(items, shared, formats)) results.push(result)
    return { place, results }
  } catch (fault) {
    return { place, fault }
  }
}
