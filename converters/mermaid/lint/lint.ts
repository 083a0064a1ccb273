/** The linter of Mermaid: what mermaid takes without a word, and nobody means. */
import type { Format, FormatOptions, ReadResult } from '../../../src/format.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { readLooking, resultOf } from '../read/read.js'
import { newSeen, type Sight, see } from '../read/seen.js'
import { undefinedClasses } from './classes.js'
import { ignoredDirections } from './directions.js'
import { overwrittenLabels, signsAtArrows, stylesOfNothing } from './nodes.js'
import {
  commasBetweenIds,
  commasInIds,
  ignoredDirectives,
  labelsOverLines,
  pipesInLabels,
  semicolonsInStyles,
} from './slips.js'
import { lintMermaidVersion } from './versions.js'

/**
 * What is to be said of a text that was read: what the reader says and, where there are no errors, what the rules find. Gives
 * `lint/undefined-class`, `lint/style-target`, `lint/overwritten`, `lint/subgraph-as-node`, `lint/arrow-sign`, `lint/comma-in-id`,
 * `lint/label-over-lines`, `lint/pipes-in-label`, `lint/semicolon-in-style`, `lint/ignored-directive` and `lint/ignored-direction`.
 * Where a release of mermaid is asked for, also what `lintMermaidVersion` finds.
 * @see docs/lint.md
 */
export function lintMermaid(text: string, result: ReadResult, options: FormatOptions): readonly Message[] {
  return findings(hasErrors(result.messages) ? undefined : looked(text).sight, text, result, options)
}

/** What was read last, until the linter has seen it. */
let last: ReturnType<typeof looked> | undefined

/** Reading, and `lintMermaid` of the text that was read last without another look at it. */
export const mermaidLinter: NonNullable<Format['linter']> = {
  read: (text, options) => {
    last = looked(text)
    return resultOf(last.reading, options)
  },
  lint: (text, result, options) => {
    const known = last?.text === text ? last : undefined
    last = undefined
    if (!known || hasErrors(result.messages)) return lintMermaid(text, result, options)
    return findings(known.sight, text, result, options)
  },
}

/** A text as it reads, with what the rules want to see of it, where nothing in it had to be mended. */
function looked(text: string) {
  const seen = newSeen()
  const reading = readLooking(text, (source, tree, firstEdge) => see(seen, source, tree, firstEdge))
  const sight: Sight | undefined = reading.isClean
    ? Object.assign(seen, { text, flow: reading.flow })
    : undefined
  return { text, reading, sight }
}

const RULES: readonly ((sight: Sight) => readonly Message[])[] = [
  undefinedClasses,
  stylesOfNothing,
  overwrittenLabels,
  signsAtArrows,
  commasInIds,
  commasBetweenIds,
  labelsOverLines,
  pipesInLabels,
  semicolonsInStyles,
  ignoredDirectives,
]

function findings(
  sight: Sight | undefined,
  text: string,
  { graphs, messages }: ReadResult,
  options: FormatOptions,
): readonly Message[] {
  const said = [...messages, ...lintMermaidVersion(text, options)]
  if (!sight) return said
  // Most say nothing of most texts.
  for (const rule of RULES) for (const message of rule(sight)) said.push(message)
  for (const graph of graphs) for (const message of ignoredDirections(graph)) said.push(message)
  return said
}
