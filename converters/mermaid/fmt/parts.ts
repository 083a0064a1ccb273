/** The statements of a flowchart in parts: each keeps its bytes, and knows what is to stand before it. */
import type { Range } from '../../../src/ir/model.js'
import type { Tree } from '../../../src/syntax/tree.js'
import { placeOf, rangeOf, type Source } from '../read/source.js'
import { dataParts } from './data.js'
import type { Part } from './part.js'

/** The text that the parts count in, and its tree. */
export interface Reading {
  readonly text: string
  readonly source: Source
}

/** The parts of a statement, or of the header. The first is a `line`. */
export function partsOf(reading: Reading, tree: Tree): Part[] {
  const parts = innerParts(reading, tree)
  return parts.map((part, place) => (place === 0 ? { ...part, gap: 'line' } : part))
}

function innerParts(reading: Reading, tree: Tree): Part[] {
  switch (tree.rule) {
    case 'Header':
      return words(reading, leaves(tree.first!).slice(0, 2))
    case 'Chain':
      return chainParts(reading, tree)
    case 'Subgraph':
      return subgraphParts(reading, tree)
    case 'SubgraphEnd':
      return tree.first?.rule === 'SubgraphEnd_plain'
        ? words(reading, [tree.first.first!])
        : [whole(reading, tree)]
    case 'Style':
    case 'ClassDef':
    case 'Class':
    case 'LinkStyle':
      return styleParts(reading, tree.rule === 'LinkStyle' ? tree.first! : tree)
    case 'Click':
      return clickParts(reading, tree)
    case 'Direction':
    case 'AccTitle':
    case 'AccDescr':
      return lineParts(reading, tree)
    default:
      return [whole(reading, tree)]
  }
}

function leaves(tree: Tree): Tree[] {
  return [...tree.children].filter(({ rule }) => rule !== 'headerEnd' && rule !== 'blankLine')
}

const part = ([start, end]: Range, gap: Part['gap']): Part => ({ start, end, gap })

/** Several words with a blank between them. */
const words = ({ source }: Reading, trees: readonly Tree[]): Part[] =>
  trees.map(tree => part(placeOf(source, tree), 'blank'))

/** All of it, without the semicolon or line break behind it, and without the blanks before the word `direction`. */
function whole({ text, source }: Reading, tree: Tree): Part {
  const [from, to] = placeOf(source, tree)
  const all = text.slice(from, to)
  const start = from + all.length - all.trimStart().length
  let end = to
  while (end > start && /[\s;]/.test(text[end - 1]!)) end--
  return part([start, end], 'line')
}

/** `direction LR`, `accTitle: words`: in one line, with one blank. */
function lineParts(reading: Reading, tree: Tree): Part[] {
  const all = whole(reading, tree)
  const text = reading.text.slice(all.start, all.end)
  const found = /^(direction)([ \t]+)\w+$|^(acc(?:Title|Descr))([ \t]*:[ \t]*)[^\s]/.exec(text)
  if (!found || /[\r\n]/.test(text)) return [all]
  const word = found[1] ?? found[3]!
  const middle = found[2] ?? found[4]!
  const from = all.start + word.length + middle.length
  const rest = part([from, all.end], 'blank')
  const name = part([all.start, all.start + word.length], 'line')
  if (found[1]) return [name, rest]
  const colon = all.start + word.length + middle.indexOf(':')
  return [name, part([colon, colon + 1], 'none'), rest]
}

function chainParts(reading: Reading, tree: Tree): Part[] {
  const parts: Part[] = []
  for (const piece of tree.children) {
    if (piece.rule === 'NodeGroup') addGroup(reading, piece, 'blank', parts)
    if (piece.rule !== 'Hop') continue
    const [link, group] = piece.children as [Tree, Tree]
    const own = linkParts(reading, link)
    // A chain goes on in another line with its link.
    const from = parts.at(-1)!.end
    const [first] = own
    const isBroken =
      /[\r\n]/.test(reading.text.slice(from, first!.start)) || breaksBehind(reading, own, group)
    parts.push({ ...first!, gap: isBroken ? 'break' : 'blank' }, ...own.slice(1))
    addGroup(reading, group, 'blank', parts)
  }
  return parts
}

const breaksBehind = ({ text, source }: Reading, link: readonly Part[], group: Tree): boolean =>
  /[\r\n]/.test(text.slice(link.at(-1)!.end, placeOf(source, group)[0]))

function addGroup(reading: Reading, tree: Tree, gap: Part['gap'], parts: Part[]): void {
  for (const child of tree.children) {
    if (child.rule === 'Vertex') parts.push(...vertexParts(reading, child, gap))
    else parts.push(part(placeOf(reading.source, child), 'blank'))
  }
}

/** A vertex stays as it is but for the blanks in its `@{ … }`. */
function vertexParts(reading: Reading, tree: Tree, gap: Part['gap']): Part[] {
  const { source } = reading
  const data = tree.children.find(({ rule }) => rule === 'shapeData')
  const [start, end] = placeOf(source, tree)
  if (!data) return [part([start, end], gap)]
  const [from, to] = rangeOf(source, data.start, data.end)
  return [part([start, from], gap), ...dataParts(reading.text, from, to)]
}

function linkParts(reading: Reading, tree: Tree): Part[] {
  const { source } = reading
  const parts: Part[] = []
  for (const child of tree.first!.children) {
    if (child.rule === 'edgeId') parts.push(part(placeOf(source, child), 'blank'))
    else
      for (const piece of child.first!.children)
        parts.push(
          part(
            placeOf(source, piece),
            piece.rule === 'PipeLabel' || parts.at(-1)?.gap === 'keep' ? 'none' : 'blank',
          ),
        )
  }
  // The arrow stands right behind its id.
  const isNamed = tree.first!.rule === 'Link_named'
  return parts.map((piece, place) => (isNamed && place === 1 ? { ...piece, gap: 'none' } : piece))
}

/** In the words of a title blanks count, also behind the last. */
function subgraphParts(reading: Reading, tree: Tree): Part[] {
  const { text, source } = reading
  const [word, heading, title] = tree.children as [Tree, Tree, Tree]
  const keyword = part(placeOf(source, word), 'line')
  const [from, to] = rangeOf(source, heading.start, heading.end)
  if (title.rule !== 'SubgraphTitle') return [keyword, part([from, to], 'blank')]
  const name = part([from, from + text.slice(from, to).trimEnd().length], 'blank')
  return [keyword, name, part(placeOf(source, title), 'none')]
}

function styleParts(reading: Reading, tree: Tree): Part[] {
  const { source } = reading
  return tree.children.flatMap((child): Part[] => {
    if (child.rule === 'blanks' || child.rule === 'separator') return []
    if (child.rule === 'Styles') return styleTexts(reading, child)
    return [part(placeOf(source, child), 'blank')]
  })
}

/** `fill:#f9f,stroke:red`: no blanks around commas and colons. One that a backslash escapes is part of the value. */
function styleTexts({ text, source }: Reading, tree: Tree): Part[] {
  let before = ''
  return tree.children.flatMap((child, place): Part[] => {
    const isValue = before.endsWith('\\')
    const range = isValue ? rangeOf(source, child.start, child.end) : placeOf(source, child)
    before = text.slice(...range)
    const first: Part['gap'] = place === 0 ? 'blank' : isValue ? 'keep' : 'none'
    const colon = /^([\w-]+)[ \t]*:[ \t]*(?=\S)/.exec(before)
    if (!colon || isValue) return [part(range, first)]
    const [start, end] = range
    const sign = start + colon[0].indexOf(':')
    const name = part([start, start + colon[1]!.length], first)
    return [name, part([sign, sign + 1], 'none'), part([start + colon[0].length, end], 'none')]
  })
}

function clickParts(reading: Reading, tree: Tree): Part[] {
  return tree.children
    .filter(({ rule }) => rule === 'clickWord' || rule === 'clickIds' || rule === 'ClickAction')
    .map(child => part(placeOf(reading.source, child), 'blank'))
}
