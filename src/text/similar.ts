/** Misspelt words. */

/** The word that was meant, where a mistake or two in typing make the difference. */
export function similar(name: string, words: readonly string[], most = 2): string | undefined {
  const near = words.map(word => ({ word, steps: distance(name.toLowerCase(), word.toLowerCase()) }))
  return near.filter(({ steps }) => steps <= most).sort((a, b) => a.steps - b.steps)[0]?.word
}

/** Letters to put in, take out or replace, and neighbours to change places. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : replaced
      next.push(Math.min(replaced, swapped, row[j]! + 1, next[j - 1]! + 1))
    }
    before = row
    row = next
  }
  return row[b.length]!
}
