/** Which diagram of a document is which in another version of it. */
import type { Block } from '../documents/block.js'
import { addTo } from '../ir/lists.js'

/** More pairs than these are not compared with each other: diagrams that all changed at once are then the same by their order. */
const MOST_PAIRS = 2500

/**
 * The place of each block in another version: by its text, else by its title, else by where it stands between those that are found, and
 * there by the lines that both have. What is found nowhere is not in it.
 */
export function matchBlocks(before: readonly Block[], after: readonly Block[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (one: number, other: number) => {
    found.set(one, other)
    taken.add(other)
  }
  for (const keyOf of [textKey, titleKey]) {
    const left = placesBy(after, keyOf, place => taken.has(place))
    const own = placesBy(before, keyOf, place => found.has(place))
    for (const [key, places] of own) {
      const others = left.get(key) ?? []
      // The same text twice is the same in its order; of two with one title nobody knows.
      if (keyOf === titleKey && (places.length > 1 || others.length > 1)) continue
      for (const [index, place] of places.entries()) {
        const other = others[index]
        if (other !== undefined) pair(place, other)
      }
    }
  }
  const gaps = gapsOf(before, after, found)
  for (const { own, others } of gaps)
    for (const [one, other] of inGap(before, after, own, others)) pair(one, other)
  return found
}

const textKey = ({ language, text }: Block): string => `${language}\n${text}`
const titleKey = ({ language, title }: Block): string | undefined =>
  title === undefined ? undefined : `${language}\n${title}`

function placesBy(
  blocks: readonly Block[],
  keyOf: (block: Block) => string | undefined,
  isLeftOut: (place: number) => boolean,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, block] of blocks.entries()) {
    const key = isLeftOut(place) ? undefined : keyOf(block)
    if (key !== undefined) addTo(places, key, place)
  }
  return places
}

interface Gap {
  readonly own: number[]
  readonly others: number[]
}

/** Blocks without a partner, by the pairs that stand before and behind them. */
function gapsOf(
  before: readonly Block[],
  after: readonly Block[],
  found: ReadonlyMap<number, number>,
): Iterable<Gap> {
  const back = new Map([...found].map(([one, other]) => [other, one]))
  const gaps = new Map<string, Gap>()
  const fill = (count: number, pairOf: (place: number) => number | undefined, side: keyof Gap) => {
    let last = -1
    let waiting: number[] = []
    const close = (next: number) => {
      for (const place of waiting) {
        const key = `${last} ${next}`
        const gap = gaps.get(key) ?? { own: [], others: [] }
        gaps.set(key, gap)
        gap[side].push(place)
      }
      waiting = []
    }
    for (let place = 0; place < count; place++) {
      const partner = pairOf(place)
      if (partner === undefined) waiting.push(place)
      else {
        close(partner)
        last = partner
      }
    }
    close(-1)
  }
  // Pairs are named by their place in the newer version.
  fill(before.length, place => found.get(place), 'own')
  fill(after.length, place => (back.has(place) ? place : undefined), 'others')
  return gaps.values()
}

/** As many as there are stand in the same order; else those are the same that have the most lines in common. */
function inGap(
  before: readonly Block[],
  after: readonly Block[],
  own: readonly number[],
  others: readonly number[],
): readonly (readonly [number, number])[] {
  if (own.length === others.length || own.length * others.length > MOST_PAIRS)
    return own.slice(0, others.length).map((place, index) => [place, others[index]!])
  const lines = new Map(own.map(place => [place, linesOf(before[place]!)]))
  const scored = others.flatMap(other => {
    const there = linesOf(after[other]!)
    return own.map(place => ({ place, other, same: shared(lines.get(place)!, there) }))
  })
  scored.sort((a, b) => b.same - a.same || a.place - b.place || a.other - b.other)
  const used = new Set<number>()
  const usedOthers = new Set<number>()
  return scored.flatMap(({ place, other, same }) => {
    if (same < LEAST || used.has(place) || usedOthers.has(other)) return []
    used.add(place)
    usedOthers.add(other)
    return [[place, other] as const]
  })
}

/** The share of lines that two have in common, from which they may be the same. */
const LEAST = 0.3

const linesOf = ({ text }: Block): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  )

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let same = 0
  for (const line of a) if (b.has(line)) same++
  return same === 0 ? 0 : (2 * same) / (a.size + b.size)
}
