/**
 * Edits of a small graph that say by themselves what they touch: an account of conflicts that knows nothing of how graphs are
 * compared, paired or merged.
 */
import fc from 'fast-check'
import { makeEdge, makeGraph, makeGroup, makeNode, nodeEnd, plain } from '../../src/ir/build.js'
import type { Edge, Graph, Node } from '../../src/ir/model.js'

const NODES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']
const GROUPS = ['east', 'west', 'inner']
const WORDS = ['Order', 'Pay', 'Ship', 'Check']
const SHAPES = ['circle', 'diamond', 'stadium'] as const
const COLOURS = ['#ff0000', '#00aa00']
const LINES = ['dashed', 'thick'] as const

/** Every base is this graph without some of its edges. */
export const bases: fc.Arbitrary<Graph> = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 7, selector: pair => pair.join() })
  .map(pairs => {
    const places = ['east', 'east', 'west', 'inner', undefined, 'west']
    const nodes = NODES.map((id, i): [string, Node] => {
      const group = places[i]
      return [id, makeNode({ id, shape: 'rectangle', label: plain(`${id} here`), ...(group && { group }) })]
    })
    const groups = GROUPS.map(
      id =>
        [
          id,
          makeGroup({ id, kind: 'cluster', label: plain(id), ...(id === 'inner' && { parent: 'east' }) }),
        ] as const,
    )
    const edges = pairs.map(([a, b]) =>
      makeEdge({ from: nodeEnd(NODES[a]!), to: nodeEnd(NODES[b]!, 'normal'), label: plain('goes') }),
    )
    return makeGraph({ directed: true, nodes: new Map(nodes), groups: new Map(groups), edges })
  })

const kinds = [
  'label',
  'shape',
  'fill',
  'move',
  'group label',
  'edge label',
  'line',
  'title',
  'remove node',
  'remove edge',
  'remove group',
  'add node',
  'add edge',
] as const

export interface Edit {
  readonly kind: (typeof kinds)[number]
  readonly at: number
  readonly to: number
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(20), to: fc.nat(20) }),
  { minLength: 1, maxLength: 4 },
)

/** What a side did: fields with their new values, what it took away, and what it hung something on. */
export interface Account {
  graph: Graph
  readonly fields: Map<string, string>
  readonly removed: Set<string>
  readonly attached: Map<string, Set<string>>
}

const keyOf = ({ from, to }: Edge): string => `edges/${from.id}>${to.id}`

/**
 * @param side its name is in what it adds, so that both sides never add the same
 * @param start the graph that is edited, where that is one in which the base was edited before
 */
export function done(base: Graph, list: readonly Edit[], side: string, start = base): Account {
  const account: Account = { graph: start, fields: new Map(), removed: new Set(), attached: new Map() }
  for (const [number, edit] of list.entries()) make(account, base, edit, `${side}${'abcd'[number]}`)
  return account
}

function make(account: Account, base: Graph, { kind, at, to }: Edit, name: string): void {
  const { graph, fields } = account
  const node = [...graph.nodes.values()].filter(({ id }) => base.nodes.has(id))[at % 6]
  const groups = [...graph.groups.keys()]
  const edges = graph.edges.filter(edge => base.edges.some(other => keyOf(other) === keyOf(edge)))
  const edge = edges[at % Math.max(edges.length, 1)]
  const setNode = (id: string, field: string, value: string, change: (node: Node) => Node) => {
    fields.set(`nodes/${id}/${field}`, value)
    account.graph = {
      ...graph,
      nodes: new Map([...graph.nodes].map(([key, each]) => [key, key === id ? change(each) : each])),
    }
  }
  const setEdge = (field: string, value: string, change: (edge: Edge) => Edge) => {
    if (!edge) return
    fields.set(`${keyOf(edge)}/${field}`, value)
    account.graph = { ...graph, edges: graph.edges.map(each => (each === edge ? change(each) : each)) }
  }
  const attach = (what: string, by: string) => {
    const known = account.attached.get(what) ?? new Set()
    account.attached.set(what, known.add(by))
  }
  if (kind === 'title') {
    fields.set('title', WORDS[to % 4]!)
    account.graph = { ...graph, title: WORDS[to % 4]! }
  } else if (kind === 'label' && node)
    setNode(node.id, 'label', WORDS[to % 4]!, each => ({ ...each, label: plain(WORDS[to % 4]!) }))
  else if (kind === 'shape' && node)
    setNode(node.id, 'shape', SHAPES[to % 3]!, each => ({ ...each, shape: SHAPES[to % 3]! }))
  else if (kind === 'fill' && node)
    setNode(node.id, 'fill', COLOURS[to % 2]!, each => ({
      ...each,
      style: { ...each.style, fill: COLOURS[to % 2]! },
    }))
  else if (kind === 'move' && node) {
    const group = groups[to % Math.max(groups.length, 1)]
    // To where it was, nothing is moved.
    if (group === undefined || base.nodes.get(node.id)!.group === group) return
    for (const by of account.attached.values()) by.delete(`move ${node.id}`)
    setNode(node.id, 'group', group, each => ({ ...each, group }))
    attach(`groups/${group}`, `move ${node.id}`)
  } else if (kind === 'group label') {
    const id = groups[at % Math.max(groups.length, 1)]
    if (id === undefined) return
    fields.set(`groups/${id}/label`, WORDS[to % 4]!)
    const group = { ...graph.groups.get(id)!, label: plain(WORDS[to % 4]!) }
    account.graph = {
      ...graph,
      groups: new Map([...graph.groups].map(([key, each]) => [key, key === id ? group : each])),
    }
  } else if (kind === 'edge label')
    setEdge('label', WORDS[to % 4]!, each => ({ ...each, label: plain(WORDS[to % 4]!) }))
  else if (kind === 'line') setEdge('line', LINES[to % 2]!, each => ({ ...each, line: LINES[to % 2]! }))
  else if (kind === 'remove edge' && edge) {
    account.removed.add(keyOf(edge))
    account.graph = { ...graph, edges: graph.edges.filter(each => each !== edge) }
  } else if (kind === 'remove node' && node) {
    account.removed.add(`nodes/${node.id}`)
    const touches = ({ from, to: end }: Edge) => from.id === node.id || end.id === node.id
    for (const each of base.edges) if (touches(each)) account.removed.add(keyOf(each))
    for (const by of account.attached.values()) {
      by.delete(`move ${node.id}`)
      for (const each of graph.edges) if (touches(each)) by.delete(`edge ${each.label.text}`)
    }
    const nodes = new Map(graph.nodes)
    nodes.delete(node.id)
    account.graph = { ...graph, nodes, edges: graph.edges.filter(each => !touches(each)) }
  } else if (kind === 'remove group') removeGroup(account, base, groups[at % Math.max(groups.length, 1)])
  else if (kind === 'add node') {
    const group = groups[to % Math.max(groups.length, 1)]
    const fresh = makeNode({
      id: name,
      shape: 'rectangle',
      label: plain(`new ${name}`),
      ...(group && { group }),
    })
    if (group) attach(`groups/${group}`, `node ${name}`)
    account.graph = { ...graph, nodes: new Map([...graph.nodes, [name, fresh]]) }
  } else if (kind === 'add edge') {
    const [a, b] = [NODES[at % 6]!, NODES[to % 6]!]
    if (!graph.nodes.has(a) || !graph.nodes.has(b)) return
    const own = graph.edges.filter(({ label }) => label.text.startsWith(name[0]!) && label.text.length === 2)
    if ([...base.edges, ...own].some(each => each.from.id === a && each.to.id === b)) return
    attach(`nodes/${a}`, `edge ${name}`)
    attach(`nodes/${b}`, `edge ${name}`)
    const fresh = makeEdge({ from: nodeEnd(a), to: nodeEnd(b, 'normal'), label: plain(name) })
    account.graph = { ...graph, edges: [...graph.edges, fresh] }
  }
}

/** What stands in the group stands where the group stood, and that is no edit of it. */
function removeGroup(account: Account, base: Graph, id: string | undefined): void {
  if (id === undefined) return
  const { graph } = account
  account.removed.add(`groups/${id}`)
  const up = graph.groups.get(id)!.parent
  const out = <K extends 'group' | 'parent', T extends { readonly [P in K]?: string }>(
    field: K,
    each: T,
  ): T => {
    if (each[field] !== id) return each
    const { [field]: _, ...rest } = each
    return { ...rest, ...(up !== undefined && { [field]: up }) } as unknown as T
  }
  // What this side put into it stands around it now.
  for (const by of account.attached.get(`groups/${id}`) ?? []) {
    const [what, node = ''] = by.split(' ')
    if (what === 'move') account.fields.set(`nodes/${node}/group`, up ?? '')
    if (up === undefined || (what === 'move' && base.nodes.get(node)!.group === up)) continue
    account.attached.set(`groups/${up}`, (account.attached.get(`groups/${up}`) ?? new Set()).add(by))
  }
  // Who was moved before to where the removal alone would have put it, was only moved by that.
  for (const node of base.nodes.values()) {
    if (node.group !== id || account.fields.get(`nodes/${node.id}/group`) !== up) continue
    account.fields.delete(`nodes/${node.id}/group`)
    account.attached.get(`groups/${up}`)?.delete(`move ${node.id}`)
  }
  account.attached.delete(`groups/${id}`)
  account.graph = {
    ...graph,
    groups: new Map(
      [...graph.groups].filter(([key]) => key !== id).map(([key, each]) => [key, out('parent', each)]),
    ),
    nodes: new Map([...graph.nodes].map(([key, each]) => [key, out('group', each)])),
  }
}

/** The value that a field has in the end; nothing where that is as it was. */
function fieldsOf(account: Account, base: Graph): Map<string, string> {
  const gone = (path: string) => [...account.removed].some(key => path.startsWith(`${key}/`))
  const was = (path: string): string | undefined => {
    const [of, key, field] = path.split('/')
    if (of === 'nodes' && field === 'group') return base.nodes.get(key!)!.group
    return undefined
  }
  return new Map([...account.fields].filter(([path, value]) => !gone(path) && was(path) !== value))
}

/** What the two sides contradict each other in: fields, and elements that one took away. */
export function expectedConflicts(base: Graph, ours: Account, theirs: Account): Set<string> {
  const [mine, others] = [fieldsOf(ours, base), fieldsOf(theirs, base)]
  const found = new Set<string>()
  for (const [path, value] of mine) if (others.has(path) && others.get(path) !== value) found.add(path)
  for (const [gone, kept, fields] of [
    [ours, theirs, others],
    [theirs, ours, mine],
  ] as const) {
    for (const key of gone.removed) {
      if (kept.removed.has(key)) continue
      const touched = [...fields.keys()].some(path => path.startsWith(`${key}/`))
      if (touched || (kept.attached.get(key)?.size ?? 0) > 0) found.add(key)
    }
  }
  return found
}

export { keyOf }
