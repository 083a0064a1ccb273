/** How much room a drawing takes: everything that is seen of it, texts outside of their boxes included. */
import type { Graph, Node } from '../ir/model.js'
import type { Box, LabelPlace, Layout, Point } from '../layout/boxes.js'
import { labelBoxes } from '../layout/lanes/banded.js'
import { labelAbove } from '../layout/measure/icons.js'
import { isLabelOutside, outsideLabel } from '../layout/measure/sizes.js'
import { measure } from '../layout/measure/text.js'
import { fontSizeOf } from './looks.js'

/** The box around everything; around nothing, a small one at the origin. */
export function extentOf(graph: Graph, layout: Layout, ways: readonly (readonly Point[])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = ({ x, y, width, height }: Box): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  for (const box of [...layout.groups.values(), ...layout.loops]) take(box)
  if (layout.pool) take(layout.pool)
  for (const [id, box] of layout.nodes) {
    take(box)
    const node = graph.nodes.get(id)
    const place = layout.labels?.get(id)
    if (node && place) {
      take(placedText(place, node))
      continue
    }
    const label = node && (isLabelOutside(node) || node.image !== undefined) ? outsideLabel(node) : undefined
    if (label && label.width > 0) {
      const width = Math.max(label.width, box.width)
      const room = 4 + label.height
      const y = labelAbove(node!) ? box.y - room : box.y
      take({ x: box.x + (box.width - width) / 2, y, width, height: box.height + room })
    }
  }
  for (const way of ways) for (const { x, y } of way) take({ x, y, width: 0, height: 0 })
  for (const box of labelBoxes(graph.edges, layout.routes)) take(box)
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The room that a label takes in its place. */
function placedText({ area, align, valign, whole }: LabelPlace, { label, style }: Node): Box {
  const { width, height } = measure(label.text, whole ? Infinity : area.width, fontSizeOf(style, 12))
  const shares = { left: 0, top: 0, right: 1, bottom: 1 }
  return {
    x: area.x + (area.width - width) * (align ? shares[align] : 0.5),
    y: area.y + (area.height - height) * (valign ? shares[valign] : 0.5),
    width,
    height,
  }
}
