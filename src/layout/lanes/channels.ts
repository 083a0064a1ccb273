/** Side by side: which track of its channel each piece of way gets, so that no two lie on each other. */

/** A piece of way that runs along a channel, from `low` to `high`. */
export interface Piece {
  readonly low: number
  readonly high: number
  /**
   * Where the way leaves the channel, and to which side of it: -1 towards smaller coordinates, 1 towards larger. At a
   * node's side that place is fixed; a turn into another channel gets a track of its own there.
   */
  readonly leaves: readonly { readonly at: number; readonly side: -1 | 1; readonly fixed: boolean }[]
}

/** The pieces of one channel, those of a bundle as one; and by its place in the list, which of them each one is in. */
export function bundledPieces(
  list: readonly { readonly way: number; readonly piece: Piece }[],
  bundleOf: (way: number) => number | undefined,
): { readonly pieces: readonly Piece[]; readonly pieceOf: readonly number[] } {
  const unions: Union[] = []
  const places = new Map<number, number>()
  const pieceOf = list.map(({ way, piece }) => {
    const bundle = bundleOf(way)
    let place = bundle === undefined ? undefined : places.get(bundle)
    if (place === undefined) {
      place = unions.push({ low: piece.low, high: piece.high, leaves: new Map() }) - 1
      if (bundle !== undefined) places.set(bundle, place)
    }
    const union = unions[place]!
    union.low = Math.min(union.low, piece.low)
    union.high = Math.max(union.high, piece.high)
    for (const leave of piece.leaves) union.leaves.set(`${leave.at} ${leave.side}`, leave)
    return place
  })
  return { pieces: unions.map(union => ({ ...union, leaves: [...union.leaves.values()] })), pieceOf }
}

interface Union {
  low: number
  high: number
  readonly leaves: Map<string, Piece['leaves'][number]>
}

/** Up to so many pieces, every pair of a channel is compared; above, they only go by their middles. */
export const COMPARED_PIECES = 160
const NEAR = 0.02
const OVERLAP_COST = 20

/** What it costs to draw `p` on a smaller coordinate than `q`: the crossings and overlaps between them. */
function cost(p: Piece, q: Piece): number {
  let sum = 0
  for (const { at, side } of q.leaves) if (side < 0 && at > p.low && at < p.high) sum++
  for (const { at, side, fixed } of p.leaves) {
    if (side < 0) continue
    if (at > q.low && at < q.high) sum++
    for (const other of q.leaves) {
      if (other.side < 0 && Math.abs(other.at - at) < NEAR) sum += fixed && other.fixed ? OVERLAP_COST : 1
    }
  }
  return sum
}

/** The pieces in an order with few crossings: each is put where it disturbs the earlier ones least. */
function ordered(pieces: readonly Piece[]): number[] {
  const lean = (piece: Piece): number => piece.leaves.reduce((sum, { side }) => sum + side, 0)
  const order = pieces.map((_, i) => i)
  const middle = (i: number): number => pieces[i]!.low + pieces[i]!.high
  order.sort((a, b) => lean(pieces[a]!) - lean(pieces[b]!) || middle(a) - middle(b) || a - b)
  if (pieces.length > COMPARED_PIECES) return order
  const placed: number[] = []
  for (const index of order) {
    const piece = pieces[index]!
    let here = placed.reduce((sum, other) => sum + cost(piece, pieces[other]!), 0)
    let [best, bestAt] = [here, 0]
    placed.forEach((other, i) => {
      here += cost(pieces[other]!, piece) - cost(piece, pieces[other]!)
      if (here <= best) [best, bestAt] = [here, i + 1]
    })
    placed.splice(bestAt, 0, index)
  }
  return placed
}

/** The track of each piece, and how many tracks there are. Pieces that do not meet may share one. */
export function assignTracks(pieces: readonly Piece[]): {
  readonly track: number[]
  readonly tracks: number
} {
  const order = ordered(pieces)
  const track = new Array<number>(pieces.length).fill(0)
  let tracks = 0
  if (pieces.length > COMPARED_PIECES) {
    const ends: number[] = []
    for (const index of [...order].sort((a, b) => pieces[a]!.low - pieces[b]!.low || a - b)) {
      const { low, high } = pieces[index]!
      let free = ends.findIndex(end => end < low - NEAR)
      if (free < 0) free = ends.length
      ends[free] = high
      track[index] = free
    }
    return { track, tracks: ends.length }
  }
  order.forEach((index, i) => {
    const { low, high } = pieces[index]!
    let own = 0
    for (const earlier of order.slice(0, i)) {
      const other = pieces[earlier]!
      if (other.low <= high + NEAR && other.high >= low - NEAR) own = Math.max(own, track[earlier]! + 1)
    }
    track[index] = own
    tracks = Math.max(tracks, own + 1)
  })
  return { track, tracks }
}
