/** `diaglot lsp` as an editor speaks with it: the protocol over standard input and output, also by clients that are hostile. */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from './built.js'
import { afterEdits, type Client, type Edit, pointed, startServer } from './lsp-client.js'

const place = resolve('node_modules/.cache/diaglot-lsp')
let folder: string
let client: Client

beforeAll(async () => {
  folder = await build()
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'diaglot.config.json'), '{ "rules": { "lint/duplicate-*": "off" } }\n')
  client = await startServer(folder)
})

afterAll(async () => {
  expect(await client.end()).toBe(0)
})

const ask = <T>(method: string, values: object): Promise<T> => client.connection.sendRequest(method, values)
let number = 0
/** Opens a text at the mark, and gives what a question about that place needs. */
async function at(name: string, text: string, languageId = '') {
  const uri = `untitled:${++number}/${name}`
  const { text: bare, position } = pointed(text)
  await client.open(uri, languageId, bare)
  return { textDocument: { uri }, position, text: bare }
}

describe('an editor asks', () => {
  test('what is wrong, and mends it', async () => {
    const uri = 'file:///orders.fz'
    const text = 'Orders { # Orders\nn1: rect\nn2: circle\nn1.handle(right) -> n2.handle(left)\n}\n'
    const found = (await client.open(uri, 'flowzap', text)).find(({ code }) => code === 'lint/shape')
    expect(found).toEqual({
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } },
      severity: 1,
      code: 'lint/shape',
      source: 'diaglot',
      message: '“rect” is no shape; FlowZap’s word is rectangle.',
    })
    const [action] = await ask<{ kind: string; edit: { changes: Record<string, Edit[]> } }[]>(
      'textDocument/codeAction',
      { textDocument: { uri }, range: found!.range, context: { diagnostics: [found] } },
    )
    expect(action?.kind).toBe('quickfix')
    const mended = afterEdits(text, action!.edit.changes[uri]!)
    expect(mended).toBe(
      'Orders { # Orders\nn1: rectangle\nn2: circle\nn1.handle(right) -> n2.handle(left)\n}\n',
    )
    expect(await client.change(uri, mended)).toEqual([])
  })

  test('what may stand there', async () => {
    const asked = await at('a.mmd', 'flowchart LR\na[😀] --> b\nb --> ‸')
    const found = await ask<{ label: string; textEdit: Edit }[]>('textDocument/completion', asked)
    expect(found.map(({ label }) => label)).toEqual(['a', 'b'])
    expect(afterEdits(asked.text, [found[0]!.textEdit])).toBe('flowchart LR\na[😀] --> b\nb --> a')
  })

  test('what something is', async () => {
    const asked = await at('a.gv', 'digraph { a [shape=dia‸mond] }')
    expect(await ask('textDocument/hover', asked)).toEqual({
      contents: { kind: 'plaintext', value: 'diamond: A square on its corner: a decision.' },
      range: { start: { line: 0, character: 19 }, end: { line: 0, character: 26 } },
    })
  })

  test('where an id stands, in code units of UTF-16', async () => {
    const asked = await at('a.mmd', 'flowchart LR\nx["😀"] --> ‸b --> b\nb[B]\n')
    const range = (line: number, character: number) => ({
      start: { line, character },
      end: { line, character: character + 1 },
    })
    const found = await ask<{ range: unknown }[]>('textDocument/references', {
      ...asked,
      context: { includeDeclaration: true },
    })
    expect(found.map(each => each.range)).toEqual([range(1, 12), range(1, 18), range(2, 0)])
    expect(await ask('textDocument/definition', asked)).toEqual({
      uri: asked.textDocument.uri,
      range: range(2, 0),
    })
  })

  test('for another id', async () => {
    const asked = await at('a.fz', 'A { # A\nn1: circle\nn2: circle\nn1 -> n‸2\n}\n')
    expect(await ask('textDocument/prepareRename', asked)).toEqual({
      start: { line: 3, character: 6 },
      end: { line: 3, character: 8 },
    })
    const { changes } = await ask<{ changes: Record<string, Edit[]> }>('textDocument/rename', {
      ...asked,
      newName: 'n3',
    })
    expect(afterEdits(asked.text, changes[asked.textDocument.uri]!)).toBe(
      'A { # A\nn1: circle\nn3: circle\nn1 -> n3\n}\n',
    )
    await expect(ask('textDocument/rename', { ...asked, newName: 'n1' })).rejects.toThrow(
      'It cannot be renamed: there is a node “n1” already.',
    )
  })

  test('for the style, the folds, the outline and the colours', async () => {
    const asked = await at('a.mmd', 'flowchart LR\nsubgraph s[S]\na-->b\nend‸\n')
    const edits = await ask<Edit[]>('textDocument/formatting', {
      ...asked,
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(afterEdits(asked.text, edits)).toBe('flowchart LR\n    subgraph s[S]\n        a --> b\n    end\n')
    expect(await ask('textDocument/foldingRange', asked)).toEqual([{ startLine: 1, endLine: 2 }])
    const [group] = await ask<{ name: string; detail: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      asked,
    )
    expect([group!.name, group!.detail, group!.children.map(({ name }) => name)]).toEqual([
      's',
      'S',
      ['a', 'b'],
    ])
    const { data } = await ask<{ data: number[] }>('textDocument/semanticTokens/full', asked)
    // `flowchart` and `LR`, then `subgraph` on the next line.
    expect(data.slice(0, 15).filter((_, place) => place % 5 < 3)).toEqual([0, 0, 9, 0, 10, 2, 1, 0, 8])
    const some = await ask<{ data: number[] }>('textDocument/semanticTokens/range', {
      ...asked,
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } },
    })
    expect(some.data.slice(0, 3)).toEqual([3, 0, 3])
  })

  test('after edits of a few letters', async () => {
    const asked = await at('a.mmd', 'flowchart LR\na --> b\n‸')
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: asked.textDocument.uri, version: 1000 },
      contentChanges: [
        { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 7 } }, text: 'c' },
        { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: 'bc --> ' },
      ],
    })
    const found = await ask<{ label: string }[]>('textDocument/completion', {
      ...asked,
      position: { line: 2, character: 7 },
    })
    expect(found.map(({ label }) => label)).toEqual(['a', 'bc'])
  })
})

describe('diagrams in documents', () => {
  const guide =
    '# Guide\n\n- Steps:\n\n  ```mermaid\n  flowchart LR\n  a[x (y)] --> bb\n  bb --> a‸\n  ```\n\n```dot\ndigraph { q -> a }\n```\n'
  test('have the lines of the document', async () => {
    const { text } = pointed(guide)
    const [found] = await client.open('file:///guide.md', 'markdown', text)
    expect(found?.range.start.line).toBe(6)
    const [action] = await ask<{ edit: { changes: Record<string, Edit[]> } }[]>('textDocument/codeAction', {
      textDocument: { uri: 'file:///guide.md' },
      range: found!.range,
      context: { diagnostics: [] },
    })
    expect(afterEdits(text, action!.edit.changes['file:///guide.md']!)).toBe(
      text.replace('[x (y)]', '["x (y)"]'),
    )
  })
  test('are each by themselves', async () => {
    const asked = await at('guide.md', guide.replace('x (y)', 'x'))
    const found = await ask<{ range: { start: object } }[]>('textDocument/references', {
      ...asked,
      context: { includeDeclaration: true },
    })
    expect(found.map(({ range: { start } }) => start)).toEqual([
      { line: 6, character: 2 },
      { line: 7, character: 9 },
    ])
    const { changes } = await ask<{ changes: Record<string, Edit[]> }>('textDocument/rename', {
      ...asked,
      newName: 'start',
    })
    expect(afterEdits(asked.text, changes[asked.textDocument.uri]!)).toContain(
      '  start[x] --> bb\n  bb --> start\n  ```\n\n```dot\ndigraph { q -> a }\n',
    )
    const edits = await ask<Edit[]>('textDocument/formatting', {
      ...asked,
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(afterEdits(asked.text, edits)).toContain(
      '  flowchart LR\n      a[x] --> bb\n      bb --> a\n  ```\n\n```dot\ndigraph {\n  q -> a;\n}\n```\n',
    )
  })
  test('between them, nothing is answered', async () => {
    const asked = await at('guide.md', '# Gui‸de\n\n```mermaid\nflowchart LR\na --> b\n```\n')
    expect(await ask('textDocument/hover', asked)).toBeNull()
    expect(await ask('textDocument/completion', asked)).toEqual([])
    expect(await ask('textDocument/prepareRename', asked)).toBeNull()
    await expect(ask('textDocument/rename', { ...asked, newName: 'x' })).rejects.toThrow(
      'Here stands no diagram.',
    )
  })
  test('of kinds that nobody reads are no mistakes', async () => {
    expect(
      await client.open('file:///other.md', 'markdown', '```mermaid\nsequenceDiagram\nA->>B: x\n```\n'),
    ).toEqual([])
  })
})

test('the language that the editor names counts where the name of the file says none', async () => {
  const asked = await at('Untitled', 'digraph { a -> ‸ }', 'graphviz')
  const found = await ask<{ label: string }[]>('textDocument/completion', asked)
  expect(found.map(({ label }) => label)).toEqual(['a'])
  expect(await client.open('untitled:words', 'plaintext', 'Only words.\n')).toEqual([])
})

test('what a project says of findings holds for its files', async () => {
  const text = 'flowchart LR\na --> b\na --> b\n'
  const codes = async (uri: string) => (await client.open(uri, 'mermaid', text)).map(({ code }) => code)
  expect(await codes('file:///elsewhere/a.mmd')).toEqual(['lint/duplicate-edge'])
  expect(await codes(pathToFileURL(join(place, 'a.mmd')).href)).toEqual([])
})

describe('hostile clients', () => {
  test('ask about files that are not open, places that are not there, and methods that nobody knows', async () => {
    const nowhere = { textDocument: { uri: 'file:///nowhere.mmd' }, position: { line: 3, character: 3 } }
    expect(await ask('textDocument/hover', nowhere)).toBeNull()
    expect(await ask('textDocument/completion', nowhere)).toEqual([])
    const asked = await at('a.mmd', 'flowchart LR\na --> b‸\n')
    const far = { ...asked, position: { line: 1e9, character: 1e9 } }
    expect(await ask('textDocument/definition', far)).toBeNull()
    await expect(ask('textDocument/nonsense', asked)).rejects.toThrow()
    await expect(ask('textDocument/hover', {})).rejects.toThrow()
    await client.connection.sendNotification('textDocument/didChange', { nonsense: true })
    expect(await ask('textDocument/completion', asked)).toHaveLength(1)
  })

  test('open texts of megabytes, NUL bytes and deep nesting', async () => {
    expect(
      await client.open('untitled:huge.mmd', 'mermaid', `flowchart LR\n${'a --> b\n'.repeat(600_000)}`),
    ).toEqual([])
    await client.open('untitled:label.mmd', 'mermaid', `flowchart LR\na["${'x'.repeat(1_000_000)}"]\n`)
    await client.open('untitled:deep.gv', 'dot', `digraph {${'{'.repeat(20_000)}`)
    await client.open('untitled:nul.fz', 'flowzap', 'A {\0\n__proto__: circle\nn1: \0\n}')
    const asked = await at('a.mmd', 'flowchart LR\n__proto__ --> b‸\n')
    expect(await ask('textDocument/completion', asked)).toHaveLength(1)
  })

  /** What a server of its own writes and how it ends, where it is given bytes. */
  async function given(bytes: string) {
    const child = spawn(process.execPath, [`${folder}/dist/src/cli/main.js`, 'lsp'])
    let [out, err] = ['', '']
    child.stdout.on('data', data => {
      out += data
    })
    child.stderr.on('data', data => {
      err += data
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
    const code = await new Promise(resolve => child.on('exit', resolve))
    return { code, out, err }
  }
  const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  const initialize = framed('{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}')

  test('send broken JSON, and are answered all the same', async () => {
    const { code, out, err } = await given(`${framed('{"jsonrpc":')}${initialize}`)
    expect(out).toContain('"positionEncoding":"utf-16"')
    expect(err).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })
  test.each([
    ['nothing', ''],
    ['words', 'Hello\r\n\r\n'],
    ['a length that is none', 'Content-Length: x\r\n\r\n{}'],
    ['a list', framed('[1, 2]')],
    ['null', framed('null')],
  ])('send %s, and it ends without a fault of ours', async (_, bytes) => {
    const { code, err } = await given(bytes)
    expect(err).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })
})
