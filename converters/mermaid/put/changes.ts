/** Changes of statements that several elements may ask of the same one, put together to edits. */
import { addTo, addToSet } from '../../../src/ir/lists.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Mention } from '../read/chain-places.js'
import type { Document, Statement } from '../read/document.js'
import { placeOf } from '../read/source.js'
import { itemsOf, listIn } from './apply.js'
import { indentIn, linesAfter, without } from './lines.js'

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
  readonly edits: TextEdit[]
}

export function noChanges(doc: Document): Changes {
  return {
    doc,
    dropped: new Map(),
    replaced: new Map(),
    mentions: new Map(),
    behind: new Map(),
    edits: [],
  }
}

export function dropItem({ dropped }: Changes, statement: Statement, item: string): void {
  addToSet(dropped, statement, item)
}

/**
 * Puts lines where statements like them stand: behind the last of a kind, unless what they are about comes later.
 * @param least the number of the last statement that must stand before
 */
export function addLines({ doc, behind }: Changes, rule: string, lines: readonly string[], least = -1): void {
  const last = doc.statements.findLast(statement => statement.rule === rule)
  const at = last && last.index >= least && !last.block ? last.index : doc.statements.length - 1
  for (const line of lines) addTo(behind, at, line)
}

export function editsOf(changes: Changes): TextEdit[] {
  const { doc, mentions, edits } = changes
  const all = [...edits]
  const gone = new Set<Statement>()
  for (const statement of new Set([...changes.dropped.keys(), ...changes.replaced.keys()])) {
    const text = textOf(changes, statement)
    if (text === undefined) gone.add(statement)
    else all.push({ start: statement.at[0], end: statement.at[1], text })
  }
  for (const [{ at }, text] of mentions) all.push({ start: at[0], end: at[1], text })
  for (const [index, lines] of changes.behind) {
    const statement = doc.statements[index]
    const indent = indentIn(doc, statement?.inside, statement)
    // What goes makes room for what comes in its place.
    if (!statement || !gone.delete(statement)) all.push(linesAfter(doc, index, lines, indent))
    else all.push({ start: statement.at[0], end: statement.at[1], text: lines.join(doc.eol + indent) })
  }
  for (const statement of gone) all.push(...without(doc, statement))
  return all
}

/** What a statement says now; `undefined` where nothing is left of it. */
function textOf({ doc, dropped, replaced }: Changes, statement: Statement): string | undefined {
  if (replaced.has(statement)) return replaced.get(statement)
  const left = itemsOf(doc, statement).filter(item => !dropped.get(statement)!.has(item))
  if (left.length === 0) return undefined
  const [start, end] = placeOf(doc.source, listIn(statement)!)
  return doc.text.slice(statement.at[0], start) + left.join(',') + doc.text.slice(end, statement.at[1])
}
