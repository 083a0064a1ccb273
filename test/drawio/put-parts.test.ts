/** Parts of draw.io's put by themselves: loops that are found again, and free spots. */
import { expect, test } from 'vitest'
import { matchLoops } from '../../converters/drawio/put/match.js'
import { freeSpot, type Room } from '../../converters/drawio/put/room.js'
import { makeGraph, makeLoop } from '../../src/ir/build.js'

const looping = (...loops: readonly (readonly [condition: string, nodes: readonly string[]])[]) =>
  makeGraph({ loops: loops.map(([condition, nodes]) => makeLoop({ condition, nodes: [...nodes] })) })

test('a loop is found again by its condition, else by its nodes', () => {
  const page = looping(['until paid', ['a', 'b']], ['until sent', ['c', 'd']])
  const source = looping(['until delivered', ['c', 'd']], ['until paid', ['a']], ['new', ['e']])
  expect(matchLoops(page, source)).toEqual([1, 0, undefined])
})

const empty = (): Room => ({ nodes: new Map(), groups: new Map(), loops: [], fixed: [], bends: [] })

test.each([
  ['as large as its area', { width: 100, height: 60 }, { x: 200, y: 100, width: 100, height: 60 }],
  ['wider', { width: 101, height: 60 }, undefined],
  ['higher', { width: 100, height: 61 }, undefined],
])('in an area there is a spot for what is no larger: %s', (_, size, spot) => {
  const area = { x: 200, y: 100, width: 100, height: 60 }
  expect(freeSpot(empty(), { x: 0, y: 0, ...size }, area, new Set())).toEqual(spot)
})
