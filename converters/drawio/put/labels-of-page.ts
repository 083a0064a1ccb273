/** Labels that stand in cells of their own beside what they name: they do not move along when that does. */
import type { End, Graph, Group, Node } from '../../../src/ir/model.js'
import { drawnBox } from '../words/geometry.js'
import { withInFile } from '../words/in-file.js'
import type { Page } from '../write/page.js'
import type { OldNames } from './names.js'

/**
 * A graph whose nodes and groups have their labels themselves where they stand elsewhere now than on the page, or are drawn as another
 * shape, which nobody would take for what the text beside it names. A text in the cell of its node moves along.
 * @param before the page as it is
 */
export function withLabelsOfPage(graph: Graph, before: Page, oldNames: OldNames | undefined): Graph {
  if (before.titles.size === 0) return withLabelsOfLines(graph, before, oldNames)
  const cells = new Map(before.opaque.map(cell => [cell.id, cell]))
  /** What stands in another group than on the page, or elsewhere. @param was what it stood in */
  const moves = (
    old: Node | Group,
    now: Node | Group,
    was: string | undefined,
    up: string | undefined,
  ): boolean => {
    const [then, there] = [drawnBox(old), drawnBox(now)]
    const around = up === undefined ? undefined : (oldNames?.groups.get(up) ?? up)
    return !then || !there || then.x !== there.x || then.y !== there.y || around !== was
  }
  /** The text that shows an element's label without standing in its cell. */
  const isBeside = (old: Node | Group | undefined, cell: string | undefined): old is Node | Group => {
    const title = old && before.titles.get(old)
    return title !== undefined && cells.get(title.id)?.parent !== cell
  }
  const nodes = new Map(
    Array.from(graph.nodes, ([id, node]): [string, Node] => {
      const oldId = oldNames?.nodes.get(id) ?? id
      const old = before.graph.nodes.get(oldId)
      if (!old || !isBeside(old, before.nodeIds.get(oldId))) return [id, node]
      const stays = node.shape === old.shape && !moves(old, node, old.group, node.group)
      return [id, stays ? node : withInFile(node, [['title', undefined]])]
    }),
  )
  const groups = new Map(
    Array.from(graph.groups, ([id, group]): [string, Group] => {
      const oldId = oldNames?.groups.get(id) ?? id
      const old = before.graph.groups.get(oldId)
      if (!old || !isBeside(old, before.groupIds.get(oldId))) return [id, group]
      return [
        id,
        moves(old, group, old.parent, group.parent) ? withInFile(group, [['title', undefined]]) : group,
      ]
    }),
  )
  return withLabelsOfLines({ ...graph, nodes, groups }, before, oldNames)
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
