/** Graphs as they are drawn where icons are signs. */
import type { Edge, End, Graph, Text } from '../../ir/model.js'
import { signed } from '../../text/rich/icon-signs.js'

const drawn = (label: Text): Text => signed(label) ?? label
const atEnd = (end: End): End => (end.label ? { ...end, label: drawn(end.label) } : end)

function* labelsOf({ nodes, groups, edges }: Graph): Generator<Text | undefined> {
  for (const { label } of nodes.values()) yield label
  for (const { label } of groups.values()) yield label
  for (const { label, from, to } of edges) yield* [label, from.label, to.label]
}

/** The graph with the labels that are drawn: with signs in the place of Mermaid's icons, where there are some for all of a label. */
export function withIconSigns(graph: Graph): Graph {
  const hasIcons = [...labelsOf(graph)].some(label => label?.rich?.source.includes(':fa-'))
  if (!hasIcons) return graph
  const labelled = <E extends { readonly label: Text }>(
    all: ReadonlyMap<string, E>,
  ): ReadonlyMap<string, E> =>
    new Map(Array.from(all, ([id, element]) => [id, { ...element, label: drawn(element.label) }]))
  return {
    ...graph,
    nodes: labelled(graph.nodes),
    groups: labelled(graph.groups),
    edges: graph.edges.map(
      (edge): Edge => ({
        ...edge,
        label: drawn(edge.label),
        from: atEnd(edge.from),
        to: atEnd(edge.to),
      }),
    ),
  }
}
