/** Batches among threads: everything is done once, in order, by this thread too; a fault ends all of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overThreads } from '../../src/cli/files/threads.js'

const place = mkdtempSync(join(tmpdir(), 'diaglot-threads-'))
const worker = pathToFileURL(join(place, 'worker.mjs'))

/** Says of each number where it was doubled; `odd` fails at 77, `gone` ends there, `slow` takes its time. */
const PROGRAM = `
import { parentPort, workerData } from 'node:worker_threads'
const { name, shared } = workerData
parentPort.on('message', ({ place, items }) => {
  if (name === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  if (['odd', 'gone'].includes(name) && items.includes(77)) {
    if (name === 'gone') process.exit(0)
    parentPort.postMessage({ place, fault: new Error('77 is odd') })
  } else parentPort.postMessage({ place, results: items.map(item => [item * shared, 'there']) })
})
parentPort.postMessage('ready')
`

beforeAll(() => writeFileSync(worker, PROGRAM))
afterAll(() => rmSync(place, { recursive: true }))

const numbers = Array.from({ length: 700 }, (_, number) => number)

/** In this thread a batch may take a while, so that another thread has its share. */
const work = (name: string, milliseconds = 1) => ({
  name,
  shared: 2,
  here: async function* (items: readonly number[]): AsyncGenerator<[number, string]> {
    await new Promise(resolve => setTimeout(resolve, milliseconds))
    for (const item of items) yield [item * 2, 'here']
  },
})

async function all(name: string, workers: number, items = numbers): Promise<[number, string][]> {
  const found: [number, string][] = []
  for await (const result of overThreads(items, work(name, workers === 1 ? 1 : 60), { worker, workers }))
    found.push(result)
  return found
}

test.each([1, 2, 4])('%i threads: each once, in order', async workers => {
  const found = await all('plain', workers)
  expect(found.map(([number]) => number)).toEqual(numbers.map(number => number * 2))
  const places = new Set(found.map(([, where]) => where))
  expect([...places].sort()).toEqual(workers === 1 ? ['here'] : ['here', 'there'])
})

test('a few things are done here, whatever there is', async () => {
  const found = await all('plain', 4, numbers.slice(0, 200))
  expect(new Set(found.map(([, where]) => where))).toEqual(new Set(['here']))
  expect(await all('plain', 4, [])).toEqual([])
})

test('where nobody says how many, one core is left to what makes code fast, until the work takes long', async () => {
  const places = async (patience: number) => {
    const found: [number, string][] = []
    const many = work('plain', 20)
    for await (const result of overThreads(numbers, many, { worker, workers: undefined, patience }))
      found.push(result)
    expect(found.map(([number]) => number)).toEqual(numbers.map(number => number * 2))
    return new Set(found.map(([, where]) => where)).size
  }
  const cores = availableParallelism()
  expect(await places(1_000_000)).toBe(cores > 2 ? 2 : 1)
  // Of 44 batches of 20 ms some are left when the other thread is there.
  expect(await places(50)).toBe(cores > 1 ? 2 : 1)
})

test('a fault in a thread is thrown, and so is its early end', async () => {
  const only = numbers.map(number => (number % 16 === 0 && number > 0 ? 77 : number))
  await expect(all('odd', 3, only)).rejects.toThrow('77 is odd')
  await expect(all('gone', 3, only)).rejects.toThrow('a thread ended before its work was done')
})

test('who stops taking ends the threads', async () => {
  const taken: number[] = []
  for await (const [number] of overThreads(numbers, work('plain'), { worker, workers: 2 })) {
    taken.push(number)
    if (taken.length === 40) break
  }
  expect(taken).toEqual(numbers.slice(0, 40).map(number => number * 2))
})

test('nobody is far ahead of who takes', async () => {
  const { here: quickly, ...slow } = work('slow', 10)
  let most = 0
  const here = (items: readonly number[]) => {
    most = Math.max(most, items[0]!)
    return quickly(items)
  }
  for await (const [number] of overThreads(numbers, { ...slow, here }, { worker, workers: 2 }))
    expect(most - number / 2).toBeLessThanOrEqual(12 * 16)
})
