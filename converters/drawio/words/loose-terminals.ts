/**
 * Ends of a line that its file fastens to nothing, and that are read as ends at a shape: `loose` in the document of an edge. By
 * `source` and `target` it has the cell of that shape, the box of it on the page, and what the file names as the terminal, if anything.
 */
import type { Edge, Value } from '../../../src/ir/model.js'
import { type DrawnBox, rounded } from '../document/box.js'
import { inFile } from './in-file.js'

type Terminal = 'source' | 'target'

export interface LooseTerminal {
  /** The id of the shape's cell. */
  readonly cell: string
  readonly box: DrawnBox
  /** The id that the file has: one that is not there. */
  readonly id: string | undefined
}

const numbersOf = ({ x, y, width, height }: DrawnBox): number[] => [x, y, width, height].map(rounded)

export function looseTerminals(ends: Iterable<readonly [Terminal, LooseTerminal]>): Map<string, Value> {
  return new Map(
    [...ends].map(([name, { cell, box, id }]) => [
      name,
      new Map<string, Value>([
        ['cell', cell],
        ['box', numbersOf(box)],
        ...(id === undefined ? [] : [['id', id] as const]),
      ]),
    ]),
  )
}

/**
 * How the file has an end, as long as the shape that it is read to be meant for is the edge's and stands where it stood.
 * @returns the attribute to write, or none; nothing at all where the end is to be fastened
 */
export function asLoose(
  edge: Edge,
  name: Terminal,
  cell: string,
  box: DrawnBox | undefined,
): readonly (readonly [Terminal, string])[] | undefined {
  const loose = inFile(edge)?.get('loose')
  const own = loose instanceof Map ? loose.get(name) : undefined
  if (!(own instanceof Map) || own.get('cell') !== cell || !box) return undefined
  const before = own.get('box')
  if (!Array.isArray(before) || before.join() !== numbersOf(box).join()) return undefined
  const id = own.get('id')
  return typeof id === 'string' ? [[name, id]] : []
}
