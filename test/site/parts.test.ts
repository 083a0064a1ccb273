/** Parts of the page that need no browser: views, changes, names of formats, what is shared, the search of the manual. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { examplesIn } from '../../scripts/site/examples.js'
import { changeBetween } from '../../site/app/changes.js'
import { packed, unpacked } from '../../site/app/share.js'
import { fitted, moved, opening, scaleOf, showing, zoomed } from '../../site/app/view.js'
import { ranked } from '../../site/docs/ranking.js'
import { formatNames, formatOfName, likelyFormat, formats as own } from '../../site/shared/formats.js'
import { formats } from '../setup/formats.js'

describe('a view', () => {
  const frame = { width: 200, height: 100 }
  test('shows all of a picture, in its middle, and none larger than it is', () => {
    expect(fitted({ x: 0, y: 0, width: 400, height: 100 }, frame)).toEqual({
      x: 0,
      y: -50,
      width: 400,
      height: 200,
    })
    expect(fitted({ x: 10, y: 10, width: 20, height: 20 }, frame)).toEqual({
      x: -80,
      y: -30,
      width: 200,
      height: 100,
    })
  })
  test('of a picture that would be a line is its beginning, as wide as there is room', () => {
    const long = { x: 0, y: 0, width: 100_000, height: 400 }
    expect(opening(long, frame)).toEqual({ x: 0, y: 0, width: 800, height: 400 })
    expect(opening({ x: 5, y: 5, width: 50, height: 20_000 }, frame)).toEqual({
      x: -70,
      y: 5,
      width: 200,
      height: 100,
    })
    const usual = { x: 0, y: 0, width: 400, height: 100 }
    expect(opening(usual, frame)).toEqual(fitted(usual, frame))
    const large = { x: 0, y: 0, width: 90_000, height: 90_000 }
    expect(opening(large, frame)).toEqual(fitted(large, frame))
    const flat = { x: 0, y: 0, width: 100, height: 10 }
    expect(opening(flat, frame)).toEqual(fitted(flat, frame))
  })
  test('is zoomed about a place, which stays, and only so far', () => {
    const view = { x: 0, y: 0, width: 200, height: 100 }
    expect(zoomed(view, frame, 2, { x: 0, y: 1 })).toEqual({ x: 0, y: 50, width: 100, height: 50 })
    expect(scaleOf(zoomed(view, frame, 1000), frame)).toBe(8)
    expect(scaleOf(zoomed(view, frame, 0), frame)).toBeCloseTo(0.02)
  })
  test('is moved by pixels of the screen', () => {
    expect(moved({ x: 0, y: 0, width: 400, height: 200 }, frame, 10, -5)).toMatchObject({ x: -20, y: 10 })
  })
  test('goes to a box that is not seen', () => {
    const view = { x: 0, y: 0, width: 200, height: 100 }
    expect(showing(view, { x: 5, y: 5, width: 10, height: 10 })).toBe(view)
    expect(showing(view, { x: 500, y: 0, width: 10, height: 10 })).toMatchObject({
      x: 405,
      y: -45,
      width: 200,
    })
  })
})

test.each([
  ['abc', 'abc', undefined],
  ['abc', 'abXc', { from: 2, to: 2, insert: 'X' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['', 'x', { from: 0, to: 0, insert: 'x' }],
  ['one two', 'one 2 two', { from: 4, to: 4, insert: '2 ' }],
])('from %j to %j', (before, after, change) => expect(changeBetween(before, after)).toEqual(change))

describe('formats', () => {
  test('are called as the library calls them', () => {
    for (const name of formatNames) expect(formats.some(format => format.name === name)).toBe(true)
    for (const { name, extensions } of formats.filter(({ name }) => name in own))
      for (const extension of extensions)
        expect([extension, formatOfName(`A${extension}`)]).toEqual([extension, name])
    expect(formatOfName('notes.txt')).toBe(undefined)
  })
  test('of examples are told from their texts', () => {
    const examples = examplesIn()
    expect(examples.length).toBe(28)
    for (const { name, format, text } of examples) expect([name, likelyFormat(text)]).toEqual([name, format])
  })
})

describe('what is shared', () => {
  const text = 'flowchart LR\n  a["审核 🎉"] --> b\n'.repeat(20)
  test('comes back, in less room', async () => {
    const hash = await packed({ text, format: 'mermaid' })
    expect(hash).toMatch(/^#mermaid:[\w-]+$/)
    expect(hash.length).toBeLessThan(120)
    expect(await unpacked(hash)).toEqual({ text, format: 'mermaid' })
  })
  test('is said to be damaged, or to be something else', async () => {
    const hash = await packed({ text, format: 'dot' })
    expect(await unpacked(hash.slice(0, -9))).toBe('damaged')
    expect(await unpacked('#mermaid:')).toBe('damaged')
    expect(await unpacked('#source')).toBe(undefined)
    expect(await unpacked('#tea:AAAA')).toBe(undefined)
    expect(await unpacked('#svg:AAAA')).toBe(undefined)
  })
  test('does not fill the memory', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000)).toString('base64url')
    expect(await unpacked(`#dot:${bomb}`)).toBe('damaged')
  })
})

test('the search ranks titles first, and wants every word', () => {
  const sections = [
    { title: 'Other', text: 'shapes of nodes' },
    { title: 'loss/shape', text: 'A target has no such shape.' },
    { title: 'Shapes', text: 'all of them' },
  ]
  expect(ranked(sections, 'Shape').map(({ title }) => title)).toEqual(['Shapes', 'loss/shape', 'Other'])
  expect(ranked(sections, 'shape target').map(({ title }) => title)).toEqual(['loss/shape'])
  expect(ranked(sections, '  ')).toEqual([])
})
