/** Random texts that are the same in every run. */
export type Random = (below: number) => number

/** Marsaglia's xorshift, over 32 bits. */
export function seeded(seed: number): Random {
  let state = seed | 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Up to `most` pieces in a row. */
export function randomText(random: Random, pieces: readonly string[], most: number): string {
  return Array.from({ length: random(most + 1) }, () => pieces[random(pieces.length)]!).join('')
}

/** `text` with some characters removed, doubled, swapped with others or cut off behind. */
export function mutated(random: Random, text: string, pieces: readonly string[]): string {
  let out = text
  for (let round = random(3); round >= 0; round--) {
    const at = random(out.length + 1)
    const piece = pieces[random(pieces.length)]!
    const length = random(4)
    const kind = random(5)
    if (kind === 0) out = out.slice(0, at) + out.slice(at + length)
    else if (kind === 1) out = out.slice(0, at) + piece + out.slice(at)
    else if (kind === 2) out = out.slice(0, at) + piece + out.slice(at + length)
    else if (kind === 3) out = out.slice(0, at) + out.slice(at - length, at) + out.slice(at)
    else out = random(4) === 0 ? out.slice(0, at) : out
  }
  return out
}
