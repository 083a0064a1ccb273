/** Ids that the target can write: nodes before groups, a clash gets `_2`; in some formats nodes are numbered. */

import type { Numbered } from '../../capabilities.js'
import { blocksOf } from '../../ir/blocks.js'
import { byId } from '../../ir/build.js'
import type { Path } from '../../ir/change.js'
import { addTo } from '../../ir/lists.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { numberIn } from '../foreign.js'
import { edgeId } from './edge-messages.js'
import { renamed, repairOf } from './node-messages.js'

export function lowerIds(editor: Editor): void {
  const { ids } = editor.target.capabilities
  const nodes = nodesOf(editor).map(({ id }) => id)
  const groups = groupsInOrder(editor)
  const nodeNames =
    typeof ids.node === 'object' ? numbers(editor, ids.node, groups) : free(nodes, ids.node, new Set())
  const taken = ids.shared ? new Set(nodes.map(id => nodeNames.get(id) ?? id)) : new Set<string>()
  const groupNames = free(groups, groupRule(editor), taken)
  rename(editor, 'nodes', nodeNames)
  rename(editor, 'groups', groupNames)
  lowerEdgeIds(editor)
}

/** The ids of groups, those in a group behind it: over the whole graph they have no order that means anything. */
function groupsInOrder(editor: Editor): string[] {
  const groups = byId(groupsOf(editor))
  return [...blocksOf({ nodes: new Map(), groups })].flatMap(step =>
    step.kind === 'open' ? [step.group.id] : [],
  )
}

/** The nearest id for a group; for one that was drawn for another format, made from its title where it has no name. */
function groupRule({ target: { capabilities }, foreign, source }: Editor): 'any' | ((id: string) => string) {
  const { ids, customs } = capabilities
  const rule = ids.group
  if (rule === 'any') return rule
  return id => {
    const title = customs && foreign.groups.has(id) ? source.groups.get(id)?.label.text : undefined
    // A group without a name is none: edges could not say that they end there.
    return (title === undefined ? rule(id) : customs?.groupId(id, title)) || 'group'
  }
}

/** Ids of edges, after those of nodes and groups: where all must differ, an edge's is the one that gives way. */
function lowerEdgeIds(editor: Editor): void {
  const { edge: rules, ids } = editor.target.capabilities
  const { edges } = editor.draft
  const names = edges.map(({ id }) => rules.id?.(id))
  if (ids.uniqueEdges) makeUnique(editor, names, rules.id)
  for (const [place, edge] of edges.entries()) {
    const id = names[place]
    if (id === edge.id) continue
    change(editor, edgeId({ edge, id }, edge.at), [[['edges', place, 'id'], id]])
  }
}

/** An id that can stay as it is does, before any other edge gets it. */
function makeUnique(
  editor: Editor,
  names: (string | undefined)[],
  nearest: ((id: string | undefined) => string | undefined) | undefined,
): void {
  if (names.every(name => name === undefined)) return
  const taken = new Set([...nodesOf(editor), ...groupsOf(editor)].map(({ id }) => id))
  const waiting: number[] = []
  for (const [place, name] of names.entries()) {
    if (name === undefined) continue
    if (name === editor.draft.edges[place]?.id && !taken.has(name)) taken.add(name)
    else waiting.push(place)
  }
  for (const place of waiting) {
    const base = names[place] as string
    let name = base
    for (let n = 2; taken.has(name); n++) name = nearest?.(`${base}_${n}`) ?? `${base}_${n}`
    taken.add(name)
    names[place] = name
  }
}

/** New names for the ids that cannot stay. An id that can be written as it is keeps its name before any other gets it. */
function free(
  ids: readonly string[],
  rule: 'any' | ((id: string) => string),
  taken: ReadonlySet<string>,
): Map<string, string> {
  const nearest = rule === 'any' ? (id: string) => id : rule
  const used = new Set(taken)
  const names = new Map<string, string>()
  const waiting: string[] = []
  for (const id of ids) {
    if (nearest(id) === id && !used.has(id)) used.add(id)
    else waiting.push(id)
  }
  const counts = new Map<string, number>()
  for (const id of waiting) {
    const base = nearest(id)
    let name = base
    let count = counts.get(base) ?? 1
    while (used.has(name)) name = nearest(`${base}_${++count}`)
    counts.set(base, count)
    used.add(name)
    names.set(id, name)
  }
  return names
}

/**
 * `n1` … `nN`. Ids that are the target's own stay where they can, so that a node that a person adds to a text keeps its number
 * beside nodes with other names; those take the lowest numbers that are free, lane by lane. Then gaps are closed.
 */
function numbers(editor: Editor, rule: Numbered, groups: readonly string[]): Map<string, string> {
  const nodes = nodesOf(editor)
  const lanes = new Map(groups.map((id, place) => [id, place]))
  const laneOf = (place: number) => lanes.get(nodes[place]?.group ?? '') ?? -1
  const numberOf = nodes.map(({ id }) => numberIn(id, rule))
  const taken = new Set(numberOf)
  const others = [...numberOf.keys()].filter(place => numberOf[place] === undefined)
  let next = 1
  for (const place of others.sort((a, b) => laneOf(a) - laneOf(b) || a - b)) {
    while (taken.has(next)) next++
    numberOf[place] = next++
  }
  const order = [...numberOf.keys()].sort((a, b) => (numberOf[a] ?? 0) - (numberOf[b] ?? 0))
  const names = new Map<string, string>()
  for (const [place, index] of order.entries()) {
    const id = nodes[index]?.id ?? ''
    const name = `${rule.numbered}${place + 1}`
    if (id !== name) names.set(id, name)
  }
  return names
}

/** Everything that refers to an element by its id, as leaf paths. */
function references(editor: Editor, collection: 'nodes' | 'groups'): Map<string, Path[]> {
  const found = new Map<string, Path[]>()
  const refer = (id: string | undefined, path: Path) => {
    if (id === undefined) return
    addTo(found, id, path)
  }
  for (const [place, edge] of editor.draft.edges.entries()) {
    for (const name of ['from', 'to'] as const) {
      if (edge[name].kind === (collection === 'nodes' ? 'node' : 'group')) {
        refer(edge[name].id, ['edges', place, name, 'id'])
      }
    }
  }
  for (const [place, loop] of editor.draft.loops.entries()) {
    if (collection === 'groups') refer(loop.group, ['loops', place, 'group'])
    else for (const id of new Set(loop.nodes)) refer(id, ['loops', place, 'nodes'])
  }
  if (collection === 'groups') {
    for (const node of nodesOf(editor)) refer(node.group, ['nodes', node.id, 'group'])
    for (const group of groupsOf(editor)) refer(group.parent, ['groups', group.id, 'parent'])
  }
  return found
}

/** Renames in an order in which each new name is free; where names go round in a circle, one waits under another name. */
function rename(editor: Editor, collection: 'nodes' | 'groups', names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return
  const paths = references(editor, collection)
  const table = editor.draft[collection]
  /** The name under which an element that has yet to be renamed stands now. */
  const present = new Map<string, string>()
  const waiting = new Set(names.keys())
  const settle = (id: string, name: string) => {
    renameOne(editor, collection, { original: id, from: present.get(id) ?? id, to: name }, paths)
    waiting.delete(id)
  }
  for (const start of names.keys()) {
    const chain: string[] = []
    let id: string | undefined = start
    while (id !== undefined && waiting.has(id) && !chain.includes(id)) {
      chain.push(id)
      const target: string = names.get(id) ?? ''
      id = table.slotOf.has(target) ? target : undefined
    }
    if (id !== undefined && chain.includes(id)) {
      const aside = asideName(table.slotOf, id)
      renameOne(editor, collection, { original: id, from: id, to: aside }, paths)
      present.set(id, aside)
    }
    for (const each of chain.reverse()) settle(each, names.get(each) ?? each)
  }
}

function asideName(taken: ReadonlyMap<string, number>, id: string): string {
  let name = `${id}~`
  while (taken.has(name)) name += '~'
  return name
}

interface Renaming {
  readonly original: string
  readonly from: string
  readonly to: string
}

function renameOne(
  editor: Editor,
  collection: 'nodes' | 'groups',
  { original, from, to }: Renaming,
  paths: ReadonlyMap<string, readonly Path[]>,
): void {
  const element = editor.draft[collection].slots[editor.draft[collection].slotOf.get(from) ?? -1]
  const { loops } = editor.draft
  const edits = (paths.get(original) ?? []).map((path): [Path, unknown] => {
    if (path[0] !== 'loops' || path[2] !== 'nodes') return [path, to]
    return [path, loops[Number(path[1])]?.nodes.map(id => (id === from ? to : id))]
  })
  const what = collection === 'nodes' ? 'node' : 'group'
  const repair = repairOf(editor.target.capabilities, collection)
  const said = renamed({ title: editor.target.title, what, id: original, name: to, repair }, element?.at)
  change(editor, said, [[[collection, from, 'id'], to], ...edits])
}
