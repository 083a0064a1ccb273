/**
 * How each shape of the model is drawn. A new shape is one entry here: nothing compiles without it. Which part of a shape a
 * text may take, `src/layout/measure/sizes.ts` has decided before; here it says where in the box that part lies.
 */
import type { Shape } from '../ir/shapes.js'
import { ellipse, path, pathText, rect } from './figures.js'
import {
  ARC,
  arrowHead,
  bare,
  box,
  braces,
  burst,
  CAP,
  CUT,
  circleIn,
  cloud,
  cylinder,
  DIAMOND,
  type Draw,
  document,
  dogEared,
  doubled,
  event,
  FOLD,
  folder,
  framed,
  HEPTAGON,
  HOUSE,
  lying,
  octagonIn,
  one,
  PENTAGON,
  plain,
  points,
  round,
  SLANT,
  sheets,
  solid,
  TAB,
  upsideDown,
  WAVE,
  within,
  withLines,
} from './outline-parts.js'
import { SBOL } from './sbol.js'

export const OUTLINES: { readonly [S in Shape]: Draw } = {
  rectangle: plain,
  rounded: box(10),
  stadium: (w, h) => one(rect(0, 0, w, h, h / 2)),
  square: plain,
  ellipse: round,
  circle: round,
  'double-circle': doubled(circleIn),
  diamond: DIAMOND,
  hexagon: (w, h) => one(path`M${CUT} 0H${w - CUT}L${w} ${h / 2}L${w - CUT} ${h}H${CUT}L0 ${h / 2}Z`),
  parallelogram: (w, h) => one(path`M${SLANT} 0H${w}L${w - SLANT} ${h}H0Z`),
  'parallelogram-left': (w, h) => one(path`M0 0H${w - SLANT}L${w} ${h}H${SLANT}Z`),
  trapezoid: (w, h) => one(path`M${SLANT} 0H${w - SLANT}L${w} ${h}H0Z`),
  'trapezoid-inverted': (w, h) => one(path`M0 0H${w}L${w - SLANT} ${h}H${SLANT}Z`),
  triangle: (w, h) => ({ ...points([0.5, 0], [1, 1], [0, 1])(w, h), insets: { top: h * 0.2 } }),
  'triangle-inverted': (w, h) => ({ ...points([0, 0], [1, 0], [0.5, 1])(w, h), insets: { bottom: h * 0.2 } }),
  cylinder: (w, h) => cylinder(w, h, 1),
  text: bare(() => ''),
  task: box(6),
  subroutine: withLines(plain, (w, h) => pathText`M8 0V${h}M${w - 8} 0V${h}`, { left: 8, right: 8 }),
  document,
  documents: sheets,
  'lined-document': withLines(document, (_, h) => pathText`M8 0V${h - WAVE + 1}`, { left: 8, bottom: WAVE }),
  'tagged-document': withLines(
    document,
    (w, h) => pathText`M${w} ${h - 22}Q${w - 12} ${h - 20} ${w - 22} ${h - 11}`,
    { bottom: WAVE },
  ),
  card: (w, h) => one(path`M${CUT} 0H${w}V${h}H0V${CUT}Z`),
  'lined-rectangle': withLines(plain, (_, h) => pathText`M8 0V${h}`, { left: 8 }),
  'divided-rectangle': withLines(plain, w => pathText`M0 ${TAB}H${w}`, { top: TAB }),
  'stacked-rectangle': (w, h) => ({
    figures: [rect(10, 0, w - 10, h - 10), rect(5, 5, w - 10, h - 10), rect(0, 10, w - 10, h - 10)],
    insets: { top: 10, right: 10 },
  }),
  'tagged-rectangle': (w, h) => ({
    figures: [path`M0 0H${w}V${h - FOLD}L${w - FOLD} ${h}H0Z`],
    lines: pathText`M${w} ${h - FOLD}H${w - FOLD}V${h}`,
  }),
  'sloped-rectangle': (w, h) => ({ figures: [path`M0 ${CUT}L${w} 0V${h}H0Z`], insets: { top: CUT / 2 } }),
  'bow-rectangle': (w, h) => one(path`M12 0H${w}Q${w - 24} ${h / 2} ${w} ${h}H12Q-12 ${h / 2} 12 0Z`),
  'window-pane': withLines(plain, (w, h) => pathText`M10 0V${h}M0 10H${w}`, { left: 10, top: 10 }),
  'loop-limit': (w, h) => one(path`M${CUT} 0H${w - CUT}L${w} ${CUT}V${h}H0V${CUT}Z`),
  'start-dot': solid(round),
  'stop-dot': (w, h) => one(ellipse(w / 2, h / 2, w / 2), ellipse(w / 2, h / 2, Math.max(1, w / 2 - 6))),
  junction: solid(round),
  summary: withLines(round, (w, h) => {
    const [a, b] = [0.146, 0.854]
    return pathText`M${a * w} ${a * h}L${b * w} ${b * h}M${b * w} ${a * h}L${a * w} ${b * h}`
  }),
  or: withLines(round, (w, h) => pathText`M${w / 2} 0V${h}M0 ${h / 2}H${w}`),
  fork: solid(box(2)),
  hourglass: points([0, 0], [1, 0], [0, 1], [1, 1]),
  bolt: points([0.65, 0], [0.05, 0.58], [0.45, 0.58], [0.25, 1], [0.95, 0.38], [0.55, 0.38], [0.9, 0]),
  delay: (w, h) => {
    const [r, m] = [Math.min(h / 2, w / 2), h / 2]
    return one(
      path`M0 0H${w - r}C${w - r + r * ARC} 0 ${w} ${m - m * ARC} ${w} ${m}C${w} ${m + m * ARC} ${w - r + r * ARC} ${h} ${w - r} ${h}H0Z`,
    )
  },
  display: (w, h) => {
    const [r, m] = [Math.min(20, w / 4), h / 2]
    return one(
      path`M0 ${m}L${r} 0H${w - r}C${w - r * 0.3} 0 ${w} ${m * 0.5} ${w} ${m}C${w} ${m * 1.5} ${w - r * 0.3} ${h} ${w - r} ${h}H${r}Z`,
    )
  },
  disk: (w, h) => cylinder(w, h, 2),
  'horizontal-cylinder': lying,
  datastore: bare((w, h) => pathText`M0 0H${w}M0 ${h}H${w}`),
  tape: (w, h) => ({
    figures: [
      path`M0 ${WAVE}C${w * 0.33} ${3 * WAVE} ${w * 0.67} ${-WAVE} ${w} ${WAVE}V${h - WAVE}C${w * 0.67} ${h - 3 * WAVE} ${w * 0.33} ${h + WAVE} 0 ${h - WAVE}Z`,
    ],
  }),
  flag: (w, h) => ({ figures: [path`M0 0H${w}V${h}H0L${CUT} ${h / 2}Z`], insets: { left: CUT } }),
  'off-page': within(points(...upsideDown(HOUSE)), { bottom: 14 }),
  'brace-left': braces(true, false),
  'brace-right': braces(false, true),
  braces: braces(true, true),
  choice: DIAMOND,
  note: dogEared,
  cloud,
  bang: burst(12, 0.78),
  folder: folder(false),
  bucket: (w, h) => {
    const [r, c, t] = [w / 2, (w / 2) * ARC, w * 0.1]
    const k = CAP * (1 - ARC)
    return {
      figures: [
        path`M0 ${CAP}C0 ${k} ${r - c} 0 ${r} 0C${r + c} 0 ${w} ${k} ${w} ${CAP}L${w - t} ${h - 6}Q${r} ${h + 6} ${t} ${h - 6}Z`,
      ],
      lines: pathText`M0 ${CAP}C0 ${2 * CAP - k} ${r - c} ${2 * CAP} ${r} ${2 * CAP}C${r + c} ${2 * CAP} ${w} ${2 * CAP - k} ${w} ${CAP}`,
      insets: { top: 2 * CAP, bottom: 4, left: t, right: t },
    }
  },
  console: (w, h) => ({ ...one(rect(0, 0, w, h, 4)), ...framed(w, 'M5 4L8 6.5L5 9M10 9H14') }),
  browser: (w, h) => ({ ...one(rect(0, 0, w, h, 4)), ...framed(w, 'M5 6H7M10 6H12M15 6H17') }),
  person: (w, h) => {
    const r = Math.min(w * 0.36, h * 0.2)
    const top = 2 * r + 3
    return {
      figures: [
        path`M0 ${h}V${top + w * 0.4}C0 ${top} ${w * 0.2} ${top} ${w / 2} ${top}C${w * 0.8} ${top} ${w} ${top} ${w} ${top + w * 0.4}V${h}Z`,
        ellipse(w / 2, r, r),
      ],
    }
  },
  component: (w, h) => ({
    figures: [rect(8, 0, w - 8, h, 2), rect(0, h * 0.2, 16, 8), rect(0, h * 0.8 - 8, 16, 8)],
    insets: { left: 18 },
  }),
  box3d: (w, h) => ({
    figures: [path`M0 10L10 0H${w}V${h - 10}L${w - 10} ${h}H0Z`],
    lines: pathText`M0 10H${w - 10}V${h}M${w - 10} 10L${w} 0`,
    insets: { top: 10, right: 10 },
  }),
  tab: folder(true),
  image: (w, h) => ({
    ...one(rect(0, 0, w, h, 4)),
    lines: pathText`M0 ${h * 0.8}L${w * 0.3} ${h * 0.45}L${w * 0.55} ${h * 0.75}L${w * 0.72} ${h * 0.6}L${w} ${h * 0.85}M${w * 0.62} ${h * 0.25}H${w * 0.8}`,
  }),
  icon: (w, h) => ({
    ...one(rect(0, 0, w, h, 10)),
    lines: pathText`M${w * 0.5} ${h * 0.25}L${w * 0.75} ${h * 0.5}L${w * 0.5} ${h * 0.75}L${w * 0.25} ${h * 0.5}Z`,
  }),
  anchor: bare(() => ''),
  point: solid(round),
  egg: (w, h) =>
    one(
      path`M${w / 2} 0C${w * 0.8} 0 ${w} ${h * 0.35} ${w} ${h * 0.62}C${w} ${h * 0.86} ${w * 0.78} ${h} ${w / 2} ${h}C${w * 0.22} ${h} 0 ${h * 0.86} 0 ${h * 0.62}C0 ${h * 0.35} ${w * 0.2} 0 ${w / 2} 0Z`,
    ),
  house: within(points(...HOUSE), { top: 14 }),
  'house-inverted': within(points(...upsideDown(HOUSE)), { bottom: 14 }),
  pentagon: PENTAGON,
  septagon: points(...HEPTAGON),
  octagon: (w, h) => one(octagonIn(0, 0, w, h)),
  'double-octagon': doubled(octagonIn),
  'triple-octagon': doubled(octagonIn, 2),
  star: within(burst(5, 0.5), { top: 4 }),
  underline: bare((w, h) => pathText`M0 ${h}H${w}`),
  polygon: PENTAGON,
  'marked-diamond': withLines(DIAMOND, (w, h) => {
    const [x, y] = [w * 0.1, h * 0.1]
    return pathText`M${w / 2 - x} ${y}H${w / 2 + x}M${w / 2 - x} ${h - y}H${w / 2 + x}M${x} ${h / 2 - y}V${h / 2 + y}M${w - x} ${h / 2 - y}V${h / 2 + y}`
  }),
  'marked-square': withLines(
    plain,
    (w, h) => pathText`M10 0L0 10M${w - 10} 0L${w} 10M10 ${h}L0 ${h - 10}M${w - 10} ${h}L${w} ${h - 10}`,
  ),
  'marked-circle': withLines(
    round,
    (w, h) => pathText`M${w * 0.2} ${h * 0.1}H${w * 0.8}M${w * 0.2} ${h * 0.9}H${w * 0.8}`,
  ),
  'arrow-right': (w, h) => {
    const x = w - arrowHead(w)
    return {
      ...one(path`M0 ${h * 0.18}H${x}V0L${w} ${h / 2}L${x} ${h}V${h * 0.82}H0Z`),
      insets: { right: 10 },
    }
  },
  'arrow-left': (w, h) => {
    const x = arrowHead(w)
    return {
      ...one(path`M${w} ${h * 0.18}H${x}V0L0 ${h / 2}L${x} ${h}V${h * 0.82}H${w}Z`),
      insets: { left: 10 },
    }
  },
  cds: (w, h) => ({ ...one(path`M0 0H${w - 18}L${w} ${h / 2}L${w - 18} ${h}H0Z`), insets: { right: 10 } }),
  record: plain,
  'rounded-record': box(10),
  table: plain,
  ...SBOL,
  'bpmn-start': event(),
  'bpmn-intermediate': doubled(circleIn, 1, 3),
  'bpmn-boundary': doubled(circleIn, 1, 3),
  'bpmn-end': event(2.5),
  'bpmn-gateway': DIAMOND,
  'bpmn-activity': box(10),
  'bpmn-data': dogEared,
  'bpmn-data-store': (w, h) => cylinder(w, h, 2),
  'bpmn-annotation': (w, h) => ({ ...bare(() => pathText`M10 0H0V${h}H10`)(w, h), insets: { left: 6 } }),
  state: box(10),
  composite: box(10),
}
