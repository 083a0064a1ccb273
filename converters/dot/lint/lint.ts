/** The linter of DOT: what Graphviz reads and then does nothing with, mostly without a word. */
import type { ReadResult } from '../../../src/format.js'
import type { Range } from '../../../src/ir/model.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { isMisspelt, nearestWord } from '../../../src/text/similar.js'
import { resolvedDot } from '../read/resolve.js'
import { sourceOf } from '../read/source.js'
import { textIn } from '../words/attributes.js'
import { everySubgraph, isCluster, isTrue, type ResolvedGraph } from '../words/resolved.js'
import { styleWords } from '../words/style.js'
import { isIgnored, type Kind, ownersOf } from './attribute-kinds.js'
import { type Scope, type Written, type WrittenGraph, writtenIn } from './attributes.js'
import * as say from './messages.js'
import { unknownPorts } from './ports.js'

/**
 * What is to be said of a text that was read: what the reader says and, where there are no errors, what the rules find. Gives
 * `lint/ignored-attribute`, `lint/compound`, `lint/unknown-cluster`, `lint/plain-subgraph`, `lint/unfilled`, `lint/unknown-port`,
 * `lint/unknown-value` of ranks, `lint/ortho-label` and `lint/overwritten`.
 * @see https://graphviz.org/doc/info/attrs.html
 */
export function lintDot(text: string, { messages }: ReadResult): readonly Message[] {
  if (hasErrors(messages)) return messages
  const { graphs } = resolvedDot(text)
  const written = writtenIn(sourceOf(text))
  const found = written.flatMap((graph, place) => {
    const resolved = graphs[place]
    return resolved ? rules.flatMap(rule => rule(graph, resolved)) : []
  })
  return [...messages, ...found]
}

type Rule = (written: WrittenGraph, resolved: ResolvedGraph) => Message[]

const rules: readonly Rule[] = [
  ignoredAttributes,
  ranks,
  clusterEnds,
  plainSubgraphs,
  unfilled,
  orthoLabels,
  overwritten,
  attributesBehind,
  (_, resolved) => unknownPorts(resolved),
]

const isClusterScope = ({ id }: Scope): boolean => id?.text.startsWith('cluster') === true

/** A subgraph may be a cluster by its attribute, and pass on what it says to clusters in it. */
function ignoredAttributes({ attributes }: WrittenGraph): Message[] {
  return attributes.flatMap(({ of, name, nameAt, scope }) => {
    const [on, words] = placeOf(of, scope)
    return isIgnored(name, on) ? [say.ignoredAttribute({ name, on: words, of: ownersOf(name) }, nameAt)] : []
  })
}

function placeOf(of: Written['of'], scope: Scope): [readonly Kind[], string] {
  if (of === 'node') return [['N'], 'nodes']
  if (of === 'edge') return [['E'], 'edges']
  if (!scope.parent) return [['G', 'C'], 'the graph']
  return isClusterScope(scope) ? [['C', 'S'], 'a cluster'] : [['C', 'S'], 'a subgraph']
}

const RANKS = ['same', 'min', 'max', 'source', 'sink']

function ranks({ attributes }: WrittenGraph, { attributes: root }: ResolvedGraph): Message[] {
  const isNew = isTrue(textIn(root, 'newrank'))
  return attributes.flatMap(({ of, name, value, at, nameAt, scope }): Message[] => {
    if (of !== 'graph' || name !== 'rank' || !scope.parent) return []
    if (!RANKS.includes(value.text)) {
      const meant = nearestWord(value.text, RANKS)
      return [
        say.unknownRank({ word: value.text, meant }, at, meant === undefined ? undefined : put(at, meant)),
      ]
    }
    return isClusterScope(scope) && !isNew ? [say.rankOfCluster(nameAt)] : []
  })
}

const put = ([start, end]: Range, text: string) => [{ start, end, text }]

/** `lhead` and `ltail`: the graph has to be compound, and there has to be such a cluster. */
function clusterEnds({ attributes }: WrittenGraph, resolved: ResolvedGraph): Message[] {
  const isCompound = isTrue(textIn(resolved.attributes, 'compound'))
  const clusters = new Set<string>()
  for (const subgraph of everySubgraph(resolved))
    if (isCluster(subgraph)) clusters.add(subgraph.id?.text ?? '')
  const uses = attributes.filter(
    ({ of, name, value }) => of === 'edge' && /^(?:lhead|ltail)$/.test(name) && value.text !== '',
  )
  return uses.flatMap(({ name, nameAt, value, at }): Message[] => {
    if (!clusters.has(value.text)) {
      const meant = clusters.has(`cluster_${value.text}`)
        ? `cluster_${value.text}`
        : nearestWord(value.text, clusters, 4)
      const isSure = meant === `cluster_${value.text}` || isMisspelt(value.text, meant)
      const edits = meant !== undefined && isSure && /^\w+$/.test(meant) ? put(at, meant) : undefined
      return [say.noCluster({ name, cluster: value.text, meant }, at, edits)]
    }
    return isCompound ? [] : [say.notCompound({ name }, nameAt)]
  })
}

/** Looks of a box that Graphviz does not draw. A label goes on to the clusters in it. */
function plainSubgraphs({ scopes, attributes }: WrittenGraph): Message[] {
  const plain = new Set(scopes.filter(scope => !isClusterScope(scope) && !scope.assigned.has('cluster')))
  for (const scope of scopes) {
    if (!isClusterScope(scope) && !scope.assigned.has('cluster')) continue
    for (let around = scope.parent; around; around = around.parent) plain.delete(around)
  }
  const first = new Map<Scope, Written>()
  for (const each of attributes) {
    const { of, name, value, scope } = each
    if (of !== 'graph' || !plain.has(scope) || first.has(scope) || value.text === '') continue
    if (/^(?:label|bgcolor|fillcolor)$/.test(name)) first.set(scope, each)
  }
  return [...first].map(([{ id }, { name, nameAt }]) =>
    say.plainSubgraph({ name: id?.text ?? 'this subgraph', attribute: name }, nameAt),
  )
}

const FILLING = ['filled', 'radial', 'wedged', 'striped']

/** A colour to fill a node with, and no style that fills. Points and arrowheads are filled without one. */
function unfilled({ attributes }: WrittenGraph, { nodes }: ResolvedGraph): Message[] {
  const byName = new Map(nodes.map(node => [node.id.text, node]))
  return attributes.flatMap(({ of, name, node, nameAt, value }): Message[] => {
    const resolved =
      name === 'fillcolor' && of === 'node' && node !== undefined ? byName.get(node) : undefined
    if (!resolved || value.text === '' || textIn(resolved.attributes, 'fillcolor') !== value.text) return []
    const words = styleWords(resolved.attributes)
    const shape = textIn(resolved.attributes, 'shape')
    if (shape === 'point' || words.has('invis') || FILLING.some(word => words.has(word))) return []
    const isFree = textIn(resolved.attributes, 'style') === undefined
    const [start] = nameAt
    return [say.unfilled(nameAt, isFree ? [{ start, end: start, text: 'style=filled, ' }] : undefined)]
  })
}

/** Labels of edges that run along the axes: only the layout `dot` leaves them out of account, and says so once. */
function orthoLabels({ attributes }: WrittenGraph, { attributes: root }: ResolvedGraph): Message[] {
  if (textIn(root, 'splines')?.toLowerCase() !== 'ortho' || (textIn(root, 'layout') ?? 'dot') !== 'dot')
    return []
  const label = attributes.find(
    ({ of, name, value }) => of === 'edge' && name === 'label' && value.text !== '',
  )
  return label ? [say.orthoLabel(label.nameAt)] : []
}

/** An attribute twice in one statement, or the label of a node in two, with another value. */
function overwritten({ attributes }: WrittenGraph): Message[] {
  const last = new Map<string, Written>()
  return attributes.flatMap((each): Message[] => {
    const { of, isDefault, name, value, node, statement, scope } = each
    const isLabel = name === 'label' && of === 'node' && node !== undefined && !isDefault
    const key = isLabel
      ? `label ${node}`
      : of === 'graph' && !isDefault
        ? `graph ${scope.at[0]} ${name}`
        : `${statement} ${name}`
    const before = last.get(key)
    last.set(key, each)
    if (!before || before.value.text === value.text) return []
    return [say.setAgain({ name, value: value.text }, before.at)]
  })
}

/** Attributes that are often said of one node or edge, and hardly ever of a graph in the middle of a line. */
const OF_ELEMENTS = /^(?:label|color|style|shape|fontcolor|fillcolor|penwidth|arrowhead|dir|weight)$/

/** `a -> b label="x"`: the label of the graph. */
function attributesBehind({ attributes }: WrittenGraph): Message[] {
  return attributes.flatMap(({ behind, name, nameAt, at }): Message[] => {
    if (behind === undefined || !OF_ELEMENTS.test(name)) return []
    const edits = [
      { start: nameAt[0], end: nameAt[0], text: '[' },
      { start: at[1], end: at[1], text: ']' },
    ]
    return [say.attributeBehind({ name }, nameAt, edits)]
  })
}
