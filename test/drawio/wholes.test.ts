/** What a person sees as one thing where a draw.io file has several: icons with their names, cards, and what is only drawn in something. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { flowzap } from '../../converters/flowzap/index.js'
import { convertWith } from '../../src/convert.js'
import { put } from '../../src/index.js'
import type { Graph, Node } from '../../src/ir/model.js'
import { sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { cell, line, page } from './page-of-cells.js'
import { differences } from './same-cells.js'
import '../setup/dom.js'

const TEXT = 'text;html=1;strokeColor=none;fillColor=none;align=center;'
const ICON = 'sketch=0;shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.s3;html=1;'
const IMAGE = 'shape=image;image=img/lib/azure2/compute/Virtual_Machine.svg;'
const BOX = 'rounded=0;whiteSpace=wrap;html=1;'
const RULE = 'line;strokeWidth=1;html=1;'
const GROUP = 'group;'

interface Shown {
  readonly nodes: readonly string[]
  readonly groups: readonly string[]
  readonly edges: readonly string[]
}

function shownOf(text: string, options = {}): Shown {
  const { nodes, groups, edges } = readDrawio(text, options).graphs[0]!
  return {
    nodes: [...nodes.values()].map(({ id, label }) => `${id}: ${label.text}`),
    groups: [...groups.values()].map(({ id, label }) => `${id}: ${label.text}`),
    edges: edges.map(({ from, to }) => `${from.id} ${to.id}`),
  }
}

/** What is read of a page, after the check that draw.io to draw.io keeps every cell of it, and what is read of that. */
async function shown(text: string): Promise<Shown> {
  expect(await sameFormat(drawio, text)).toBeUndefined()
  const written = await convertWith(drawio, drawio, text)
  expect(differences(text, written.text)).toEqual([])
  expect(shownOf(written.text)).toEqual(shownOf(text))
  return shownOf(text)
}

const api = cell('api', 'API', BOX, [400, 0, 100, 60])

describe('one node', () => {
  const cases: Readonly<Record<string, readonly [file: string, shown: Partial<Shown>]>> = {
    'an icon with its name below': [
      page(
        cell('i', '', ICON, [0, 0, 60, 60]),
        cell('t', 'Orders', TEXT, [-10, 62, 80, 20]),
        api,
        line('e', 'i', 'api'),
      ),
      { nodes: ['i: Orders', 'api: API'], edges: ['i api'] },
    ],
    'an image with its name at its right': [
      page(
        cell('i', '', IMAGE, [0, 0, 40, 40]),
        cell('t', 'Worker', TEXT, [44, 10, 80, 20]),
        api,
        line('e', 'api', 'i'),
      ),
      { nodes: ['i: Worker', 'api: API'], edges: ['api i'] },
    ],
    'an image with its name at its left': [
      page(cell('i', '', IMAGE, [100, 0, 40, 40]), cell('t', 'Worker', TEXT, [15, 10, 80, 20]), api),
      { nodes: ['i: Worker', 'api: API'] },
    ],
    'each of two icons with a name below': [
      page(
        cell('i', '', ICON, [0, 0, 60, 60]),
        cell('j', '', ICON, [100, 0, 60, 60]),
        cell('u', 'Two', TEXT, [90, 62, 80, 20]),
        cell('t', 'One', TEXT, [-10, 62, 80, 20]),
        line('e', 'i', 'j'),
      ),
      { nodes: ['i: One', 'j: Two'] },
    ],
    'a group of an icon and its name': [
      page(
        cell('g', '', GROUP, [0, 0, 80, 90]),
        cell('i', '', ICON, [10, 0, 60, 60], 'g'),
        cell('t', 'Orders', TEXT, [0, 65, 80, 20], 'g'),
        api,
        line('e', 'i', 'api'),
      ),
      { nodes: ['g: Orders', 'api: API'], groups: [], edges: ['g api'] },
    ],
    'a group of a box and its name': [
      page(
        cell('g', '', GROUP, [0, 0, 120, 60]),
        cell('b', '', BOX, [0, 0, 120, 60], 'g'),
        cell('t', 'Kubelet', TEXT, [30, 20, 60, 20], 'g'),
        api,
        line('e', 'b', 'api'),
      ),
      { nodes: ['g: Kubelet', 'api: API'], groups: [], edges: ['g api'] },
    ],
    'a box with a picture and a name that lie on it': [
      page(
        cell('b', '', BOX, [0, 0, 160, 60]),
        cell('i', '', IMAGE, [5, 10, 40, 40]),
        cell('t', 'Cart', TEXT, [60, 20, 80, 20]),
        api,
        line('e', 'b', 'api'),
      ),
      { nodes: ['b: Cart', 'api: API'], groups: [], edges: ['b api'] },
    ],
    'a box with a name that lies on it': [
      page(cell('b', '', BOX, [0, 0, 160, 60]), cell('t', 'Cart', TEXT, [40, 20, 80, 20]), api),
      { nodes: ['b: Cart', 'api: API'], groups: [] },
    ],
    'a labelled group of pictures': [
      page(
        cell('g', 'Oven', GROUP, [0, 0, 100, 60]),
        cell('i', '', ICON, [0, 0, 100, 50], 'g'),
        cell('j', '', IMAGE, [20, 20, 20, 20], 'g'),
        api,
        line('e', 'j', 'api'),
      ),
      { nodes: ['g: Oven', 'api: API'], groups: [], edges: ['g api'] },
    ],
    'a box with a picture in the corner': [
      page(cell('b', 'Cart', BOX, [0, 0, 160, 60]), cell('i', '', IMAGE, [5, 5, 20, 20]), api),
      { nodes: ['b: Cart', 'api: API'], groups: [] },
    ],
  }
  test.each(Object.entries(cases))('is %s', async (_, [file, wanted]) => {
    expect(await shown(file)).toMatchObject(wanted)
    expect(shownOf(file, { infer: false })).not.toMatchObject(wanted)
  })
})

describe('several things', () => {
  const cases: Readonly<Record<string, readonly [file: string, shown: Partial<Shown>]>> = {
    'are an icon and a text far below it': [
      page(cell('i', '', ICON, [0, 0, 60, 60]), cell('t', 'Orders', TEXT, [-10, 100, 80, 20]), api),
      { nodes: ['i: S3', 't: Orders', 'api: API'] },
    ],
    'are an icon and a text that a line ends at': [
      page(
        cell('i', '', ICON, [0, 0, 60, 60]),
        cell('t', 'Orders', TEXT, [-10, 62, 80, 20]),
        api,
        line('e', 't', 'api'),
      ),
      { nodes: ['i: S3', 't: Orders', 'api: API'], edges: ['t api'] },
    ],
    'are two icons with a text between them': [
      page(
        cell('i', '', IMAGE, [0, 0, 40, 40]),
        cell('j', '', IMAGE, [130, 0, 40, 40]),
        cell('t', 'either', TEXT, [45, 10, 80, 20]),
        line('e', 'i', 'j'),
      ),
      // It names neither, and stands on the line from the one to the other.
      { nodes: ['i: Virtual Machine', 'j: Virtual Machine'], edges: ['i j'] },
    ],
    'are an icon that has its own label, and a text below': [
      page(cell('i', 'S3', ICON, [0, 0, 60, 60]), cell('t', 'Orders', TEXT, [-10, 62, 80, 20]), api),
      { nodes: ['i: S3', 't: Orders', 'api: API'] },
    ],
    'are a group with two texts': [
      page(
        cell('g', '', GROUP, [0, 0, 120, 90]),
        cell('s', 'One', TEXT, [0, 0, 120, 20], 'g'),
        cell('t', 'Two', TEXT, [0, 60, 120, 20], 'g'),
        api,
      ),
      { groups: ['g: One'], nodes: ['t: Two', 'api: API'] },
    ],
    'are an icon in a group with other things': [
      page(
        cell('g', 'VPC', 'container=1;html=1;', [0, 0, 300, 200]),
        cell('i', '', ICON, [10, 40, 60, 60], 'g'),
        cell('a', 'A', BOX, [100, 40, 100, 60], 'g'),
        api,
        line('e', 'i', 'api'),
      ),
      { groups: ['g: VPC'], nodes: ['i: S3', 'a: A', 'api: API'], edges: ['i api'] },
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [file, wanted]) => {
    expect(await shown(file)).toMatchObject(wanted)
  })
})

describe('no node', () => {
  test('is a picture in a group, a rule on the page', async () => {
    const file = page(
      cell('g', 'VPC', 'container=1;html=1;', [0, 0, 300, 200]),
      cell('logo', '', IMAGE, [5, 5, 20, 20], 'g'),
      cell('a', 'A', BOX, [100, 40, 100, 60], 'g'),
      cell('rule', '', RULE, [0, 220, 400, 10]),
      api,
    )
    expect(await shown(file)).toMatchObject({ groups: ['g: VPC'], nodes: ['a: A', 'api: API'] })
    expect(readDrawio(file).messages.map(({ text }) => text)).toEqual([
      '2 pictures without a text that no line ends at are parts of what they stand in, and no nodes; `-O infer=false` switches this off.',
    ])
  })

  test('but a picture that a line ends beside', async () => {
    const loose =
      '<mxCell id="e" style="html=1;" edge="1" parent="1" source="api"><mxGeometry relative="1" as="geometry"><mxPoint x="83" y="70" as="targetPoint"/></mxGeometry></mxCell>'
    const file = page(
      cell('g', 'VPC', 'container=1;html=1;', [0, 0, 300, 200]),
      cell('i', '', ICON, [20, 40, 60, 60], 'g'),
      cell('a', 'A', BOX, [100, 140, 100, 40], 'g'),
      api,
      loose,
    )
    expect(await shown(file)).toMatchObject({ nodes: ['i: S3', 'a: A', 'api: API'], edges: ['api i'] })
  })

  test('and a picture that stands for itself is one', async () => {
    expect(await shown(page(cell('i', '', ICON, [0, 0, 60, 60]), api))).toMatchObject({
      nodes: ['i: S3', 'api: API'],
    })
  })
})

describe('an edit', () => {
  const file = page(
    cell('i', '', ICON, [0, 0, 60, 60]),
    cell('t', 'Orders', TEXT, [-10, 62, 80, 20]),
    cell('g', '', GROUP, [0, 200, 120, 60]),
    cell('b', '', BOX, [0, 0, 120, 60], 'g'),
    cell('k', 'Kubelet', TEXT, [30, 20, 60, 20], 'g'),
    api,
    line('e', 'i', 'api'),
    line('f', 'b', 'api'),
  )
  const graph = readDrawio(file).graphs[0]!
  const edited = async (
    change: (nodes: Map<string, Graph['nodes'] extends ReadonlyMap<string, infer N> ? N : never>) => void,
    keep = () => true,
  ) => {
    const nodes = new Map(graph.nodes)
    change(nodes)
    const edges = graph.edges.filter(({ from }) => nodes.has(from.id) && keep())
    return (await put(file, { ...graph, nodes, edges }, { format: 'drawio' })).text
  }

  test('changes nothing where there is none', async () => {
    expect(await edited(() => {})).toBe(file)
  })

  test('of a label changes the text that says it', async () => {
    const text = await edited(nodes => {
      nodes.set('i', { ...nodes.get('i')!, label: { text: 'Invoices' } })
      nodes.set('g', { ...nodes.get('g')!, label: { text: 'Agent' } })
    })
    expect(text.replaceAll(' />', '/>')).toBe(
      file.replace('value="Orders"', 'value="Invoices"').replace('value="Kubelet"', 'value="Agent"'),
    )
  })

  test('that takes a node away takes its text along', async () => {
    const text = await edited(nodes => {
      nodes.delete('i')
      nodes.delete('g')
    })
    expect(shownOf(text)).toEqual({ nodes: ['api: API'], groups: [], edges: [] })
    expect(text).not.toContain('Orders')
    expect(text).not.toContain('Kubelet')
  })

  test('that takes a card or a group away takes what is drawn on it along', async () => {
    const card = page(
      cell('b', '', BOX, [0, 0, 160, 60]),
      cell('p', '', IMAGE, [5, 10, 40, 40]),
      cell('t', 'Cart', TEXT, [60, 20, 80, 20]),
      cell('g', 'VPC', 'container=1;html=1;', [0, 100, 300, 200]),
      cell('logo', '', IMAGE, [5, 5, 20, 20], 'g'),
      cell('a', 'A', BOX, [100, 40, 100, 60], 'g'),
      api,
    )
    const [whole] = readDrawio(card).graphs
    const nodes = new Map(whole!.nodes)
    nodes.delete('b')
    const { text, messages } = await put(card, { ...whole!, nodes }, { format: 'drawio' })
    expect(messages).toEqual([])
    expect(shownOf(text).nodes).toEqual(['a: A', 'api: API'])
    expect(/id="(?:b|p|t)"/.test(text)).toBe(false)
  })

  describe('moves pictures', () => {
    const card = page(
      cell('g', 'VPC', 'container=1;html=1;', [0, 0, 300, 200]),
      cell('a', 'A', BOX, [100, 40, 100, 60], 'g'),
      cell('badge', '', IMAGE, [180, 30, 30, 30], 'g'),
      cell('logo', '', IMAGE, [5, 5, 20, 20], 'g'),
      cell('b', 'B', BOX, [400, 40, 100, 60]),
      cell('star', '', IMAGE, [480, 30, 30, 30]),
      cell('h', 'Other', 'container=1;html=1;', [0, 400, 300, 200]),
      cell('c', 'C', BOX, [40, 60, 100, 60], 'h'),
      cell('d', 'D', BOX, [40, 700, 100, 60]),
      cell('mark', '', IMAGE, [120, 690, 30, 30]),
    )
    const [whole] = readDrawio(card).graphs
    /** The places of cells, in their parents. */
    const placesIn = (text: string): Map<string, string> =>
      new Map(
        [...text.matchAll(/id="(\w+)"[^>]*parent="(\w+)"[^>]*><mxGeometry x="(\S+)" y="(\S+)"/g)].map(
          ([, id, parent, x, y]) => [id!, `${parent} ${x} ${y}`],
        ),
      )
    const changed = (node: string, change: object) =>
      put(
        card,
        { ...whole!, nodes: new Map(whole!.nodes).set(node, { ...whole!.nodes.get(node)!, ...change }) },
        { format: 'drawio' },
      )
    const before = placesIn(card)

    test('with the shapes that make room for a new one', () => {
      const [graph] = readDrawio(card).graphs
      const { document: _, ...plain } = graph!.nodes.get('c')!
      const nodes: Map<string, Node> = new Map(graph!.nodes)
      for (const id of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6']) nodes.set(id, { ...plain, id })
      const { text, messages } = put(card, { ...graph!, nodes }, { format: 'drawio' })
      expect(messages).toEqual([])
      const now = placesIn(text!)
      const place = (id: string): number[] => now.get(id)!.split(' ').slice(1).map(Number)
      const [[x, y], [markX, markY]] = [place('d'), place('mark')]
      expect(y).toBeGreaterThan(700)
      expect([markX! - x!, markY! - y!]).toEqual([80, -10])
      expect(now.get('logo')).toBe(before.get('logo'))
    })

    test('with the shape that goes into another group, as far from it as before', () => {
      const { text, messages } = changed('a', { group: 'h' })
      expect(messages).toEqual([])
      const now = placesIn(text!)
      const [parent, x, y] = now.get('a')!.split(' ')
      expect(parent).toBe('h')
      expect(now.get('badge')).toBe(`h ${Number(x) + 80} ${Number(y) - 10}`)
      expect(now.get('logo')).toBe(before.get('logo'))
      expect(now.get('star')).toBe(before.get('star'))
    })

    test('but not with the shape whose name alone changes', () => {
      const { text } = changed('a', { label: { text: 'Again' } })
      expect(placesIn(text!)).toEqual(before)
    })
  })

  test('in the source comes to the page', async () => {
    const { text } = await convertWith(drawio, drawio, file)
    expect(shownOf(text.replace('value="Orders"', 'value="Invoices"'))).toMatchObject({
      nodes: expect.arrayContaining(['i: Invoices', 'g: Kubelet', 'api: API']),
    })
  })
})

test('many icons and texts cost what they are worth', () => {
  const count = runs(4_000)
  const file = page(
    ...Array.from({ length: count }, (_, i) => cell(`i${i}`, '', ICON, [i * 100, 0, 60, 60])),
    ...Array.from({ length: count }, (_, i) => cell(`t${i}`, `n${i}`, TEXT, [i * 100 - 10, 62, 80, 20])),
  )
  expect(readDrawio(file).graphs[0]!.nodes.size).toBe(count)
})

describe('a picture without a text', () => {
  const icon = (style: string): string =>
    page(cell('i', '', style, [0, 0, 60, 60]), api, line('e', 'i', 'api'))
  test.each([
    ['shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.lambda_function;', 'Lambda function'],
    ['shape=mxgraph.aws4.ec2;', 'EC2'],
    ['shape=mxgraph.kubernetes.icon;prIcon=pod;', 'Pod'],
    ['shape=image;image=img/lib/azure2/compute/Virtual_Machine.svg;', 'Virtual Machine'],
  ])('%s is called as its library calls it', async (style, name) => {
    const file = icon(style)
    expect((await shown(file)).nodes).toEqual([`i: ${name}`, 'api: API'])
    const { text } = await convertWith(drawio, flowzap, file)
    expect(text).toContain(`label:"${name}"`)
    expect(shownOf(file, { infer: false }).nodes).toEqual(['i: ', 'api: API'])
  })

  test.each([
    'ellipse;',
    'shape=mxgraph.flowchart.decision;',
    'shape=mxgraph.aws4.resourceIcon;',
    'shape=image;image=data:image/png,iVBORw0KGgo;',
  ])('%s says no name', async style => expect((await shown(icon(style))).nodes).toEqual(['i: ', 'api: API']))

  test('whose name is typed below it keeps that text', async () => {
    const file = page(cell('i', 'EC2', 'shape=mxgraph.aws4.ec2;', [0, 0, 60, 60]), api)
    expect((await shown(file)).nodes).toEqual(['i: EC2', 'api: API'])
  })

  test('shows a label once it has one, and none once that is taken away', async () => {
    const file = icon('shape=mxgraph.aws4.ec2;')
    const [graph] = readDrawio(file).graphs
    const node = graph!.nodes.get('i')!
    const named = { ...graph!, nodes: new Map(graph!.nodes).set('i', { ...node, label: { text: 'Shop' } }) }
    const { text } = await put(file, named, { format: 'drawio' })
    expect(text).toContain('value="Shop"')
    const bare = { ...graph!, nodes: new Map(graph!.nodes).set('i', { ...node, label: { text: '' } }) }
    const emptied = await put(file, bare, { format: 'drawio' })
    expect(shownOf(emptied.text).nodes).toEqual(['i: ', 'api: API'])
  })
})
