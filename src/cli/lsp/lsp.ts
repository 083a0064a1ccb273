/** `diaglot lsp`: a language server on standard input and output, for editors. */
import {
  type Connection,
  createConnection,
  type InitializeResult,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { FormatEntry } from '../../format.js'
import { type ExitCode, exitCodes } from '../exit.js'
import { version } from '../version.js'
import * as answer from './answers.js'
import { filesOf } from './files.js'
import { legend, semanticTokens } from './semantic.js'

/** So long after the last key the findings are looked for, in milliseconds. */
const PAUSE = 150

const able: InitializeResult = {
  serverInfo: { name: 'diaglot', version },
  capabilities: {
    // Places are counted in UTF-16 code units, as the library does.
    positionEncoding: 'utf-16',
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['.', ':', '[', '(', '{', '>', '-', '=', ','] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    foldingRangeProvider: true,
    documentSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    semanticTokensProvider: { legend, full: true, range: true },
  },
}

/**
 * Serves until the editor says that it is done, which ends the process, or goes away.
 * @returns the exit code of a server that was left: clean only where the editor had said that it would go
 */
export function serve(formats: readonly FormatEntry[]): Promise<ExitCode> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  )
  const documents = new TextDocuments(TextDocument)
  const files = filesOf(formats, text => connection.window.showWarningMessage(`diaglot: ${text}`))
  const waiting = new Map<string, NodeJS.Timeout>()

  /** An answer about an open file; `otherwise` of a file that is not open, or was closed in the meantime. */
  async function about<T>(
    uri: string,
    otherwise: T,
    ask: (asked: answer.Asked) => T | Promise<T>,
  ): Promise<T> {
    const document = documents.get(uri)
    if (!document) return otherwise
    const parts = await files.partsOf(document)
    return ask({ document, parts })
  }

  async function publish(uri: string): Promise<void> {
    waiting.delete(uri)
    const version = documents.get(uri)?.version
    const found = await about(uri, undefined, asked => answer.diagnostics(asked))
    // What is said of an older text would stand at wrong places.
    if (!found || version === undefined || documents.get(uri)?.version !== version) return
    await connection.sendDiagnostics({ uri, version, diagnostics: found })
  }

  documents.onDidChangeContent(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => publish(uri).catch(error => connection.console.error(String(error))), PAUSE),
    )
  })
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
    files.close(uri)
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined)
  })
  documents.onDidSave(({ document: { uri } }) => {
    if (/\/diaglot\.config\.\w+$/.test(uri)) files.forgetConfigs()
  })

  connection.onInitialize(() => able)
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    about(uri, [], asked => answer.completions(asked, position)),
  )
  connection.onHover(({ textDocument: { uri }, position }) =>
    about(uri, null, asked => answer.hover(asked, position)),
  )
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    about(uri, null, asked => answer.definition(asked, position)),
  )
  connection.onReferences(({ textDocument: { uri }, position }) =>
    about(uri, [], asked => answer.references(asked, position)),
  )
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    about(uri, null, asked => answer.renamable(asked, position)),
  )
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    about(uri, null, asked => answer.renaming(asked, position, newName)),
  )
  connection.onDocumentFormatting(({ textDocument: { uri } }) => about(uri, [], answer.formatting))
  connection.onFoldingRanges(({ textDocument: { uri } }) => about(uri, [], answer.folds))
  connection.onDocumentSymbol(({ textDocument: { uri } }) => about(uri, [], answer.symbols))
  connection.onCodeAction(({ textDocument: { uri }, range }) =>
    about(uri, [], asked => answer.actions(asked, range)),
  )
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
    about(uri, { data: [] as number[] }, ({ document, parts }) => semanticTokens(document, parts)),
  )
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) =>
    about(uri, { data: [] as number[] }, ({ document, parts }) =>
      semanticTokens(document, parts, [document.offsetAt(range.start), document.offsetAt(range.end)]),
    ),
  )
  documents.listen(connection)
  connection.listen()
  return left(connection)
}

/** When the editor goes away. What is still to be said then has nobody to hear it, and is no fault. */
function left(connection: Connection): Promise<ExitCode> {
  let isDone = false
  let isLeft = false
  connection.onShutdown(() => {
    isDone = true
  })
  const failed = (error: unknown) => {
    if (!isLeft) process.stderr.write(`diaglot: this is a fault of diaglot, please report it: ${error}\n`)
  }
  process.on('uncaughtException', failed).on('unhandledRejection', failed)
  return new Promise(resolve => {
    process.stdin.on('end', () => {
      isLeft = true
      resolve(isDone ? exitCodes.clean : exitCodes.findings)
    })
  })
}
