/**
 * The graph that a page is to show: what its source says, in the look and the places that the page has, and
 * with what a person added there.
 */

import type { Graph, Group, Node } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { RawCell } from '../document/raw.js'
import type { PageCells } from '../read/read.js'
import { inFileOf } from '../words/in-file.js'
import { fieldMerger } from './fields.js'
import { matchLoops } from './match.js'
import { mergeEdges } from './merge-edges.js'
import { mergeLabel, mergeLink, mergeStyle, nameIn, type Say } from './merge-parts.js'
import * as words from './messages.js'
import { isPersons } from './owner.js'
import { withPersonsFields } from './persons-fields.js'

export interface Merged {
  readonly graph: Graph
  /** For each edge and loop of the graph its place on the page as it was; none for new ones. */
  readonly edgeFrom: readonly (number | undefined)[]
  readonly loopFrom: readonly (number | undefined)[]
  /** Nodes and groups that stood in another group. */
  readonly moved: ReadonlySet<Node | Group>
  readonly messages: readonly Message[]
}

/** @param base the page as it is, read with its geometry */
export function mergeGraph(base: Graph, source: Graph, cells: PageCells): Merged {
  const messages: Message[] = []
  const say: Say = said => messages.push(said)
  const moved = new Set<Node | Group>()
  const groups = new Map<string, Group>()
  for (const group of source.groups.values()) {
    const old = base.groups.get(group.id)
    const merged = old ? mergeGroup(old, group, cells.groups.get(group.id), base, source, say) : group
    groups.set(group.id, merged)
    if (!old) say(words.added({ what: `The group ${nameIn(group)}` }))
    else if (old.parent !== merged.parent) moved.add(merged)
  }
  const nodes = new Map<string, Node>()
  const withFields = fieldMerger(base, source, cells, say)
  for (const node of source.nodes.values()) {
    const old = base.nodes.get(node.id)
    const whole = old ? withPersonsFields(old, node, cells, say) : node
    const merged = old
      ? withFields(old, mergeNode(old, whole, cells.nodes.get(node.id), base, source, say))
      : node
    nodes.set(node.id, merged)
    if (!old) say(words.added({ what: `The node ${nameIn(node)}` }))
    else if (old.group !== merged.group) moved.add(merged)
  }
  addPersons(base, cells, groups, nodes, say)
  const { edges, edgeFrom } = mergeEdges(base, source, cells, { nodes, groups }, say)
  const loopFrom = matchLoops(base, source)
  const title = source.title ?? base.title
  const link = mergeLink(base.link, source.link)
  if (source.title !== undefined && base.title !== undefined && source.title !== base.title)
    say(words.pageRenamed({ page: base.title, title: source.title }))
  const graph: Graph = {
    ...source,
    ...(title !== undefined && { title }),
    ...(link && { link }),
    style: mergeStyle(base.style, source.style, 'The page', say),
    extras: base.extras,
    ...inFileOf(base),
    groups,
    nodes,
    edges,
    loops: source.loops.map((loop, i) => ({
      ...loop,
      extras: base.loops[loopFrom[i] ?? -1]?.extras ?? loop.extras,
    })),
  }
  return { graph, edgeFrom, loopFrom, moved, messages }
}

/** The properties that FlowZap knows are the source's, and so are those that it names. */
const SOURCES = new Set(['owner', 'description', 'system'])

function mergeNode(
  old: Node,
  node: Node,
  cell: RawCell | undefined,
  base: Graph,
  source: Graph,
  say: Say,
): Node {
  const what = `The node ${nameIn(node)}`
  const properties = new Map(node.properties)
  for (const [key, value] of old.properties) {
    if (!SOURCES.has(key) && !properties.has(key)) properties.set(key, value)
  }
  if (old.shape !== node.shape) say(words.reshaped({ what, drawn: old.shape, shape: node.shape }))
  const link = mergeLink(old.link, node.link)
  const image = node.image ?? old.image
  const group = groupFor(old.group, node.group, base, source, what, say)
  const { group: _, ...rest } = node
  return {
    ...rest,
    ...hiddenOf(old, node, cell),
    label: mergeLabel(old.label, node.label, what, say),
    style: mergeStyle(old.style, node.style, what, say),
    properties,
    extras: old.extras,
    ...inFileOf(old),
    ...(link && { link }),
    ...(image !== undefined && { image }),
    ...(group !== undefined && { group }),
  }
}

/** What a person hid stays so: most formats cannot say that of a node or group. */
const hiddenOf = (old: Node | Group, now: Node | Group, cell: RawCell | undefined): { hidden?: true } =>
  now.hidden || (old.hidden && cell && isPersons(cell)) ? { hidden: true } : {}

/** What a person drew as a lane stays one: most formats have none. */
const kindOf = (old: Group, now: Group, cell: RawCell | undefined): Pick<Group, 'kind' | 'hidden'> => ({
  kind: cell && isPersons(cell) ? old.kind : now.kind,
  ...hiddenOf(old, now, cell),
})

function mergeGroup(
  old: Group,
  group: Group,
  cell: RawCell | undefined,
  base: Graph,
  source: Graph,
  say: Say,
): Group {
  const what = `The group ${nameIn(group)}`
  const link = mergeLink(old.link, group.link)
  const parent = groupFor(old.parent, group.parent, base, source, what, say)
  const { parent: _, ...rest } = group
  return {
    ...rest,
    ...kindOf(old, group, cell),
    label: mergeLabel(old.label, group.label, what, say),
    style: mergeStyle(old.style, group.style, what, say),
    extras: old.extras,
    ...inFileOf(old),
    ...(link && { link }),
    ...(parent !== undefined && { parent }),
  }
}

/** The source's group; a box that a person drew around things inside of it stays around them. */
function groupFor(
  old: string | undefined,
  wanted: string | undefined,
  base: Graph,
  source: Graph,
  what: string,
  say: Say,
): string | undefined {
  if (old === wanted) return wanted
  const passed = new Set<string>()
  let known = old
  while (known !== undefined && !source.groups.has(known) && !passed.has(known)) {
    passed.add(known)
    known = base.groups.get(known)?.parent
  }
  if (known === wanted) return old
  say(words.movedTo({ what, drawn: old, group: wanted }))
  return wanted
}

/** Adds what a person drew, and says what is no longer there. */
function addPersons(
  base: Graph,
  cells: PageCells,
  groups: Map<string, Group>,
  nodes: Map<string, Node>,
  say: Say,
): void {
  const own: Group[] = []
  for (const group of base.groups.values()) {
    if (groups.has(group.id)) continue
    const cell = cells.groups.get(group.id)
    if (cell && isPersons(cell)) own.push(group)
    else say(words.removed({ what: `The group ${nameIn(group)}` }))
  }
  const kept = new Set([...groups.keys(), ...own.map(({ id }) => id)])
  const standing = (id: string | undefined): string | undefined => {
    let up = id
    for (let steps = base.groups.size; up !== undefined && !kept.has(up) && steps >= 0; steps--)
      up = base.groups.get(up)?.parent
    return up !== undefined && kept.has(up) ? up : undefined
  }
  for (const { parent, ...group } of own) {
    const up = standing(parent)
    groups.set(group.id, { ...group, ...(up !== undefined && { parent: up }) })
  }
  // A box that a source's group no longer has around it, stands where its own box stands.
  for (const [id, group] of groups) {
    if (group.parent === undefined || kept.has(group.parent)) continue
    const { parent, ...rest } = group
    const up = standing(parent)
    groups.set(id, { ...rest, ...(up !== undefined && { parent: up }) })
  }
  for (const { group, ...node } of base.nodes.values()) {
    if (nodes.has(node.id)) continue
    const cell = cells.nodes.get(node.id)
    if (!cell || !isPersons(cell)) {
      say(words.removed({ what: `The node ${nameIn(node)}` }))
      continue
    }
    const up = standing(group)
    nodes.set(node.id, { ...node, ...(up !== undefined && { group: up }) })
  }
}
