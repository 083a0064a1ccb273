/** The subgraphs that a graph is written with, each with what is written in it: the graph itself is the outermost. */

import { addTo, entryOf } from '../../../src/ir/lists.js'
import type { Graph } from '../../../src/ir/model.js'
import { withExtras } from '../words/attributes.js'
import { graphAttributes, groupAttributes } from '../words/group-attributes.js'
import { clusterName, writtenNames } from '../words/names.js'
import type { Attributes } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import type { Entry } from '../words/tree.js'
import { keptTree } from './tree.js'

export interface Level {
  readonly group?: string
  /** Left out for the graph and for anonymous subgraphs. */
  readonly name?: Atom
  readonly attributes: Attributes
  readonly parent: Level | undefined
  readonly children: Level[]
  /** Nodes that are declared here, in the graph's order. */
  readonly nodes: string[]
  /** Nodes that are declared elsewhere and belong here too. */
  readonly mentions: string[]
  /** An invisible node for edges that end at a cluster without nodes. */
  anchor?: string
  readonly edges: number[]
  /** Attributes that are written behind the subgraphs, although it does not matter to them. */
  readonly after: ReadonlySet<string>
  /** Whether clusters without a label show the label of this one. */
  readonly passes: boolean
}

export function hasGroupEnds({ edges }: Pick<Graph, 'edges'>): boolean {
  return edges.some(({ from, to }) => from.kind === 'group' || to.kind === 'group')
}

/**
 * The levels of a graph: its groups, and the other subgraphs that its extras tell of.
 * @param apart whether nodes are declared in their group in any case, and other subgraphs only name them
 */
export function levelsOf(graph: Graph, apart = false): Level {
  const own = graph.extras.get('dot')
  const attributes = withExtras(graphAttributes(graph, hasGroupEnds(graph)), own)
  const after = own?.get('after')
  const root = newLevel(undefined, attributes, {
    passes: own?.get('passes') === true,
    after: new Set(Array.isArray(after) ? after.filter(name => typeof name === 'string') : []),
  })
  const groups = new Map<string, Level>()
  const named = writtenNames(graph)
  const entries = keptTree(graph)
  const build: Build = { graph, groups, names: named, root }
  for (const entry of entries) addEntry(entry, root, build)
  addMissingGroups(build)
  placeNodes(build, entries, apart)
  placeEdges(build, entries)
  return root
}

interface Build {
  readonly graph: Graph
  readonly groups: Map<string, Level>
  readonly names: ReadonlyMap<string, string>
  readonly root: Level
}

/** The levels of the entries, to find them again. */
const levelOfEntry = new WeakMap<Entry, Level>()

const NONE: ReadonlySet<string> = new Set()

function newLevel(parent: Level | undefined, attributes: Attributes, more: Partial<Level> = {}): Level {
  return {
    parent,
    attributes,
    children: [],
    nodes: [],
    mentions: [],
    edges: [],
    after: NONE,
    passes: false,
    ...more,
  }
}

function groupLevel(id: string, parent: Level | undefined, { graph, names }: Build): Level {
  const group = graph.groups.get(id)!
  const attributes = withExtras(groupAttributes(group), group.extras.get('dot'))
  const name = names.get(id) ?? clusterName(id)
  return newLevel(parent, attributes, {
    group: id,
    passes: group.extras.get('dot')?.get('passes') === true,
    ...(name !== '' && { name: { text: name } }),
  })
}

function addEntry(entry: Entry, parent: Level, build: Build): void {
  const { group, name, attributes } = entry
  const level =
    group !== undefined
      ? groupLevel(group, parent, build)
      : newLevel(parent, attributes, { ...(name && { name }) })
  if (group !== undefined) build.groups.set(group, level)
  levelOfEntry.set(entry, level)
  parent.children.push(level)
  for (const inner of entry.subgraphs) addEntry(inner, level, build)
}

/** Groups that no entry tells of stand among the groups beside them in the graph's order. */
function addMissingGroups(build: Build): void {
  const { graph, groups, root } = build
  const missing = new Map(
    [...graph.groups.values()]
      .filter(({ id }) => !groups.has(id))
      .map(({ id }) => [id, groupLevel(id, undefined, build)]),
  )
  if (missing.size === 0) return
  for (const [id, level] of missing) groups.set(id, level)
  /** By level those that come in behind each of its own, or before all of them. */
  const coming = new Map<Level, Map<Level | undefined, Level[]>>()
  const last = new Map<Level, Level>()
  for (const { id, parent } of graph.groups.values()) {
    const level = groups.get(id)!
    const outer = (parent === undefined ? undefined : groups.get(parent)) ?? root
    if (!missing.has(id)) {
      last.set(outer, childOf(outer, level))
      continue
    }
    ;(level as { parent: Level | undefined }).parent = outer
    const lists = entryOf(coming, outer, () => new Map())
    addTo(lists, last.get(outer), level)
  }
  for (const [outer, lists] of coming) {
    const children = [...outer.children]
    outer.children.length = 0
    const isLast = !last.has(outer)
    if (!isLast) outer.children.push(...(lists.get(undefined) ?? []))
    for (const child of children) outer.children.push(child, ...(lists.get(child) ?? []))
    if (isLast) outer.children.push(...(lists.get(undefined) ?? []))
  }
}

/** The level in another one in which a level stands, or which it is. */
function childOf(outer: Level, level: Level): Level {
  let at = level
  while (at.parent && at.parent !== outer) at = at.parent
  return at
}

/** A node is declared in its group; a subgraph of that group that is no cluster and holds it comes first. */
function placeNodes({ graph, groups, root }: Build, entries: readonly Entry[], apart: boolean): void {
  const homeOf = (id: string) => groups.get(graph.nodes.get(id)?.group ?? '') ?? root
  const places = new Map<string, Level>()
  const visit = (list: readonly Entry[], cluster: Level) => {
    for (const entry of list) {
      const level = levelOfEntry.get(entry)!
      const around = entry.group === undefined ? cluster : level
      for (const id of entry.nodes) {
        const isHere = !apart && entry.group === undefined && homeOf(id) === cluster && !places.has(id)
        if (isHere) places.set(id, level)
        else level.mentions.push(id)
      }
      visit(entry.subgraphs, around)
    }
  }
  visit(entries, root)
  for (const { id, group } of graph.nodes.values()) {
    const home = group === undefined ? root : (groups.get(group) ?? root)
    ;(places.get(id) ?? home).nodes.push(id)
  }
}

function placeEdges({ graph, root }: Build, entries: readonly Entry[]): void {
  const owned = new Set<number>()
  const visit = (list: readonly Entry[]) => {
    for (const entry of list) {
      for (const place of entry.edges) {
        levelOfEntry.get(entry)!.edges.push(place)
        owned.add(place)
      }
      visit(entry.subgraphs)
    }
  }
  visit(entries)
  for (const place of graph.edges.keys()) if (!owned.has(place)) root.edges.push(place)
}
