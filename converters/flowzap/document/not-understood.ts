/** What the grammar takes as it stands, or line by line, and nobody means so. */
import type { Range } from '../../../src/ir/model.js'
import { isSide } from './meant.js'
import { isNameOfLane } from './separate.js'
import { type EdgeStatement, linesOf, type Statement, type UnknownStatement } from './statements.js'

/** The statements of a FlowZap text, in its order. Never throws; what is no statement is one of kind `unknown`. */
export function statementsOf(text: string): Statement[] {
  const statements: Statement[] = []
  for (const statement of linesOf(text)) {
    const last = statements.at(-1)
    if (statement.kind === 'unknown' && last?.kind === 'unknown' && isBraceBelow(last, statement, text))
      statements[statements.length - 1] = notUnderstood([last.at[0], statement.at[1]])
    else statements.push(statement)
  }
  return withoutBareSides(statements)
}

/** Whether one line is the name of a lane and the next one its brace. Between them only blanks stand. */
function isBraceBelow(before: UnknownStatement, { at }: UnknownStatement, text: string): boolean {
  if (text[at[0]] !== '{') return false
  return text.slice(before.at[1], at[0]).trim() === '' && isNameOfLane(text.slice(...before.at))
}

/** The statements, with those edges as not understood that end at a bare side, as `n1.right`: the grammar takes it for a node “right” in a lane “n1”. */
export function withoutBareSides(statements: Statement[]): Statement[] {
  const isAtSide = (statement: Statement): statement is EdgeStatement =>
    statement.kind === 'edge' &&
    [statement.from, statement.to].some(({ lane, node }) => lane !== undefined && isSide(node.toLowerCase()))
  if (!statements.some(isAtSide)) return statements
  const nodes = new Set(statements.flatMap(each => (each.kind === 'node' ? [each.id] : [])))
  return statements.map(statement => {
    if (!isAtSide(statement)) return statement
    const { at, from, to } = statement
    return [from, to].some(
      ({ lane, node }) => nodes.has(lane ?? '') && !nodes.has(node) && isSide(node.toLowerCase()),
    )
      ? notUnderstood(at)
      : statement
  })
}

function notUnderstood(at: Range): UnknownStatement {
  return { kind: 'unknown', at, failure: { offset: at[0], expected: [] } }
}
