/** How boxes, groups and nodes look where other cells say it: backgrounds, marks in corners, badges, and groups that nobody sees. */
import { describe, expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { convertWith } from '../../src/convert.js'
import { put } from '../../src/index.js'
import { sameFormat } from '../laws/laws.js'
import { cell, line, page } from './page-of-cells.js'
import { differences } from './same-cells.js'
import '../setup/dom.js'

const TEXT = 'text;html=1;strokeColor=none;fillColor=none;align=left;'
const ICON = 'shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.s3;html=1;'
const IMAGE = 'shape=image;image=img/lib/azure2/compute/Virtual_Machine.svg;'
const BOX = 'rounded=0;whiteSpace=wrap;html=1;'
const ZONE = 'container=1;fillColor=none;html=1;'
const GROUP = 'group'
const MARK = 'rounded=0;fillColor=#1192E8;strokeColor=none;html=1;'
const SIDE =
  'shape=rect;fillColor=none;strokeColor=none;labelPosition=right;verticalLabelPosition=middle;html=1;'

interface Shown {
  /** By the group that it stands in. */
  readonly nodes: readonly string[]
  readonly groups: readonly string[]
  readonly edges: readonly string[]
}

function shownOf(text: string, options = {}): Shown {
  const { nodes, groups, edges } = readDrawio(text, options).graphs[0]!
  const at = (group: string | undefined): string => (group === undefined ? '' : ` in ${group}`)
  return {
    nodes: [...nodes.values()].map(
      ({ id, label, group, note }) => `${note ? 'note ' : ''}${id}: ${label.text}${at(group)}`,
    ),
    groups: [...groups.values()].map(({ id, label, parent }) => `${id}: ${label.text}${at(parent)}`),
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

const web = cell('web', 'Web', BOX, [60, 80, 100, 60], 'g')
const db = cell('db', 'DB', BOX, [60, 180, 100, 60], 'g')
const user = cell('user', 'User', BOX, [500, 80, 100, 60])
const members = ['web: Web in g', 'db: DB in g']

describe('a group', () => {
  const cases: Readonly<Record<string, readonly [file: string, shown: Partial<Shown>]>> = {
    'has a box behind its members, and lines to that lead to the group': [
      page(
        cell('g', '', GROUP, [0, 0, 400, 300]),
        cell('back', '', BOX, [0, 0, 400, 300], 'g'),
        web,
        db,
        user,
        line('e', 'user', 'back'),
      ),
      { nodes: [...members, 'user: User'], groups: ['g: '], edges: ['user g'] },
    ],
    'is called what stands in the box behind its members': [
      page(
        cell('g', '', GROUP, [0, 0, 400, 300]),
        cell('back', 'Shop', `${BOX}verticalAlign=top;`, [0, 0, 400, 300], 'g'),
        web,
        db,
      ),
      { nodes: members, groups: ['g: Shop'] },
    ],
    'is called what stands beside the icon in its corner, with a bar at its edge': [
      page(
        cell('g', '', ZONE, [0, 0, 400, 300]),
        cell('bar', '', MARK, [0, 0, 7, 37], 'g'),
        cell('icon', '', IMAGE, [16, 8, 20, 20], 'g'),
        cell('title', 'Zone 1', TEXT, [44, 8, 120, 20], 'g'),
        web,
        db,
      ),
      { nodes: members, groups: ['g: Zone 1'] },
    ],
    'is called by the mark in its corner, whose label stands beside it': [
      page(
        cell('g', '', ZONE, [0, 0, 400, 300]),
        cell('mark', 'Resource group', SIDE, [0, 0, 48, 48], 'g'),
        cell('inner', '', 'shape=mxgraph.ibm_cloud.group--resource;', [12, 12, 24, 24], 'mark'),
        web,
        db,
      ),
      { nodes: members, groups: ['g: Resource group'] },
    ],
    'is called by a text rather than by the first mark in it': [
      page(
        cell('g', '', ZONE, [0, 0, 400, 300]),
        cell('title', 'Task', TEXT, [120, 4, 100, 20], 'g'),
        cell('mark', 'Definition', SIDE, [10, 20, 30, 30], 'g'),
        web,
      ),
      { nodes: ['mark: Definition in g', 'web: Web in g'], groups: ['g: Task'] },
    ],
    'is called by a small frame of AWS in its corner, and one of those holds what lies on it': [
      page(
        cell('vpc', 'VPC', 'shape=mxgraph.aws4.group;fillColor=none;html=1;', [0, 0, 600, 400]),
        cell('subnet', '', BOX, [20, 40, 300, 300]),
        cell('name', 'Subnet', 'shape=mxgraph.aws4.group;html=1;', [20, 40, 200, 50]),
        cell('a', 'A', BOX, [60, 120, 100, 60]),
        cell('b', 'B', BOX, [60, 220, 100, 60]),
      ),
      { nodes: ['a: A in subnet', 'b: B in subnet'], groups: ['vpc: VPC', 'subnet: Subnet in vpc'] },
    ],
    'is a cloud without a text, which things lie on': [
      page(
        cell('cloud', '', 'ellipse;shape=cloud;html=1;', [0, 0, 400, 300]),
        cell('a', 'A', BOX, [80, 80, 80, 40]),
        cell('b', 'B', BOX, [200, 80, 80, 40]),
      ),
      { nodes: ['a: A in cloud', 'b: B in cloud'], groups: ['cloud: '] },
    ],
    'that nobody sees is none around one thing': [
      page(
        cell('outer', 'Team', ZONE, [0, 0, 400, 300]),
        cell('g', '', GROUP, [40, 40, 200, 100], 'outer'),
        cell('inner', '', GROUP, [0, 0, 200, 100], 'g'),
        cell('a', 'A', BOX, [0, 0, 100, 60], 'inner'),
        cell('b', 'B', BOX, [40, 200, 100, 60], 'outer'),
      ),
      { nodes: ['a: A in outer', 'b: B in outer'], groups: ['outer: Team'] },
    ],
    'holds what lies on it, though it is larger than the group that nobody sees around it': [
      page(
        cell('g', '', GROUP, [0, 0, 250, 210]),
        cell('outer', 'Cluster', BOX, [0, 0, 380, 210], 'g'),
        cell('a', 'A', BOX, [10, 50, 100, 40], 'g'),
        cell('b', 'B', BOX, [10, 130, 100, 40], 'g'),
      ),
      { nodes: ['a: A in outer', 'b: B in outer'], groups: ['outer: Cluster'] },
    ],
    'that nobody sees is none around several things, nor around other groups': [
      page(
        cell('outer', 'Team', ZONE, [0, 0, 400, 300]),
        cell('g', '', GROUP, [40, 40, 300, 200], 'outer'),
        cell('inner', '', GROUP, [0, 0, 200, 60], 'g'),
        cell('a', 'A', BOX, [0, 0, 80, 60], 'inner'),
        cell('b', 'B', BOX, [120, 0, 80, 60], 'inner'),
        cell('c', 'C', BOX, [0, 100, 80, 60], 'g'),
        // It only lies there.
        cell('d', 'D', BOX, [240, 150, 80, 60]),
        line('e', 'a', 'b'),
      ),
      {
        nodes: ['a: A in outer', 'b: B in outer', 'c: C in outer', 'd: D in outer'],
        groups: ['outer: Team'],
        edges: ['a b'],
      },
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [file, expected]) => {
    expect(await shown(file)).toMatchObject(expected)
  })

  test('that nobody sees leaves what stands in it on the box that it lies on, as far as that lies there', async () => {
    const file = page(
      cell('outer', 'Team', BOX, [0, 0, 400, 300]),
      cell('o', 'O', BOX, [10, 240, 80, 40]),
      cell('g', '', GROUP, [40, 40, 300, 150]),
      cell('inner', '', GROUP, [0, 0, 200, 60], 'g'),
      cell('a', 'A', BOX, [0, 0, 80, 60], 'inner'),
      cell('b', 'B', BOX, [120, 0, 80, 60], 'inner'),
      cell('c', 'C', BOX, [300, 0, 120, 60], 'inner'),
    )
    expect(await shown(file)).toMatchObject({
      nodes: ['c: C', 'o: O in outer', 'a: A in outer', 'b: B in outer'],
      groups: ['outer: Team'],
    })
  })
})

describe('stays as it is', () => {
  const cases: Readonly<Record<string, readonly [file: string, shown: Partial<Shown>]>> = {
    'a group around one thing with a line of its own': [
      page(cell('g', '', GROUP, [0, 0, 400, 300]), web, user, line('e', 'user', 'g')),
      { groups: ['g: '], edges: ['user g'] },
    ],
    'a group around several things with a line that ends at its border': [
      page(
        cell('g', '', GROUP, [0, 0, 400, 300]),
        web,
        db,
        user,
        '<mxCell id="e" style="html=1;" edge="1" parent="1" source="user"><mxGeometry relative="1" as="geometry"><mxPoint x="404" y="110" as="targetPoint"/></mxGeometry></mxCell>',
      ),
      { groups: ['g: '], edges: ['user g'] },
    ],
    'a group that nobody sees, with a text above all else in it': [
      page(
        cell('g', '', GROUP, [0, 0, 400, 300]),
        cell('t', 'Backend', TEXT, [10, 5, 100, 20], 'g'),
        web,
        db,
      ),
      { groups: ['g: Backend'], nodes: members },
    ],
    'an icon in a corner that a line ends at, with its text': [
      page(
        cell('g', '', ZONE, [0, 0, 400, 300]),
        cell('icon', '', IMAGE, [16, 8, 20, 20], 'g'),
        cell('title', 'Proxy', TEXT, [44, 8, 120, 20], 'g'),
        web,
        line('e', 'icon', 'web'),
      ),
      { nodes: ['icon: Proxy in g', 'web: Web in g'], groups: ['g: '], edges: ['icon web'] },
    ],
    'the first of two icons with texts at the upper edge': [
      page(
        cell('g', '', ZONE, [0, 0, 400, 300]),
        cell('i', '', IMAGE, [16, 8, 20, 20], 'g'),
        cell('s', 'One', TEXT, [44, 8, 60, 20], 'g'),
        cell('j', '', IMAGE, [200, 8, 20, 20], 'g'),
        cell('t', 'Two', TEXT, [228, 8, 60, 20], 'g'),
      ),
      { nodes: ['i: One in g', 'j: Two in g'], groups: ['g: '] },
    ],
    'a bar that lines end at': [
      page(
        cell('g', 'Fork', ZONE, [0, 0, 400, 300]),
        cell('bar', '', MARK, [200, 60, 6, 100], 'g'),
        web,
        db,
        line('e', 'web', 'bar'),
        line('f', 'bar', 'db'),
      ),
      { nodes: ['bar:  in g', ...members], edges: ['web bar', 'bar db'] },
    ],
    'a cloud with a text': [
      page(
        cell('cloud', 'Internet', 'ellipse;shape=cloud;html=1;', [0, 0, 400, 300]),
        cell('a', 'A', BOX, [80, 80, 80, 40]),
        cell('b', 'B', BOX, [200, 80, 80, 40]),
      ),
      { nodes: ['cloud: Internet', 'a: A', 'b: B'], groups: [] },
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [file, expected]) => {
    expect(await shown(file)).toMatchObject(expected)
  })
})

describe('a node', () => {
  const cases: Readonly<Record<string, readonly [file: string, nodes: readonly string[]]>> = {
    'is an ellipse with a text on it': [
      page(
        cell('o', '', 'ellipse;html=1;', [0, 0, 120, 70]),
        cell('t', 'Log in', TEXT, [30, 20, 60, 30]),
        user,
        line('e', 'user', 'o'),
      ),
      ['o: Log in', 'user: User'],
    ],
    'keeps a label of empty paragraphs beside a text on it': [
      page(
        cell('o', '&lt;p&gt;&lt;br&gt;&lt;/p&gt;', BOX, [0, 0, 120, 70]),
        cell('t', 'Log in', TEXT, [30, 20, 60, 30]),
        user,
        line('e', 'user', 'o'),
      ),
      ['o: ', 'note t: Log in', 'user: User'],
    ],
    'has an icon over its corner': [
      page(
        cell('o', 'Database', 'ellipse;html=1;', [0, 0, 120, 70]),
        cell('i', '', IMAGE, [90, -10, 50, 50]),
        user,
        line('e', 'user', 'o'),
      ),
      ['o: Database', 'user: User'],
    ],
    'has the mark of BPMN that says what kind of task it is': [
      page(
        cell('o', 'Check order', 'rounded=1;html=1;', [0, 0, 120, 70]),
        cell('i', '', 'shape=mxgraph.bpmn.user_task;html=1;', [10, 10, 14, 14]),
        user,
        line('e', 'user', 'o'),
      ),
      ['o: Check order', 'user: User'],
    ],
    'is a small outline with a text right under it': [
      page(
        cell('s', '', 'rhombus;html=1;', [0, 0, 50, 50]),
        cell('t', 'Paid?', TEXT, [-10, 52, 70, 20]),
        user,
        line('e', 'user', 's'),
      ),
      ['s: Paid?', 'user: User'],
    ],
    'is a box with an icon in it, by the text below': [
      page(
        cell('s', '', 'shape=rect;fillColor=#198038;strokeColor=none;html=1;', [0, 0, 48, 48]),
        cell('i', '', 'shape=mxgraph.ibm_cloud.virtual-server;part=1;', [12, 12, 24, 24], 's'),
        cell('t', 'Worker', TEXT, [-10, 50, 68, 20]),
        user,
        line('e', 'user', 's'),
      ),
      ['s: Worker', 'user: User'],
    ],
    'is an outline and no more with a text under its edge, which explains a line': [
      page(
        cell('s', '', 'rhombus;html=1;', [0, 0, 50, 50]),
        cell('t', 'yes', TEXT, [28, 52, 40, 20]),
        user,
        line('e', 'user', 's'),
      ),
      ['s: ', 'note t: yes', 'user: User'],
    ],
    'has an icon beside it, and another one stays a node': [
      page(
        cell('o', 'Database', BOX, [0, 0, 120, 70]),
        cell('i', '', ICON, [110, 0, 50, 50]),
        user,
        line('e', 'user', 'o'),
      ),
      ['o: Database', 'i: S3', 'user: User'],
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [file, nodes]) => {
    expect((await shown(file)).nodes).toEqual(nodes)
  })
})

describe('an edit', () => {
  const zone = page(
    cell('g', '', ZONE, [0, 0, 400, 300]),
    cell('mark', 'Resource group', SIDE, [0, 0, 48, 48], 'g'),
    cell('inner', '', 'shape=mxgraph.ibm_cloud.group--resource;', [12, 12, 24, 24], 'mark'),
    web,
    db,
    user,
  )

  test('of a title changes the mark that says it', () => {
    const graph = readDrawio(zone).graphs[0]!
    const named = new Map([...graph.groups].map(([id, group]) => [id, { ...group, label: { text: 'Team' } }]))
    const { text } = put(zone, { ...graph, groups: named }, { format: 'drawio' })
    expect(differences(zone.replace('Resource group', 'Team'), text!)).toEqual([])
  })

  test('that takes a group away takes its mark and what is in that along', () => {
    const graph = readDrawio(zone).graphs[0]!
    const nodes = new Map([...graph.nodes].filter(([, { group }]) => group === undefined))
    const { text } = put(zone, { ...graph, groups: new Map(), nodes }, { format: 'drawio' })
    expect(shownOf(text!)).toEqual({ nodes: ['user: User'], groups: [], edges: [] })
    expect(/id="(?:mark|inner|g)"/.test(text!)).toBe(false)
  })

  test('that takes the one thing in an unseen group away takes that along', () => {
    const file = page(cell('u', '', GROUP, [0, 0, 100, 60]), cell('a', 'A', BOX, [0, 0, 100, 60], 'u'), user)
    const graph = readDrawio(file).graphs[0]!
    const nodes = new Map([...graph.nodes].filter(([id]) => id === 'user'))
    const { text } = put(file, { ...graph, nodes }, { format: 'drawio' })
    expect(differences(page(user), text!)).toEqual([])
  })
})
