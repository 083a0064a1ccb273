/** Labels that stand in cells of their own beside their nodes: they do not move along when the node does. */
import type { End, Graph, Node } from '../../../src/ir/model.js'
import { drawnBox } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import type { Page } from '../write/page.js'
import type { OldNames } from './names.js'

/**
 * A graph whose nodes have their labels themselves where they stand elsewhere now than on the page, or are drawn as another shape, which
 * nobody would take for what the text beside it names. A text in the cell of its node moves along.
 * @param before the page as it is
 */
export function withLabelsOfPage(graph: Graph, before: Page, oldNames: OldNames | undefined): Graph {
  if (before.titles.size === 0) return withLabelsOfLines(graph, before, oldNames)
  const cells = new Map(before.opaque.map(cell => [cell.id, cell]))
  const groupOf = ({ group }: Node): string | undefined =>
    group === undefined ? undefined : (oldNames?.groups.get(group) ?? group)
  const nodes = new Map(
    Array.from(graph.nodes, ([id, node]): [string, Node] => {
      const oldId = oldNames?.nodes.get(id) ?? id
      const old = before.graph.nodes.get(oldId)
      const title = old && before.titles.get(old)
      if (!old || !title || cells.get(title.id)?.parent === before.nodeIds.get(oldId)) return [id, node]
      const [then, now] = [drawnBox(old), drawnBox(node)]
      const stays = then && now && then.x === now.x && then.y === now.y && groupOf(node) === old.group
      return [id, stays && node.shape === old.shape ? node : withInFile(node, [['title', undefined]])]
    }),
  )
  return withLabelsOfLines({ ...graph, nodes }, before, oldNames)
}

/** Texts beside lines stay where they are as well: a line that leads from elsewhere now, or elsewhere, has its labels itself. */
function withLabelsOfLines(graph: Graph, before: Page, oldNames: OldNames | undefined): Graph {
  if (before.besides.size === 0) return graph
  const moved = (table: 'nodes' | 'groups', id: string): boolean => {
    const [old, now] = [before.graph[table].get(oldNames?.[table].get(id) ?? id), graph[table].get(id)]
    const [then, there] = [old && drawnBox(old), now && drawnBox(now)]
    return !then || !there || then.x !== there.x || then.y !== there.y
  }
  const isMoved = ({ kind, id }: End): boolean => moved(kind === 'node' ? 'nodes' : 'groups', id)
  const edges = graph.edges.map(edge =>
    isMoved(edge.from) || isMoved(edge.to) ? withInFile(edge, [['beside', undefined]]) : edge,
  )
  return { ...graph, edges }
}

/** By the id of its cell: each label or title that is written in a cell of its own, where it is another one now. */
export function newTitles(old: Page, now: Page): Map<string, string> {
  const before = new Map(old.opaque.flatMap(({ id, titles }) => (titles ? [[id, titles.label]] : [])))
  const found = new Map<string, string>()
  for (const { id, titles } of now.opaque)
    if (titles && before.has(id) && before.get(id) !== titles.label) found.set(id, titles.label)
  return found
}
