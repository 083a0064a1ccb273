/**
 * Ends of a line that its file fastens to nothing, and that are read as ends at a shape: `loose` in the document of an edge. By
 * `source` and `target` it has the cell of that shape, the box of it on the page, what the file names as the terminal, if anything, and
 * the arrowhead that the end has only by the line that it goes on in, with the style there that has none (`marker`).
 */
import type { Arrow } from '../../../src/ir/arrows.js'
import type { Edge, Value } from '../../../src/ir/model.js'
import { type DrawnBox, rounded } from '../document/box.js'
import { parseStyle, type StyleMap } from '../document/style.js'
import { drawnLine } from './geometry.js'
import { inFile, withInFile } from './in-file.js'
import { markerKeys } from './markers.js'

type Terminal = 'source' | 'target'

export interface LooseTerminal {
  /** The id of the shape's cell. */
  readonly cell: string
  readonly box: DrawnBox
  /** The id that the file has: one that is not there. */
  readonly id: string | undefined
  /** The arrowhead of the line that goes on from there, and the style that the file has instead. */
  readonly arrow?: Arrow | undefined
  readonly marker?: string | undefined
}

const numbersOf = ({ x, y, width, height }: DrawnBox): number[] => [x, y, width, height].map(rounded)

export function looseTerminals(ends: Iterable<readonly [Terminal, LooseTerminal]>): Map<string, Value> {
  return new Map(
    [...ends].map(([name, { cell, box, id, arrow, marker }]) => [
      name,
      new Map<string, Value>([
        ['cell', cell],
        ['box', numbersOf(box)],
        ...(id === undefined ? [] : [['id', id] as const]),
        ...(arrow === undefined ? [] : [['arrow', arrow] as const]),
        ...(marker === undefined ? [] : [['marker', marker] as const]),
      ]),
    ]),
  )
}

/** Whether the file fastens an end of an edge to nothing. */
export const hasLooseEnds = (edge: Edge): boolean => inFile(edge)?.get('loose') !== undefined

/** Without it, a line that is fastened to nothing there leads nowhere. */
const hasPoint = (edge: Edge, name: Terminal): boolean =>
  drawnLine(edge)?.more?.some(element => element.includes(`as="${name}Point"`)) === true

/** The edge with ends that are to be fastened. */
export const withoutLooseEnds = (edge: Edge): Edge => withInFile(edge, [['loose', undefined]])

function looseIn(edge: Edge, name: Terminal): ReadonlyMap<string, Value> | undefined {
  const loose = inFile(edge)?.get('loose')
  const own = loose instanceof Map ? loose.get(name) : undefined
  return own instanceof Map ? own : undefined
}

/** A style with what the file has at an end whose arrowhead stands at the line that goes on from there. */
export function withArrowInFile(edge: Edge, name: Terminal, style: StyleMap): StyleMap {
  const own = looseIn(edge, name)
  const marker = own?.get('marker')
  const { arrow } = name === 'source' ? edge.from : edge.to
  if (typeof marker !== 'string' || own?.get('arrow') !== arrow) return style
  const drawn = parseStyle(marker)
  const changed = new Map(style)
  for (const key of markerKeys(name)) {
    const value = drawn.get(key)
    if (value === undefined) changed.delete(key)
    else changed.set(key, value)
  }
  return changed
}

/**
 * How the file has an end, as long as it has a point for it, and the shape that it is read to be meant for is the edge's and stands where
 * it stood.
 * @returns the attribute to write, or none; nothing at all where the end is to be fastened
 */
export function asLoose(
  edge: Edge,
  name: Terminal,
  cell: string,
  box: DrawnBox | undefined,
): readonly (readonly [Terminal, string])[] | undefined {
  const own = looseIn(edge, name)
  if (!own || own.get('cell') !== cell || !box || !hasPoint(edge, name)) return undefined
  const before = own.get('box')
  if (!Array.isArray(before) || before.join() !== numbersOf(box).join()) return undefined
  const id = own.get('id')
  return typeof id === 'string' ? [[name, id]] : []
}
