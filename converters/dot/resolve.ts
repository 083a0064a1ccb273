/**
 * From the text of a DOT file to resolved graphs: parse, collect statements, report what is broken and
 * go on behind it, evaluate.
 */
import type { Tree } from '../../src/grammar/tree.js'
import type { Range } from '../../src/ir/model.js'
import { type Message, message } from '../../src/messages/message.js'
import { readClean } from './clean.js'
import { commentsIn, hasComments, textsOf } from './comments.js'
import { foldCutOff } from './cut-off.js'
import { doubtsIn } from './doubts.js'
import { evaluate } from './evaluate.js'
import { parser } from './grammar.gen.js'
import { headerRepair } from './headers.js'
import { lintingOf } from './lints.js'
import { mermaidRepair } from './mermaid-lines.js'
import { mistakeAt } from './mistakes.js'
import { openComment, quoteRepair } from './quotes.js'
import type { ResolvedGraph } from './resolved.js'
import { authorOffset, authorRange, type Source, sourceOf } from './source.js'
import { mended, statementMends } from './statement-mends.js'
import { graphStatement, lastOf, type Statement, soundStatement, type Trouble } from './statements.js'

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
    comments: hasComments(source.text),
    linting: lintingOf(source, lints),
  }
  const graphs: ResolvedGraph[] = []
  const hasGraph = result.tree.children.some(({ rule }) => rule === 'Graph')
  let from = 0
  for (let part = result.tree.first; part; part = part.next) {
    const comments = textsOf(commentsIn(source.text.slice(from, part.start)))
    from = part.end
    if (part.rule === 'Graph') {
      const graph = evaluate({ ...graphStatement(part, trouble), comments })
      // The rest of the line on which the brace stands is part of the graph, and ignored.
      const close = lastOf(part)!
      graphs.push(behind(graph, textsOf(commentsIn(close.text.slice(1)))))
      messages.push(...ignoredBehind(close, source))
    } else if (part.rule === 'endOfFile' && graphs.length > 0) graphs.push(behind(graphs.pop()!, comments))
    else if (part.rule === 'prose' && hasGraph) messages.push(proseMessage(part, source, graphs.length))
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

/** Comments behind the last graph are its last ones. */
function behind(graph: ResolvedGraph, comments: readonly string[]): ResolvedGraph {
  return comments.length === 0 ? graph : { ...graph, lastComments: [...graph.lastComments, ...comments] }
}

function troubleIn(source: Source, messages: Message[]): Trouble {
  const at = (start: number, end: number): Range => authorRange(source, start, end)
  return {
    comments: false,
    place: ({ start, end }) => at(start, end),
    broken: (broken, before, directed) => repairStatement(source, broken, before, directed, messages),
    operator(operator) {
      const [right, word] = operator.text === '->' ? ['--', 'a graph'] : ['->', 'a digraph']
      const [start, end] = at(operator.start, operator.end)
      messages.push(
        message(
          'syntax/edge-operator',
          `The edges of ${word} are written \`${right}\`, not \`${operator.text}\`.`,
          {
            at: [start, end],
            fix: { title: `Write ${right}`, edits: [{ start, end, text: right }] },
          },
        ),
      )
    },
    unclosed(body) {
      const comment = openComment(source.text, openFrom(body))
      if (comment !== undefined) {
        const place = at(comment, comment + 2)
        if (!messages.some(({ at: known }) => known?.[0] === place[0])) {
          messages.push(message('syntax/unexpected', 'This comment is never closed.', { at: place }))
        }
        return
      }
      const open = source.text.indexOf('{', openFrom(body))
      const end = authorOffset(source, source.text.length)
      messages.push(
        message('syntax/brace', 'This `{` is never closed: a `}` is missing.', {
          at: at(open, open + 1),
          fix: { title: 'Add a } at the end', edits: [{ start: end, end, text: '}\n' }] },
        }),
      )
    },
    name(broken, whole) {
      const [start, end] = at(whole, broken.end)
      const text = source.text.slice(whole, broken.end).trimEnd()
      const stop = start + text.length
      messages.push(
        message('syntax/unquoted', `The name of the graph, \`${text}\`, needs quotes.`, {
          at: [start, Math.min(stop, end)],
          ...(!text.includes('"') && {
            fix: { title: `Put quotes around ${text}`, edits: [{ start, end: stop, text: `"${text}"` }] },
          }),
        }),
      )
    },
  }
}

/** Behind what may stand before the brace of a graph or subgraph. */
function openFrom(body: Tree): number {
  let end = body.start
  for (let part = body.first; part; part = part.next) {
    if (!['SubgraphName', 'Id', 'graphKind', 'brokenName', 'strict'].includes(part.rule)) break
    end = part.end
  }
  return end
}

/** Longer statements than this are not read again to find out what is wrong behind them. */
const LONGEST_PROBE = 4000
const REPAIRS = 20

/**
 * Says what is wrong with a statement, and gives what it says once every repair that needs no invention
 * is made. The statement before belongs to it when the trouble is in what follows, such as its attributes.
 */
function repairStatement(
  source: Source,
  broken: Tree,
  before: Tree | undefined,
  directed: boolean,
  messages: Message[],
) {
  if (broken.text === ';') {
    reportStray(source, broken, messages)
    return NOTHING_SAVED
  }
  const joined = before && joins(before) && broken.end - before.start < LONGEST_PROBE
  const start = joined ? before.start : broken.start
  let local: Source = {
    text: source.text.slice(start, broken.end).replace(/;$/, ''),
    steps: [{ at: 0, shift: start }],
  }
  const place = (offset: number) => authorOffset(source, authorOffset(local, offset))
  for (let round = 0; round < REPAIRS; round++) {
    const result = parser.parse(local.text, { rule: 'Sound' })
    if (result.ok) {
      const at = (tree: Tree): Range => [place(tree.start), place(tree.end)]
      const statement = soundStatement(result.tree, { ...troubleIn(source, messages), place: at })
      return { replaces: joined === true, statements: [statement] as readonly Statement[] }
    }
    const { text } = local
    const mistakes = statementMends(text, directed).find(found => isSound(mended(text, found)))
    if (mistakes && text.length < LONGEST_PROBE) {
      for (const found of mistakes) messages.push(placed(found, place))
      const edits = mistakes.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => b.start - a.start)
      for (const edit of edits) local = edited(local, edit)
      continue
    }
    const mistake = mistakeAt(local.text, result.failure)
    messages.push(placed(mistake, place))
    const edit = mistake.fix?.edits[0]
    if (!edit || local.text === '') break
    local = edited(local, edit)
  }
  return { replaces: false, statements: [] as readonly Statement[] }
}

const NOTHING_SAVED = { replaces: false, statements: [] as readonly Statement[] }

/** The messages of stray semicolons, and where these end in the text that the grammar saw. */
const strays = new WeakMap<Message, number>()

/** `a;; b`: a semicolon that ends no statement is nothing; many in one place are one mistake with one fix. */
function reportStray(source: Source, stray: Tree, messages: Message[]): void {
  const [start, end] = authorRange(source, stray.start, stray.end)
  const last = messages.at(-1)
  const lastEnd = last && strays.get(last)
  const joined = lastEnd !== undefined && source.text.slice(lastEnd, stray.start).trim() === ''
  if (joined) messages.pop()
  const from = joined ? last!.at![0] : start
  const [text, title] = joined
    ? ['These `;` end no statement.', 'Remove the semicolons']
    : ['This `;` ends no statement.', 'Remove the semicolon']
  const fix = { title, edits: [{ start: from, end, text: '' }] }
  const said = message('syntax/unexpected', text, { at: [from, end], fix })
  strays.set(said, stray.end)
  messages.push(said)
}

function isSound(text: string): boolean {
  return parser.parse(text, { rule: 'Sound' }).ok
}

function joins(before: Tree): boolean {
  return before.children[0]!.rule === 'Statement_sound' && source_last(before) !== ';'
}

function source_last(tree: Tree): string {
  return tree.text.slice(-1)
}

/** The source after an edit of one stretch of it; the edited stretch keeps its place. */
function edited(source: Source, { start, end, text }: { start: number; end: number; text: string }): Source {
  const shift = authorOffset(source, start) - start
  const grown = text.length - (end - start)
  return {
    text: source.text.slice(0, start) + text + source.text.slice(end),
    steps: [
      ...source.steps.filter(step => step.at <= start),
      { at: end + grown, shift: authorOffset(source, end) - end - grown },
      ...source.steps
        .filter(step => step.at > end)
        .map(step => ({ at: step.at + grown, shift: step.shift - grown })),
    ].map(step => (step.at < 0 ? { at: 0, shift } : step)),
  }
}

function placed(mistake: Message & { at: Range }, place: (offset: number) => number): Message {
  const { fix, at, ...rest } = mistake
  return {
    ...rest,
    at: [place(at[0]), place(at[1])],
    ...(fix && {
      fix: {
        title: fix.title,
        edits: fix.edits.map(({ start, end, text }) => ({ start: place(start), end: place(end), text })),
      },
    }),
  }
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
