/** Mermaid's markdown labels as runs. They know emphasis only: `*a*`, `_a_`, `**a**`, `__a__`, with HTML in between. */
import { type Format, joinedRuns, type Run, textOfRuns } from './runs.js'

/** Strong emphasis, then plain emphasis: each mark with what stands between two of it. */
const STRONG = /(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1/g
const EMPHASIS = /(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/g

/** The runs of a label, given those of its HTML, with its marks of emphasis read. */
export function withEmphasis(runs: readonly Run[]): Run[] {
  if (!/[*_]/.test(textOfRuns(runs))) return [...runs]
  const strong = marked(runs, STRONG, { bold: true })
  // Plain emphasis may stand in strong emphasis, whose marks can be told only without it.
  return marked(marked(strong, EMPHASIS, { italic: true }), STRONG, { bold: true })
}

/** The runs without the marks that a pattern finds, what stands between them formatted. */
function marked(runs: readonly Run[], pattern: RegExp, format: Format): Run[] {
  const text = textOfRuns(runs)
  const cuts: { readonly at: number; readonly skip: number; readonly inside: boolean }[] = []
  for (const { index, 0: whole, 1: mark } of text.matchAll(pattern)) {
    const length = mark!.length
    cuts.push({ at: index, skip: length, inside: true })
    cuts.push({ at: index + whole.length - length, skip: length, inside: false })
  }
  if (cuts.length === 0) return [...runs]
  const found: Run[] = []
  let offset = 0
  let next = 0
  let inside = false
  let skipped = 0
  for (const run of runs) {
    let from = Math.max(0, skipped - offset)
    const end = offset + run.text.length
    const add = (to: number): void => {
      if (to <= from) return
      found.push({
        text: run.text.slice(from, to),
        format: inside ? { ...run.format, ...format } : run.format,
      })
    }
    for (; next < cuts.length && cuts[next]!.at < end; next++) {
      const { at, skip, inside: now } = cuts[next]!
      add(at - offset)
      inside = now
      skipped = at + skip
      from = Math.min(skipped, end) - offset
    }
    add(run.text.length)
    offset = end
  }
  return joinedRuns(found)
}
