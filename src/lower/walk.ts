/** The one walk over the elements of a draft, for passes that see to all of them: in their order, and edges and loops as they are by then. */
import type { Edge, Group, Loop, Node } from '../ir/model.js'
import { type Editor, groupsOf, nodesOf } from './editor.js'
import { edgeName, loopName, nameOf } from './names.js'

interface Visit<Kind extends string, Element> {
  readonly kind: Kind
  readonly element: Element
  readonly path: readonly [collection: `${Kind}s`, key: string | number]
  /** How a message calls it: nearly always nothing is said. */
  readonly name: () => string
}

/** A node, a group or an edge: what has a label, classes and a look. */
export type Element = Visit<'node', Node> | Visit<'group', Group> | Visit<'edge', Edge>

/** Nodes, groups and edges. */
export function* elementsOf(editor: Editor): Generator<Element> {
  for (const element of nodesOf(editor))
    yield { kind: 'node', element, path: ['nodes', element.id], name: () => nameOf('node', element) }
  for (const element of groupsOf(editor))
    yield { kind: 'group', element, path: ['groups', element.id], name: () => nameOf('group', element) }
  for (const [place, element] of editor.draft.edges.entries())
    yield { kind: 'edge', element, path: ['edges', place], name: () => edgeName(element) }
}

/** All of them, and loops. */
export function* everythingIn(editor: Editor): Generator<Element | Visit<'loop', Loop>> {
  yield* elementsOf(editor)
  for (const [place, element] of editor.draft.loops.entries())
    yield { kind: 'loop', element, path: ['loops', place], name: loopName }
}
