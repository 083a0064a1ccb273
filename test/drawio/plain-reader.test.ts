/**
 * What a plain reader sees in a file, ours must see: the same shapes in the same boxes, the same lines between them,
 * the same words. The plain reader knows fast-xml-parser, the browser's HTML and four rules of the format.
 */
import '../setup/dom.js'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDrawio } from '../../converters/drawio/index.js'
import type { Field, Graph } from '../../src/ir/model.js'
import { type PlainCell, type PlainPage, plainPages } from './plain.js'

interface DomNode {
  readonly nodeType: number
  readonly tagName?: string
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}
const { document } = globalThis as unknown as {
  readonly document: { createElement(name: string): DomNode & { innerHTML: string } }
}

/** The lines that a browser shows of some HTML. */
function linesOf(html: string): string[] {
  const root = document.createElement('div')
  root.innerHTML = html
  const lines = ['']
  const blocks = /^(DIV|P|LI|TR|UL|OL|TABLE|PRE|H[1-6])$/
  let fresh = true
  const start = (): void => {
    if (!fresh) lines.push('')
    fresh = true
  }
  const walk = (node: DomNode): void => {
    if (node.nodeType === 3) {
      const pieces = (node.textContent ?? '').split('\n')
      pieces.forEach((piece, i) => {
        if (i > 0) lines.push('')
        lines[lines.length - 1] += piece
        if (piece !== '') fresh = false
      })
      return
    }
    const block = blocks.test(node.tagName ?? '')
    if (block) start()
    if (node.tagName === 'BR') {
      lines.push('')
      fresh = true
    }
    if (node.tagName === 'TD' && !fresh) lines[lines.length - 1] += ' '
    for (const child of node.childNodes) walk(child)
    if (block) start()
  }
  walk(root)
  return lines
}

const squeezed = (lines: readonly string[]): string =>
  lines
    .map(line => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')

const shownText = ({ label, style }: PlainCell): string =>
  squeezed(style.includes('html=1') ? linesOf(label) : label.split('\n'))

/** What the fields of a node say, those inside of others too. */
const textsOf = (fields: readonly Field[]): string[] =>
  fields.flatMap(({ text, children = [] }) => [squeezed(text.split('\n')), ...textsOf(children)])

const isOurs = (cell: PlainCell): boolean => cell.data.kind !== undefined

/** A graph beside its page: what the plain reader finds otherwise. */
function* disagreements({ cells }: PlainPage, graph: Graph): Generator<string> {
  const byId = new Map(cells.map(cell => [cell.id, cell]))
  const idOf = (cell: PlainCell): string =>
    cell.data.key ?? (isOurs(cell) ? cell.id : (cell.attributes.mermaidId ?? cell.id))
  const isShape = (cell: PlainCell): boolean => graph.nodes.has(idOf(cell)) || graph.groups.has(idOf(cell))
  const keptTexts = (graph.extras.get('drawio')?.get('cells') ?? []) as readonly string[]
  const kept = new Set(keptTexts.map(text => / id="([^"]*)"/.exec(text)?.[1]))
  /** The shape that a cell is, or that it stands in. */
  const shapeAround = (id: string | undefined): PlainCell | undefined => {
    for (let cell = byId.get(id ?? ''); cell; cell = byId.get(cell.parent)) if (isShape(cell)) return cell
    return undefined
  }
  const lines = new Map<string, number>()
  for (const cell of cells) {
    const kind = cell.data.kind
    const around = byId.get(cell.parent)
    if (cell.kind === 'edge') {
      const isLine = [cell.source, cell.target].every(id => byId.get(id ?? '')?.kind === 'vertex')
      const onLine = [cell.source, cell.target].some(
        id => byId.get(byId.get(id ?? '')?.parent ?? '')?.kind === 'edge',
      )
      if (isLine && !onLine) {
        const ends = [shapeAround(cell.source), shapeAround(cell.target)].map(end => end && idOf(end))
        const name = ends.join(' -> ')
        lines.set(name, (lines.get(name) ?? 0) + 1)
      } else if (!kept.has(cell.id)) yield `the loose line ${cell.id} is gone`
      continue
    }
    if (cell.kind !== 'vertex' || kind === 'pool' || kind === 'loop' || around?.kind === 'edge') continue
    if (!isShape(cell)) {
      const holder = graph.nodes.get(idOf(shapeAround(cell.parent) ?? cell))
      const shown = shownText(cell)
      const isField = holder?.fields && (shown === '' || textsOf(holder.fields).includes(shown))
      if (!kept.has(cell.id) && !isField) yield `${cell.id} is gone`
      continue
    }
    const shape = graph.nodes.get(idOf(cell)) ?? graph.groups.get(idOf(cell))!
    const group = 'shape' in shape ? shape.group : shape.parent
    const outer = shapeAround(cell.parent)
    if ((outer && idOf(outer)) !== group) yield `${cell.id} stands in ${group}`
    const substituted = cell.attributes.placeholders === '1'
    const task = cell.data.shape === 'task'
    const text = squeezed(shape.label.text.split('\n'))
    // Without a title of its own, a node with fields is called by what they say.
    if ('fields' in shape && shape.fields && cell.label === '') continue
    if (!substituted && !(task ? shownText(cell).startsWith(text) : shownText(cell) === text))
      yield `${cell.id} says ${shape.label.text}`
  }
  for (const { from, to } of graph.edges) {
    const name = `${from.id} -> ${to.id}`
    lines.set(name, (lines.get(name) ?? 0) - 1)
  }
  for (const [name, count] of lines) if (count !== 0) yield `${count} lines too few ${name}`
}

const files = readdirSync('corpus/drawio')
  .filter(name => name.endsWith('.drawio'))
  .map(name => `corpus/drawio/${name}`)
const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.drawio`)

test.each([...files, ...templates])('%s', path => {
  const text = readFileSync(path, 'utf8')
  const { graphs } = readDrawio(text, { infer: false, attach: false })
  const pages = plainPages(text)
  expect(graphs).toHaveLength(pages.length)
  for (const [i, graph] of graphs.entries()) expect([...disagreements(pages[i]!, graph)]).toEqual([])
})

test('what is read otherwise is found', () => {
  const text = readFileSync('corpus/drawio/nested-containers.drawio', 'utf8')
  const [page] = plainPages(text)
  const [graph] = readDrawio(text).graphs
  const nodes = new Map(graph!.nodes)
  nodes.set('4', { ...nodes.get('4')!, group: '2', label: { text: 'Other' } })
  nodes.delete('5')
  expect([...disagreements(page!, { ...graph!, nodes, edges: graph!.edges.slice(1) })]).toEqual([
    '4 stands in 2',
    '4 says Other',
    '5 is gone',
    '1 lines too few 4 -> 2',
  ])
})
