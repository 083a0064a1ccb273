/**
 * A DOT file read statement by statement: a large one is never there as one tree. What is wrong in a statement is seen to where the
 * statement is read, so that it costs nothing elsewhere.
 */

import type { Message } from '../../../src/messages/message.js'
import type { Pieces } from '../../../src/syntax/tree.js'
import { parser, type TreeOf, type Trees } from '../grammar.gen.js'
import type { ResolvedGraph } from '../words/resolved.js'
import { evaluate } from './evaluate.js'
import { lintingOf } from './mends/lints.js'
import { troubleIn } from './mends/trouble.js'
import * as say from './messages.js'
import { authorRange, type Source } from './source.js'
import { type BodyPart, graphStatement, type Trouble } from './statements.js'

export interface Reading {
  readonly graphs: readonly ResolvedGraph[]
  readonly messages: readonly Message[]
  /** What Graphviz accepts and warns of; no reason to mend anything. */
  readonly lints: readonly Message[]
}

/** The graphs of a file, and what there is to say of it, as the grammar's rule `Source` says. */
export function readOnce(source: Source, pieces: Pieces<Trees> = parser.pieces(source.text)): Reading {
  const messages: Message[] = []
  const prose: Message[] = []
  const lints: Message[] = []
  const graphs: ResolvedGraph[] = []
  const trouble: Trouble = {
    ...troubleIn(source, messages),
    linting: lintingOf(source, lints),
  }
  pieces.next('byteOrderMark')
  for (;;) {
    const head = pieces.next('GraphHead')
    if (head) {
      const read = readGraph(head, pieces, trouble)
      if (!read) return misunderstood(source, pieces.at)
      graphs.push(read.graph)
      messages.push(...ignoredBehind(read.close, source))
      continue
    }
    const words = pieces.next('prose')
    if (!words) break
    prose.push(proseMessage(words, source, graphs.length))
  }
  if (!pieces.next('endOfFile')) return misunderstood(source, pieces.at)
  if (graphs.length === 0)
    return { graphs, messages: messages.length > 0 ? inOrder(messages) : [say.noGraph([0, 0])], lints }
  return { graphs, messages: inOrder([...messages, ...prose]), lints }
}

/** What closes a graph: a brace with the rest of its line, or nothing. */
type Close = Pick<TreeOf<'graphClose'>, 'start' | 'end' | 'text'>

interface GraphRead {
  readonly graph: ResolvedGraph
  readonly close: Close
}

/** The graph behind a head, as the grammar's rule `Graph` says; nothing where that does not match, since it nests too deep. */
function readGraph(
  head: TreeOf<'GraphHead'>,
  pieces: Pieces<Trees>,
  trouble: Trouble,
): GraphRead | undefined {
  const { start } = head
  let end = head.end
  let close: Close | undefined
  function* parts(): Generator<BodyPart> {
    for (let part = pieces.next('Statement'); part; part = pieces.next('Statement')) {
      end = part.end
      yield part
    }
    const last = pieces.next('graphClose')
    if (!last) return
    close = { start: last.start, end: last.end, text: last.text }
    yield last
  }
  const statement = graphStatement(head, parts(), trouble)
  const evaluated = evaluate(statement)
  // What is more than can be held is not asked for.
  if (!close) for (const _ of parts());
  if (!close) return undefined
  // Where the brace is missing, the graph ends where its last statement does.
  if (close.text !== '') end = close.end
  const at = trouble.place({ start, end })
  const tooMuch = evaluated.tooMuch === statement.at ? at : evaluated.tooMuch
  return { graph: { ...evaluated, at, ...(tooMuch && { tooMuch }) }, close }
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
