/** What the server answers to each question about an open file. */
import {
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  ErrorCodes,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type Location,
  MarkupKind,
  type Position,
  type Range,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { otherDiagram } from '../../input/other-diagram.js'
import type { Part } from './part.js'
import { completionItem, diagnosticOf, editOf, editsIn, fixOf, rangeIn, symbolOf } from './values.js'

/** An open file with its diagrams, and the one of them that a question is about. */
export interface Asked {
  readonly document: TextDocument
  readonly parts: readonly Part[]
}

interface Pointed {
  readonly part: Part
  readonly offset: number
}

/** The diagram in which a position stands; nothing between diagrams. */
export function pointedAt({ document, parts }: Asked, position: Position): Pointed | undefined {
  const place = document.offsetAt(position)
  for (const part of parts) {
    const offset = part.fromFile(place)
    if (offset !== undefined) return { part, offset }
  }
  return undefined
}

/** What is to be said; nothing of other kinds of diagrams, which are no mistakes. */
export function diagnostics({ document, parts }: Asked): Diagnostic[] {
  return parts.flatMap(part => {
    const found = part.open.diagnostics()
    if (otherDiagram(found, part.open.text) !== undefined) return []
    return found.map(each => diagnosticOf(document, part, each))
  })
}

export function completions(asked: Asked, position: Position): CompletionItem[] {
  const at = pointedAt(asked, position)
  if (!at) return []
  return at.part.open
    .completions(at.offset)
    .map((each, place) => completionItem(asked.document, at.part, each, place))
}

/** Plain text: labels come from strangers. */
export function hover(asked: Asked, position: Position): Hover | null {
  const at = pointedAt(asked, position)
  const found = at?.part.open.hover(at.offset)
  if (!at || !found) return null
  return {
    contents: { kind: MarkupKind.PlainText, value: found.lines.join('\n\n') },
    range: rangeIn(asked.document, at.part, found.at[0], found.at[1]),
  }
}

export function definition(asked: Asked, position: Position): Location | null {
  const at = pointedAt(asked, position)
  const found = at?.part.open.definition(at.offset)
  if (!at || !found) return null
  return { uri: asked.document.uri, range: rangeIn(asked.document, at.part, found[0], found[1]) }
}

export function references(asked: Asked, position: Position): Location[] {
  const at = pointedAt(asked, position)
  if (!at) return []
  const { uri } = asked.document
  return at.part.open
    .references(at.offset)
    .map(([start, end]) => ({ uri, range: rangeIn(asked.document, at.part, start, end) }))
}

/** The id that would be renamed. */
export function renamable(asked: Asked, position: Position): Range | null {
  const at = pointedAt(asked, position)
  const found = at?.part.open
    .references(at.offset)
    .find(([start, end]) => start <= at.offset && at.offset <= end)
  return at && found ? rangeIn(asked.document, at.part, found[0], found[1]) : null
}

/** Fails with a sentence where it cannot be renamed so. */
export function renaming(asked: Asked, position: Position, name: string): WorkspaceEdit {
  const at = pointedAt(asked, position)
  const { edits, messages } = at?.part.open.rename(at.offset, name) ?? { edits: [], messages: [] }
  const [message] = messages
  if (!at) throw failed('Here stands no diagram.')
  if (message) throw failed(message.text)
  const found = at.part.edited(edits)
  if ('refused' in found) throw failed(found.refused.text)
  return { changes: { [asked.document.uri]: found.edits.map(edit => editOf(asked.document, edit)) } }
}

const failed = (text: string) => new ResponseError(ErrorCodes.InvalidParams, text)

export async function formatting({ document, parts }: Asked): Promise<TextEdit[]> {
  const all: TextEdit[] = []
  for (const part of parts) {
    const { edits } = await part.open.formatting()
    all.push(...(editsIn(document, part, edits) ?? []))
  }
  return all
}

export function folds({ document, parts }: Asked): FoldingRange[] {
  return parts.flatMap(part =>
    part.open.folds().map(({ start, end, kind }) => {
      const { start: from, end: to } = rangeIn(document, part, start, end)
      return {
        startLine: from.line,
        endLine: to.line,
        ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      }
    }),
  )
}

export function symbols({ document, parts }: Asked): DocumentSymbol[] {
  return parts.flatMap(part => part.open.symbols().map(symbol => symbolOf(document, part, symbol)))
}

/** The fixes of what is said about a range. */
export function actions({ document, parts }: Asked, range: Range): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)]
  return parts.flatMap(part =>
    part.open
      .diagnostics()
      .filter(({ at }) => part.toFile(at[0]) <= to && part.toFile(at[1]) >= from)
      .flatMap(finding => fixOf(document, part, finding)),
  )
}
