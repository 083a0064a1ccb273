/** The walk over the statements of a flowchart, in their order, into a `Flow`. */

import type { Message } from '../../../src/messages/message.js'
import { type ChildOf, part, parts, type Tree } from '../../../src/syntax/tree.js'
import { directionIn } from '../document/direction-marks.js'
import type { TreeOf } from '../grammar.gen.js'
import { originOf } from '../words/edited.js'
import type { RawLabel } from '../words/texts.js'
import { readChain } from './chains.js'
import { readClick } from './clicks.js'
import { addComments, commentsBefore } from './comments.js'
import { closeSubgraph, defineClass, type Flow, mention, moreOf, setClass } from './flow.js'
import { checkLetters, idOf, labelOf } from './labels.js'
import * as say from './messages.js'
import { placeOf, rawText, type Source } from './source.js'
import type { Open, Walk } from './walk.js'

/** Reads one statement. What it mentions becomes a member of the innermost open subgraph. */
export function readStatement(walk: Walk, statement: ChildOf<TreeOf<'Statement'>>): void {
  const read = readers[statement.rule] as Reader<typeof statement.rule>
  const mentioned = read(walk, statement) ?? []
  const inner = walk.open.at(-1)
  if (inner) for (const id of mentioned) inner.mentioned.push(id)
}

type Kind = ChildOf<TreeOf<'Statement'>>['rule']
type Reader<Rule extends Kind> = (walk: Walk, tree: TreeOf<Rule>) => readonly string[] | undefined

const readers: { readonly [Rule in Kind]: Reader<Rule> } = {
  Chain: readCommentedChain,
  Click: ({ source, flow }, tree) => readClick(source, flow, tree),
  Subgraph: (walk, tree) => openSubgraph(walk, tree),
  SubgraphEnd: (walk, tree) => endSubgraph(walk, tree),
  Direction: (walk, tree) => setDirection(walk, tree),
  Style: ({ source, flow }, tree) => {
    const id = idOf(source, part(tree, 'nodeId'))
    const vertex = mention(flow, id, () => placeOf(source, part(tree, 'nodeId')))
    if (vertex) {
      vertex.styles ??= []
      for (const style of stylesOf(source, part(tree, 'Styles'))) vertex.styles.push(style)
    }
    return undefined
  },
  LinkStyle: (walk, tree) => readLinkStyle(walk, tree),
  ClassDef: ({ source, flow }, tree) => {
    defineClass(flow, idOf(source, part(tree, 'className')), stylesOf(source, part(tree, 'Styles')))
    return undefined
  },
  Class: ({ source, flow }, tree) => {
    const ids = part(tree, 'nodeId')
    const unknown = setClass(flow, idOf(source, ids), idOf(source, part(tree, 'className')))
    for (const id of unknown) source.messages.push(say.classOfNothing({ id }, placeOf(source, ids)))
    return undefined
  },
  AccTitle: ({ source, flow }, tree) => {
    flow.accTitle = rawText(source, part(tree, 'restOfLine')).trim()
    return [flow.accTitle]
  },
  AccDescr: ({ source, flow }, tree) => {
    flow.accDescr = rawText(source, part(tree, 'restOfLine')).trim()
    return [flow.accDescr]
  },
  AccDescrBlock: ({ source, flow }, tree) => {
    const raw = rawText(source, part(tree, 'bracedText'))
    const text = raw.replace(/\}$/, '').trim()
    if (raw === '}') return undefined
    if (!raw.endsWith('}')) {
      // A description that is not closed takes all of the text, and then nothing once more.
      flow.accDescr = ''
      return [text]
    }
    // The indent of its lines does not count.
    flow.accDescr = text.replace(/\n\s+/g, '\n')
    return [text]
  },
}

/** Comments before a chain belong to its first edge, or to its first node where it has none. */
function readCommentedChain(walk: Walk, tree: TreeOf<'Chain'>): string[] {
  const comments = commentsAt(walk, tree)
  const { edges, vertices } = walk.flow
  const before = edges.length
  const mentioned = readChain(walk, tree)
  const edge = edges[before]
  const owner = comments && (edge ? moreOf(walk.flow, edge) : vertices.get(mentioned[0]!))
  if (owner) addComments(owner, comments)
  // A statement about an edge holds none: they wait for the next.
  else if (comments) walk.waiting.next -= comments.length
  return mentioned
}

function commentsAt({ source, waiting }: Walk, tree: Tree): string[] | undefined {
  if (waiting.next >= waiting.comments.length) return undefined
  return commentsBefore(waiting, placeOf(source, tree)[0])
}

/** The styles of a statement, which commas separate. */
function stylesOf(source: Source, styles: TreeOf<'Styles'>): string[] {
  return parts(styles, 'styleText').map(style => rawText(source, style))
}

function openSubgraph(walk: Walk, tree: TreeOf<'Subgraph'>): undefined {
  const { source, open } = walk
  const heading = headingOf(source, part(tree, 'Heading'))
  const title = part(tree, 'SubgraphTitle')
  const unnamed = !title && /\s/.test(heading.text)
  open.push({
    id: unnamed ? undefined : heading.text.trim(),
    title: title ? labelOf(source, part(title, 'Label')) : heading,
    at: placeOf(source, tree),
    mentioned: [],
    direction: undefined,
    comments: commentsAt(walk, tree),
    indent: indentOf(source, tree),
    inner: Number.POSITIVE_INFINITY,
  })
}

/** How far a statement stands from the beginning of its line. */
function indentOf({ marked }: Source, { start, text: own }: Tree): number {
  const first = start + own.search(/\S/)
  return first - (marked.edited.text.lastIndexOf('\n', first - 1) + 1)
}

/** The words after `subgraph`, as the lexer's tokens join: a quoted text is a plain one here. */
function headingOf(source: Source, tree: TreeOf<'Heading'>): RawLabel {
  const label = labelOf(source, tree)
  for (const leaf of parts(tree, 'headingText')) checkLetters(source, leaf)
  return { text: label.text, type: label.type === 'markdown' ? 'markdown' : 'text' }
}

function endSubgraph(walk: Walk, tree: TreeOf<'SubgraphEnd'>): readonly string[] | undefined {
  const { source, open } = walk
  const closing = open.pop()
  if (!closing) {
    const [start, end] = placeOf(source, tree)
    source.messages.push(say.strayEnd([start, end], [{ start, end: start + 3, text: '' }]))
    return undefined
  }
  closeOpen(walk, closing)
  if (tree.first.rule === 'SubgraphEnd_direction') setDirection(walk, tree.first)
  return undefined
}

function closeOpen({ source, flow, open }: Walk, closing: Open): void {
  const { id, lost } = closeSubgraph(flow, closing, closing.mentioned)
  const around = open.at(-1)
  around?.mentioned.push(id)
  if (around) around.inner = Math.min(around.inner, closing.indent)
  for (const member of lost) {
    if (isInside(flow, member, id)) continue
    const owner = flow.owners.get(member) ?? ''
    source.messages.push(say.lostMember({ id: member, owner, subgraph: id }, closing.at))
  }
}

/** Whether a node sits in a subgraph at any depth, as far as subgraphs have closed. */
function isInside(flow: Flow, member: string, subgraph: string): boolean {
  let owner = flow.owners.get(member)
  for (let steps = 0; owner !== undefined && steps < 1000; steps++) {
    if (owner === subgraph) return true
    owner = flow.owners.get(owner)
  }
  return false
}

/** Closes what is still open at the end of the text, with an error. Where the text is cut off, that is said already. */
export function closeAll(walk: Walk): void {
  const { source, open } = walk
  const isCut = source.messages.some(({ code }) => code === 'syntax/cut-off')
  if (open.length > 0 && !isCut) source.messages.push(unclosed(walk))
  for (let closing = open.pop(); closing; closing = open.pop()) closeOpen(walk, closing)
}

function unclosed({ source, open }: Walk): Message {
  const { text } = source.prepared.edited
  const [end] = originOf(source.prepared.edited, text.length, text.length)
  const blanks = text.slice(text.trimEnd().length)
  const isApart = blanks.endsWith('\n') && (blanks.indexOf('\n') < blanks.length - 1 || text === '\n')
  const ends = `${isApart ? '' : '\n'}${'end\n'.repeat(open.length)}`
  const edits = isNested(open) ? [{ start: end, end, text: ends }] : undefined
  const { at } = open.at(-1)!
  const names = open.map(({ id, title }) => id ?? title.text.trim())
  if (open.length === 1) return say.openSubgraph({ name: names[0]! }, at, edits)
  const quoted = names.map(name => `“${name}”`)
  const last = quoted.pop()!
  return say.openSubgraphs({ names: quoted.join(', '), last, count: open.length }, at, edits)
}

/**
 * Whether each subgraph stands deeper in its line than the one around it. Where one does not, its author may have meant the two side by
 * side, and the `end` of the first is missing.
 */
function isNested(open: readonly Open[]): boolean {
  return open.every(({ indent, inner }, place) => inner > indent && indent > (open[place - 1]?.indent ?? -1))
}

function setDirection(
  { source, open }: Walk,
  tree: TreeOf<'Direction' | 'SubgraphEnd_direction'>,
): undefined {
  const rest = part(tree, 'restOfLine')
  const line = rawText(source, rest)
  const inner = open.at(-1)
  const direction = directionIn(line)
  if (inner && direction) inner.direction = direction
  if (/^\s*direction\s+(?:TB|BT|RL|LR|TD)\s*$/.test(line)) return
  source.messages.push(say.wholeLineIsDirection(placeOf(source, rest)))
}

function readLinkStyle({ source, flow }: Walk, tree: TreeOf<'LinkStyle'>): undefined {
  const form = tree.first
  const positions = part(form, 'linkPositions')
  const styles = form.rule === 'LinkStyle_curve' ? undefined : stylesOf(source, part(form, 'Styles'))
  const curve = form.rule === 'LinkStyle_style' ? undefined : idOf(source, part(form, 'curve'))
  if (positions.text === 'default') {
    if (styles) flow.defaultLinkStyles = styles
    if (curve !== undefined) flow.defaultCurve = curve
    return
  }
  for (const position of positions.text.split(',')) {
    const edge = /^(?:0|[1-9]\d*)$/.test(position) ? flow.edges[Number(position)] : undefined
    if (!edge) {
      const links = flow.edges.length
      source.messages.push(say.unknownLink({ number: position, links }, placeOf(source, positions)))
      continue
    }
    if (styles) moreOf(flow, edge).styles = styles
    if (curve !== undefined) moreOf(flow, edge).curve = curve
  }
}
