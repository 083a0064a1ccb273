/**
 * Marks at what is not the same in two diagrams: a frame around a box, a line in another colour, and everywhere a sign, since colours
 * alone do not tell everyone what they mean. A legend says what the signs are.
 */
import type { Mark, Marked, Marks } from '../diff/mark.js'
import type { Edge } from '../ir/model.js'
import type { Box, Layout, Point } from '../layout/boxes.js'
import { alongWay, edgeElement } from './edges.js'
import { element, textElement } from './element.js'
import { figureElement, rect } from './figures.js'
import { type Painter, roleAttributes } from './paint.js'

const RADIUS = 8
/** How far a frame stands off from what it is around. */
const OFF = 5
const FRAME = 2.5
const EDGE = 2.6
/** What went is drawn with dashes; what is changed, with dots. */
const DASHES: Readonly<Record<Mark, string | undefined>> = {
  added: undefined,
  removed: '7 4',
  changed: '2 3',
}

/** The room that the legend takes below the drawing. */
export const LEGEND = { width: 330, height: 36 }

const WORDS: Readonly<Record<Mark, string>> = { added: 'added', removed: 'removed', changed: 'changed' }

/** Each sign as lines around the middle of a circle. */
const SIGNS: Readonly<Record<Mark, string>> = {
  added: 'M-4 0H4M0 -4V4',
  removed: 'M-4 0H4',
  changed: 'M-4.5 1.5C-3 -3 -1 -2 0 0S3 3 4.5 -1.5',
}

function sign(mark: Mark, { x, y }: Point, painter: Painter): string {
  const circle = element('circle', [
    ['r', RADIUS],
    ['stroke', 'none'],
  ])
  const ink = roleAttributes(painter, 'mark-sign').filter(([name]) => name !== 'fill')
  const lines = element('path', [
    ...ink,
    ['d', SIGNS[mark]],
    ['fill', 'none'],
    ['stroke-width', 2],
    ['stroke-linecap', 'round'],
  ])
  return element('g', [['transform', `translate(${x} ${y})`]], circle + lines)
}

/** An edge, in the colour of its mark where it has one. */
export function markedEdge(
  edge: Edge,
  way: readonly Point[],
  marked: Marked | undefined,
  painter: Painter,
): string {
  if (!marked) return edgeElement(edge, way, painter)
  const { line } = edge
  const shown: Edge = {
    ...edge,
    style: { strokeWidth: EDGE },
    line: marked.mark === 'removed' ? 'dashed' : line === 'invisible' ? 'dotted' : line,
  }
  return element('g', roleAttributes(painter, `mark-${marked.mark}`), edgeElement(shown, way, painter))
}

/** Frames around marked boxes, and the signs at all that is marked. */
export function markElements(
  marks: Marks,
  layout: Layout,
  ways: readonly (readonly Point[])[],
  painter: Painter,
): string {
  const drawn: string[] = []
  for (const [id, marked] of marks.groups) drawn.push(framed(layout.groups.get(id), marked, 'right', painter))
  for (const [place, marked] of marks.loops) drawn.push(framed(layout.loops[place], marked, 'right', painter))
  for (const [id, marked] of marks.nodes) drawn.push(framed(layout.nodes.get(id), marked, 'left', painter))
  for (const [place, marked] of marks.edges) {
    const at = alongWay(ways[place] ?? [], 0.25)
    if (at) drawn.push(group(marked, sign(marked.mark, at, painter), painter))
  }
  return drawn.filter(part => part !== '').join('\n')
}

function framed(box: Box | undefined, marked: Marked, corner: 'left' | 'right', painter: Painter): string {
  if (!box) return ''
  const off = corner === 'left' ? OFF : 1
  const { x, y, width, height } = {
    x: box.x - off,
    y: box.y - off,
    width: box.width + 2 * off,
    height: box.height + 2 * off,
  }
  const frame = figureElement(rect(x, y, width, height, corner === 'left' ? 7 : 3), [
    ['fill', 'none'],
    ['stroke-width', FRAME],
    ['stroke-dasharray', DASHES[marked.mark]],
  ])
  const at = { x: corner === 'left' ? x : x + width, y }
  return group(marked, frame + sign(marked.mark, at, painter), painter)
}

function group({ mark, notes }: Marked, content: string, painter: Painter): string {
  const said = notes.length > 0 ? notes.join('\n') : WORDS[mark]
  return element('g', roleAttributes(painter, `mark-${mark}`), textElement('title', [], said) + content)
}

/** What the signs mean, and how often each stands there. */
export function legendElement(marks: Marks, box: Box, margin: number, painter: Painter): string {
  const counts = { added: 0, removed: 0, changed: 0 }
  for (const table of [marks.nodes, marks.groups, marks.edges, marks.loops])
    for (const { mark } of table.values()) counts[mark]++
  const y = box.y + box.height - margin - RADIUS
  const items = (Object.keys(WORDS) as Mark[]).map((mark, i) => {
    const x = box.x + margin + RADIUS + i * 110
    const words = element(
      'text',
      [
        ['x', x + RADIUS + 6],
        ['y', y + 4],
        ['fill', 'currentColor'],
        ['stroke', 'none'],
      ],
      `${counts[mark]} ${WORDS[mark]}`,
    )
    return element('g', roleAttributes(painter, `mark-${mark}`), sign(mark, { x, y }, painter) + words)
  })
  return items.join('\n')
}
