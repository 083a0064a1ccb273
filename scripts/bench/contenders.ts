/** Who is measured, and what they do with a text. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Parser, Tree } from '../../src/syntax/tree.js'
import { ohmParser } from '../grammar/ohm.js'
import type { Language } from './graphs.js'

export interface Contender {
  readonly name: string
  /** Texts with more edges are not given to it: it would take too long. */
  readonly most?: number
  /** Throws where it cannot read the text. */
  readonly run: (text: string) => unknown
  /** Where it measures itself, being another process. */
  readonly outside?: boolean
}

const root = join(import.meta.dirname, '../..')

export async function contendersFor(language: Language): Promise<Contender[]> {
  const folder = join(root, 'converters', language)
  const { parser } = (await import(join(folder, 'grammar.gen.ts'))) as { parser: Parser }
  const ours: Contender[] = [
    { name: 'diaglot parse', run: text => parsed(parser, text) },
    { name: 'diaglot parse, every node visited', run: text => visited(parsed(parser, text)) },
  ]
  const ohm = ohmParser(readFileSync(join(folder, 'grammar.ohm'), 'utf8'))
  const peers = { dot: dotPeers, mermaid: mermaidPeers, flowzap: async () => [] }[language]
  return [
    ...ours,
    ...(await wholeReads(language)),
    { name: 'ohm-js, same grammar', most: 10_000, run: text => parsed(ohm, text) },
    ...(await peers()),
  ]
}

function parsed(parser: Parser, text: string): Tree {
  const result = parser.parse(text)
  if (!result.ok) throw new Error(`failed at ${result.failure.offset}`)
  return result.tree
}

function visited(tree: Tree): number {
  let count = 1
  for (const child of tree.children) count += visited(child)
  return count
}

/** Reading to a graph and whole conversions, through the library. */
async function wholeReads(language: Language): Promise<Contender[]> {
  const { read, convert, formats } = await import('../../src/index.js')
  const has = (name: string) => formats.some(format => format.name === name)
  if (!has(language)) return []
  const targets = (['json', 'dot', 'mermaid', 'flowzap'] as const).filter(
    name => has(name) && name !== language,
  )
  return [
    { name: 'diaglot read', run: text => read(text, { format: language }) },
    ...targets.map(to => ({
      name: `diaglot convert to ${to}`,
      most: 10_000,
      run: (text: string) => convert(text, { from: language, to }),
    })),
  ]
}

async function dotPeers(): Promise<Contender[]> {
  const { default: dotparser } = (await import('dotparser')) as unknown as {
    default: (text: string) => unknown
  }
  const { parse } = await import('ts-graphviz/ast')
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
  const graphviz = await Graphviz.load()
  // Where somebody has installed it: it brings lodash along, so it is none of the packages that tests need.
  const name = 'graphlib-dot'
  const graphlib = (await import(name).catch(() => undefined)) as
    | { readonly default: { read(text: string): unknown } }
    | undefined
  const unlimited = { maxASTNodes: Number.MAX_SAFE_INTEGER, maxInputSize: Number.MAX_SAFE_INTEGER }
  return [
    { name: 'dotparser', run: dotparser },
    { name: 'ts-graphviz', run: text => parse(text, unlimited) },
    ...(graphlib ? [{ name: 'graphlib-dot', run: graphlib.default.read }] : []),
    {
      name: 'Graphviz in WebAssembly, canon',
      most: 10_000,
      run: text => graphviz.layout(text, 'canon', 'nop'),
    },
    ...['nop', 'gc'].filter(installed).map(tool => ({
      name: `Graphviz ${tool}, a process`,
      outside: true,
      run: (text: string) => {
        const { status } = spawnSync(tool, { input: text, maxBuffer: 1 << 30 })
        if (status !== 0) throw new Error(`${tool} failed`)
      },
    })),
  ]
}

function installed(tool: string): boolean {
  return spawnSync(tool, { input: 'digraph {}' }).status === 0
}

interface MermaidDiagram {
  readonly parser: { parse(text: string): unknown; readonly parser: { yy: unknown } }
  /** A new one each time. */
  readonly db: object
}

/** Mermaid's parser with its own database, its limits raised; and its grammar alone, with functions that do nothing. */
async function mermaidPeers(): Promise<Contender[]> {
  const folder = join(root, 'node_modules/mermaid/dist/chunks/mermaid.core')
  const chunk = readdirSync(folder).find(name => /^flowDiagram-.*\.mjs$/.test(name))
  if (!chunk) return []
  const { default: purify } = await import('dompurify')
  // There is no page here, and no label that has to be cleaned.
  Object.assign(purify, { sanitize: (text: string) => text, addHook: () => {} })
  const { default: mermaid } = await import('mermaid')
  const unlimited = { maxEdges: Number.MAX_SAFE_INTEGER, maxTextSize: Number.MAX_SAFE_INTEGER }
  mermaid.initialize({ startOnLoad: false, ...unlimited })
  const { diagram } = (await import(join(folder, chunk))) as { diagram: MermaidDiagram }
  const withDatabase = (text: string) => {
    const { db } = diagram
    diagram.parser.parser.yy = db
    return diagram.parser.parse(text)
  }
  const idle = idleDatabase(diagram.db)
  return [
    { name: 'mermaid, text to database', most: 10_000, run: withDatabase },
    // With what it does before: settings, comments, and finding out which kind of diagram it is.
    { name: 'mermaid, parse as a whole', most: 10_000, run: text => mermaid.parse(text) },
    {
      name: 'mermaid, its grammar alone',
      run: text => {
        diagram.parser.parser.yy = idle()
        return diagram.parser.parse(text)
      },
    },
  ]
}

/** Makes a database whose functions do nothing. */
function idleDatabase(db: object): () => object {
  const idle: Record<string, unknown> = {}
  for (let from = db; from !== Object.prototype; from = Object.getPrototypeOf(from)) {
    for (const name of Object.getOwnPropertyNames(from)) idle[name] ??= () => ({})
  }
  return () => {
    let first = true
    const firstGraph = () => {
      const was = first
      first = false
      return was
    }
    return { ...idle, lex: { firstGraph } }
  }
}
