/** Chains of nodes and links: `A[text] & B -- label --> C@{ shape: doc }`. */
import type { Tree } from '../../src/grammar/tree.js'
import { message } from '../../src/messages/message.js'
import { connect, mention, type RawLabel, setClass } from './flow.js'
import { idOf, labelOf, trimmed } from './labels.js'
import { type LinkKind, linkKind } from './links.js'
import { readShapeData } from './shape-data.js'
import type { Bracket } from './shapes.js'
import { part, parts, placeOf, rangeOf, rawText, type Source } from './source.js'
import type { Walk } from './statements.js'

/** Reads a chain. Returns the ids that it mentions. */
export function readChain(walk: Walk, chain: Tree): string[] {
  const first = part(chain, 'NodeGroup')!
  let starts = readNodeGroup(walk, first)
  let startTree = first
  const mentioned = [...starts]
  for (const hop of parts(chain, 'Hop')) {
    const linkTree = part(hop, 'Link')!
    const endTree = part(hop, 'NodeGroup')!
    const link = readLink(walk.source, linkTree)
    const ends = readNodeGroup(walk, endTree)
    const at = rangeOf(walk.source, startTree.start, endTree.end)
    connect(walk.flow, starts, ends, link, at)
    for (const id of ends) mentioned.push(id)
    starts = ends
    startTree = endTree
  }
  return mentioned
}

function readNodeGroup(walk: Walk, group: Tree): string[] {
  const ids: string[] = []
  const vertices = parts(group, 'Vertex')
  for (const tree of vertices) {
    ids.push(readVertex(walk, tree))
    const data = part(tree, 'shapeData')
    if (data) readShapeData(walk.source, walk.flow, ids.at(-1)!, data)
  }
  return ids
}

function readVertex({ source, flow }: Walk, tree: Tree): string {
  const leaf = part(tree, 'nodeId')!
  const id = idOf(source, leaf)
  const vertex = mention(flow, id, placeOf(source, tree))
  const shape = part(tree, 'Shape')?.children[0]
  if (shape && vertex) {
    const name = shape.rule.slice('Shape_'.length) as Bracket
    vertex.shape = { name, bracket: true }
    const label = shape.children.find(({ rule }) => rule.endsWith('Label'))
    if (label) vertex.label = trimmed(labelOf(source, label))
    const property = part(shape, 'propertyName')
    if (property) vertex.props.set(property.text, rawText(source, part(shape, 'propertyValue')!))
  }
  const className = part(tree, 'ClassMark')
  if (className) setClass(flow, id, idOf(source, part(className, 'className')!))
  return id
}

interface RawLink {
  readonly kind: LinkKind
  readonly label: RawLabel | undefined
  readonly id: string | undefined
}

function readLink(source: Source, tree: Tree): RawLink {
  const form = tree.children[0]!
  const idLeaf = part(form, 'edgeId')
  const id = idLeaf && edgeId(source, idLeaf)
  const body = part(form, 'LinkBody')!.children[0]!
  const find = (end: string) => body.children.find(({ rule }) => rule.endsWith(end))
  const start = body.children.find(({ rule }) => rule.endsWith('Start'))
  const kind = linkKind(rawText(source, find('rrow')!), start && rawText(source, start))
  if (kind.invalid) {
    const text = 'The two halves of this arrow contradict each other; mermaid draws a plain arrow.'
    source.messages.push(message('repair/arrow', text, { at: placeOf(source, body) }))
  }
  const pipe = part(body, 'PipeLabel')
  const label = pipe ? part(pipe, 'Label') : find('Label')
  return { kind, label: label && trimmed(labelOf(source, label)), id }
}

/** The id before a link. It must follow a blank or a bracket: elsewhere the `@` belongs to the node's id. */
function edgeId(source: Source, leaf: Tree): string {
  const text = rawText(source, leaf)
  const at = source.marked.edited.origin(leaf.start)
  const before = source.prepared.edited.text[at - 1] ?? ''
  if (!/^\s/.test(text) && !/[\])}]/.test(before)) {
    source.messages.push(
      message('syntax/unexpected', 'A blank is missing before the id of this arrow.', {
        at: placeOf(source, leaf),
      }),
    )
  }
  return text.trim().replace('@', '')
}
