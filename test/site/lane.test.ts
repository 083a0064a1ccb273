/** What a lane hands to its worker, and what it drops. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Lane, type WorkerLike } from '../../site/shared/lane.js'
import type { Question } from '../../site/shared/protocol.js'

/** A worker that answers when the test says so. */
class Hand implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  readonly asked: Question[] = []
  ended = false
  postMessage(question: Question): void {
    this.asked.push(question)
  }
  terminate(): void {
    this.ended = true
  }
  answer(answer: unknown): void {
    this.onmessage?.({ data: { number: this.asked.at(-1)!.number, answer } })
  }
  get texts(): unknown[] {
    return this.asked.map(({ request }) => (request as { text: string }).text)
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function lane() {
  const hands: Hand[] = []
  const made = new Lane(() => {
    hands.push(new Hand())
    return hands.at(-1)!
  })
  const look = (text: string) => made.ask('look', { text, format: 'auto' })
  return { made, hands, look }
}

test('one question after the other; of those that wait only the newest', async () => {
  const { hands, look } = lane()
  const answers = [look('a'), look('b'), look('c')]
  hands[0]!.answer({ count: 1 })
  expect(hands[0]!.texts).toEqual(['a', 'c'])
  hands[0]!.answer({ count: 3 })
  expect(await Promise.all(answers)).toEqual([undefined, undefined, { count: 3 }])
  expect(hands.length).toBe(1)
})

test('questions of another kind wait beside', async () => {
  const { made, hands, look } = lane()
  const first = look('a')
  const other = made.ask('tidy', { text: 't', format: 'auto' })
  hands[0]!.answer({ count: 1 })
  hands[0]!.answer({ text: 'T' })
  expect(await Promise.all([first, other])).toEqual([{ count: 1 }, { text: 'T' }])
})

test('who asks for something of their own is not in the way of others', async () => {
  const { made, hands, look } = lane()
  const first = look('a')
  const others = ['left', 'right'].map(who => made.ask('look', { text: who, format: 'auto' }, who))
  for (const count of [1, 2, 3]) hands[0]!.answer({ count })
  expect(await Promise.all([first, ...others])).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }])
})

test('a worker that is busy with what nobody waits for is started anew after a while', async () => {
  const { hands, look } = lane()
  const stale = look('a')
  vi.advanceTimersByTime(60_000)
  expect(hands[0]!.ended).toBe(false)
  const fresh = look('b')
  vi.advanceTimersByTime(399)
  expect(hands[0]!.ended).toBe(false)
  vi.advanceTimersByTime(1)
  expect([hands[0]!.ended, hands.length, hands[1]!.texts]).toEqual([true, 2, ['b']])
  hands[1]!.answer({ count: 2 })
  expect(await Promise.all([stale, fresh])).toEqual([undefined, { count: 2 }])
})

test('a fault is an error of its question, and the next is asked', async () => {
  const { made, hands, look } = lane()
  const broken = look('a')
  const next = made.ask('tidy', { text: 't', format: 'auto' })
  hands[0]!.onmessage?.({ data: { number: 1, fault: 'out of memory' } })
  await expect(broken).rejects.toThrow('out of memory')
  hands[0]!.answer({ text: 'T' })
  expect(await next).toEqual({ text: 'T' })
})

test('a worker that dies is replaced', async () => {
  const { made, hands, look } = lane()
  const broken = look('a')
  const next = made.ask('tidy', { text: 't', format: 'auto' })
  hands[0]!.onerror?.({ message: 'no memory' })
  await expect(broken).rejects.toThrow('no memory')
  hands[1]!.answer({ text: 'T' })
  expect(await next).toEqual({ text: 'T' })
})
