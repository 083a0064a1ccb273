/** Two diagrams as one picture, with marks at what is not the same in both. */
import type { Format } from '../format.js'
import type { Graph } from '../ir/model.js'
import { targetOf } from '../lower/editor.js'
import { lowerQuietly } from '../lower/lower.js'
import type { DiagramDifference } from './diagrams.js'
import type { Marks } from './mark.js'
import { unionOf } from './union.js'

/** @param format one that is a picture: it lays out, and draws marks */
export async function diffPicture(diagram: DiagramDifference, format: Format): Promise<string> {
  if (!format.write || !format.layOut) throw new TypeError(`${format.title} is no picture`)
  const { graph: source, marks } = unionOf(diagram)
  const { graph, origins } = lowerQuietly(source, targetOf(format, source, {}, false))
  const { layout } = await format.layOut(graph, source)
  return format.write([{ graph, layout, marks: lowered(marks, source, origins) }], {})
}

type Origins = ReturnType<typeof lowerQuietly>['origins']

/** The marks under the names and places that a picture has. */
function lowered(marks: Marks, source: Graph, origins: Origins): Marks {
  const byId = <T>(of: 'nodes' | 'groups', table: ReadonlyMap<string, T>) => {
    const ids = [...source[of].keys()]
    return new Map(
      [...origins[of]].flatMap(([id, number]) => {
        const mark = table.get(ids[number] ?? '')
        return mark === undefined ? [] : [[id, mark] as const]
      }),
    )
  }
  const byPlace = <T>(of: 'edges' | 'loops', table: ReadonlyMap<number, T>) =>
    new Map(
      origins[of].flatMap((number, place) => {
        const mark = table.get(number)
        return mark === undefined ? [] : [[place, mark] as const]
      }),
    )
  return {
    nodes: byId('nodes', marks.nodes),
    groups: byId('groups', marks.groups),
    edges: byPlace('edges', marks.edges),
    loops: byPlace('loops', marks.loops),
  }
}
