/** What the library says, in the values of the protocol. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type TextEdit as LspEdit,
  type Range as LspRange,
  SymbolKind,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Completion, DiagramSymbol, Diagnostic as Finding, TokenKind } from '../../language/index.js'
import type { TextEdit } from '../../messages/message.js'
import type { Part } from './part.js'

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

export function rangeIn(document: TextDocument, part: Part, start: number, end: number): LspRange {
  return {
    start: document.positionAt(part.toFile(start)),
    end: document.positionAt(part.toFile(end)),
  }
}

export function diagnosticOf(
  document: TextDocument,
  part: Part,
  { code, severity, text, at }: Finding,
): Diagnostic {
  return {
    range: rangeIn(document, part, at[0], at[1]),
    severity: severities[severity],
    code,
    source: 'diaglot',
    message: text,
  }
}

/** Edits of a diagram in the file; nothing where the file cannot take them. */
export function editsIn(
  document: TextDocument,
  part: Part,
  edits: readonly TextEdit[],
): LspEdit[] | undefined {
  const found = part.edited(edits)
  return 'edits' in found ? found.edits.map(edit => editOf(document, edit)) : undefined
}

export const editOf = (document: TextDocument, { start, end, text }: TextEdit): LspEdit => ({
  range: { start: document.positionAt(start), end: document.positionAt(end) },
  newText: text,
})

/** A fix, where the file can take it. */
export function fixOf(document: TextDocument, part: Part, finding: Finding): CodeAction[] {
  const edits = finding.fix && editsIn(document, part, finding.fix.edits)
  if (!edits) return []
  return [
    {
      title: finding.fix!.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(document, part, finding)],
      isPreferred: true,
      edit: { changes: { [document.uri]: edits } },
    },
  ]
}

const completionKinds: { readonly [K in TokenKind]?: CompletionItemKind } = {
  keyword: CompletionItemKind.Keyword,
  node: CompletionItemKind.Variable,
  group: CompletionItemKind.Module,
  class: CompletionItemKind.Class,
  shape: CompletionItemKind.EnumMember,
  direction: CompletionItemKind.EnumMember,
  port: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  attribute: CompletionItemKind.Property,
  arrow: CompletionItemKind.Operator,
}

export function completionItem(
  document: TextDocument,
  part: Part,
  { label, kind, detail, insert, start, end }: Completion,
  place: number,
): CompletionItem {
  return {
    label,
    kind: completionKinds[kind] ?? CompletionItemKind.Text,
    detail,
    textEdit: { range: rangeIn(document, part, start, end), newText: insert },
    filterText: part.open.text.slice(start, start + 1) === '"' ? `"${label}"` : label,
    // In the order of the library: the nearest first.
    sortText: String(place).padStart(5, '0'),
  }
}

const symbolKinds = {
  diagram: SymbolKind.File,
  lane: SymbolKind.Namespace,
  group: SymbolKind.Module,
  node: SymbolKind.Variable,
} as const

export function symbolOf(document: TextDocument, part: Part, symbol: DiagramSymbol): DocumentSymbol {
  const { name, detail, kind, at, nameAt, children } = symbol
  return {
    // The protocol takes no empty name.
    name: name.trim() === '' ? '""' : name,
    detail,
    kind: symbolKinds[kind],
    range: rangeIn(document, part, at[0], at[1]),
    selectionRange: rangeIn(document, part, nameAt[0], nameAt[1]),
    children: children.map(child => symbolOf(document, part, child)),
  }
}
