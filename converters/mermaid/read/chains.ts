/** Chains of nodes and links: `A[text] & B -- label --> C@{ shape: doc }`. */

import type { Range } from '../../../src/ir/model.js'
import { type ChildOf, part } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import type { Bracket } from '../shapes.js'
import { onlyKnownLetters } from '../words/letters.js'
import { type LinkKind, linkKind } from '../words/links.js'
import type { RawLabel } from '../words/texts.js'
import { connect, mention, setClass, type Vertex } from './flow.js'
import { idOf, labelIn, labelOf, trimmed } from './labels.js'
import { arrowHalves, noBlankBeforeId, tooManyMultiplied } from './messages.js'
import { readShapeData } from './shape-data.js'
import { placeOf, rangeOf, rawText, type Source } from './source.js'
import type { Walk } from './walk.js'

/** Reads a chain. Returns the ids that it mentions. */
export function readChain(walk: Walk, chain: TreeOf<'Chain'>): string[] {
  let starts: readonly string[] = []
  let startOffset = chain.start
  const mentioned: string[] = []
  for (let step: ChildOf<typeof chain> | undefined = chain.first; step; step = step.next) {
    if (step.rule === 'NodeGroup') {
      starts = readNodeGroup(walk, step)
      for (const id of starts) mentioned.push(id)
    } else if (step.rule === 'Hop') {
      const linkTree = step.first
      const endTree = linkTree.next
      const link = readLink(walk.source, linkTree)
      const ends = readNodeGroup(walk, endTree)
      const at = rangeOf(walk.source, startOffset, endTree.end)
      if (fits(walk, starts.length * ends.length, at)) connect(walk.flow, starts, ends, link, at)
      for (const id of ends) mentioned.push(id)
      starts = ends
      startOffset = endTree.start
    }
  }
  return mentioned
}

/** How many edges of a diagram `&` may make: 1,500 names on either side would be millions. */
const MOST_MULTIPLIED = 200_000

function fits({ flow, source }: Walk, count: number, at: Range): boolean {
  if (count < 2) return true
  if (flow.multiplied + count <= MOST_MULTIPLIED) {
    flow.multiplied += count
    return true
  }
  source.messages.push(tooManyMultiplied({ count, most: MOST_MULTIPLIED }, at))
  return false
}

function readNodeGroup(walk: Walk, group: TreeOf<'NodeGroup'>): string[] {
  const ids: string[] = []
  for (let part: ChildOf<typeof group> | undefined = group.first; part; part = part.next) {
    if (part.rule === 'Vertex') ids.push(readVertex(walk, part))
  }
  return ids
}

function readVertex(walk: Walk, tree: TreeOf<'Vertex'>): string {
  const leaf = tree.first
  return leaf.next ? readWholeVertex(walk, tree) : readMention(walk, leaf)
}

/** An id and nothing else: where it was read before, there is nothing more to do. */
function readMention({ source, flow }: Walk, leaf: TreeOf<'nodeId'>): string {
  const { names } = source
  const number = names ? names.numberAt(leaf.start, leaf.end) : -1
  if (names && flow.mentioned[number]) return names.nameOf(number)
  const id = idOf(source, leaf)
  mention(flow, id, () => placeOf(source, leaf))
  if (names && onlyKnownLetters(id)) flow.mentioned[number] = true
  return id
}

function readWholeVertex({ source, flow }: Walk, tree: TreeOf<'Vertex'>): string {
  const leaf = tree.first
  const id = idOf(source, leaf)
  const vertex = mention(flow, id, () => placeOf(source, tree))
  for (let piece: ChildOf<typeof tree> | undefined = leaf.next; piece; piece = piece.next) {
    if (piece.rule === 'Shape') readShape(source, vertex, piece.first)
    else if (piece.rule === 'ClassMark') setClass(flow, id, idOf(source, piece.first))
    else if (piece.rule === 'shapeData') readShapeData(source, flow, id, piece)
  }
  return id
}

/** Brackets with a label. On an edge's id, they say nothing. */
function readShape(source: Source, vertex: Vertex | undefined, shape: ChildOf<TreeOf<'Shape'>>): void {
  if (!vertex) return
  vertex.shape = { name: shape.rule.slice('Shape_'.length) as Bracket, bracket: true }
  vertex.label = trimmed(labelOf(source, labelIn(shape)))
  if (shape.rule !== 'Shape_rect') return
  vertex.props ??= new Map()
  vertex.props.set(part(shape, 'propertyName').text, rawText(source, part(shape, 'propertyValue')))
}

interface RawLink {
  readonly kind: LinkKind
  readonly label: RawLabel | undefined
  readonly id: string | undefined
}

function readLink(source: Source, tree: TreeOf<'Link'>): RawLink {
  const link = tree.first
  const named = link.rule === 'Link_named' ? link.first : undefined
  const id = named && edgeId(source, named)
  const form = part(link, 'LinkBody').first
  const start = form.rule === 'LinkBody_arrow' ? undefined : rawText(source, form.first)
  const end = rawText(source, form.rule === 'LinkBody_arrow' ? form.first : form.first.next.next)
  const label = form.rule === 'LinkBody_arrow' ? form.first.next?.first : form.first.next
  const kind = linkKind(end, start)
  if (kind.invalid) source.messages.push(arrowHalves(placeOf(source, form)))
  return { kind, label: label && trimmed(labelOf(source, label)), id }
}

/** The id before a link. It must follow a blank or a bracket: elsewhere the `@` belongs to the node's id. */
function edgeId(source: Source, leaf: TreeOf<'edgeId'>): string {
  const text = rawText(source, leaf)
  const at = source.marked.edited.origin(leaf.start)
  const before = source.prepared.edited.text[at - 1] ?? ''
  if (!/^\s/.test(text) && !/[\])}]/.test(before))
    source.messages.push(noBlankBeforeId(placeOf(source, leaf)))
  return text.trim().replace('@', '')
}
