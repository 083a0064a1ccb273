/** What is said of nodes, subgraphs and edges, once all of them stand where they belong. */
import type { Kind } from '../../../src/ir/kinds.js'
import { differentLeaves, sameValue } from '../../../src/ir/leaves.js'
import { addTo, entryOf } from '../../../src/ir/lists.js'
import {
  type Edge,
  type Extras,
  edgeFields,
  type Graph,
  type Group,
  groupFields,
  type Link,
  type Node,
  nodeFields,
  type Value,
} from '../../../src/ir/model.js'
import type { Mention } from '../read/chain-places.js'
import type { Statement } from '../read/document.js'
import { dataText } from '../words/data-text.js'
import { idsOfEdges } from '../words/edge-ids.js'
import { nodeText } from '../write/labels.js'
import { clicks, declared, linkStyle, styleStatement } from '../write/statements.js'
import { edgeLink, heading } from '../write/write.js'
import { itemsOf } from './apply.js'
import { addLines, type Changes, dropItem, editsOf, noChanges } from './changes.js'
import { changeGraph } from './settings.js'
import { blocksOfId, edited, removed, type State } from './state.js'

export function withAttributes(state: State, after: Graph): State | undefined {
  const relinked = withLinks(state, after)
  if (relinked !== state) return relinked
  const about = aboutIn(state)
  const changes = noChanges(state.doc)
  for (const [id, node] of state.graph.nodes) {
    const now = after.nodes.get(id)
    if (now && differs(nodeFields, node, now)) changeNode(changes, about, node, now)
  }
  for (const [id, group] of state.graph.groups) {
    const now = after.groups.get(id)
    if (now && differs(groupFields, group, now)) changeGroup(changes, about, group, now)
  }
  const names = idsOfEdges(state.graph.edges)
  for (const [place, edge] of state.graph.edges.entries()) {
    const now = after.edges[place]
    if (now && differs(edgeFields, edge, now)) changeEdge(changes, about, edge, now, place, names[place]!)
  }
  changeGraph(changes, state.graph, after)
  const edits = editsOf(changes)
  return edits.length === 0 ? state : edited(state, edits)
}

const differs = (kind: Kind, a: unknown, b: unknown): boolean => !differentLeaves(kind, a, b).next().done

/** Other arrows, labels and ids of edges. */
function withLinks(state: State, after: Graph): State | undefined {
  const { graph } = state
  const links = new Set<number>()
  for (const [place, edge] of graph.edges.entries()) {
    const now = after.edges[place]
    if (!now) continue
    if (edgeLink(edge) !== edgeLink(now)) links.add(place)
  }
  if (links.size === 0) return state
  return removed(state, after, { relink: edge => links.has(edge) })
}

/** Which statements and mentions are about what. */
interface About {
  readonly mentions: ReadonlyMap<string, readonly (readonly [Mention, Statement])[]>
  /** `style`, `class`, `click` and `linkStyle`, by what they list. */
  readonly listed: ReadonlyMap<string, readonly Statement[]>
  readonly edges: ReadonlyMap<number, Statement>
  readonly state: State
}

function aboutIn(state: State): About {
  const mentions = new Map<string, [Mention, Statement][]>()
  const listed = new Map<string, Statement[]>()
  const edges = new Map<number, Statement>()
  for (const statement of state.doc.statements) {
    for (const mention of statement.chain?.groups.flat() ?? []) {
      addTo(mentions, mention.id, [mention, statement])
    }
    for (const item of itemsOf(state.doc, statement)) {
      const list = entryOf(listed, `${statement.rule} ${item}`, () => [])
      if (list.at(-1) !== statement) list.push(statement)
    }
    for (let edge = statement.edges[0]; edge < statement.edges[1]; edge++) edges.set(edge, statement)
  }
  return { mentions, listed, edges, state }
}

const extrasOf = ({ extras }: { readonly extras: Extras }): ReadonlyMap<string, Value> =>
  extras.get('mermaid') ?? NOTHING
const NOTHING: ReadonlyMap<string, Value> = new Map()

/** Whether one mention says of two nodes the same. */
export function saysSame(before: Node, after: Node): boolean {
  return (
    sameValue(before.label, after.label) &&
    before.shape === after.shape &&
    before.image === after.image &&
    (before.extras === after.extras || sameValue(extrasOf(before), extrasOf(after)))
  )
}

function changeNode(changes: Changes, about: About, before: Node, after: Node): void {
  const { id } = after
  const found = about.mentions.get(id) ?? []
  if (!saysSame(before, after)) declare(changes, found, after)
  changeStyle(changes, about, before, after)
  changeClasses(changes, about, id, before.classes, after.classes, true)
  if (!sameValue(before.link ?? null, after.link ?? null)) changeClicks(changes, about, id, after.link)
}

/** Says anew what a node is, where that is said first; nothing else says it any more. */
function declare(
  changes: Changes,
  found: About['mentions'] extends ReadonlyMap<string, infer F> ? F : never,
  node: Node,
): void {
  const first = found.find(([{ decorated }]) => decorated) ?? found[0]
  if (!first) return
  for (const [mention] of found) {
    const classes = mention.className === undefined ? [] : [mention.className]
    if (mention === first[0]) changes.mentions.set(mention, nodeText({ ...node, classes }))
    else if (mention.decorated)
      changes.mentions.set(mention, node.id + classes.map(name => `:::${name}`).join(''))
  }
}

function changeStyle(changes: Changes, about: About, before: Node | Group, after: Node | Group): void {
  if (sameValue(before.style, after.style)) return
  const [text] = styleStatement(after)
  const statements = about.listed.get(`Style ${after.id}`) ?? []
  for (const [place, statement] of statements.entries())
    changes.replaced.set(statement, place === 0 ? text : undefined)
  if (statements.length === 0 && text !== undefined)
    addLines(changes, 'Style', [text], lastMention(about, after.id))
}

function lastMention(about: About, id: string): number {
  return about.mentions.get(id)?.at(-1)?.[1].index ?? -1
}

/** Takes out the classes that go and adds what is new; where the order is another, all are said anew. */
function changeClasses(
  changes: Changes,
  about: About,
  id: string,
  before: readonly string[],
  after: readonly string[],
  marks: boolean,
): void {
  if (sameValue(before, after)) return
  const kept = before.filter(name => after.includes(name))
  const inOrder = kept.every((name, place) => after[place] === name)
  const goes = (name: string) => !inOrder || !after.includes(name)
  for (const statement of about.listed.get(`Class ${id}`) ?? []) {
    if (goes(classOf(statement, about))) dropItem(changes, statement, id)
  }
  for (const [mention] of marks ? (about.mentions.get(id) ?? []) : []) {
    if (mention.className === undefined || !goes(mention.className)) continue
    const text = changes.mentions.get(mention) ?? about.state.doc.text.slice(...mention.at)
    changes.mentions.set(mention, text.replace(`:::${mention.className}`, ''))
  }
  const added = inOrder ? after.slice(kept.length) : after
  const lines = added.map(name => `class ${id} ${name}`)
  addLines(changes, 'Class', lines, Number.POSITIVE_INFINITY)
}

function classOf({ tree }: Statement, { state }: About): string {
  const name = tree.children.findLast(({ rule }) => rule === 'className')
  return name ? rawOf(state, name.start, name.end) : ''
}

const rawOf = ({ doc }: State, start: number, end: number): string =>
  doc.source.marked.edited.text.slice(start, end)

function changeClicks(changes: Changes, about: About, id: string, link: Link | undefined): void {
  for (const statement of about.listed.get(`Click ${id}`) ?? []) dropItem(changes, statement, id)
  if (link) addLines(changes, 'Click', clicks(id, link), lastMention(about, id))
}

function changeGroup(changes: Changes, about: About, before: Group, after: Group): void {
  const { id } = after
  const blocks = blocksOfId(about.state.doc).get(id) ?? []
  const first = blocks.find(({ parent }) => parent?.id === after.parent) ?? blocks[0]
  if (!first) return
  if (!sameValue(before.label, after.label)) changes.replaced.set(first.heading, heading(after))
  if (before.direction !== after.direction) {
    const said = changes.doc.statements.filter(({ rule, block }) => rule === 'Direction' && block === first)
    const text = after.direction && `direction ${after.direction}`
    for (const [place, statement] of said.entries())
      changes.replaced.set(statement, place === 0 ? text : undefined)
    if (said.length === 0 && text) changes.behind.set(first.heading.index, [text])
  }
  changeStyle(changes, about, before, after)
  changeClasses(changes, about, id, before.classes, after.classes, true)
  if (!sameValue(extrasOf(before), extrasOf(after))) {
    for (const [mention] of about.mentions.get(id) ?? [])
      if (mention.decorated) changes.mentions.set(mention, id)
    const metadata = after.extras.get('mermaid')?.get('metadata')
    if (metadata instanceof Map) addLines(changes, 'Chain', [`${id}@{ ${fieldsOf(metadata)} }`], Infinity)
  }
}

function fieldsOf(values: ReadonlyMap<string, Value>): string {
  return Array.from(values, ([key, value]) => `${dataText(key)}: ${dataText(value)}`).join(', ')
}

function changeEdge(
  changes: Changes,
  about: About,
  before: Edge,
  after: Edge,
  place: number,
  name: string,
): void {
  const [was, is] = [new Map(extrasOf(before)), new Map(extrasOf(after))]
  const statement = about.edges.get(place)!
  if (!sameValue(before.style, after.style) || was.get('curve') !== is.get('curve')) {
    const text = linkStyle(String(place), is.get('curve'), declared(after.style, false))
    const said = about.listed.get(`LinkStyle ${place}`) ?? []
    const alone = text === undefined ? undefined : said.findLast(at => itemsOf(changes.doc, at).length === 1)
    for (const other of said) if (other !== alone) dropItem(changes, other, String(place))
    if (alone) changes.replaced.set(alone, text)
    else if (text !== undefined) addLines(changes, 'LinkStyle', [text], statement.index)
  }
  changeClasses(changes, about, name, before.classes, after.classes, true)
  was.delete('curve')
  is.delete('curve')
  if (!sameValue(was, is)) {
    for (const [mention] of about.mentions.get(name) ?? [])
      if (mention.decorated) changes.mentions.set(mention, name)
    if (is.size > 0) addLines(changes, 'Chain', [`${name}@{ ${fieldsOf(is)} }`], Number.POSITIVE_INFINITY)
  }
}
