/** Formatted labels of every syntax as runs. */
import { runsOfDotHtml } from './dot-runs.js'
import { runsOfHtml } from './html-runs.js'
import { iconsIn } from './icons.js'
import { runsOfMermaid } from './mermaid-runs.js'
import { type Formatted, trimmedRuns } from './runs.js'

/** A label's source, and what it is written in. */
export interface RichSource {
  readonly syntax: 'markdown' | 'mermaid-html' | 'dot-html' | 'drawio-html'
  readonly source: string
}

/** The runs of a label; nothing where it is more than text that is formatted. */
export function runsOf({ syntax, source }: RichSource): Formatted | undefined {
  if (syntax === 'dot-html') return runsOfDotHtml(source)
  if (syntax === 'drawio-html') {
    const { runs, whole, bullets } = runsOfHtml(source)
    return { runs: trimmedRuns(runs), whole, ...(bullets && { bullets }) }
  }
  return runsOfMermaid(source, syntax === 'markdown')
}

/** The codes of the icons that stand in a label. */
export const iconsOf = ({ syntax, source }: RichSource): readonly string[] =>
  syntax === 'markdown' || syntax === 'mermaid-html' ? iconsIn(source) : []
