/**
 * A DOT file read statement by statement: a large one is never there as one tree. What is wrong in a statement is seen to where the
 * statement is read, so that it costs nothing elsewhere.
 */

import type { Message } from '../../../src/messages/message.js'
import type { Pieces } from '../../../src/syntax/tree.js'
import { parser, type TreeOf, type Trees } from '../grammar.gen.js'
import type { ResolvedGraph } from '../words/resolved.js'
import type { Statement } from '../words/statement.js'
import { BodyReader } from './body.js'
import { evaluate } from './evaluate.js'
import { lintingOf } from './mends/lints.js'
import { troubleIn } from './mends/trouble.js'
import * as say from './messages.js'
import { behindComments, type Close, type Head, nothingFollows, plainHead } from './plain.js'
import { authorRange, type Source } from './source.js'
import { headOf, statementsOf, type Trouble, type Walk } from './statements.js'

export interface Reading {
  readonly graphs: readonly ResolvedGraph[]
  readonly messages: readonly Message[]
  /** What Graphviz accepts and warns of; no reason to mend anything. */
  readonly lints: readonly Message[]
}

/**
 * The graphs of a file, and what there is to say of it, as the grammar's rule `Source` says.
 * @param whole the pieces of the tree of the whole text, where the grammar alone is to read it
 */
export function readOnce(source: Source, whole?: Pieces<Trees>): Reading {
  const { text } = source
  const pieces = whole ?? parser.pieces(text)
  const messages: Message[] = []
  const prose: Message[] = []
  const lints: Message[] = []
  const graphs: ResolvedGraph[] = []
  const trouble: Trouble = {
    ...troubleIn(source, messages),
    linting: lintingOf(source, lints),
  }
  for (;;) {
    const head = nextHead(pieces, text, trouble, !whole)
    if (head === 'end') break
    if (head) {
      const walk = { text, directed: head.directed, trouble }
      const body = new BodyReader(pieces, walk, !whole)
      const graph = readGraph(head, body, walk)
      if (!graph || !body.close) return misunderstood(source, pieces.at)
      graphs.push(graph)
      messages.push(...ignoredBehind(body.close, source))
      continue
    }
    const words = pieces.next('prose')
    if (words) prose.push(proseMessage(words, source, graphs.length))
    else if (pieces.next('endOfFile')) break
    else return misunderstood(source, pieces.at)
  }
  if (graphs.length === 0)
    return {
      graphs,
      messages: messages.length > 0 ? inOrder(messages) : [say.noGraph([0, 0])],
      lints: inOrder(lints),
    }
  return { graphs, messages: inOrder([...messages, ...prose]), lints: inOrder(lints) }
}

/** The next head of a graph, where one stands. @param isPlain whether expressions may read it, or the grammar alone */
function nextHead(
  pieces: Pieces<Trees>,
  text: string,
  trouble: Trouble,
  isPlain: boolean,
): Head | 'end' | undefined {
  const plain = isPlain ? plainHead(text, behindComments(text, pieces.at)) : undefined
  if (plain) {
    pieces.at = plain.end
    return plain
  }
  if (isPlain && nothingFollows(text, pieces.at)) return 'end'
  if (pieces.at === 0) pieces.next('byteOrderMark')
  const tree = pieces.next('GraphHead')
  return tree && headOf(tree, trouble)
}

/** A graph of a file, statement by statement. */
export interface GraphStatements {
  /** Where its head begins. */
  readonly start: number
  readonly statements: Iterable<Statement>
}

/**
 * The statements of each graph of a file in which nothing is wrong, to be gone through in turn, with where they stand.
 * @param whole as for `readOnce`
 * @returns false in the end where what follows is no graph, or nests too deep
 */
export function* graphsNoted(source: Source, whole?: Pieces<Trees>): Generator<GraphStatements, boolean> {
  const { text } = source
  const pieces = whole ?? parser.pieces(text)
  const trouble = troubleIn(source, [])
  for (;;) {
    const head = nextHead(pieces, text, trouble, !whole)
    if (head === 'end') return true
    if (head) {
      const walk = { text, directed: head.directed, trouble, noted: true }
      const body = new BodyReader(pieces, walk, !whole)
      const { start, open, end } = head
      yield { start, statements: statementsOf({ open, parts: body.parts(end) }, walk) }
      if (!body.close) return false
    } else if (!pieces.next('prose')) return pieces.next('endOfFile') !== undefined
  }
}

/** The graph behind a head, as the grammar's rule `Graph` says; nothing where that does not match, since it nests too deep. */
function readGraph(head: Head, body: BodyReader, walk: Walk): ResolvedGraph | undefined {
  const { strict, directed, id, open, start, end } = head
  const place = walk.trouble.range(start, end)
  const statements = statementsOf({ open, parts: body.parts(end) }, walk)
  const evaluated = evaluate({ strict, directed, ...(id && { id }), statements, at: place })
  // What is more than can be held is not asked for.
  if (!body.close) body.skip()
  if (!body.close) return undefined
  const at = walk.trouble.range(start, body.end)
  const tooMuch = evaluated.tooMuch === place ? at : evaluated.tooMuch
  return { ...evaluated, at, ...(tooMuch && { tooMuch }) }
}

/** The grammar says where it does not go on, and why. */
function misunderstood(source: Source, reached: number): Reading {
  const result = parser.parse(source.text)
  const { tooDeep, offset } = result.ok ? { tooDeep: false, offset: reached } : result.failure
  const at = authorRange(source, offset, offset)
  return { graphs: [], messages: [tooDeep ? say.nestedTooDeep(at) : say.notUnderstood(at)], lints: [] }
}

function ignoredBehind({ text, start, end }: Close, source: Source): Message[] {
  const ignored = text.slice(1).trim()
  if (!text.startsWith('}') || ignored === '' || /^(?:#|\/\/|\/\*)/.test(ignored)) return []
  return [say.ignoredBehindBrace(authorRange(source, start + 1, end))]
}

/** Words that stand before, between or behind the graphs. */
function proseMessage({ start, text }: TreeOf<'prose'>, source: Source, graphsBefore: number): Message {
  const shown = text.trimEnd()
  const at = authorRange(source, start, start + shown.length)
  const sign = [at[0], at[0] + 1] as const
  // With words behind it, another brace may be the one that is too many.
  if (shown === '}') return say.closesNothing(sign, [{ start: at[0], end: at[1], text: '' }])
  if (shown.startsWith('}')) return say.closesNothing(sign)
  if (/^(?:strict\s+)?(?:di)?graph\b|^strict\b/i.test(shown)) return say.headerWithoutBrace(at)
  if (shown.startsWith('{')) return say.braceWithoutHeader(sign)
  const comment = [
    { start: at[0], end: at[0], text: '/* ' },
    { start: at[1], end: at[1], text: ' */' },
  ]
  const said = graphsBefore === 0 ? say.proseBeforeGraph : say.proseBehindGraph
  return said(at, shown.includes('*/') ? undefined : comment)
}

export function inOrder(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))
}
