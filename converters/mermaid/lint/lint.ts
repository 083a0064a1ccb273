/** The linter of Mermaid: what mermaid takes without a word, and nobody means. */
import type { FormatOptions, ReadResult } from '../../../src/format.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { documentOf } from '../read/document.js'
import { undefinedClasses } from './classes.js'
import { ignoredDirections } from './directions.js'
import { overwrittenLabels, signsAtArrows, stylesOfNothing } from './nodes.js'
import { commasInIds, labelsOverLines } from './slips.js'
import { lintMermaidVersion } from './versions.js'

/**
 * What is to be said of a text that was read: what the reader says and, where there are no errors, what the rules find. Gives
 * `lint/undefined-class`, `lint/style-target`, `lint/overwritten`, `lint/subgraph-as-node`, `lint/arrow-sign`, `lint/comma-in-id`,
 * `lint/label-over-lines` and `lint/ignored-direction`.
 * Where a release of mermaid is asked for, also what `lintMermaidVersion` finds.
 * @see docs/lint.md
 */
export function lintMermaid(
  text: string,
  { graphs, messages }: ReadResult,
  options: FormatOptions,
): readonly Message[] {
  const said = [...messages, ...lintMermaidVersion(text, options)]
  const document = hasErrors(messages) ? undefined : documentOf(text)
  if (!document) return said
  return [
    ...said,
    ...undefinedClasses(document),
    ...stylesOfNothing(document),
    ...overwrittenLabels(document),
    ...signsAtArrows(document),
    ...commasInIds(document),
    ...labelsOverLines(document),
    ...graphs.flatMap(ignoredDirections),
  ]
}
