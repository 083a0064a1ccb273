/** The formats of the page: names as the library has them, and what a file of each is called. No format is loaded here. */

export const formatNames = ['flowzap', 'mermaid', 'dot', 'drawio', 'flowzap-json', 'json'] as const
export type FormatName = (typeof formatNames)[number]

/** The formats that a tab can show. */
export const targetNames = ['flowzap', 'mermaid', 'dot', 'drawio', 'json'] as const
export type TargetName = (typeof targetNames)[number]

interface About {
  /** As it calls itself, in every language. */
  readonly title: string
  /** Of a tab: short. */
  readonly tab: string
  readonly extension: string
}

export const formats: Readonly<Record<FormatName, About>> = {
  flowzap: { title: 'FlowZap Code', tab: 'FlowZap', extension: '.fz' },
  mermaid: { title: 'Mermaid', tab: 'Mermaid', extension: '.mmd' },
  dot: { title: 'Graphviz DOT', tab: 'DOT', extension: '.gv' },
  drawio: { title: 'draw.io', tab: 'draw.io', extension: '.drawio' },
  'flowzap-json': { title: 'FlowZap JSON', tab: 'FlowZap JSON', extension: '.flowzap.json' },
  json: { title: 'diaglot JSON', tab: 'JSON', extension: '.json' },
}

export const isFormat = (name: string): name is FormatName =>
  (formatNames as readonly string[]).includes(name)

/** Endings of files that hold a diagram, the longest first. */
const endings: readonly (readonly [ending: string, format: FormatName])[] = [
  ['.flowzap.json', 'flowzap-json'],
  ['.drawio.html', 'drawio'],
  ['.drawio.svg', 'drawio'],
  ['.drawio.png', 'drawio'],
  ['.drawio.xml', 'drawio'],
  ['.mermaid', 'mermaid'],
  ['.drawio', 'drawio'],
  ['.json', 'json'],
  ['.dio', 'drawio'],
  ['.mmd', 'mermaid'],
  ['.dot', 'dot'],
  ['.gv', 'dot'],
  ['.fz', 'flowzap'],
]

/** The format that the name of a file means; nothing where it means none. */
export function formatOfName(file: string): FormatName | undefined {
  const name = file.toLowerCase()
  return endings.find(([ending]) => name.endsWith(ending))?.[1]
}

/**
 * The format that a text is most likely in, so that this one is loaded first; the format itself is asked whether that is right.
 * Only the beginning is looked at.
 */
export function likelyFormat(text: string): FormatName {
  const head = text.slice(0, 4000)
  const start = head.trimStart().slice(0, 40)
  if (start.startsWith('<') || /^%3c/i.test(start) || start.startsWith('\ufffdPNG')) return 'drawio'
  if (start.startsWith('{') && /"(?:diaglot|nodes|graphs)"/.test(head))
    return /"diaglot"/.test(head) ? 'json' : 'flowzap-json'
  if (/^[^\S\r\n\u2028\u2029]*(?:flowchart|swimlane-beta)\b/m.test(head)) return 'mermaid'
  if (/^[^\S\r\n\u2028\u2029]*(?:strict\s|digraph\b|graph\s[^\n{]{0,200}\{|graph\s*\{)/im.test(head))
    return 'dot'
  if (/^[^\S\r\n\u2028\u2029]*graph\b/m.test(head)) return 'mermaid'
  return /^[^\n{]{1,200}\{/m.test(head) || /\.handle\(/.test(head) ? 'flowzap' : 'mermaid'
}
