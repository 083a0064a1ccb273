/** Graphs made from nothing, and graphs that are edited, by calls that leave nothing dangling. */
import { makeEdge, makeGraph, makeGroup, makeLoop, makeNode } from '../ir/build.js'
import type { Edge, End, Graph, Group, GroupKind, Node } from '../ir/model.js'
import { flawsOf } from '../ir/validate.js'
import { find, findEdges, findGroup, findNode, isObject, mustBeFree, mustBeSound } from './find.js'
import {
  type EdgeFields,
  type EdgeRef,
  type EndRef,
  type GraphFields,
  type GroupFields,
  type NewEdge,
  type NewGroup,
  type NewLoop,
  type NewNode,
  type NodeFields,
  type Ref,
  textOf,
  withFields,
} from './given.js'
import {
  addEdge,
  addGroup,
  addLoop,
  addNode,
  type Editable,
  editableOf,
  type GroupHandle,
  graphOf,
  type Handle,
} from './handles.js'

/** What adds to a graph. Every call gives the same object back; a wrong one throws a `TypeError` and changes nothing. */
interface Adding {
  /** Adds a row or column of a swimlane diagram. */
  lane(id: string, fields?: NewGroup): this
  /** Adds a box around some nodes. */
  group(id: string, fields?: NewGroup): this
  node(id: string, fields?: NewNode): this
  /** Adds a note that some nodes repeat while a condition holds. */
  loop(condition: string, nodes: readonly string[], fields?: NewLoop): this
  /** The graph as it is now; the object can be gone on with. */
  done(): Graph
}

export interface GraphBuilder extends Adding {
  /** Adds an edge between two elements that are there. */
  edge(from: EndRef, to: EndRef, fields?: NewEdge): this
}

/** What adds to a graph and changes it. What refers to an element follows it, or goes with it. */
export interface GraphEditor extends Adding {
  /** Sets fields of the diagram itself: its title, direction, classes … */
  set(fields: GraphFields): this
  /** Another id for a node or a group, everywhere. */
  rename(element: Ref, to: string): this
  /** Another label, without a rich form. */
  relabel(element: Ref | EdgeRef, text: string): this
  /** Sets other fields of a node, of a group, or of edges. */
  change(element: Ref, fields: NodeFields | GroupFields): this
  change(edges: EdgeRef, fields: EdgeFields): this
  /** Another group around a node or a group; `undefined`: none. */
  move(element: Ref, group: string | undefined): this
  /** Takes a node away, with its edges and from its loops; a loop of no other node goes, too. */
  removeNode(id: string): this
  /** Takes a group away, with its edges. What stands in it stands where it stood. */
  removeGroup(id: string): this
  /** Adds an edge between two elements that are there. */
  connect(from: EndRef, to: EndRef, fields?: NewEdge): this
  /** Takes every edge from the one to the other away. */
  disconnect(from: Ref, to: Ref): this
}

/** The parts of a graph that calls fill. */
const NOTHING = { nodes: new Map(), groups: new Map(), edges: [], loops: [] }

/**
 * Makes a graph from nothing. Nodes, groups and edges stand in the order of the calls.
 * @param fields of the diagram: `direction` (`TB`, `BT`, `LR`, `RL`), `title` …; it is directed unless `directed` is false
 * @returns an object whose calls add to the graph, and whose `done()` gives it. A wrong call (an id that is taken, an edge to what is
 * not there, a shape that does not exist) throws a `TypeError`. There are no messages.
 * @see src/ir/model.ts for what each field means
 * @example
 * const order = graph({ direction: 'LR' }).lane('Sales').node('n1', { label: 'Order', in: 'Sales' }).node('n2').edge('n1', 'n2').done()
 */
export function graph(fields: GraphFields = {}): GraphBuilder {
  const made = withFields(makeGraph(), fields)
  mustBeSound(made)
  const editable = editableOf({ ...made, ...NOTHING })
  const builder: GraphBuilder = {
    ...adding(editable, () => builder),
    edge(from, to, init) {
      connect(editable, from, to, init)
      return builder
    },
  }
  return builder
}

/**
 * Edits a graph, which itself stays as it is.
 * @param source a sound graph: one in which `flawsOf` finds something throws a `TypeError`
 * @returns an object whose calls edit, and whose `done()` gives the edited graph: `flawsOf` finds nothing in it, and what was not
 * edited is the very same value. A wrong call throws a `TypeError`. There are no messages; `put` writes the graph back.
 * @see src/ir/model.ts for what each field means
 * @example
 * const [before] = read('flowchart LR\n  a --> b\n').graphs
 * const after = edit(before!).rename('a', 'start').connect('b', 'start', { label: 'again' }).done()
 */
export function edit(source: Graph): GraphEditor {
  for (const { path, text } of flawsOf(source)) throw new TypeError(`${text} (${path.join('/')})`)
  const editable = editableOf(source)
  const chain =
    <A extends readonly unknown[]>(act: (...given: A) => void) =>
    (...given: A) => {
      act(...given)
      return editor
    }
  const editor: GraphEditor = {
    ...adding(editable, () => editor),
    set: chain((fields: GraphFields) => {
      const changed = withFields(editable.fields, fields)
      mustBeSound(changed)
      editable.fields = changed
    }),
    rename: chain((element: Ref, to: string) => rename(editable, find(editable, element), to)),
    relabel: chain((element: Ref | EdgeRef, text: string) => change(editable, element, { label: text })),
    change: chain((element: Ref | EdgeRef, fields: NodeFields | GroupFields | EdgeFields) =>
      change(editable, element, fields),
    ),
    move: chain((element: Ref, group: string | undefined) => move(editable, find(editable, element), group)),
    removeNode: chain((id: string) => {
      findNode(editable, id).gone = true
      editable.nodes.delete(id)
    }),
    removeGroup: chain((id: string) => {
      findGroup(editable, id).gone = true
      editable.groups.delete(id)
    }),
    connect: chain((from: EndRef, to: EndRef, fields?: NewEdge) => connect(editable, from, to, fields)),
    disconnect: chain((from: Ref, to: Ref) => {
      for (const edge of findEdges(editable, { from, to })) edge.gone = true
      find(editable, from).leaving.delete(find(editable, to))
    }),
  }
  return editor
}

function adding<T>(editable: Editable, self: () => T) {
  const group =
    (kind: GroupKind) =>
    (id: string, { in: place, ...fields }: NewGroup = {}) => {
      mustBeFree(editable, 'group', id)
      const made: Group = { ...withFields(makeGroup({ id, kind, label: textOf(id) }), fields), id, kind }
      mustBeSound({ groups: new Map([[id, made]]) })
      addGroup(editable, made, groupNamed(editable, place))
      return self()
    }
  return {
    lane: group('lane'),
    group: group('cluster'),
    node(id: string, { in: place, ...fields }: NewNode = {}) {
      mustBeFree(editable, 'node', id)
      const made: Node = {
        ...withFields(makeNode({ id, shape: 'rectangle', label: textOf(id) }), fields),
        id,
      }
      mustBeSound({ nodes: new Map([[id, made]]) })
      addNode(editable, made, groupNamed(editable, place))
      return self()
    },
    loop(condition: string, ids: readonly string[], { in: place, ...fields }: NewLoop = {}) {
      const made = makeLoop({ ...fields, condition, nodes: ids })
      mustBeSound({ loops: [made] })
      const nodes = ids.map(id => findNode(editable, id))
      addLoop(editable, made, nodes, groupNamed(editable, place))
      return self()
    },
    done: () => graphOf(editable),
  }
}

function groupNamed(editable: Editable, group: string | undefined): GroupHandle | undefined {
  return group === undefined ? undefined : findGroup(editable, group)
}

function connect(editable: Editable, start: EndRef, stop: EndRef, { arrow, ...fields }: NewEdge = {}): void {
  const [from, to] = [find(editable, start), find(editable, stop)]
  const pointed = editable.fields.directed ? 'normal' : 'none'
  const ends = { from: endOf(from, start, 'none'), to: endOf(to, stop, arrow ?? pointed) }
  const made = withFields<Edge>(makeEdge(ends), fields)
  mustBeSound({ edges: [made] })
  addEdge(editable, made, from, to)
}

function endOf({ kind, element: { id } }: Handle, ref: EndRef, usual: End['arrow']): End {
  const { side, port, label, arrow = usual } = isObject(ref) ? ref : {}
  return withFields<End>({ kind, id, arrow }, { side, port, label })
}

function rename(editable: Editable, handle: Handle, to: string): void {
  const { id } = handle.element
  if (id === to) return
  mustBeFree(editable, handle.kind, to)
  const table: Map<string, Handle> = handle.kind === 'node' ? editable.nodes : editable.groups
  handle.element = { ...handle.element, id: to }
  table.delete(id)
  table.set(to, handle)
}

function change(editable: Editable, ref: Ref | EdgeRef, fields: NodeFields | GroupFields | EdgeFields): void {
  if (isObject(ref) && ('from' in ref || 'edge' in ref)) {
    const edges = findEdges(editable, ref)
    const changed = edges.map(({ element }) => withFields(element, fields as EdgeFields))
    mustBeSound({ edges: changed })
    for (const [place, edge] of edges.entries()) edge.element = changed[place]!
    return
  }
  const handle = find(editable, ref)
  const { id } = handle.element
  if (handle.kind === 'node') {
    const changed: Node = { ...withFields(handle.element, fields as NodeFields), id }
    mustBeSound({ nodes: new Map([[id, changed]]) })
    handle.element = changed
  } else {
    const changed: Group = { ...withFields(handle.element, fields as GroupFields), id }
    mustBeSound({ groups: new Map([[id, changed]]) })
    handle.element = changed
  }
}

function move(editable: Editable, handle: Handle, to: string | undefined): void {
  const group = groupNamed(editable, to)
  for (let around: Handle | undefined = group; around; around = around.group)
    if (around === handle) throw new TypeError(`the group “${handle.element.id}” would stand in itself`)
  handle.group = group
}
