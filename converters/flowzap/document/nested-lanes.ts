/** Lanes that are written inside of other lanes. FlowZap Code has none, but a person may write them. */
import type { Statement } from './statements.js'

/** The lanes that begin before another one and are closed behind it; none where every brace has its lane without that. */
export function outerLanes(statements: readonly Statement[]): ReadonlySet<Statement> {
  const outer = new Set<Statement>()
  const open: { readonly lane: Statement; around: boolean }[] = []
  let isOpen = false
  let isStray = false
  for (const statement of statements) {
    if (statement.kind === 'lane') {
      const last = open.at(-1)
      if (last) last.around = true
      isOpen = statement.close === undefined
      if (isOpen) open.push({ lane: statement, around: false })
    } else if (statement.kind === 'close') {
      const last = open.pop()
      if (last?.around) outer.add(last.lane)
      isStray ||= !isOpen
      isOpen = false
    }
  }
  return isStray ? outer : new Set()
}
