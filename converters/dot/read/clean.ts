/** A DOT file without mistakes, read statement by statement: a large one is never there as one tree. */

import type { Pieces } from '../../../src/syntax/tree.js'
import { parser } from '../grammar.gen.js'
import type { ResolvedGraph } from '../words/resolved.js'
import type { Statement } from '../words/statement.js'
import { evaluate } from './evaluate.js'
import type { Linting } from './mends/lints.js'
import { authorRange, type Source } from './source.js'
import { atomOf, checkNumber, type Last, statementOf, type Trouble, type Walk } from './statements.js'

/** The graphs of a file, or `undefined` where there is anything that a message is made of. */
export function readClean(source: Source, linting?: Linting): ResolvedGraph[] | undefined {
  const pieces = parser.pieces(source.text)
  const state = { clean: true }
  const graphs: ResolvedGraph[] = []
  pieces.next('byteOrderMark')
  while (!pieces.next('endOfFile')) {
    const graph = readGraph(pieces, troubleFor(source, state, linting))
    if (!graph || !state.clean) return undefined
    graphs.push(graph)
  }
  return graphs.length > 0 ? graphs : undefined
}

function troubleFor(source: Source, state: { clean: boolean }, linting: Linting | undefined): Trouble {
  const found = (): void => {
    state.clean = false
  }
  return {
    linting,
    place: ({ start, end }) => authorRange(source, start, end),
    broken() {
      found()
      return { replaces: false, statements: [] }
    },
    operator: found,
    unclosed: found,
    name: found,
  }
}

/** As the grammar's rule `Graph` says. */
function readGraph(pieces: Pieces, trouble: Trouble): ResolvedGraph | undefined {
  const strict = pieces.next('strict')
  const before = strict?.start
  const kind = pieces.next('graphKind')
  if (!kind) return undefined
  const start = before ?? kind.start
  const directed = kind.text.length === 'digraph'.length
  const name = pieces.next('Id')
  const id = name && atomOf(name)
  if (!pieces.next('open')) return undefined
  const statements = statementsIn(pieces, { directed, trouble })
  const graph = evaluate({
    strict: strict !== undefined,
    directed,
    ...(id && { id }),
    statements,
    at: [0, 0],
  })
  const close = pieces.next('graphClose')
  // Behind the brace Graphviz ignores what a comment does not hide.
  if (!close || !/^\}\s*(?:$|#|\/\/|\/\*)/.test(close.text)) return undefined
  return { ...graph, at: trouble.place({ start, end: close.end }) }
}

function* statementsIn(pieces: Pieces, walk: Walk): Generator<Statement> {
  let before: Last | undefined
  for (let piece = pieces.next('Statement'); piece; piece = pieces.next('Statement')) {
    const kind = piece.first!
    if (kind.rule === 'Statement_broken') {
      walk.trouble.broken(kind, undefined, walk.directed)
      return
    }
    before = checkNumber(before, piece, true, walk)
    yield statementOf(kind.first!, walk)
  }
}
