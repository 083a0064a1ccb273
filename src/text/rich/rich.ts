/** Formatted labels of every syntax, for those who ask what they say and not how it is written. Only this file knows which is which. */
import { runsOfDotHtml } from './dot-runs.js'
import { tableOfDotHtml } from './dot-table.js'
import { htmlOfRuns } from './html-of-runs.js'
import { runsOfHtml } from './html-runs.js'
import { iconsIn } from './icons.js'
import { runsOfMermaid } from './mermaid-runs.js'
import { type Formatted, joinedRuns, linesOfRuns, PLAIN, type Run, trimmedRuns } from './runs.js'
import type { TableCell } from './table.js'

/** A label's source, and what it is written in. */
export interface RichSource {
  readonly syntax: 'markdown' | 'mermaid-html' | 'dot-html' | 'drawio-html'
  readonly source: string
}

/** Whether a label is HTML as a browser has it. */
const isOfBrowsers = ({ syntax }: RichSource): boolean => syntax === 'drawio-html'

/** The runs of a label; nothing where it is more than text that is formatted. */
export function runsOf(rich: RichSource): Formatted | undefined {
  const { syntax, source } = rich
  if (syntax === 'dot-html') return runsOfDotHtml(source)
  if (isOfBrowsers(rich)) {
    const { runs, whole, bullets } = runsOfHtml(source)
    return { runs: trimmedRuns(runs), whole, ...(bullets && { bullets }) }
  }
  return runsOfMermaid(source, syntax === 'markdown')
}

/** Blanks that no renderer of SVG takes together. */
const KEPT = '\u00a0'

/** As `runsOf`, with the blanks of preformatted text, which only a picture shows. */
export function drawnRunsOf(rich: RichSource): Formatted | undefined {
  const read = runsOf(rich)
  if (!read || !isOfBrowsers(rich) || !/<pre\b/i.test(rich.source)) return read
  const { runs, preformatted } = runsOfHtml(rich.source)
  const kept = linesOfRuns(runs).flatMap((line, i): Run[] => [
    ...(i > 0 ? [{ text: '\n', format: PLAIN }] : []),
    ...(preformatted.has(i)
      ? line.map(({ text, format }) => ({ text: text.replaceAll(' ', KEPT), format }))
      : trimmedRuns(line)),
  ])
  return { ...read, runs: joinedRuns(kept) }
}

/** Runs as a label in the syntax that holds all that runs say: HTML as a browser has it. */
export const richOfRuns = (runs: readonly Run[]): RichSource => ({
  syntax: 'drawio-html',
  source: htmlOfRuns(runs, '<br>'),
})

/** The codes of the icons that stand in a label. */
export const iconsOf = ({ syntax, source }: RichSource): readonly string[] =>
  syntax === 'markdown' || syntax === 'mermaid-html' ? iconsIn(source) : []

/** The rows of a label that is one table of texts; nothing where it is none. */
export const tableOf = ({ syntax, source }: RichSource): readonly (readonly TableCell[])[] | undefined =>
  syntax === 'dot-html' ? tableOfDotHtml(source) : undefined
