/** What the grammar takes as it stands, or line by line, and nobody means so. */
import type { Range } from '../../../src/ir/model.js'
import { isSide } from './meant.js'
import { isNameOfLane } from './separate.js'
import type { EdgeStatement, UnknownStatement } from './statements.js'

/** Whether one line is the name of a lane and the next one its brace. Between them only blanks stand. */
export function braceBelow(
  before: UnknownStatement | undefined,
  { at }: UnknownStatement,
  text: string,
): boolean {
  if (text[at[0]] !== '{' || before === undefined) return false
  return text.slice(before.at[1], at[0]).trim() === '' && isNameOfLane(text.slice(...before.at))
}

/** The edges without those that end at a bare side, as `n1.right`; these join what is not understood. */
export function withoutBareSides<E extends { readonly statement: EdgeStatement }>(
  edges: E[],
  nodes: ReadonlyMap<string, unknown>,
  unknown: UnknownStatement[],
): E[] {
  const bare = edges.filter(({ statement }) => endsAtSide(statement, nodes))
  if (bare.length === 0) return edges
  for (const { statement } of bare) unknown.push(notUnderstood(statement.at))
  unknown.sort((a, b) => a.at[0] - b.at[0])
  return edges.filter(({ statement }) => !endsAtSide(statement, nodes))
}

/** The grammar takes `n1.right` for a node “right” in a lane “n1”. */
function endsAtSide({ from, to }: EdgeStatement, nodes: ReadonlyMap<string, unknown>): boolean {
  return [from, to].some(
    ({ lane, node }) =>
      lane !== undefined && nodes.has(lane) && !nodes.has(node) && isSide(node.toLowerCase()),
  )
}

export function notUnderstood(at: Range): UnknownStatement {
  return { kind: 'unknown', at, failure: { offset: at[0], expected: [] } }
}
