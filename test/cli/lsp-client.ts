/** An editor's side of the protocol, over the standard input and output of `diaglot lsp`. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { marked } from '../language/marked.js'

export interface Client {
  readonly connection: ProtocolConnection
  readonly child: ChildProcessWithoutNullStreams
  /** Opens a file with a text, and gives what is said of it. */
  open(uri: string, languageId: string, text: string): Promise<readonly Diagnostic[]>
  /** Exchanges the whole text of a file, and gives what is said of it. */
  change(uri: string, text: string): Promise<readonly Diagnostic[]>
  /** Ends as an editor does, and gives the exit code. */
  end(): Promise<number | null>
}

export async function startServer(folder: string, cwd = '.'): Promise<Client> {
  const child = spawn(process.execPath, [`${folder}/dist/src/cli/main.js`, 'lsp', '--stdio'], { cwd })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const waiting = new Map<string, (found: readonly Diagnostic[]) => void>()
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) =>
    waiting.get(`${uri} ${version}`)?.(diagnostics),
  )
  connection.listen()
  let version = 0
  const said = (uri: string) =>
    new Promise<readonly Diagnostic[]>(resolve => waiting.set(`${uri} ${version}`, resolve))
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  return {
    connection,
    child,
    open(uri, languageId, text) {
      version++
      const found = said(uri)
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      })
      return found
    },
    change(uri, text) {
      version++
      const found = said(uri)
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      })
      return found
    },
    async end() {
      const exited = new Promise<number | null>(resolve => child.on('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return exited
    },
  }
}

/** A text without its mark, and the position of that. */
export function pointed(text: string): {
  readonly text: string
  readonly position: { readonly line: number; readonly character: number }
} {
  const { text: bare, offset } = marked(text)
  const lines = bare.slice(0, offset).split('\n')
  return { text: bare, position: { line: lines.length - 1, character: lines.at(-1)!.length } }
}

export interface Edit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number }
    readonly end: { readonly line: number; readonly character: number }
  }
  readonly newText: string
}

/** A text after edits in the places of the protocol, which do not overlap. */
export function afterEdits(text: string, edits: readonly Edit[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  const offsetOf = ({ line, character }: Edit['range']['start']) => starts[line]! + character
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (now, { range, newText }) =>
        now.slice(0, offsetOf(range.start)) + newText + now.slice(offsetOf(range.end)),
      text,
    )
}
