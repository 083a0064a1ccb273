/** Lines of Mermaid in a DOT file: `A[Start] --> B{Is it ok?}`. In DOT a node's label is an attribute in a statement of its own. */

import type { Message } from '../../../../src/messages/message.js'
import { authorOffset, type Source, withReplaced } from '../source.js'
import type { HeaderRepair } from './headers.js'
import { mermaidEdge, mermaidNode } from './messages.js'

const NODE = /[ \t\r]*([\w\u0080-\uffff]+)(?:([[({]{1,3})(?:\s*")?([^"[\](){}=]+)(?:"\s*)?([\])}]{1,3}))?/uy
const ARROW =
  /\s*(?:-{2,3}\s([^-=>|"]+)\s-{1,3}>|(?:-{2,3}>?|->|={2,3}>?|-\.->)(?:\s*\|(?:\s*")?([^|"]*)(?:"\s*)?\|)?)(?=\s*[\w\u0080-\uffff])/uy

interface MermaidNode {
  readonly id: string
  readonly label: string | undefined
  readonly bracket: string
}

interface Chain {
  readonly nodes: readonly MermaidNode[]
  /** The labels between the nodes. */
  readonly labels: readonly (string | undefined)[]
  /** Where the first bracket stands, with its text, or the first arrow with a text in it. */
  readonly marked: readonly [start: number, end: number]
}

/** At most this many lines are written anew. */
const MOST_LINES = 500

/** The file with all such lines as DOT has them, and a message for each; nothing where there is none. */
export function mermaidRepair(
  source: Source,
): { readonly source: Source; readonly messages: readonly Message[] } | undefined {
  const directed = /^[ \t]*(?:strict\s+)?digraph\b/im.test(source.text.slice(0, 10_000))
  const found: { start: number; line: string; chain: Chain }[] = []
  let start = 0
  for (const line of source.text.split('\n')) {
    const chain = /[[({]|-- /.test(line) && line.length < 2000 ? chainOf(line) : undefined
    if (chain && found.length < MOST_LINES) found.push({ start, line, chain })
    start += line.length + 1
  }
  if (found.length === 0) return undefined
  const messages: Message[] = []
  let mended = source
  // The last line first: what stands before it keeps its place.
  for (const { start: from, line, chain } of found.toReversed()) {
    const repair = repaired(mended, from, line, chain, directed)
    messages.unshift(repair.message)
    mended = repair.source
  }
  return { source: mended, messages }
}

const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i

/** What a line says that is Mermaid as a whole: nodes with brackets, and arrows between them. `a [red]` is DOT with a mistake in it. */
function chainOf(line: string): Chain | undefined {
  const nodes: MermaidNode[] = []
  const labels: (string | undefined)[] = []
  let marked: readonly [number, number] | undefined
  for (let at = 0; ; ) {
    NODE.lastIndex = at
    const [whole, id, bracket = '', label] = NODE.exec(line) ?? []
    if (whole === undefined || id === undefined || KEYWORD.test(id)) return undefined
    nodes.push({ id, label: label?.trim(), bracket })
    if (label !== undefined) marked ??= [at + whole.indexOf(bracket), at + whole.length]
    at += whole.length
    if (/^\s*(?:;\s*)?$/.test(line.slice(at))) break
    ARROW.lastIndex = at
    const arrow = ARROW.exec(line)
    if (!arrow) return undefined
    labels.push((arrow[1] ?? arrow[2])?.trim())
    if (arrow[1] !== undefined) marked ??= [at + arrow[0].search(/\S/), at + arrow[0].trimEnd().length]
    at += arrow[0].length
  }
  return marked && { nodes, labels, marked }
}

function repaired(source: Source, from: number, line: string, chain: Chain, directed: boolean): HeaderRepair {
  const written = statementsOf(chain, directed ? '->' : '--')
  const start = from + line.search(/\S/)
  const end = from + line.trimEnd().length
  const at = (offset: number) => authorOffset(source, offset)
  const labelled = chain.nodes.find(({ label }) => label !== undefined)
  const marked = [at(from + chain.marked[0]), at(from + chain.marked[1])] as const
  const edits = [{ start: at(start), end: at(end), text: written }]
  return {
    source: withReplaced(source, start, end, written),
    message: labelled
      ? mermaidNode({ written: nodeStatement(labelled) }, marked, edits)
      : mermaidEdge({ written }, marked, edits),
  }
}

function statementsOf({ nodes, labels }: Chain, arrow: string): string {
  const edges = labels.map((label, place) => {
    const ends = `${nodes[place]!.id} ${arrow} ${nodes[place + 1]!.id}`
    return label === undefined ? ends : `${ends} [label="${label}"]`
  })
  const named = nodes.filter(({ label }) => label !== undefined).map(nodeStatement)
  return [...named, ...edges].join('; ')
}

/** Mermaid's braces draw a diamond. */
function nodeStatement({ id, label, bracket }: MermaidNode): string {
  return `${id} [label="${label}"${bracket === '{' ? ', shape=diamond' : ''}]`
}
