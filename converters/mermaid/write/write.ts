/**
 * The writer: canonical, minimal flowcharts. One statement a line, quotes only where they are needed, each node
 * declared in its group before the edges. It is given only what capabilities.ts says Mermaid can hold.
 */
import type { Drawing, FormatOptions } from '../../../src/format.js'
import { blocksOf } from '../../../src/ir/blocks.js'
import type { Edge, Graph, Group, Node } from '../../../src/ir/model.js'
import { has } from '../versions/claims.js'
import { constructs, headers } from '../versions/constructs.js'
import { hasOldTokens } from '../versions/old-tokens.js'
import { NEWEST, type Release } from '../versions/releases.js'
import { rendererOf } from '../versions/renderer.js'
import { carryLine } from '../words/carry.js'
import { commentLines } from '../words/comments.js'
import { encodeLabel, encodePlain } from '../words/encode.js'
import { inlineNodes, withoutNodes } from '../words/inline.js'
import { linkText } from '../words/links.js'
import { nodeText, nodeTexts, shortLabel } from './labels.js'
import { settings } from './settings.js'
import { edgeStatements, elementStatements, nodeStatements, type Order } from './statements.js'

const indent = '    '

/**
 * The text of one drawing; Mermaid holds one to a file. Option `lanes: 'swimlane'` writes `swimlane-beta`;
 * `nodes: 'inline'` writes nodes where edges mention them, where it can, instead of first.
 */
export function writeMermaid(drawings: readonly Drawing[], options: FormatOptions = {}): string {
  return drawings.map(drawing => writeFlowchart(drawing, options)).join('\n')
}

function writeFlowchart({ graph, carry }: Drawing, options: FormatOptions): string {
  const release = rendererOf(options)?.release ?? NEWEST
  const inline = inlineNodes(graph, options)
  const lines: string[] = [...commentLines(graph), header(graph, release)]
  for (const line of accessibility(graph)) lines.push(indent + line)
  const order = writeContents(graph, inline, lines, release)
  const textOf = inlineTexts(inline, release)
  const add = (statements: readonly string[]) => {
    for (const statement of statements) lines.push(indent + statement)
  }
  add(elementStatements(graph, order))
  for (const edge of graph.edges) {
    add(commentLines(edge))
    lines.push(indent + writeEdge(edge, textOf, release))
  }
  add(nodeStatements([...inline].reverse()))
  add(edgeStatements(graph))
  add(commentLines(graph, 'commentsAfter'))
  if (carry !== undefined) lines.push(carryLine(carry))
  const guard = (line: string) => guardedFor(guarded(line), release)
  return `${settings(graph, release)}${lines.map(guard).join('\n')}\n`
}

/** The first line. */
export function header(graph: Graph, release: Release = NEWEST): string {
  const own = graph.extras.get('mermaid')
  const lanes = [...graph.groups.values()].some(({ kind }) => kind === 'lane')
  const word = lanes
    ? 'swimlane-beta'
    : (own?.get('header') ?? (has(release, headers.flowchart) ? 'flowchart' : 'graph'))
  const isUsual = graph.direction === undefined || graph.direction === 'TB'
  return isUsual && has(release, constructs.noDirection) ? String(word) : `${word} ${graph.direction ?? 'TB'}`
}

/** Two fixed words that a reader of the screen hears. Line breaks stay where the parser leaves them alone. */
export function accessibility(graph: Graph): string[] {
  const title = graph.extras.get('mermaid')?.get('accTitle')
  const lines: string[] = []
  if (typeof title === 'string') lines.push(`accTitle: ${encodePlain(title)}`)
  if (graph.description) lines.push(`accDescr: ${encodePlain(graph.description)}`)
  return lines
}

/**
 * The nodes and groups, block by block, without those nodes that edges declare. Returns them in the order in which a
 * reader meets them.
 */
function writeContents(graph: Graph, inline: ReadonlySet<Node>, lines: string[], release: Release): Order {
  const order: Order = { nodes: [], groups: [] }
  let depth = 1
  for (const step of blocksOf(withoutNodes(graph, inline))) {
    if (step.kind === 'close') depth--
    const margin = indent.repeat(Math.min(depth, 40))
    if (step.kind === 'close') lines.push(`${margin}end`)
    else if (step.kind === 'node') {
      order.nodes.push(step.node)
      for (const comment of commentLines(step.node)) lines.push(margin + comment)
      for (const text of nodeTexts(step.node, release)) lines.push(margin + text)
    } else {
      const { group } = step
      order.groups.push(group)
      for (const comment of commentLines(group)) lines.push(margin + comment)
      lines.push(margin + heading(group, release))
      if (group.direction) lines.push(`${margin}${indent}direction ${group.direction}`)
      depth++
    }
  }
  return order
}

/** An id alone is the title, too, where it says as a label what it is as an id, and has no blanks. */
export function heading({ id, label }: Group, release: Release = NEWEST): string {
  const bare = label.text === id && !label.rich && encodeLabel(id) === id && !id.includes(' ')
  return bare ? `subgraph ${id}` : `subgraph ${id}[${shortLabel(label, release)}]`
}

/** How an edge mentions a node: by its id, or, the first time, with all that says what it is. */
function inlineTexts(nodes: ReadonlySet<Node>, release: Release): (id: string) => string {
  const waiting = new Map(Array.from(nodes, node => [node.id, node]))
  return id => {
    const node = waiting.get(id)
    return node && waiting.delete(id) ? nodeText(node, release) : id
  }
}

function writeEdge(edge: Edge, textOf: (id: string) => string, release: Release): string {
  const start = textOf(edge.from.id)
  return `${start} ${edgeLink(edge, release)} ${textOf(edge.to.id)}`
}

/** What stands between the ends of an edge: its id, its arrow, its label. */
export function edgeLink({ id, from, to, label, line, length }: Edge, release: Release = NEWEST): string {
  const link = linkText({ from: from.arrow, to: to.arrow, line, length: length ?? 1 })
  const text = label.text === '' && !label.rich ? '' : `|${shortLabel(label, release)}|`
  return `${id === undefined ? '' : `${id}@`}${link}${text}`
}

/**
 * Mermaid deletes the last `;` of a line that looks like a style with a colour, to spare authors its entity codes.
 * Lines of other kinds that look like one get a `;` to lose. A line that ends in `direction` gets one, too: the next
 * may begin like `TB`.
 */
export function guarded(line: string): string {
  if (line.trimStart().startsWith('%%')) return line
  let text = line.endsWith('direction') ? `${line};` : line
  for (const word of ['style', 'classDef']) {
    if (line.includes('#') && line.includes(';') && looksLikeStyle(line, word)) text += ';'
  }
  return text
}

/** Up to 10.0, two percent signs behind a quote begin a comment. */
function guardedFor(line: string, release: Release): string {
  return hasOldTokens(release) && !line.trimStart().startsWith('%%')
    ? line.replace(/"%(?=%)/g, '"#37;')
    : line
}

function looksLikeStyle(line: string, word: string): boolean {
  const at = line.indexOf(word)
  return at >= 0 && /:[^\s:]*#/.test(line.slice(at + word.length))
}
