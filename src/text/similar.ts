/** Misspelt words. */

/** The word that was meant, where a mistake or two in typing make the difference. */
export function similar(name: string, words: readonly string[], most = 2): string | undefined {
  const near = words
    .filter(word => Math.abs(word.length - name.length) <= most)
    .map(word => ({ word, steps: distance(name.toLowerCase(), word.toLowerCase(), most) }))
  return near.filter(({ steps }) => steps <= most).sort((a, b) => a.steps - b.steps)[0]?.word
}

/**
 * The known word nearest to a word, if one is so near that it can hardly be chance, and no other is as near. In words
 * shorter than `shortest`, any difference may be meant.
 */
export function nearestWord(word: string, known: Iterable<string>, shortest = 3): string | undefined {
  const most = word.length < shortest ? 0 : word.length < 6 ? 1 : 2
  const lower = word.toLowerCase()
  let best: string | undefined
  let least = most + 1
  let tied = false
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most) continue
    const steps = distance(lower, candidate.toLowerCase(), least)
    // Few people get the first letter wrong.
    const starts = lower[0] === candidate[0]?.toLowerCase()
    if (steps > least || steps > (starts ? most : word.length < 5 ? 0 : 1)) continue
    tied = steps === least && best !== undefined
    if (steps < least) best = candidate
    least = steps
  }
  return tied ? undefined : best
}

/** Whether a word is misspelt beyond doubt where another is the nearest: names that differ in a number are two names (`warn1`, `warn2`). */
export function isMisspelt(word: string, meant: string | undefined): meant is string {
  return meant !== undefined && word.replace(/\D+/g, ' ').trim() === meant.replace(/\D+/g, ' ').trim()
}

/** Letters to add, to leave out, to replace or to swap with a neighbour; anything above `limit` may be given as more. */
function distance(a: string, b: string, limit: number): number {
  if (foreignLetters(a, b, limit) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}

/** Letters of the first word that the second has nowhere: each of them takes a step. No more than one above `limit` are counted. */
function foreignLetters(a: string, b: string, limit: number): number {
  let count = 0
  for (let i = 0; i < a.length && count <= limit; i++) if (!b.includes(a[i]!)) count++
  return count
}
