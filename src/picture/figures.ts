/** Figures that shapes are drawn with, in pixels from the upper left corner of the shape's box. */
import { type Attributes, element, numberText } from './element.js'

export type Figure =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius: number
    }
  | {
      readonly kind: 'ellipse'
      readonly cx: number
      readonly cy: number
      readonly rx: number
      readonly ry: number
    }
  | { readonly kind: 'path'; readonly d: string }

export type Pair = readonly [x: number, y: number]

export const rect = (x: number, y: number, width: number, height: number, radius = 0): Figure => ({
  kind: 'rect',
  x,
  y,
  width: Math.max(0, width),
  height: Math.max(0, height),
  radius: Math.max(0, Math.min(radius, width / 2, height / 2)),
})

export const ellipse = (cx: number, cy: number, rx: number, ry = rx): Figure => ({
  kind: 'ellipse',
  cx,
  cy,
  rx: Math.max(0, rx),
  ry: Math.max(0, ry),
})

/** A path of the commands M, L, H, V, Q, C and Z with absolute coordinates. Numbers of templates are rounded. */
export function path(parts: TemplateStringsArray, ...numbers: readonly number[]): Figure {
  return { kind: 'path', d: pathText(parts, ...numbers) }
}

export const pathText = (parts: TemplateStringsArray, ...numbers: readonly number[]): string =>
  parts.map((part, i) => part + (i < numbers.length ? numberText(numbers[i]!) : '')).join('')

export const polygon = (...points: readonly Pair[]): Figure => ({
  kind: 'path',
  d: `${linesThrough(points)}Z`,
})

/** `M0 0L10 0L10 20`. */
export const linesThrough = (points: readonly Pair[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${numberText(x)} ${numberText(y)}`).join('')

/** The figure as an element, with more attributes. */
export function figureElement(figure: Figure, attributes: Attributes = []): string {
  if (figure.kind === 'path') return element('path', [['d', figure.d], ...attributes])
  if (figure.kind === 'ellipse') {
    const { cx, cy, rx, ry } = figure
    return rx === ry
      ? element('circle', [['cx', cx], ['cy', cy], ['r', rx], ...attributes])
      : element('ellipse', [['cx', cx], ['cy', cy], ['rx', rx], ['ry', ry], ...attributes])
  }
  const { x, y, width, height, radius } = figure
  return element('rect', [
    ['x', x || undefined],
    ['y', y || undefined],
    ['width', width],
    ['height', height],
    ['rx', radius || undefined],
    ...attributes,
  ])
}

const STEPS = 12

/** The outline of a figure as closed or open rows of points; curves as short lines. */
export function pointsOf(figure: Figure): Pair[][] {
  if (figure.kind === 'rect') {
    const { x, y, width, height } = figure
    return [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
        [x, y],
      ],
    ]
  }
  if (figure.kind === 'ellipse') {
    const { cx, cy, rx, ry } = figure
    const turn = (i: number): Pair => {
      const angle = (i / 48) * 2 * Math.PI
      return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)]
    }
    return [Array.from({ length: 49 }, (_, i) => turn(i))]
  }
  return pointsOfPath(figure.d)
}

function pointsOfPath(d: string): Pair[][] {
  const rows: Pair[][] = []
  let row: Pair[] = []
  let at: Pair = [0, 0]
  for (const [, command, list = ''] of d.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/g)) {
    const n = (list.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
    if (command === 'M') {
      row = [[n[0]!, n[1]!]]
      rows.push(row)
    } else if (command === 'L') for (let i = 0; i + 1 < n.length; i += 2) row.push([n[i]!, n[i + 1]!])
    else if (command === 'H') row.push([n[0]!, at[1]])
    else if (command === 'V') row.push([at[0], n[0]!])
    else if (command === 'Z') row.push(row[0]!)
    else for (let step = 1; step <= STEPS; step++) row.push(curvePoint([...at, ...n], step / STEPS))
    at = row.at(-1) ?? at
  }
  return rows
}

/** A point of a Bézier curve (De Casteljau). @param n its points, as one row of numbers */
function curvePoint(n: readonly number[], part: number): Pair {
  let points = Array.from({ length: n.length / 2 }, (_, i): Pair => [n[2 * i]!, n[2 * i + 1]!])
  while (points.length > 1) {
    points = points
      .slice(1)
      .map(
        ([x, y], i): Pair => [
          points[i]![0] + (x - points[i]![0]) * part,
          points[i]![1] + (y - points[i]![1]) * part,
        ],
      )
  }
  return points[0]!
}
