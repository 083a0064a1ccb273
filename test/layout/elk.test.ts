/** ELK takes most of the time of a small drawing: it is asked nothing twice, and nobody waits for its timers. */

import Elk from 'elkjs/lib/elk.bundled.js'
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js'
import { afterEach, expect, test, vi } from 'vitest'
import { loadElk, remembering } from '../../src/layout/clusters/elk.js'

const Constructor = ((Elk as { default?: unknown }).default ?? Elk) as unknown as new () => ELK
afterEach(() => vi.restoreAllMocks())

const graph = (): ElkNode => ({
  id: 'root',
  layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
  children: ['a', 'b', 'c'].map(id => ({ id, width: 100, height: 40 })),
  edges: [
    { id: 'e', sources: ['a'], targets: ['b'] },
    { id: 'f', sources: ['a'], targets: ['c'] },
  ],
})

test('an answer is that of its API, without a timer', async () => {
  const ask = await loadElk()
  const expected = await new Constructor().layout(graph())
  await ask(graph())
  const timers = vi.spyOn(globalThis, 'setTimeout')
  // It numbers objects as it meets them.
  const places = (answer: ElkNode) => JSON.stringify(answer).replace(/"\$H":\d+,?/g, '')
  expect(places(await ask(graph()))).toBe(places(expected))
  expect(timers).not.toHaveBeenCalled()
})

test('what ELK refuses is refused, and it goes on answering', async () => {
  const ask = await loadElk()
  await expect(
    ask({ ...graph(), edges: [{ id: 'e', sources: ['a'], targets: ['gone'] }] }),
  ).rejects.toBeTruthy()
  expect((await ask(graph())).children).toHaveLength(3)
})

test('no question is asked twice', async () => {
  let count = 0
  const ask = remembering(async question => {
    count++
    return Object.assign(question, { width: count })
  })
  const first = await ask(graph())
  expect(await ask(graph())).toBe(first)
  expect(await ask({ ...graph(), id: 'other' })).toMatchObject({ width: 2 })
  expect(count).toBe(2)
})
