/** What is drawn, checked without a browser: the XML by itself, and as maxGraph, draw.io's own descendant, loads it. */
import '../setup/dom.js'
import { readdirSync, readFileSync } from 'node:fs'
import { type Cell, GraphDataModel, ModelXmlSerializer } from '@maxgraph/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generated } from '../../scripts/bench/graphs.js'
import { writeWith } from '../../src/convert.js'
import { readWith } from '../../src/read.js'
import { formatNamed } from '../../src/registry.js'
import { diagrams } from '../generate/diagrams.js'
import { formats } from '../setup/formats.js'
import { extent, runs, sample } from '../setup/runs.js'

async function drawn(from: string, text: string): Promise<string> {
  const { graphs } = readWith(formatNamed(formats, from)!, text)
  return (await writeWith(formatNamed(formats, 'drawio')!, graphs, { from })).text
}

/** What is used of the DOM that jsdom gives. */
interface Element {
  readonly tagName: string
  readonly parentElement: Element | null
  readonly children: Iterable<Element>
  getAttribute(name: string): string | null
  getElementsByTagName(
    name: string,
  ): Iterable<Element> & { readonly length: number; readonly [i: number]: Element }
}
interface Dom {
  readonly DOMParser: new () => {
    parseFromString(text: string, type: string): Pick<Element, 'getElementsByTagName'>
  }
  readonly XMLSerializer: new () => { serializeToString(element: Element): string }
}
const { DOMParser, XMLSerializer } = globalThis as unknown as Dom

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Drawn {
  readonly id: string
  readonly parent: string
  readonly style: string
  readonly element: Element
  /** The wrapper, or the cell itself. */
  readonly outer: Element
}

const pagesOf = (text: string): Element[] => {
  const document = new DOMParser().parseFromString(text, 'text/xml')
  if (document.getElementsByTagName('parsererror').length > 0) throw new Error('not well-formed')
  return [...document.getElementsByTagName('mxGraphModel')]
}

function cellsOf(page: Element): Drawn[] {
  return [...page.getElementsByTagName('mxCell')].map(element => {
    const outer = element.parentElement?.tagName === 'object' ? element.parentElement : element
    const id = outer.getAttribute('id') ?? ''
    return {
      id,
      parent: element.getAttribute('parent') ?? '',
      style: element.getAttribute('style') ?? '',
      element,
      outer,
    }
  })
}

const geometryOf = ({ element }: Drawn): Element | undefined => element.getElementsByTagName('mxGeometry')[0]

/** draw.io's own rules for a page: what breaks them is not drawn, or empties the page. */
function* structureFaults(cells: readonly Drawn[]): Generator<string> {
  const byId = new Map(cells.map(cell => [cell.id, cell]))
  if (byId.size !== cells.length) yield 'an id twice'
  if (byId.get('0')?.parent !== '' || byId.get('1')?.parent !== '0') yield 'no root or layer'
  for (const cell of cells) {
    const { element, id, parent } = cell
    if (id === '') yield 'a cell without id'
    if (id !== '0' && !byId.has(parent)) yield `${id} stands in nothing`
    const [vertex, edge] = ['vertex', 'edge'].map(name => element.getAttribute(name) === '1')
    if (!vertex && !edge) continue
    const geometry = geometryOf(cell)
    if (geometry?.getAttribute('as') !== 'geometry') yield `${id} has no geometry`
    if (!edge) continue
    if (geometry?.getAttribute('relative') !== '1') yield `${id} is not relative`
    for (const end of ['source', 'target']) {
      if (!byId.has(element.getAttribute(end) ?? '')) yield `${id} has no ${end}`
    }
  }
}

const numberIn = (element: Element | undefined, name: string): number =>
  Number(element?.getAttribute(name) ?? 0)

/** Boxes of all vertices on the page, without labels of edges. */
function boxesOf(cells: readonly Drawn[]): Map<string, Box> {
  const byId = new Map(cells.map(cell => [cell.id, cell]))
  const boxes = new Map<string, Box>()
  const boxOf = (id: string): Box => {
    const known = boxes.get(id)
    if (known) return known
    const cell = byId.get(id)
    if (cell?.element.getAttribute('vertex') !== '1') return { x: 0, y: 0, width: 0, height: 0 }
    const [outer, own] = [boxOf(cell.parent), geometryOf(cell)]
    const box = {
      x: outer.x + numberIn(own, 'x'),
      y: outer.y + numberIn(own, 'y'),
      width: numberIn(own, 'width'),
      height: numberIn(own, 'height'),
    }
    boxes.set(id, box)
    return box
  }
  for (const { id, element, style } of cells) {
    if (element.getAttribute('vertex') === '1' && !style.startsWith('edgeLabel')) boxOf(id)
  }
  return boxes
}

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

/** What the data beside a cell say that it is. */
const kindOf = (outer: Element): string | null | undefined =>
  [...outer.children].find(({ tagName }) => tagName === 'diaglot')?.getAttribute('kind')

/** How thick the strip is in which a parent's title stands, on its upper or left side. */
function stripOf({ style, outer }: Drawn): { readonly top: number; readonly left: number } {
  const size = Number(/(?:^|;)startSize=([\d.]+)/.exec(style)?.[1] ?? 0)
  if (style.includes('swimlane'))
    return style.includes('horizontal=0') ? { top: 0, left: size } : { top: size, left: 0 }
  return kindOf(outer) === 'cluster' && outer.getAttribute('label')
    ? { top: 26, left: 0 }
    : { top: 0, left: 0 }
}

function* geometryFaults(cells: readonly Drawn[]): Generator<string> {
  const boxes = boxesOf(cells)
  const byId = new Map(cells.map(cell => [cell.id, cell]))
  const siblings = new Map<string, string[]>()
  for (const [id, box] of boxes) {
    const cell = byId.get(id)!
    if (kindOf(cell.outer) === 'loop') continue
    const list = siblings.get(cell.parent) ?? []
    siblings.set(cell.parent, [...list, id])
    const outer = boxes.get(cell.parent)
    if (!outer) continue
    const { top, left } = stripOf(byId.get(cell.parent)!)
    const inside = box.x >= outer.x + left && box.y >= outer.y + top
    const within = box.x + box.width <= outer.x + outer.width && box.y + box.height <= outer.y + outer.height
    if (!inside || !within) yield `${id} sticks out of ${cell.parent}`
  }
  for (const ids of siblings.values()) {
    const order = [...ids].sort((a, b) => boxes.get(a)!.x - boxes.get(b)!.x)
    for (const [i, a] of order.entries()) {
      for (let k = i + 1; k < order.length; k++) {
        const [one, two] = [boxes.get(a)!, boxes.get(order[k]!)!]
        if (two.x >= one.x + one.width) break
        if (!apart(one, two)) yield `${a} overlaps ${order[k]}`
      }
    }
  }
}

/** What maxGraph sees otherwise than the XML says. */
function* maxGraphFaults(page: Element, cells: readonly Drawn[]): Generator<string> {
  const model = new GraphDataModel()
  new ModelXmlSerializer(model).import(new XMLSerializer().serializeToString(page))
  const loaded = new Map<string, Cell>(Object.entries(model.cells ?? {}))
  if (loaded.size !== cells.length) yield `${loaded.size} cells instead of ${cells.length}`
  for (const { id, parent, element } of cells) {
    const cell = loaded.get(id)
    if (!cell) {
      yield `${id} is missing`
      continue
    }
    if ((cell.parent?.id ?? '') !== parent) yield `${id} stands in ${cell.parent?.id}`
    for (const end of ['source', 'target'] as const) {
      if ((cell[end]?.id ?? null) !== element.getAttribute(end)) yield `${id}: ${end} ${cell[end]?.id}`
    }
    const own = element.getElementsByTagName('mxGeometry')[0]
    if (!own) continue
    const { x, y, width, height } = cell.geometry ?? { x: Number.NaN, y: 0, width: 0, height: 0 }
    const names = ['x', 'y', 'width', 'height'] as const
    const said = names.map(name => numberIn(own, name))
    if (String([x, y, width, height]) !== String(said)) yield `${id} lies at ${x} ${y}`
    const points = [...own.getElementsByTagName('Array')].flatMap(array => [...array.children])
    const given = points.map(point => [numberIn(point, 'x'), numberIn(point, 'y')])
    if (String(given) !== String((cell.geometry?.points ?? []).map(point => [point.x, point.y])))
      yield `${id} runs otherwise`
  }
}

function faultsOf(text: string): string[] {
  return pagesOf(text).flatMap(page => {
    const cells = cellsOf(page)
    return [...structureFaults(cells), ...geometryFaults(cells), ...maxGraphFaults(page, cells)]
  })
}

const files = (folder: string, extension: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .map(name => `${folder}/${name}`)
const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.fz`)

describe('every file of the corpus, drawn', () => {
  const all = [
    ...templates.map(path => ['flowzap', path]),
    ...files('corpus/mermaid', '.mmd').map(path => ['mermaid', path]),
    ...files('corpus/dot', '.gv').map(path => ['dot', path]),
    ...files('corpus/nested', '.mmd').map(path => ['mermaid', path]),
    ...files('corpus/nested', '.gv').map(path => ['dot', path]),
  ]
  test.each(sample(all, 24))('%s %s', async (from, path) => {
    expect(faultsOf(await drawn(from!, readFileSync(path!, 'utf8')))).toEqual([])
  })
})

describe('generated diagrams, drawn', () => {
  test.each(
    (['flowzap', 'mermaid', 'dot'] as const).flatMap(from =>
      (extent === 'long' ? [10, 60, 200] : [10]).map(edges => [from, edges] as const),
    ),
  )('%s with %i edges', async (from, edges) => {
    expect(faultsOf(await drawn(from, generated(from, edges)))).toEqual([])
  })
})

describe('records and tables, drawn', () => {
  const fields = [
    'a [shape=record, label="<x> one|{two|{<y> three|four}|five}"]',
    'b [shape=Mrecord, label="{<x> title|{left|<y> right}}", penwidth=3]',
    'c [shape=plain, label=<<TABLE><TR><TD>head</TD></TR><TR><TD PORT="x">k</TD><TD PORT="y">a long value</TD></TR></TABLE>>]',
    'd [shape=cylinder, label=<<TABLE><TR><TD PORT="x">1</TD><TD PORT="y">2</TD></TR></TABLE>>]',
  ].join('; ')
  const lines = 'a:x -> b:y; a:y -> c:y; b:x -> d:x; c:x -> d:y; d:y -> a:x; c:x -> c:y; b -> b:x'
  test.each(['TB', 'BT', 'LR', 'RL'])('%s', async direction => {
    const text = await drawn('dot', `digraph { rankdir=${direction}; ${fields}; ${lines} }`)
    expect(faultsOf(text)).toEqual([])
    expect(text.match(/ (source|target)="[a-d]-/g)).toHaveLength(13)
  })
  test('in clusters', async () => {
    const text = await drawn('dot', `digraph { subgraph cluster_1 { ${fields} } ${lines}; a:y -> e }`)
    expect(faultsOf(text)).toEqual([])
  })
})

test('generated diagrams with lanes, nested groups, sides and loops, in all directions', async () => {
  await fc.assert(
    fc.asyncProperty(diagrams, async graph => {
      expect(faultsOf((await writeWith(formatNamed(formats, 'drawio')!, [graph])).text)).toEqual([])
    }),
    { seed: 3, numRuns: runs(80) },
  )
})

test('what is wrong is found', () => {
  const page = (cells: string) =>
    `<mxfile><diagram><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`
  const box = (id: string, parent: string, at: string) => {
    const [x, y, width, height] = at.split(' ')
    return `<mxCell id="${id}" style="swimlane;startSize=20" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
  }
  expect(faultsOf(page(box('a', '1', '0 0 80 80') + box('b', '1', '90 0 80 80')))).toEqual([])
  expect(faultsOf(page(box('a', '1', '0 0 80 80') + box('b', '1', '70 0 80 80')))).toEqual(['a overlaps b'])
  expect(faultsOf(page(box('a', '1', '0 0 80 80') + box('b', 'a', '10 10 20 20')))).toEqual([
    'b sticks out of a',
  ])
  expect(faultsOf(page('<mxCell id="e" edge="1" parent="1"/>'))).toEqual([
    'e has no geometry',
    'e is not relative',
    'e has no source',
    'e has no target',
  ])
})

test('what came from Mermaid carries its id there', async () => {
  expect(await drawn('mermaid', 'flowchart LR\n a[x] --> b')).toContain(
    '<diaglot kind="node" shape="rectangle" mermaidId="a"/>',
  )
  expect(await drawn('dot', 'digraph { a -> b }')).not.toContain('mermaidId')
})

test('a group that no line crosses keeps its direction, one that a line crosses does not', async () => {
  const boxes = async (more: string) => {
    const text = await drawn(
      'mermaid',
      `flowchart LR\n subgraph g\n direction TB\n a --> b\n end\n g --> c\n ${more}`,
    )
    const all = pagesOf(text).flatMap(page => [...boxesOf(cellsOf(page))])
    return new Map(all)
  }
  const own = await boxes('')
  expect(own.get('b')!.y).toBeGreaterThan(own.get('a')!.y + own.get('a')!.height)
  const crossed = await boxes('b --> c')
  expect(crossed.get('b')!.x).toBeGreaterThan(crossed.get('a')!.x + crossed.get('a')!.width)
})
