/**
 * From the text of a DOT file to resolved graphs: parse, collect statements, report what is broken and
 * go on behind it, evaluate.
 */

import { type Message, message } from '../../../src/messages/message.js'
import type { Tree } from '../../../src/syntax/tree.js'
import { parser } from '../grammar.gen.js'
import type { ResolvedGraph } from '../words/resolved.js'
import { readClean } from './clean.js'
import { evaluate } from './evaluate.js'
import { foldCutOff } from './mends/cut-off.js'
import { doubtsIn } from './mends/doubts.js'
import { headerRepair } from './mends/headers.js'
import { lintingOf } from './mends/lints.js'
import { mermaidRepair } from './mends/mermaid-lines.js'
import { quoteRepair } from './mends/quotes.js'
import { troubleIn } from './mends/trouble.js'
import { authorRange, type Source, sourceOf } from './source.js'
import { graphStatement, lastOf } from './statements.js'

export interface Resolution {
  readonly graphs: readonly ResolvedGraph[]
  readonly messages: readonly Message[]
}

interface Reading extends Resolution {
  /** What Graphviz accepts and warns of; no reason to mend anything. */
  readonly lints: readonly Message[]
}

/**
 * The graphs of a DOT file, as Graphviz resolves them. Gives `syntax/…` messages for what Graphviz
 * would reject, and `limit/nesting`; what is left of a file with errors is still resolved.
 */
export function resolveDot(text: string): Resolution {
  return readRepaired(sourceOf(text))
}

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

function isBetter(after: readonly Message[], before: readonly Message[]): boolean {
  return after.length < before.length || (after[0]?.at?.[0] ?? 0) > (before[0]?.at?.[0] ?? 0)
}

function inOrder(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))
}

function readOnce(source: Source): Reading {
  const lints: Message[] = []
  const clean = readClean(source, lintingOf(source, lints))
  return clean ? { graphs: clean, messages: [], lints } : readWhole(source)
}

/** From the tree of the whole file, with what there is to say of it. */
export function readWhole(source: Source): Reading {
  const result = parser.parse(source.text)
  if (!result.ok) {
    const { tooDeep, offset } = result.failure
    const at = authorRange(source, offset, offset)
    const found = tooDeep
      ? message('limit/nesting', 'Braces or angle brackets are nested too deep here.', { at })
      : message('syntax/unexpected', 'The file cannot be understood from here on.', { at })
    return { graphs: [], messages: [found], lints: [] }
  }
  const messages: Message[] = []
  const lints: Message[] = []
  const trouble = {
    ...troubleIn(source, messages),
    linting: lintingOf(source, lints),
  }
  const graphs: ResolvedGraph[] = []
  const hasGraph = result.tree.children.some(({ rule }) => rule === 'Graph')
  for (let part = result.tree.first; part; part = part.next) {
    if (part.rule === 'Graph') {
      graphs.push(evaluate(graphStatement(part, trouble)))
      // The rest of the line on which the brace stands is part of the graph, and ignored.
      messages.push(...ignoredBehind(lastOf(part)!, source))
    } else if (part.rule === 'prose' && hasGraph) messages.push(proseMessage(part, source, graphs.length))
  }
  if (graphs.length === 0 && messages.length === 0) {
    messages.push(
      message('syntax/unexpected', 'There is no graph here: expected `digraph {` or `graph {`.', {
        at: [0, 0],
      }),
    )
  }
  return { graphs, messages: inOrder(messages), lints }
}

/** Graphviz reads on in the next line; whoever wrote another graph into this one should know. */
function ignoredBehind({ text, start, end }: Tree, source: Source): Message[] {
  const ignored = text.slice(1).trim()
  if (!text.startsWith('}') || ignored === '' || /^(?:#|\/\/|\/\*)/.test(ignored)) return []
  const words = 'Graphviz ignores what stands in the same line behind the brace that closes a graph.'
  return [message('lint/ignored-text', words, { at: authorRange(source, start + 1, end) })]
}

/** Words that stand before, between or behind the graphs. */
function proseMessage({ start, text }: Tree, source: Source, graphsBefore: number): Message {
  const shown = text.trimEnd()
  const at = authorRange(source, start, start + shown.length)
  if (shown.startsWith('}'))
    return message('syntax/brace', 'This `}` closes nothing.', { at: [at[0], at[0] + 1] })
  const header = /^(?:strict\s+)?(?:di)?graph\b|^strict\b/i.test(shown)
  if (header) {
    return message('syntax/unexpected', 'A graph begins here, but there is no `{` behind its name.', { at })
  }
  if (/^\{/.test(shown)) {
    return message('syntax/unexpected', 'Expected `digraph` or `graph` before the `{`.', {
      at: [at[0], at[0] + 1],
    })
  }
  const where = graphsBefore === 0 ? 'before the graph' : 'behind the graph'
  const comment = !shown.includes('*/') && {
    fix: {
      title: 'Make a comment of it',
      edits: [
        { start: at[0], end: at[0], text: '/* ' },
        { start: at[1], end: at[1], text: ' */' },
      ],
    },
  }
  return message('syntax/prose', `Text ${where} has to be a comment.`, { at, ...comment })
}
