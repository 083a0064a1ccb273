/**
 * Three versions of a text as one, line by line: what one side changed is taken, and what both changed is left to a person, between the
 * marks that git writes.
 */
import { diffArrays } from 'diff'
import type { Range } from '../documents/block.js'

export interface MergedLines {
  readonly text: string
  /** Where in it both sides stand one behind the other, with the marks around them. */
  readonly conflicts: readonly Range[]
}

/** Lines of the base, and what stands in their place on one side. */
interface Hunk {
  readonly side: 'ours' | 'theirs'
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** Versions that differ in more lines are compared as one piece: finding what they have in common takes the square of this. */
const MOST_EDITS = 1000

/** @see https://www.cis.upenn.edu/~bcpierce/papers/diff3-short.pdf for what is meant by it */
export function mergeLines(base: string, ours: string, theirs: string): MergedLines {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [] }
  if (ours === base) return { text: theirs, conflicts: [] }
  const before = linesOf(base)
  const sides = { ours: linesOf(ours), theirs: linesOf(theirs) }
  const hunks = [...hunksOf(before, sides.ours, 'ours'), ...hunksOf(before, sides.theirs, 'theirs')]
  hunks.sort((a, b) => a.start - b.start || a.end - b.end)
  const merged = new Merged(/\r\n/.test(ours) ? '\r\n' : '\n')
  let copied = 0
  for (const region of regionsOf(hunks)) {
    merged.add(before.slice(copied, region.start))
    const [mine, other] = [textIn(region, 'ours', sides.ours), textIn(region, 'theirs', sides.theirs)]
    if (!mine || !other) merged.add(mine ?? other ?? [])
    else merged.addBoth(mine, other)
    copied = region.end
  }
  merged.add(before.slice(copied))
  return merged.done()
}

/** Each with what ends it. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []

function hunksOf(before: readonly string[], after: readonly string[], side: Hunk['side']): Hunk[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-same - 1) === after.at(-same - 1)) same++
  const [end, to] = [before.length - same, after.length - same]
  const parts = diffArrays(before.slice(start, end), after.slice(start, to), { maxEditLength: MOST_EDITS })
  if (!parts) return [{ side, start, end, from: start, to }]
  const hunks: Hunk[] = []
  let own = start
  let other = start
  for (let place = 0; place < parts.length; place++) {
    const { count, added, removed } = parts[place]!
    if (!added && !removed) {
      own += count
      other += count
      continue
    }
    const next = parts[place + 1]
    const isPair = next !== undefined && (next.added || next.removed)
    if (isPair) place++
    const counts = isPair ? [parts[place - 1]!, next] : [parts[place]!]
    const gone = counts.reduce((sum, part) => sum + (part.removed ? part.count : 0), 0)
    const came = counts.reduce((sum, part) => sum + (part.added ? part.count : 0), 0)
    hunks.push({ side, start: own, end: own + gone, from: other, to: other + came })
    own += gone
    other += came
  }
  return hunks
}

interface Region {
  readonly start: number
  readonly end: number
  readonly hunks: readonly Hunk[]
}

/** Hunks that meet, or touch, are one region. */
function regionsOf(hunks: readonly Hunk[]): Region[] {
  const regions: { start: number; end: number; hunks: Hunk[] }[] = []
  for (const hunk of hunks) {
    const last = regions.at(-1)
    if (last && hunk.start <= last.end) {
      last.end = Math.max(last.end, hunk.end)
      last.hunks.push(hunk)
    } else regions.push({ start: hunk.start, end: hunk.end, hunks: [hunk] })
  }
  return regions
}

/** What one side has in the place of a region; nothing where it left it as it was. */
function textIn(
  { start, end, hunks }: Region,
  side: Hunk['side'],
  lines: readonly string[],
): readonly string[] | undefined {
  const own = hunks.filter(hunk => hunk.side === side)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return undefined
  return lines.slice(first.from - (first.start - start), last.to + (end - last.end))
}

class Merged {
  readonly #parts: string[] = []
  readonly #conflicts: Range[] = []
  #length = 0

  constructor(readonly end: string) {}

  add(lines: readonly string[]): void {
    for (const line of lines) {
      this.#parts.push(line)
      this.#length += line.length
    }
  }

  /** What both begin and end with stands there once, and the rest of both between marks. */
  addBoth(ours: readonly string[], theirs: readonly string[]): void {
    const most = Math.min(ours.length, theirs.length)
    let start = 0
    while (start < most && ours[start] === theirs[start]) start++
    let same = 0
    while (same < most - start && ours.at(-same - 1) === theirs.at(-same - 1)) same++
    this.add(ours.slice(0, start))
    const [mine, other] = [ours, theirs].map(lines => lines.slice(start, lines.length - same))
    if (mine!.length + other!.length > 0) {
      const from = this.#length
      this.add([`<<<<<<< ours${this.end}`, ...this.#ended(mine!)])
      this.add([`=======${this.end}`, ...this.#ended(other!), `>>>>>>> theirs${this.end}`])
      this.#conflicts.push([from, this.#length])
    }
    this.add(ours.slice(ours.length - same))
  }

  /** A mark stands on a line of its own. */
  #ended(lines: readonly string[]): readonly string[] {
    const last = lines.at(-1)
    return last === undefined || /[\r\n]$/.test(last) ? lines : [...lines.slice(0, -1), last + this.end]
  }

  done(): MergedLines {
    return { text: this.#parts.join(''), conflicts: this.#conflicts }
  }
}
