/** A drawing as lines of JSON: the page, then groups, nodes, edges and loops, each with its place where there is a layout. */
import type { Drawing } from '../../../src/format.js'
import type { End, Style } from '../../../src/ir/model.js'
import type { Box } from '../../../src/layout/boxes.js'

export function writeBoxes({ graph, layout }: Drawing): string {
  const placeOf = (box: Box | undefined) => {
    if (layout && !box) throw new Error('the layout has no place for it')
    return box ? [box.x, box.y, box.width, box.height] : []
  }
  const { title = null, directed, direction } = graph
  const lines: unknown[] = [['page', layout?.width, layout?.height, direction, directed, title]]
  for (const { id, label, kind, parent = null, style } of graph.groups.values())
    lines.push(['group', id, kind, parent, ...placeOf(layout?.groups.get(id)), ...paint(style), label.text])
  for (const { id, label, shape, group = null, style, image = null } of graph.nodes.values())
    lines.push([
      'node',
      id,
      shape,
      group,
      ...placeOf(layout?.nodes.get(id)),
      ...paint(style),
      image,
      label.text,
    ])
  for (const [i, { from, to, line, label }] of graph.edges.entries())
    lines.push(['edge', ...endOf(from), ...endOf(to), line, layout?.routes[i]?.path?.length, label.text])
  for (const [i, { nodes, group = null, condition }] of graph.loops.entries())
    lines.push(['loop', ...placeOf(layout?.loops[i]), nodes, group, condition])
  return lines.map(line => `${JSON.stringify(line)}\n`).join('')
}

const paint = ({ fill, stroke }: Style) => [fill ?? null, stroke ?? null]
const endOf = ({ kind, id, arrow }: End) => [kind, id, arrow]
