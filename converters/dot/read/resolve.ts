/**
 * From the text of a DOT file to resolved graphs: parse, collect statements, report what is broken and
 * go on behind it, evaluate.
 */

import type { Message } from '../../../src/messages/message.js'
import { Latest } from '../../../src/syntax/latest.js'
import type { ResolvedGraph } from '../words/resolved.js'
import { inOrder, readOnce } from './file.js'
import { foldCutOff } from './mends/cut-off.js'
import { doubtsIn } from './mends/doubts.js'
import { headerRepair, kindRepair } from './mends/headers.js'
import { lineRepairs } from './mends/line-repairs.js'
import { mermaidRepair } from './mends/mermaid-lines.js'
import { quoteRepair } from './mends/quotes.js'
import { type Source, sourceOf } from './source.js'

export interface Resolution {
  readonly graphs: readonly ResolvedGraph[]
  readonly messages: readonly Message[]
}

/**
 * The graphs of a DOT file, as Graphviz resolves them. Gives `syntax/…` messages for what Graphviz
 * would reject, and `limit/nesting`; what is left of a file with errors is still resolved.
 */
export function resolveDot(text: string): Resolution {
  return latest.keep(text, readRepaired(sourceOf(text)))
}

const latest = new Latest<Resolution>()

/** As `resolveDot`, without doing again what was just done: for the linter, which is asked of a text that was read. */
export const resolvedDot = (text: string): Resolution => latest.of(text) ?? resolveDot(text)

/** At most this many quotes are closed for the author before the rest is left as it is. */
const QUOTE_REPAIRS = 16

/** `strict`, the word of the graph and its name. */
const HEADER_REPAIRS = 4

function readRepaired(source: Source): Resolution {
  let reading = readOnce(source)
  const quotes: Message[] = []
  let repaired = source
  for (let round = 0; round < HEADER_REPAIRS && reading.messages.length > 0; round++) {
    const repair = headerRepair(repaired)
    if (!repair) break
    quotes.push(repair.message)
    repaired = repair.source
    reading = readOnce(repaired)
  }
  const kind = reading.messages.length > 0 ? kindRepair(repaired) : undefined
  const ofKind = kind && readOnce(kind.source)
  if (kind && ofKind?.messages.length === 0 && reading.messages.every(isOfOperator)) {
    quotes.push(kind.message)
    repaired = kind.source
    reading = ofKind
  }
  if (reading.messages.length > 0) {
    for (const repair of lineRepairs(() => repaired)) {
      const better = readOnce(repair.source)
      if (!isBetter(better.messages, reading.messages)) continue
      quotes.push(...repair.messages)
      repaired = repair.source
      reading = better
      if (reading.messages.length === 0) break
    }
  }
  const lines = reading.messages.length > 0 ? mermaidRepair(repaired) : undefined
  const instead = lines && readOnce(lines.source)
  if (lines && instead && isBetter(instead.messages, reading.messages)) {
    quotes.push(...lines.messages)
    repaired = lines.source
    reading = instead
  }
  for (let round = 0; round < QUOTE_REPAIRS && reading.messages.length > 0; round++) {
    const repair = quoteRepair(repaired, reading.messages)
    if (!repair) break
    const better = readOnce(repair.source)
    if (!isBetter(better.messages, reading.messages)) break
    quotes.push(repair.message)
    repaired = repair.source
    reading = better
  }
  const doubts = reading.graphs.length > 0 ? doubtsIn(source) : []
  return {
    graphs: reading.graphs,
    messages: inOrder([...foldCutOff(source, [...quotes, ...reading.messages]), ...doubts, ...reading.lints]),
  }
}

const isOfOperator = ({ code }: Message): boolean => code === 'syntax/edge-operator'

function isBetter(after: readonly Message[], before: readonly Message[]): boolean {
  return after.length < before.length || (after[0]?.at?.[0] ?? 0) > (before[0]?.at?.[0] ?? 0)
}
