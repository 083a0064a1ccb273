import { describe, expect, it } from 'vitest'
import { flowzapJson, readFlowzapJson } from '../../converters/flowzap/index.js'
import { writeFlowzap } from '../../converters/flowzap/write/write.js'
import { said, shown } from './shown.js'

const text = `{
  "lanes": [
    {"id": "Sales", "label": "Sales Team", "type": "lane"},
    {"id": "Desk"}
  ],
  "nodes": [
    {"id": "n1", "laneId": "Sales", "label": "Start", "kind": "start", "shape": "circle", "properties": {}},
    {"id": "n2", "laneId": "Desk", "label": "In \\"stock\\"?", "shape": "diamond",
     "properties": {"owner": "Ann", "system": null, "description": "", "cost": 3, "tags": ["a", {"b": true}]}},
    {"id": "n3", "laneId": "Desk", "label": "", "kind": "task"}
  ],
  "edges": [
    {"id": "e1", "from": "n1", "to": "n2", "fromLane": "Sales", "toLane": "Desk", "label": "Ask",
     "sourceHandle": "bottom", "targetHandle": "top"},
    {"from": "n2", "to": "n3", "label": null}
  ],
  "stats": {"nodes": 3}
}`

describe('FlowZap’s JSON graph', () => {
  it('is read', () => {
    const { graphs, messages } = readFlowzapJson(text)
    expect(messages).toEqual([])
    const graph = graphs[0]!
    expect(shown(graph)).toEqual({
      lanes: ['Sales: Sales Team', 'Desk: Desk'],
      nodes: [
        'Sales/n1 circle Start',
        'Desk/n2 diamond In "stock"? {owner: Ann} {cost: 3} {tags: ["a",{"b":true}]}',
        'Desk/n3 task',
      ],
      edges: ['n1.bottom -> n2.top Ask', 'n2 -> n3'],
      loops: [],
    })
    expect(graph.direction).toBe('LR')
    expect(graph.edges[0]?.id).toBe('e1')
    expect(graph.groups.get('Sales')?.extras.get('flowzap-json')).toEqual(new Map([['type', 'lane']]))
    expect(graph.nodes.get('n1')?.extras.get('flowzap-json')).toEqual(new Map([['kind', 'start']]))
    expect(text.slice(...graph.groups.get('Desk')!.at!)).toBe('{"id": "Desk"}')
    expect(text.slice(...graph.edges[1]!.at!)).toBe('{"from": "n2", "to": "n3", "label": null}')
  })

  it('becomes the code that it was made from', () => {
    const json =
      '{"lanes":[{"id":"A","label":"L"}],"nodes":[{"id":"n1","laneId":"A","label":"x","shape":"taskbox"}],"edges":[{"from":"n1","to":"n1","sourceHandle":"top","targetHandle":"left"}]}'
    expect(writeFlowzap({ graph: readFlowzapJson(json).graphs[0]! })).toBe(
      'A { # L\nn1: taskbox label:"x"\nn1.handle(top) -> n1.handle(left)\n}\n',
    )
  })

  it('may name an object’s own names', () => {
    const json =
      '{"lanes":[{"id":"__proto__"}],"nodes":[{"id":"constructor","laneId":"__proto__","properties":{"__proto__":"x"}}],"edges":[]}'
    const { graphs, messages } = readFlowzapJson(json)
    expect(messages).toEqual([])
    expect(shown(graphs[0]!).nodes).toEqual(['__proto__/constructor rectangle {__proto__: x}'])
  })

  it.each([
    ['', ['syntax/unexpected 1:1 This is not JSON.']],
    ['[]', ['syntax/unexpected 1:1 Expected an object with lanes, nodes and edges.']],
    ['{"lanes": {}}', ['syntax/unexpected 1:11 Expected a list of lanes.']],
    ['{"nodes": [1]}', ['syntax/unexpected 1:12 Expected an object in the list of nodes.']],
    ['{"nodes": [{}]}', ['syntax/unexpected 1:12 The node has no id.']],
    [
      '{"nodes": [{"id": []}]}',
      ['syntax/unexpected 1:19 Expected a text for “id”.', 'syntax/unexpected 1:12 The node has no id.'],
    ],
    [
      '{"nodes": [{"id": "n1"},\n{"id": "n1"}]}',
      ['syntax/duplicate-id 2:8 The id “n1” is taken by an earlier node; this node is left out.'],
    ],
    ['{"nodes": [{"id": "n1", "laneId": "A"}]}', ['syntax/undefined-lane 1:35 No lane has the id “A”.']],
    [
      '{"nodes": [{"id": "n1", "shape": "star"}]}',
      [
        'syntax/unknown-shape 1:34 “star” is no shape. The shapes are circle, rectangle, diamond and taskbox.',
      ],
    ],
    [
      '{"edges": [{"from": "a"}]}',
      [
        'syntax/undefined-node 1:21 No node has the id “a”; the edge is left out.',
        'syntax/unexpected 1:12 The edge has no “to”.',
      ],
    ],
    [
      '{"nodes": [{"id": "a"}], "edges": [{"from": "a", "to": "a", "sourceHandle": "up"}]}',
      ['syntax/unknown-side 1:77 “up” is no side of a node; the handles are left, right, top and bottom.'],
    ],
    [
      '{"nodes": [{"id": "a"}],',
      ['syntax/cut-off 1:25 The file ends in the middle of the JSON, and is probably cut off.'],
    ],
  ])('%j', (json, messages) => {
    expect(said(json, readFlowzapJson(json).messages)).toEqual(messages)
  })

  it('is not read when it is nested deeply', () => {
    const json = `{"nodes": ${'['.repeat(100_000)}`
    expect(readFlowzapJson(json).messages.map(({ code }) => code)).toEqual(['limit/nesting'])
  })

  it('is known by its lists', () => {
    expect(flowzapJson.sniff?.(text)).toBe(true)
    for (const other of [
      '{"nodes": []}',
      '{"diaglot": 1, "lanes": [], "nodes": []}',
      'A { # "lanes" "nodes"',
      '',
    ]) {
      expect(flowzapJson.sniff?.(other), other).toBe(false)
    }
  })
})
