/** Lines that speak of one thing twice, or give a name that is none. */
import { expect, test } from 'vitest'
import { json } from '../../converters/json/index.js'
import { itemsOf } from '../../src/carry/items.js'
import { payloadOf } from '../../src/carry/payload.js'
import { inPlaces } from '../../src/carry/places.js'
import { restore } from '../../src/carry/restore.js'
import { byId, makeGraph, makeGroup, makeNode, plain } from '../../src/ir/build.js'

const graph = makeGraph({
  groups: byId([makeGroup({ id: 'g', kind: 'cluster', label: plain('G') })]),
  nodes: byId([makeNode({ id: 'a', shape: 'rectangle', group: 'g' })]),
})

test('of two values for one leaf only the first is looked at', () => {
  const line = '{"v":1,"nodes":[["a",[[["shape"],"rectangle","hexagon"],[["shape"],"rectangle","circle"]]]]}'
  const { items } = itemsOf(payloadOf(line)!, graph)
  expect(items).toEqual([{ what: 'leaf', of: 'nodes', key: 'a', leaf: ['shape'], value: 'hexagon' }])
})

test('no group is called nothing', () => {
  const restored = restore(graph, '{"v":1,"groups":[["g",[[["id"],"g",""]]]]}', { format: json })
  expect(restored?.graph).toBe(graph)
  expect(restored?.refused.map(({ reason }) => reason)).toEqual(['misfit'])
})

test('an order that names one thing twice takes it once', () => {
  expect(inPlaces(['a', 'b', 'c'], ['c', 'c', 'a'])).toEqual(['c', 'b', 'a'])
})
