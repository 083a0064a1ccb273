/** Changes of statements that several elements may ask of the same one, put together to edits. */
import type { TextEdit } from '../../../src/messages/message.js'
import { listEdits, listIn } from './apply.js'
import type { Mention } from './chain.js'
import type { Document, Statement } from './document.js'
import { indentIn, lineOut, linesAfter, linesBefore, without } from './lines.js'

export interface Changes {
  readonly doc: Document
  /** Items that go from the list of a statement. */
  readonly dropped: Map<Statement, Set<string>>
  /** Statements with another text, or none. */
  readonly replaced: Map<Statement, string | undefined>
  /** Mentions with another text. */
  readonly mentions: Map<Mention, string>
  /** Lines behind a statement, by its number. */
  readonly behind: Map<number, string[]>
  /** Statements whose comments are others. */
  readonly comments: Map<Statement, readonly string[]>
  readonly edits: TextEdit[]
}

export function noChanges(doc: Document): Changes {
  return {
    doc,
    dropped: new Map(),
    replaced: new Map(),
    mentions: new Map(),
    behind: new Map(),
    comments: new Map(),
    edits: [],
  }
}

export function dropItem({ dropped }: Changes, statement: Statement, item: string): void {
  const items = dropped.get(statement) ?? new Set()
  items.add(item)
  dropped.set(statement, items)
}

/**
 * Puts lines where statements like them stand: behind the last of a kind, unless what they are about comes later.
 * @param least the number of the last statement that must stand before
 */
export function addLines({ doc, behind }: Changes, rule: string, lines: readonly string[], least = -1): void {
  const last = doc.statements.findLast(statement => statement.rule === rule)
  const at = last && last.index >= least && !last.block ? last.index : doc.statements.length - 1
  behind.set(at, [...(behind.get(at) ?? []), ...lines])
}

export function editsOf({ doc, dropped, replaced, mentions, behind, comments, edits }: Changes): TextEdit[] {
  const all = [...edits]
  for (const [statement, items] of dropped) {
    if (!replaced.has(statement))
      all.push(...listEdits(doc, statement, listIn(statement)!, item => (items.has(item) ? undefined : item)))
  }
  for (const [statement, text] of replaced) {
    if (text === undefined) all.push(...without(doc, statement))
    else all.push({ start: statement.at[0], end: statement.at[1], text })
  }
  for (const [{ at }, text] of mentions) all.push({ start: at[0], end: at[1], text })
  for (const [statement, lines] of comments) {
    for (const comment of statement.comments) all.push(lineOut(doc, comment))
    if (lines.length > 0) {
      const bare = { ...doc, statements: [{ ...statement, comments: [] }] }
      all.push(linesBefore(bare, 0, lines, indentIn(doc, statement.block, statement)))
    }
  }
  for (const [index, lines] of behind)
    all.push(
      linesAfter(doc, index, lines, indentIn(doc, doc.statements[index]?.inside, doc.statements[index])),
    )
  return all
}
