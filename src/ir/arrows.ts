/** The closed list of arrowheads. Formats map their own names to these in their `shapes.ts`. */
export const arrows = {
  none: 'The line simply ends.',
  normal: 'A filled triangle: the usual arrowhead.',
  empty: 'A triangle with an empty inside.',
  open: 'Two strokes that meet at the tip.',
  half: 'One stroke of an arrowhead, or half a triangle.',
  inverted: 'A filled triangle that points back.',
  'inverted-empty': 'An empty triangle that points back.',
  circle: 'A filled circle.',
  'circle-empty': 'An empty circle.',
  cross: 'A cross.',
  diamond: 'A filled diamond.',
  'diamond-empty': 'An empty diamond.',
  box: 'A filled square.',
  'box-empty': 'An empty square.',
  bar: 'A stroke across the line.',
  curve: 'An arc that opens to the line.',
  'curve-inverted': 'An arc that opens to the node.',
  many: 'A crow’s foot: many.',
  one: 'One stroke across the line: one.',
  'exactly-one': 'Two strokes across the line: one and only one.',
  'one-or-many': 'A crow’s foot and a stroke: one or many.',
  'zero-or-one': 'A small circle and a stroke: none or one.',
  'zero-or-many': 'A crow’s foot and a small circle: none or many.',
} as const

export type Arrow = keyof typeof arrows
export const arrowNames = Object.keys(arrows) as readonly Arrow[]

const POINTED: ReadonlySet<Arrow> = new Set(['normal', 'empty', 'open', 'half'])

/** Whether an arrowhead says which way to go. The others say what kind of end it is: a part, a key, many of them. */
export function isPointed(arrow: Arrow): boolean {
  return POINTED.has(arrow)
}

/** Whether an edge leads from its end to its start: its only arrowhead is there, or the only one that points. */
export function leadsBack(from: Arrow, to: Arrow): boolean {
  return to === 'none' ? from !== 'none' : isPointed(from) && !isPointed(to)
}
