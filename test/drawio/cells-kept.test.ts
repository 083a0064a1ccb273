/** Small pages of the kinds that people reported: what a person sees on them, by hand, and that draw.io to draw.io writes every style as it stood. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { convert } from '../../src/index.js'
import type { Graph } from '../../src/ir/model.js'
import { sameFormat } from '../laws/laws.js'
import { differences } from './same-cells.js'

const model = (cells: string): string =>
  `<mxfile><diagram id="d" name="P"><mxGraphModel><root><mxCell id="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`
const page = (cells: string): string => model(`<mxCell id="1" parent="0"/>${cells}`)
const cell = (id: string, value: string, style: string, geometry: string, parent = '1'): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${geometry} as="geometry"/></mxCell>`
const line = (id: string, source: string, target: string, style = 'html=1;', parent = '1'): string =>
  `<mxCell id="${id}" value="" style="${style}" edge="1" parent="${parent}" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`

/** By cell id, the style as it stands in the file. */
function stylesOf(text: string): Map<string, string> {
  const cells = text.matchAll(
    /<mxCell[^>]*? id="([^"]*)"[^>]*>|<object[^>]*? id="([^"]*)"[^>]*>\s*<mxCell[^>]*>/g,
  )
  return new Map(
    [...cells].map(([all, own, outer]) => [own ?? outer!, / style="([^"]*)"/.exec(all)?.[1] ?? '']),
  )
}

interface Seen {
  readonly nodes?: readonly string[]
  readonly groups?: readonly string[]
  readonly edges?: readonly string[]
}

const seenIn = ({ nodes, groups, edges }: Graph): Required<Seen> => ({
  nodes: [...nodes.values()].map(({ label, group }) => (group ? `${label.text} in ${group}` : label.text)),
  groups: [...groups.values()].map(({ id, kind, label }) => `${id}: ${kind} ${label.text}`),
  edges: edges.map(({ from, to }) => `${from.id} ${to.id}`),
})

const CHART = 'shape=table;childLayout=tableLayout;startSize=40;collapsible=0;recursiveResize=0;expand=0;'
const BOX = 'rounded=1;html=1;'
const chart = (row: string, column: string): string =>
  page(
    cell('t', 'Claims', CHART, 'x="40" y="40" width="280" height="280"') +
      cell('r1', 'Client', row, 'y="40" width="280" height="120"', 't') +
      cell('p1', 'Open', column, 'x="40" width="120" height="120"', 'r1') +
      cell('p2', 'Close', column, 'x="160" width="120" height="120"', 'r1') +
      cell('r2', 'Insurer', row, 'y="160" width="280" height="120"', 't') +
      cell('q1', '', column, 'x="40" width="120" height="120"', 'r2') +
      cell('q2', '', column, 'x="160" width="120" height="120"', 'r2') +
      cell('a', 'Report', BOX, 'x="10" y="50" width="90" height="40"', 'p1') +
      cell('b', 'Pay', BOX, 'x="10" y="40" width="90" height="40"', 'q2') +
      line('e', 'a', 'b', 'edgeStyle=orthogonalEdgeStyle;html=1;', 't'),
  )
const claims: Seen = {
  nodes: ['Report in r1', 'Pay in r2'],
  groups: ['r1: lane Client', 'r2: lane Insurer'],
  edges: ['a b'],
}
const STACK =
  'swimlane;fontStyle=1;align=center;verticalAlign=top;childLayout=stackLayout;horizontal=1;startSize=30;horizontalStack=0;resizeParent=1;html=1;'
const ROW = 'text;strokeColor=none;fillColor=none;align=left;html=1;'

const cases: Readonly<Record<string, readonly [text: string, seen: Seen]>> = {
  'a chart with rows of a table': [
    chart(
      'shape=tableRow;horizontal=0;swimlaneHead=0;swimlaneBody=0;top=0;left=0;fillColor=none;startSize=40;collapsible=0;expand=0;',
      'swimlane;swimlaneHead=0;swimlaneBody=0;fontStyle=0;connectable=0;fillColor=none;startSize=40;collapsible=0;',
    ),
    claims,
  ],
  'a chart with swimlanes as rows': [
    chart(
      'swimlane;horizontal=0;portConstraint=eastwest;startSize=40;html=1;whiteSpace=wrap;collapsible=0;pointerEvents=0;',
      'swimlane;fontStyle=0;connectable=0;fillColor=none;startSize=40;collapsible=0;',
    ),
    claims,
  ],
  'a class with a rule and no members': [
    page(
      cell('c', 'Sink', STACK, 'x="20" y="60" width="150" height="38"') +
        cell('l', '', 'line;strokeWidth=1;fillColor=none;', 'y="30" width="150" height="8"', 'c'),
    ),
    { nodes: ['Sink'], groups: [] },
  ],
  'a stack of rows without a title': [
    page(
      cell('s', '', STACK, 'x="20" y="20" width="100" height="82"') +
        cell('k', 'Key', ROW, 'y="30" width="100" height="26"', 's') +
        cell('v', 'Value', ROW, 'y="56" width="100" height="26"', 's'),
    ),
    { nodes: ['Key\nValue'], groups: [] },
  ],
  'words between angle brackets': [
    page(
      cell(
        'i',
        '&lt;&lt;interface&gt;&gt;&#10;Store',
        'swimlane;html=1;',
        'x="20" y="20" width="100" height="82"',
      ),
    ),
    { groups: ['i: lane <<interface>>\nStore'] },
  ],
  'a line with a place that is not relative': [
    page(
      cell('a', 'A', 'html=1;', 'x="700" y="0" width="80" height="40"') +
        cell('b', 'B', 'html=1;', 'x="900" y="0" width="80" height="40"') +
        line('e', 'a', 'b').replace('relative="1"', 'x="710" y="-110"'),
    ),
    { nodes: ['A', 'B'], edges: ['a b'] },
  ],
  'a locked layer behind the first': [
    model(
      `<mxCell id="bg" value="Paper" style="locked=1;" parent="0"/><mxCell id="1" value="Ink" parent="0"/>${cell('2', 'A', 'html=1;', 'x="20" y="20" width="100" height="82"')}`,
    ),
    { nodes: ['A'] },
  ],
  'a second layer that holds the lower shape': [
    model(
      `<mxCell id="1" value="Main" parent="0"/><mxCell id="bg" value="More" style="locked=1;" parent="0"/>${
        cell('9', 'B', 'html=1;', 'x="20" y="200" width="100" height="82"', 'bg') +
        cell('2', 'A', 'html=1;', 'x="20" y="20" width="100" height="82"')
      }`,
    ),
    { nodes: ['A', 'B'] },
  ],
  'a title in the corner of a box': [
    page(
      cell('box', '', 'rounded=1;html=1;fillColor=#dae8fc;', 'x="0" y="0" width="300" height="160"') +
        cell('t', 'Edge network', 'text;html=1;fontStyle=1;', 'x="10" y="5" width="120" height="20"') +
        cell('a', 'Gateway', BOX, 'x="40" y="60" width="100" height="50"'),
    ),
    { nodes: ['Gateway in box'], groups: ['box: cluster Edge network'] },
  ],
  'styles in an order of their own': [
    page(
      cell('a', 'A', 'html=1;fillColor=#dae8fc;whiteSpace=wrap;rounded=1;', 'width="80" height="40"') +
        cell('b', 'B', 'html=1;rounded=0;', 'x="200" width="80" height="40"') +
        line('e', 'a', 'b', 'exitX=1;exitY=0.5;entryX=0;entryY=0.5;html=1;endArrow=block;rounded=0;'),
    ),
    { nodes: ['A', 'B'], edges: ['a b'] },
  ],
}

describe.each(Object.entries(cases))('%s', (_, [text, seen]) => {
  test('is what a person sees', () => {
    expect(seenIn(readDrawio(text).graphs[0]!)).toMatchObject(seen)
  })

  test('stays cell for cell, also by way of JSON', async () => {
    const { text: again } = await convert(text, { from: 'drawio', to: 'drawio' })
    expect(differences(text, again)).toEqual([])
    const json = await convert(text, { from: 'drawio', to: 'json' })
    const back = await convert(json.text, { from: 'json', to: 'drawio' })
    for (const written of [again, back.text]) {
      const styles = stylesOf(written)
      for (const [id, style] of stylesOf(text)) expect([id, styles.get(id)]).toEqual([id, style])
    }
    expect(await sameFormat(drawio, text)).toBeUndefined()
  })
})

test('the order of a style stays while its keys are the same, whatever their values are', async () => {
  const [text] = cases['styles in an order of their own']!
  const [graph] = readDrawio(text).graphs
  const node = graph!.nodes.get('a')!
  const painted = (fill?: string): Graph => ({
    ...graph!,
    nodes: new Map(graph!.nodes).set('a', { ...node, style: fill === undefined ? {} : { fill } }),
  })
  const styleOf = async (changed: Graph): Promise<string> =>
    (drawio.write?.([{ graph: changed }], {}) ?? '').match(
      /<object label="A"[^>]*>\s*<mxCell style="([^"]*)"/,
    )![1]!
  expect(await styleOf(painted('#ff0000'))).toBe('html=1;fillColor=#ff0000;whiteSpace=wrap;rounded=1;')
  expect(await styleOf(painted())).not.toContain('fillColor')
})
