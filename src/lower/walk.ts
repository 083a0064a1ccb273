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

/**
 * Nodes, groups and edges.
 * @param concerns which of them are looked at: most have nothing that a pass could change, and nothing is made for them
 */
export function* elementsOf(
  editor: Editor,
  concerns: (element: Node | Group | Edge) => boolean = () => true,
): Generator<Element> {
  for (const element of nodesOf(editor))
    if (concerns(element))
      yield { kind: 'node', element, path: ['nodes', element.id], name: () => nameOf('node', element) }
  for (const element of groupsOf(editor))
    if (concerns(element))
      yield { kind: 'group', element, path: ['groups', element.id], name: () => nameOf('group', element) }
  const { edges } = editor.draft
  for (let place = 0; place < edges.length; place++) {
    const element = edges[place]!
    if (concerns(element))
      yield { kind: 'edge', element, path: ['edges', place], name: () => edgeName(element) }
  }
}

/** All of them, and loops. */
export function* everythingIn(
  editor: Editor,
  concerns?: (element: Node | Group | Edge | Loop) => boolean,
): Generator<Element | Visit<'loop', Loop>> {
  yield* elementsOf(editor, concerns)
  for (const [place, element] of editor.draft.loops.entries())
    if (concerns?.(element) !== false) yield { kind: 'loop', element, path: ['loops', place], name: loopName }
}
