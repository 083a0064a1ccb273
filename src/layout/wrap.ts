/** The option `wrap`: how long a drawing may get along its flow before that goes on in the next row. */
import type { FormatOption, FormatOptions } from '../format.js'

/** The long sides of sheets as draw.io has them: on its side for what flows across, upright for what flows down. */
const SHEETS: ReadonlyMap<string, number> = new Map([
  ['a4', 1169],
  ['a3', 1654],
  ['letter', 1100],
])

/** Less than this holds no step and its lines; more is no limit. */
const LEAST = 200
const MOST = 100_000

function pixelsIn(value: string): number | undefined {
  const pixels = /^\d{1,6}$/.test(value) ? Number(value) : 0
  return pixels >= LEAST && pixels <= MOST ? pixels : undefined
}

export const wrapOption: FormatOption = {
  name: 'wrap',
  values: [...SHEETS.keys()],
  takes: 'PIXELS',
  fault: value =>
    pixelsIn(value) === undefined
      ? `the option “wrap” takes a4, a3, letter or a number of pixels from ${LEAST} to ${MOST}, not “${value}”`
      : undefined,
  for: ['write'],
  about:
    'a flow that is longer, in lanes or without groups, goes on in the next row: `a4`, `a3`, `letter` for the long side of a sheet, or a number of pixels',
}

/** The pixels that such an option means; nothing where there is none. */
export function wrapOf({ wrap }: FormatOptions): number | undefined {
  return typeof wrap === 'string' ? (SHEETS.get(wrap) ?? pixelsIn(wrap)) : undefined
}
