/** What only the whole page tells of its lanes: whether their frames are the usual ones. */
import type { Graph, Group } from '../../../src/ir/model.js'
import { lanesAreRows } from '../words/values.js'
import { groupStyleInFile } from './element-parts.js'
import type { PartCells } from './page-elements.js'

/** A row among columns, or a lane in something else, keeps its style: without one it would be drawn as the others are. */
export function withFrames(graph: Graph, { groups: cells }: PartCells): Graph {
  const rows = lanesAreRows(graph)
  const groups = new Map<string, Group>(graph.groups)
  for (const group of graph.groups.values()) {
    const style = cells.get(group.id)?.style
    const own = group.extras.get('drawio')
    if (group.kind !== 'lane' || !style || own?.has('style')) continue
    if ((style.get('horizontal') === '0') === rows) continue
    const drawn = new Map([...(own ?? []), ['style', groupStyleInFile(style)] as const])
    groups.set(group.id, { ...group, extras: new Map([...group.extras, ['drawio', drawn]]) })
  }
  return { ...graph, groups }
}
