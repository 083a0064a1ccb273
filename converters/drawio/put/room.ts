/** The boxes of a page that may make room: what stands where, free spots, and space put in between. */
import { addTo } from '../../../src/ir/lists.js'
import { rounded } from '../document/box.js'

export interface Placed {
  x: number
  y: number
  width: number
  height: number
  title?: number
}

export type Axis = 'x' | 'y'
export type Spot = Readonly<Pick<Placed, 'x' | 'y' | 'width' | 'height'>>

export const GAP = 30
/** How near a new box may come to another. */
const MARGIN = 10
/** How many steps away from the best place a free spot is looked for. */
const RINGS = 10
const TILE = 200

export interface Room {
  readonly nodes: Map<string, Placed>
  readonly groups: Map<string, Placed>
  readonly loops: (Placed | undefined)[]
  /** What stays where it is: cells of a person's that are no nodes. */
  readonly fixed: readonly Spot[]
  pool?: Placed
  /** The bends of each edge. */
  readonly bends: [number, number][][]
  /** Boxes by the tiles they touch; nothing where it has to be made anew. */
  tiles?: Map<string, Placed[]> | undefined
}

export const SMALL: Spot = { x: 0, y: 0, width: 120, height: 60 }

const sizeOf = { x: 'width', y: 'height' } as const

export const endOf = (box: Spot, axis: Axis): number => box[axis] + box[sizeOf[axis]]

export const contains = (outer: Spot, inner: Spot): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  endOf(outer, 'x') >= endOf(inner, 'x') &&
  endOf(outer, 'y') >= endOf(inner, 'y')

/**
 * Puts space in at a coordinate, over the whole page: what begins there or behind it moves, what spans it
 * grows if it holds others. Nothing that did not overlap does so afterwards. A negative amount takes space out.
 * @param reaching boxes that end at the coordinate and are to grow
 */
export function insertSpace(
  room: Room,
  axis: Axis,
  at: number,
  amount: number,
  reaching: ReadonlySet<Placed>,
): void {
  const size = sizeOf[axis]
  const containers = [...room.groups.values(), ...(room.pool ? [room.pool] : [])]
  for (const box of containers) {
    const [start, end] = [box[axis], endOf(box, axis)]
    if (start < at && (end > at || (end === at && reaching.has(box)))) box[size] = rounded(box[size] + amount)
    else if (start >= at) box[axis] = rounded(start + amount)
  }
  for (const box of [...room.nodes.values(), ...room.loops]) {
    if (box && box[axis] >= at) box[axis] = rounded(box[axis] + amount)
  }
  const part = axis === 'x' ? 0 : 1
  for (const bends of room.bends) {
    for (const point of bends) if (point[part] >= at) point[part] = rounded(point[part] + amount)
  }
  room.tiles = undefined
}

function* tilesOf({ x, y, width, height }: Spot): Generator<string> {
  const last = (start: number, length: number): number => Math.floor((start + Math.min(length, 1e5)) / TILE)
  for (let i = Math.floor(x / TILE); i <= last(x, width); i++) {
    for (let j = Math.floor(y / TILE); j <= last(y, height); j++) yield `${i} ${j}`
  }
}

function addToTiles(tiles: Map<string, Placed[]>, box: Placed): void {
  for (const key of tilesOf(box)) addTo(tiles, key, box)
}

/** Takes down that a box stands somewhere now. */
export function settle(room: Room, kind: 'nodes' | 'groups', id: string, box: Placed): void {
  room[kind].set(id, box)
  if (room.tiles) addToTiles(room.tiles, box)
}

function tilesFor(room: Room): Map<string, Placed[]> {
  if (room.tiles) return room.tiles
  const tiles = new Map<string, Placed[]>()
  const all = [
    ...room.nodes.values(),
    ...room.groups.values(),
    ...(room.pool ? [room.pool] : []),
    ...room.fixed,
  ]
  for (const box of all) addToTiles(tiles, box as Placed)
  room.tiles = tiles
  return tiles
}

const overlap = (a: Spot, b: Spot): boolean =>
  a.x < b.x + b.width + MARGIN &&
  b.x < a.x + a.width + MARGIN &&
  a.y < b.y + b.height + MARGIN &&
  b.y < a.y + a.height + MARGIN

function isFree(room: Room, spot: Spot, around: ReadonlySet<Spot>): boolean {
  const tiles = tilesFor(room)
  for (const key of tilesOf({
    x: spot.x - MARGIN,
    y: spot.y - MARGIN,
    width: spot.width + 2 * MARGIN,
    height: spot.height + 2 * MARGIN,
  })) {
    for (const box of tiles.get(key) ?? []) if (!around.has(box) && overlap(spot, box)) return false
  }
  return true
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/**
 * The free spot nearest to the wanted one, inside of an area where there is one.
 * @param around the boxes that the spot is in, which are not in its way
 */
export function freeSpot(
  room: Room,
  wanted: Spot,
  area: Spot | undefined,
  around: ReadonlySet<Spot>,
): Spot | undefined {
  const { width, height } = wanted
  if (area && (width > area.width || height > area.height)) return undefined
  const inside = ({ x, y }: { x: number; y: number }): Spot => ({
    x: Math.round(area ? clamp(x, area.x, area.x + area.width - width) : x),
    y: Math.round(area ? clamp(y, area.y, area.y + area.height - height) : y),
    width,
    height,
  })
  const [across, down] = [(width + GAP) / 2, (height + GAP) / 2]
  for (let ring = 0; ring <= RINGS; ring++) {
    const spots: { spot: Spot; far: number }[] = []
    for (let i = -ring; i <= ring; i++) {
      for (let j = -ring; j <= ring; j++) {
        if (Math.max(Math.abs(i), Math.abs(j)) !== ring) continue
        const spot = inside({ x: wanted.x + i * across, y: wanted.y + j * down })
        spots.push({ spot, far: Math.abs(spot.x - wanted.x) + Math.abs(spot.y - wanted.y) })
      }
    }
    spots.sort((a, b) => a.far - b.far)
    const found = spots.find(({ spot }) => isFree(room, spot, around))
    if (found) return found.spot
  }
  return undefined
}
