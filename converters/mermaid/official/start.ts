/** Mermaid's own parser in a thread: what it needs of a browser, and its errors as plain data. */
import type { OfficialAnswer, Refused } from '../../../src/official.js'

/** As much of the package as is used, in each of its releases. */
interface Mermaid {
  readonly parse: (text: string) => unknown
  readonly initialize: (config: object) => void
}

interface Dom {
  readonly JSDOM: new (html: string) => { readonly window: Record<string, unknown> }
}

/** What mermaid looks for, as it is imported and as it parses. */
const OF_A_BROWSER = [
  'document',
  'navigator',
  'DOMParser',
  'XMLSerializer',
  'Element',
  'HTMLElement',
  'Node',
  'NodeFilter',
  'DocumentFragment',
  'HTMLTemplateElement',
  'NamedNodeMap',
  'CSSStyleSheet',
] as const

/** Diagrams are parsed and not drawn: no script runs, and nothing is loaded. */
export async function start(
  load: (name: string) => Promise<unknown>,
): Promise<(text: string) => Promise<OfficialAnswer>> {
  const { JSDOM } = exported<Dom>(await load('jsdom'), 'JSDOM')
  const { window } = new JSDOM('<!doctype html><body></body>')
  for (const [name, value] of [
    ['window', window] as const,
    ...OF_A_BROWSER.map(name => [name, window[name]] as const),
  ])
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  const mermaid = exported<Mermaid>(await load('mermaid'), 'parse')
  mermaid.initialize({
    startOnLoad: false,
    suppressErrorRendering: true,
    securityLevel: 'strict',
    logLevel: 'fatal',
  })
  return async text => {
    try {
      await mermaid.parse(text)
      return 'accepted'
    } catch (error) {
      return answerOf(error)
    }
  }
}

/** What a module exports under a name: itself, or what it has as `default`, as older releases and CommonJS do. */
function exported<T>(module: unknown, name: string): T {
  let found = module as Record<string, unknown>
  while (found[name] === undefined && typeof found.default === 'object' && found.default !== null)
    found = found.default as Record<string, unknown>
  return found as T
}

/** An error of one of mermaid's two kinds of parsers, or of what stands around them. */
interface Thrown {
  readonly name?: string
  readonly message?: string
  /** In releases that have no errors with a `message`. */
  readonly str?: string
  readonly result?: {
    readonly lexerErrors?: readonly {
      readonly offset: number
      readonly length: number
      readonly message: string
    }[]
    readonly parserErrors?: readonly {
      readonly message: string
      readonly token: { readonly startOffset: number; readonly image: string }
      readonly previousToken?: { readonly endOffset: number }
    }[]
  }
}

export function answerOf(error: unknown): OfficialAnswer {
  const { name, message, str, result } = (error ?? {}) as Thrown
  const text = message ?? str ?? String(error)
  if (name === 'UnknownDiagramError' || /^No diagram type detected/.test(text)) return 'unknown'
  const [lexer] = result?.lexerErrors ?? []
  // Its message counts in the text that it was given, which is not what the author has.
  if (lexer)
    return { text: lexer.message.replace(/ at offset: \d.*/, ''), place: [lexer.offset, lexer.length] }
  const [parser] = result?.parserErrors ?? []
  if (!parser) return { text }
  const { token, previousToken } = parser
  // At the end of a text there is no token.
  const at = Number.isFinite(token.startOffset) ? token.startOffset : (previousToken?.endOffset ?? -1) + 1
  return { text: parser.message, place: [at, token.image.length] } satisfies Refused
}
