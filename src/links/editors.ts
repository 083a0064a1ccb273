/** The editors that open a diagram from its address alone: what stands in such an address, both ways. Nothing is loaded from anywhere. */
import { decodedUri } from '../text/inflate.js'
import { unpackedLzString } from './lz-string.js'
import {
  base64,
  base64url,
  deflateRaw,
  type Fault,
  type Unpacked,
  unpacked,
  unpackedPlain,
  utf8,
  zlib,
} from './packing.js'

/** A diagram in an address: a text in a format, or why there is none. */
export type InAddress =
  | { readonly format: string; readonly text: string; readonly fault?: undefined }
  | { readonly format?: undefined; readonly fault: Fault | 'elsewhere' }

export interface Editor {
  /** As on the command line. */
  readonly name: string
  /** As in a sentence. */
  readonly title: string
  /** The formats that it takes; what is in another one is converted to the first. */
  readonly formats: readonly string[]
  readonly addressOf: (text: string, format: string) => string
  /** Nothing where the address is none of this editor's. */
  readonly open: (url: URL) => InAddress | undefined
}

const as = (format: string, unpacked: Unpacked): InAddress =>
  'text' in unpacked ? { format, text: unpacked.text } : unpacked

const plainly = (encoded: string): Unpacked => {
  const text = decodedUri(encoded)
  return text === undefined || text === '' ? { fault: 'damaged' } : { text }
}

/** @see https://flowzap.xyz/docs for the playground, which takes code without a call of its API */
const flowzap: Editor = {
  name: 'flowzap',
  title: 'FlowZap',
  formats: ['flowzap'],
  addressOf: text => `https://flowzap.xyz/playground?code=${base64url(utf8(text))}`,
  open: ({ hostname, pathname, searchParams }) => {
    const code = searchParams.get('code')
    const isOurs = /(?:^|\.)flowzap\.xyz$/.test(hostname) && /\/playground\/?$/.test(pathname)
    return isOurs && code !== null ? as('flowzap', unpackedPlain(code)) : undefined
  },
}

/** @see https://github.com/mermaid-js/mermaid-live-editor/blob/develop/src/lib/util/serde.ts */
const mermaid: Editor = {
  name: 'mermaid',
  title: 'Mermaid Live Editor',
  formats: ['mermaid'],
  addressOf: code => {
    const state = {
      code,
      mermaid: '{\n  "theme": "default"\n}',
      autoSync: true,
      updateDiagram: true,
    }
    return `https://mermaid.live/edit#pako:${base64url(zlib(JSON.stringify(state)))}`
  },
  open: ({ hostname, pathname, hash }) => {
    const isInk = /(?:^|\.)mermaid\.ink$/.test(hostname)
    const said = isInk
      ? /^\/(?:img|svg|pdf)\/(.+)$/.exec(pathname)?.[1]
      : /^#(?:\/(?:edit|view)\/)?(.+)$/.exec(hash)?.[1]
    const [, way, data] = /^(?:(pako|base64):)?([\w+/=-]+)$/.exec(said ?? '') ?? []
    const isLive = isInk || /(?:^|\.)mermaid\.live$|^mermaid-js\.github\.io$/.test(hostname)
    if (data === undefined || (way === undefined && !isLive)) return undefined
    const state = way === 'pako' ? unpacked(data) : unpackedPlain(data)
    return as('mermaid', 'text' in state ? codeIn(state.text) : state)
  },
}

/** The editor's state is JSON; mermaid.ink takes the code alone, too. */
function codeIn(state: string): Unpacked {
  if (!state.trimStart().startsWith('{')) return { text: state }
  try {
    const { code } = JSON.parse(state) as { code?: unknown }
    return typeof code === 'string' ? { text: code } : { fault: 'damaged' }
  } catch {
    return { fault: 'damaged' }
  }
}

const packedPage = (xml: string): string => base64(deflateRaw(encodeURIComponent(xml)))

/** What draw.io packs is encoded as a part of an address before; what other programs pack, not always. */
function page(data: string): Unpacked {
  if (data.startsWith('<')) return { text: data }
  const found = unpacked(data)
  return 'text' in found ? { text: decodedUri(found.text) ?? found.text } : found
}

/** What `#create=` says: a page, or a text that draw.io makes one of. */
function created(json: string): InAddress {
  try {
    const { type, compressed, data } = JSON.parse(json) as Record<string, unknown>
    if (typeof data !== 'string') return { fault: 'damaged' }
    const text = compressed === true ? page(data) : { text: data }
    return as(type === 'mermaid' ? 'mermaid' : 'drawio', text)
  } catch {
    return { fault: 'damaged' }
  }
}

/**
 * @see https://www.drawio.com/doc/faq/supported-url-parameters
 * @see https://github.com/jgraph/drawio-mcp for `#create=`
 */
const drawio: Editor = {
  name: 'drawio',
  title: 'draw.io',
  formats: ['drawio'],
  addressOf: xml => {
    const diagram = { type: 'xml', compressed: true, data: packedPage(xml) }
    return `https://app.diagrams.net/?grid=0&pv=0&border=10&edit=_blank#create=${encodeURIComponent(JSON.stringify(diagram))}`
  },
  open: ({ hostname, hash, searchParams }) => {
    if (!/(?:^|\.)(?:diagrams\.net|draw\.io|drawio\.com)$/.test(hostname)) return undefined
    const create = hash.startsWith('#create=') ? decodedUri(hash.slice(8)) : searchParams.get('create')
    if (create) return created(create)
    if (hash.startsWith('#R')) return as('drawio', page(decodedUri(hash.slice(2)) ?? ''))
    return /^#[A-Z]/.test(hash) || searchParams.has('url') ? { fault: 'elsewhere' } : undefined
  },
}

/** @see https://github.com/dreampuf/GraphvizOnline, `index.html` */
const graphviz: Editor = {
  name: 'graphviz',
  title: 'GraphvizOnline',
  formats: ['dot'],
  addressOf: text => `https://dreampuf.github.io/GraphvizOnline/?engine=dot#${encodeURIComponent(text)}`,
  open: ({ pathname, hash, searchParams }) => {
    if (/\/graphviz-visual-editor\/?$/.test(pathname)) {
      const text = searchParams.get('dot')
      return text ? { format: 'dot', text } : undefined
    }
    if (!/\/GraphvizOnline\/?$/i.test(pathname)) return undefined
    const raw = searchParams.get('raw')
    const compressed = searchParams.get('compressed')
    if (raw) return { format: 'dot', text: raw }
    if (compressed) return as('dot', unpackedLzString(compressed))
    if (searchParams.has('url')) return { fault: 'elsewhere' }
    return hash.length > 1 ? as('dot', plainly(hash.slice(1))) : undefined
  },
}

/** @see https://github.com/nikeee/edotor.net, `src/utils.ts` */
const edotor: Editor = {
  name: 'edotor',
  title: 'Edotor',
  formats: ['dot'],
  addressOf: text => `https://edotor.net/?engine=dot#deflate:${base64url(zlib(text))}`,
  open: ({ hostname, hash }) => {
    if (!/(?:^|\.)edotor\.net$/.test(hostname) || hash.length < 2) return undefined
    const data = hash.slice(1)
    return as('dot', data.startsWith('deflate:') ? unpacked(data.slice(8)) : plainly(data))
  },
}

/** What Kroki calls them, and the format of each. */
const KROKI: ReadonlyMap<string, string> = new Map([
  ['mermaid', 'mermaid'],
  ['graphviz', 'dot'],
  ['dot', 'dot'],
])

/** @see https://docs.kroki.io/kroki/setup/encode-diagram/ */
const kroki: Editor = {
  name: 'kroki',
  title: 'Kroki',
  formats: ['mermaid', 'dot'],
  addressOf: (text, format) => {
    const [name] = [...KROKI].find(([, own]) => own === format)!
    return `https://kroki.io/${name}/svg/${base64url(zlib(text))}`
  },
  open: ({ pathname }) => {
    const [, name, data] =
      /^\/(?:[\w-]+\/)?(mermaid|graphviz|dot)\/(?:svg|png|pdf|jpeg|webp|txt|utxt|base64)\/([\w=-]+)\/?$/.exec(
        pathname,
      ) ?? []
    return name === undefined || data === undefined ? undefined : as(KROKI.get(name)!, unpacked(data))
  },
}

export const editors: readonly Editor[] = [flowzap, mermaid, drawio, graphviz, edotor, kroki]

/** How files end that hold what stands in addresses, by format. */
export const endings: ReadonlyMap<string, string> = new Map([
  ['flowzap', '.fz'],
  ['mermaid', '.mmd'],
  ['drawio', '.drawio'],
  ['dot', '.gv'],
])
