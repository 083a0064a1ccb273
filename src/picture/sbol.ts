/**
 * Symbols of synthetic biology (https://sbolstandard.org/visual-glyphs/), with the outlines that Graphviz gives them. A strand runs across the
 * middle of the box, so that lines between symbols lead it on; the symbol stands on it, and the text below it, where Graphviz strikes it through.
 */
import { linesThrough, type Pair, polygon, rect } from './figures.js'
import { arrowHead, type Draw, plain, withLines } from './outline-parts.js'

interface Glyph {
  /** As the `points` of an SVG polygon, in Graphviz's points from the middle of the strand on. */
  readonly figures: readonly string[]
  /** Pieces of the line from the strand up to what stands above it. */
  readonly stem?: readonly Pair[]
  /** From where to where the strand is left out. */
  readonly gap?: Pair
  /** The end of the strand that is drawn, if not its middle. */
  readonly at?: 'left' | 'right'
}

/** Pixels of a point, and the smallest box in which a symbol is as large as that. */
const POINT = 4 / 3
const [WIDTH, HEIGHT] = [60, 56]
/** How far symbols reach below the strand, in points. */
const BELOW = 9

const pairsOf = (points: string): Pair[] =>
  points.split(' ').map((pair): Pair => {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    return [x, y]
  })

function glyph({ figures, stem = [], gap, at }: Glyph): Draw {
  return (w, h) => {
    const point = POINT * Math.min(1, w / WIDTH, h / HEIGHT)
    const middle = at === 'left' ? 0 : at === 'right' ? w : w / 2
    const placed = ([x, y]: Pair): Pair => [middle + x * point, h / 2 + y * point]
    const level = (x: number): Pair => [x, h / 2]
    const [left, right] = (gap ?? [0, 0]).map(x => placed([x, 0]))
    const strand = gap
      ? [
          [level(0), left!],
          [right!, level(w)],
        ]
      : [[level(0), level(w)]]
    const lines = [
      ...strand.filter(([from, to]) => from![0] < to![0]),
      ...stem.map(([from, to]) => [placed([0, from]), placed([0, to])]),
    ]
    return {
      figures: figures.map(points => polygon(...pairsOf(points).map(placed))),
      lines: lines.map(linesThrough).join(''),
      insets: { top: h / 2 + BELOW * point },
      ends: [rect(0, 0, w, h)],
    }
  }
}

const bar = (left: number, top: number, right: number, bottom: number): string =>
  `${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}`

const square = (half: number): string => bar(-half, -half, half, half)

/** What stands on a stem: a cross where something is cut, a head where something is kept. */
const CROSS =
  '4.5,-9 4.5,-11 2.5,-13.5 4.5,-16 4.5,-18 2.5,-18 0,-15.5 -2.5,-18 -4.5,-18 -4.5,-16 -2.5,-13.5 -4.5,-11 -4.5,-9 -2.5,-9 0,-11.5 2.5,-9'
const HEAD = '2.5,-9 4.5,-11 4.5,-16 2.5,-18 -2.5,-18 -4.5,-16 -4.5,-11 -2.5,-9'
/** The stem of what happens to RNA is broken, that of what happens to a protein whole. */
const RNA: readonly Pair[] = [
  [0, -2.5],
  [-4.5, -7],
]
const protein = (top: number): readonly Pair[] => [[0, top]]

/** A block arrow whose end stands on a foot. */
const onFoot =
  (turned: (x: number, w: number) => number, insets: Pair): Draw =>
  (w, h) => {
    const [neck, foot, edge] = [w - arrowHead(w), Math.min(24, w / 5), h * 0.18]
    const points: Pair[] = [
      [0, edge],
      [neck, edge],
      [neck, 0],
      [w, h / 2],
      [neck, h],
      [neck, h - edge],
      [foot, h - edge],
      [foot, h],
      [0, h],
    ]
    const [left, right] = insets
    return { figures: [polygon(...points.map(([x, y]): Pair => [turned(x, w), y]))], insets: { left, right } }
  }

/** A box to be signed: a cross, and a line to write on. */
const signature = withLines(
  plain,
  (w, h) => {
    const [x, y, low] = [9, h / 2, h - 7]
    const lines: Pair[][] = [
      [
        [x - 3, y - 3],
        [x + 3, y + 3],
      ],
      [
        [x - 3, y + 3],
        [x + 3, y - 3],
      ],
      [
        [6, low],
        [w - 6, low],
      ],
    ]
    return lines.map(linesThrough).join('')
  },
  { left: 10, bottom: 6 },
)

export const SBOL = {
  promoter: glyph({ figures: ['9,-18 -18,-18 -18,0 -12,0 -12,-12 9,-12 9,-9 21,-15 9,-21'] }),
  terminator: glyph({ figures: ['3,0 3,-6 9,-6 9,-12 -9,-12 -9,-6 -3,-6 -3,0'] }),
  utr: glyph({ figures: ['9,0 9,-3 3,-9 -3,-9 -9,-3 -9,0'] }),
  primersite: glyph({ figures: ['16,-3 4,-15 4,-9 -16,-9 -16,-3'] }),
  restrictionsite: glyph({ figures: ['18,-3 -12,-3 -12,-9 -18,-9 -18,3 12,3 12,9 18,9'], gap: [-18, 18] }),
  fivepoverhang: glyph({
    figures: [bar(0, -7.5, 24, -1.5), bar(12, 1.5, 24, 7.5)],
    gap: [0, 24],
    at: 'left',
  }),
  threepoverhang: glyph({
    figures: [bar(-24, -7.5, 0, -1.5), bar(-24, 1.5, -12, 7.5)],
    gap: [-24, 0],
    at: 'right',
  }),
  noverhang: glyph({
    figures: [-13.5, 1.5].flatMap(x => [-7.5, 1.5].map(y => bar(x, y, x + 12, y + 6))),
    gap: [-13.5, 13.5],
  }),
  assembly: glyph({ figures: [bar(-12, -7.5, 12, -1.5), bar(-12, 1.5, 12, 7.5)], gap: [-12, 12] }),
  signature,
  insulator: glyph({ figures: [square(9), square(6)], gap: [-9, 9] }),
  ribosite: glyph({ figures: [CROSS], stem: RNA }),
  rnastab: glyph({ figures: [HEAD], stem: RNA }),
  proteasesite: glyph({ figures: [CROSS], stem: protein(-11.5) }),
  proteinstab: glyph({ figures: [HEAD], stem: protein(-9) }),
  rpromoter: onFoot(x => x, [0, 10]),
  lpromoter: onFoot((x, w) => w - x, [10, 0]),
} as const satisfies Readonly<Record<string, Draw>>
