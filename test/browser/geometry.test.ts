import { describe, expect, it } from 'vitest'
import {
  commonBox,
  commonLength,
  eachMeeting,
  eachMeetingPair,
  isInside,
  meetingPoint,
  runsThrough,
  type Segment,
  segmentsOf,
  shrink,
} from '../../scripts/browser/geometry.js'

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const segment = (x1: number, y1: number, x2: number, y2: number): Segment => ({
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
})

describe('boxes', () => {
  it('have in common what lies in both', () => {
    expect(commonBox(box(0, 0, 10, 10), box(6, 8, 10, 10))).toEqual(box(6, 8, 4, 2))
    expect(commonBox(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBeUndefined()
    expect(commonBox(box(0, 0, 10, 10), box(6, 8, 10, 10), 2)).toBeUndefined()
  })

  it('lie in another one up to a tolerance', () => {
    expect(isInside(box(1, 1, 9, 9), box(0, 0, 10, 10))).toBe(true)
    expect(isInside(box(1, 1, 10, 9), box(0, 0, 10, 10))).toBe(false)
    expect(isInside(box(1, 1, 10, 9), box(0, 0, 10, 10), 1)).toBe(true)
    expect(isInside(box(-1, 1, 5, 5), box(0, 0, 10, 10))).toBe(false)
  })

  it('shrink to nothing', () => {
    expect(shrink(box(0, 0, 10, 20), 2)).toEqual(box(2, 2, 6, 16))
    expect(shrink(box(0, 0, 10, 20), 5)).toBeUndefined()
  })
})

describe('segments', () => {
  it('leave out pieces without a length', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: 7 },
    ]
    expect(segmentsOf(points)).toEqual([segment(0, 0, 5, 0), segment(5, 0, 5, 7)])
    expect(segmentsOf([])).toEqual([])
  })

  it.each([
    ['across', segment(-5, 5, 15, 5), true],
    ['ending within', segment(-5, 5, 5, 5), true],
    ['wholly within', segment(3, 3, 5, 5), true],
    ['slanted across a corner', segment(-2, 4, 4, -2), true],
    ['slanted past a corner', segment(-6, 4, 4, -6), false],
    ['along the border', segment(-5, 0, 15, 0), false],
    ['up to the border', segment(-5, 5, 0, 5), false],
    ['short of it', segment(-9, 5, -1, 5), false],
    ['above it', segment(-5, -5, 15, -5), false],
  ])('run through a box: %s', (_, line, through) => {
    expect(runsThrough(line, box(0, 0, 10, 10))).toBe(through)
  })

  it('meet in a point', () => {
    expect(meetingPoint(segment(0, 5, 10, 5), segment(4, 0, 4, 10))).toEqual({ x: 4, y: 5 })
    expect(meetingPoint(segment(0, 0, 10, 10), segment(0, 10, 10, 0))).toEqual({ x: 5, y: 5 })
    expect(meetingPoint(segment(0, 5, 10, 5), segment(4, 6, 4, 10))).toBeUndefined()
    expect(meetingPoint(segment(0, 5, 10, 5), segment(0, 7, 10, 7))).toBeUndefined()
  })

  it('run on one line for a length', () => {
    expect(commonLength(segment(0, 0, 10, 0), segment(4, 0, 20, 0))).toBe(6)
    expect(commonLength(segment(0, 0, 10, 0), segment(20, 0, 4, 0))).toBe(6)
    expect(commonLength(segment(0, 0, 10, 0), segment(12, 0, 20, 0))).toBe(0)
    expect(commonLength(segment(0, 0, 10, 0), segment(0, 3, 10, 3))).toBe(0)
    expect(commonLength(segment(0, 0, 10, 0), segment(5, 0, 5, 9))).toBe(0)
  })
})

describe('the sweep', () => {
  // A small linear congruential generator: the same boxes in every run.
  const boxes = (count: number, seed: number) => {
    let state = seed
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % below
    }
    return Array.from({ length: count }, (_, id) => ({
      id,
      box: box(next(300), next(300), next(60), next(60)),
    }))
  }
  const touch = (a: ReturnType<typeof box>, b: ReturnType<typeof box>) =>
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

  it('finds the pairs that comparing everything with everything finds', () => {
    const some = boxes(80, 1)
    const others = boxes(120, 7)
    const found: string[] = []
    eachMeeting(some, others, (a, b) => found.push(`${a.id}-${b.id}`))
    const wanted = some.flatMap(a => others.filter(b => touch(a.box, b.box)).map(b => `${a.id}-${b.id}`))
    expect(wanted.length).toBeGreaterThan(100)
    expect(found.sort()).toEqual(wanted.sort())
  })

  it('finds every pair of one list once', () => {
    const items = boxes(120, 3)
    const found: string[] = []
    eachMeetingPair(items, (a, b) => found.push(`${Math.min(a.id, b.id)}-${Math.max(a.id, b.id)}`))
    const wanted = items.flatMap((a, i) =>
      items.slice(i + 1).flatMap(b => (touch(a.box, b.box) ? [`${a.id}-${b.id}`] : [])),
    )
    expect(wanted.length).toBeGreaterThan(100)
    expect(found.sort()).toEqual(wanted.sort())
  })
})
