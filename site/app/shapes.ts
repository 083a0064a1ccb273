/** Which element of a diagram each shape of its picture is. */
import type { Drawn, ElementKey } from '../shared/protocol.js'

/** The parts of a picture by the element that they show, as the paths of changes begin: `nodes a`, `edges 3`. */
export function shapesOf(svg: Element, ends: Drawn['ends']): Map<ElementKey, Element> {
  const shapes = new Map<ElementKey, Element>()
  for (const shape of svg.querySelectorAll('[data-id]')) {
    const id = shape.getAttribute('data-id')!
    if (shape.hasAttribute('data-from')) continue
    shapes.set(`${shape.closest('.dg-node') ? 'nodes' : 'groups'} ${id}`, shape)
  }
  addLines(shapes, svg, ends)
  for (const [place, loop] of [...svg.querySelectorAll('.dg-loop > g')].entries())
    shapes.set(`loops ${place}`, loop)
  return shapes
}

/** Lines are drawn in their order, and some are not drawn. */
function addLines(shapes: Map<ElementKey, Element>, svg: Element, ends: Drawn['ends']): void {
  let place = 0
  for (const line of svg.querySelectorAll('[data-from]')) {
    const [from, to] = [line.getAttribute('data-from')!, line.getAttribute('data-to')!]
    const isIt = ([first, second]: readonly [string, string]) => isEnd(from, first) && isEnd(to, second)
    let found = place
    while (found < ends.length && !isIt(ends[found]!)) found++
    if (found === ends.length) continue
    shapes.set(`edges ${found}`, line)
    place = found + 1
  }
}

/** An end is called by its id, and behind that by port and side. */
const isEnd = (said: string, id: string): boolean => said === id || said.startsWith(`${id}:`)
