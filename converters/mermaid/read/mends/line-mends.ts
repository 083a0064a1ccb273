/** Mistakes that take a whole line: arrows that point back, a label behind the arrow, ids with spaces, titles of subgraphs. */

import type { TextEdit } from '../../../../src/messages/message.js'
import * as arrow from './arrow-messages.js'
import { type Hops, hopsOf, idIn, type Stretch } from './hops.js'
import * as say from './messages.js'
import { misspeltDirection, misspeltStatement } from './misspelt.js'
import type { Proposal } from './proposal.js'
import type { Said } from './said.js'
import { respelled } from './spelling.js'

/** What may be meant by a line that cannot be read. Nothing is said of whether it can be read then. */
export function lineProposals(line: string): Proposal[] {
  const hops = hopsOf(line)
  const misspelt =
    misspeltStatement(line) ?? (/^\s*direction\s/.test(line) ? misspeltDirection(line) : undefined)
  return [
    misspelt && respelled(misspelt),
    subgraphTitle(line),
    hops && arrowBack(hops),
    hops && labelBehind(hops),
    hops ? dotLabel(line) : dotNode(line),
    idsWithSpaces(line, hops),
    hops && idsWithAt(hops),
    hops && nodesWithoutIds(hops),
    hops ? undefined : wordsForPeople(line),
  ].filter(proposal => proposal !== undefined)
}

/** `subgraph id [a (b)]`, `subgraph id "title"`, `subgraph id (title)`. */
function subgraphTitle(line: string): Proposal | undefined {
  const statement = line.trimEnd().replace(/;$/, '').trimEnd()
  const match = /^(\s*subgraph\s+)([^\s"[\](){}]+)(\s*)(.*)$/.exec(statement)
  if (!match) return undefined
  const [, word = '', id = '', gap = '', rest = ''] = match
  const start = word.length + id.length + gap.length
  const end = start + rest.length
  const bracket = /^\[(.*)\]$/.exec(rest)?.[1]
  const other = /^"([^"]+)"$|^\((.+)\)$|^\{(.+)\}$/.exec(rest)
  const open = /^\[([^\]]*[^\]\s])$/.exec(rest)?.[1]
  if (open !== undefined) {
    const edits = [{ start: end, end, text: ']' }]
    const sentence: Said = (...place) => say.notClosed({ sign: '[', close: ']', label: open }, ...place)
    return { sentence, edits, at: [start, start + 1] }
  }
  const title = bracket ?? other?.slice(1).find(text => text !== undefined)
  if (title === undefined || (bracket !== undefined && /^"[^"]*"$/.test(bracket))) return undefined
  const written = `["${escaped(unquoted(title))}"]`
  const sentence: Said = (...place) =>
    bracket === undefined
      ? say.titleInBrackets({ id, written }, ...place)
      : say.titleInQuotes({ written }, ...place)
  const insert = gap === '' ? ' ' : ''
  const edits = [{ start, end, text: insert + written }]
  return { sentence, edits, at: [start, end] }
}

/** `B <-- C`: Mermaid reads the beginning of a label there. */
function arrowBack({ nodes, arrows }: Hops): Proposal | undefined {
  const back = arrows.filter(pointsBack)
  const first = back[0]
  if (!first) return undefined
  const statement =
    back.length === arrows.length
      ? nodes.toReversed().reduce((text, node, place) => {
          const arrow = arrows[arrows.length - place]
          return arrow ? `${text} ${turned(arrow)} ${node.text.trim()}` : node.text.trim()
        }, '')
      : hopByHop(nodes, arrows)
  const sign = first.start + first.text.indexOf(first.text.trim()[0]!)
  return {
    sentence: (...place) => arrow.backArrow({ written: statement }, ...place),
    edits: [{ start: nodes[0]!.start, end: nodes.at(-1)!.end, text: statement }],
    at: [sign, sign + first.text.trim().length],
  }
}

function pointsBack({ text }: Stretch): boolean {
  return /^\s*(?:<(?!.*>(?:\|[^|]*\|)?\s*$)|[←⟵])/u.test(text)
}

/** `<--|a|` as `-->|a|`, `<-- a --` as `-- a -->`, `<==` as `==>`. */
function turned({ text }: Stretch): string {
  const label = /\|[^|]*\|/.exec(text)?.[0] ?? ''
  const arrow = text.replace(/\|.*/su, '').trim()
  const line = arrow.replace(/^</, '').replace(/^[←⟵]$/u, '--')
  return `${line === '-' ? '--' : line}>${label}`
}

/** Arrows that point both ways: a statement for each, in which only the first mention of a node has its brackets. */
function hopByHop(nodes: readonly Stretch[], arrows: readonly Stretch[]): string {
  const names = nodes.map(({ text }) => text.trim())
  return arrows
    .map((arrow, place) => {
      const from = place === 0 ? names[0]! : idIn(names[place]!)
      const to = names[place + 1]!
      return pointsBack(arrow) ? `${to} ${turned(arrow)} ${from}` : `${from} ${arrow.text.trim()} ${to}`
    })
    .join('; ')
}

/** `C --> D: yes`, as UML and PlantUML have it. */
function labelBehind({ nodes, arrows }: Hops): Proposal | undefined {
  const last = nodes.at(-1)!
  const arrow = arrows.at(-1)!
  const match = /^(?=[^\s:"])([^\s:[({"]*(?:[[({].*[\])}])?)\s*(?<=\s|[\])}]|(?=:\s)):\s*(.+)$/u.exec(
    last.text,
  )
  if (!match || arrow.text.includes('|') || !/^\s*[-=<.]/.test(arrow.text)) return undefined
  const [, node = '', label = ''] = match
  const sign = arrow.start + arrow.text.trimEnd().length
  const written = `|${/^"[^"]*"$/.test(label) || !/[()[\]{}|"]/.test(label) ? label : `"${escaped(label)}"`}|`
  const edits: TextEdit[] = [
    { start: sign, end: sign, text: written },
    { start: last.start + node.length, end: last.end, text: '' },
  ]
  const from = nodes.at(-2)!.text.trim()
  const statement = `${from} ${arrow.text.trim()}${written} ${node}`
  return {
    sentence: (...place) => say.labelInArrow({ written: statement }, ...place),
    edits,
    at: [last.start + node.length, last.end],
  }
}

/** `A --> B [label="x"]`, as DOT has it. */
function dotLabel(line: string): Proposal | undefined {
  const end = /(?<!\s)\s*\[\s*label\s*=\s*"([^"]*)"[^\]]*\]\s*(?:;\s*)?$/.exec(line)
  const match = end && /^(\s*\S.*?(?:-->|---|==>|-\.->))(\s*\S+)$/.exec(line.slice(0, end.index))
  if (!match) return undefined
  const [list, label = ''] = end
  const [, arrow = '', node = ''] = match
  const at = arrow.length + node.length
  const written = `|"${label}"|`
  return {
    sentence: (...place) => say.labelInArrow({ written: `${arrow.trim()}${written}${node}` }, ...place),
    edits: [
      { start: arrow.length, end: arrow.length, text: written },
      { start: at, end: at + list.length, text: '' },
    ],
    at: [at + list.search(/\S/), at + list.trimEnd().length],
  }
}

/** `A [label="x"]`. */
function dotNode(line: string): Proposal | undefined {
  const match = /^(\s*[\p{L}\p{N}_]+)(\s*\[\s*label\s*=\s*"([^"]*)"[^\]]*\])\s*(?:;\s*)?$/u.exec(line)
  if (!match) return undefined
  const [, id = '', list = '', label = ''] = match
  const end = id.length + list.length
  return {
    sentence: (...place) => say.labelInBrackets({ written: `${id.trim()}["${label}"]` }, ...place),
    edits: [{ start: id.length, end, text: `["${label}"]` }],
    at: [id.length + list.search(/\S/), end],
  }
}

const SPACED =
  /^((?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.’'-]*)(?:[^\S\n]+[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.’'-]*)+)[^\S\n]*([[({>].*)?$/su

/** `Order Desk --> Mail Room`. */
function idsWithSpaces(line: string, hops: Hops | undefined): Proposal | undefined {
  // `C -- text D` may be meant as a label or as a node of two words.
  if (
    /^\s*(?:subgraph|style|class|classDef|linkStyle|click)\s/.test(line) ||
    hops?.arrows.some(({ text }) => text.trim() === '--')
  )
    return undefined
  const alone = { text: line.trim().replace(/;$/, ''), start: line.search(/\S/), end: 0 }
  const nodes = hops?.nodes ?? (/[[({]/.test(line) ? [alone] : [])
  const edits: TextEdit[] = []
  let first: string | undefined
  for (const { text, start } of nodes.flatMap(ampersands)) {
    const [, words, shape] = SPACED.exec(text) ?? []
    if (words === undefined || !/\p{L}{2}/u.test(words)) continue
    const id = words.replace(/[^\p{L}\p{N}_]+/gu, '_')
    const written = shape === undefined ? `${id}[${words}]` : id
    edits.push({
      start,
      end: start + (shape === undefined ? text.length : text.length - shape.length),
      text: written,
    })
    first ??= shape === undefined ? written : `${id}${shape}`
  }
  if (first === undefined) return undefined
  const written = first
  return {
    sentence: (...place) => say.spacedId({ written }, ...place),
    edits,
    at: [edits[0]!.start, edits[0]!.end],
  }
}

const AT_IN_ID = /^([\p{L}\p{N}_.-]*@[\p{L}\p{N}_.@-]+)[^\S\n]*([[({>].*)?$/su

/** `ann@example.org --> b`. */
function idsWithAt({ nodes }: Hops): Proposal | undefined {
  const edits = nodes.flatMap(ampersands).flatMap(({ text, start }) => {
    const [, words, shape] = AT_IN_ID.exec(text) ?? []
    if (words === undefined) return []
    const id = words.replace(/[^\p{L}\p{N}_]+/gu, '_')
    return [{ start, end: start + words.length, text: shape === undefined ? `${id}["${words}"]` : id }]
  })
  const [first] = edits
  if (!first) return undefined
  return {
    sentence: (...place) => say.idWithAt({ written: first.text }, ...place),
    edits,
    at: [first.start, first.end],
  }
}

const NAMELESS = /^(?:"([^"]*)"|([[({].*[\])}]))$/su

/** `"Order desk" --> [Mail room]`. */
function nodesWithoutIds({ nodes }: Hops): Proposal | undefined {
  const edits = nodes.flatMap(ampersands).flatMap(({ text, start }) => {
    const [, quoted, shape] = NAMELESS.exec(text) ?? []
    const words = (quoted ?? shape ?? '').match(/[\p{L}\p{N}_]+/gu)
    if (!words || text.length > 100) return []
    const id = /^(?:end|graph|style|class|click)$/.test(words.join('_')) ? `${words[0]}_` : words.join('_')
    const label = quoted === undefined ? shape! : quoted === id ? '' : `["${quoted}"]`
    return [{ start, end: start + text.length, text: id + label }]
  })
  const [first] = edits
  if (!first) return undefined
  return {
    sentence: (...place) => say.nodeWithoutId({ written: first.text }, ...place),
    edits,
    at: [first.start, first.end],
  }
}

/** A sentence between the statements: at least four words, or three and a full stop, and none of the signs that statements have. */
function wordsForPeople(line: string): Proposal | undefined {
  if (/--|==|-\.|[[\]{}<>|;"&]|^\s*(?:subgraph|style|class|classDef|linkStyle|click|direction)\s/.test(line))
    return undefined
  const words = line.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.length ?? 0
  const least = /^\s*title\b/i.test(line) ? 2 : /[.!?:]\s*$/.test(line) ? 3 : 4
  if (words < least) return undefined
  const start = line.search(/\S/)
  return {
    sentence: say.prose,
    edits: [{ start, end: start, text: '%% ' }],
    at: [start, line.trimEnd().length],
  }
}

/** The nodes between ampersands, without the blanks around them. */
function ampersands({ text, start }: Stretch): { text: string; start: number }[] {
  return [...text.matchAll(/(?:"[^"]*"|[^&"])+/g)].map(({ index, 0: part }) => ({
    text: part.trim(),
    start: start + index + part.search(/\S|$/),
  }))
}

/** A text as it can stand between quotes. */
export function escaped(text: string): string {
  return text.replaceAll('"', '#quot;')
}

function unquoted(text: string): string {
  return /^\s*"(.*)"\s*$/.exec(text)?.[1] ?? text
}
