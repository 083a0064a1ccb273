/** A text on its way to another graph: what stands in it now, and which of the wanted edges each of its edges is. */
import type { FormatOptions } from '../../../src/format.js'
import { addTo } from '../../../src/ir/lists.js'
import type { Edge, Graph } from '../../../src/ir/model.js'
import { inPlaces, overlap, withEdits } from '../../../src/messages/edits.js'
import { hasErrors, type TextEdit } from '../../../src/messages/message.js'
import { type Block, type Document, documentOf, once, type Statement } from '../read/document.js'
import { graphRead } from '../read/read.js'
import { idsOfEdges } from '../words/edge-ids.js'
import { edgeLink, heading } from '../write/write.js'
import { type AllDecisions, applied } from './apply.js'

export interface State {
  readonly doc: Document
  readonly graph: Graph
  /** For each edge in the text its number in the wanted graph; they ascend. */
  readonly places: readonly number[]
  /** How the text declared nodes that are to stand elsewhere. */
  readonly spelled: Map<string, string>
  /** What was changed in its own spelling once; where that did not say it, it is written anew. */
  readonly tried: Set<string>
  readonly options: FormatOptions
}

export function stateOf(
  text: string,
  places: readonly number[],
  { options, spelled, tried }: Pick<State, 'options' | 'spelled' | 'tried'>,
): State | undefined {
  const doc = documentOf(text)
  if (!doc) return undefined
  const graph = graphRead(doc.source, doc.flow, options)
  if (hasErrors(doc.source.messages)) return undefined
  if (graph.edges.length !== places.length) return undefined
  return { doc, graph, places, spelled, tried, options }
}

/** The state after edits of its text; `undefined` where they cannot be made. */
export function edited(
  state: State,
  edits: readonly TextEdit[],
  places: readonly number[] = state.places,
): State | undefined {
  if (edits.length === 0) return { ...state, places }
  const ordered = inPlaces(edits)
  return overlap(ordered) ? undefined : stateOf(withEdits(state.doc.text, ordered), places, state)
}

export interface Removal {
  readonly edges?: ReadonlySet<number>
  readonly groups?: ReadonlySet<string>
  readonly drop?: (statement: Statement, id: string) => boolean
  readonly breaks?: ReadonlySet<number>
  readonly relink?: (edge: number) => boolean
}

/** Takes edges, subgraphs and mentions out, or cuts chains; what goes can be put in elsewhere. */
export function removed(state: State, after: Graph, removal: Removal): State | undefined {
  const { doc, graph, places } = state
  const goes = (edge: number) => removal.edges?.has(edge) === true || !endsStay(graph.edges[edge]!, removal)
  const kept = graph.edges.map((_, place) => place).filter(place => !goes(place))
  const numbers = new Map(kept.map((place, number) => [place, number]))
  const linked = kept.map(place =>
    removal.relink?.(place) ? after.edges[places[place]!]! : graph.edges[place]!,
  )
  const names = renamedEdges(graph.edges, numbers, linked)
  const decisions: AllDecisions = {
    name: id => {
      if (removal.groups?.has(id)) return undefined
      return names.has(id) && !graph.nodes.has(id) && !graph.groups.has(id) ? names.get(id) : id
    },
    ends: edge => (numbers.has(edge) ? endsOf(graph.edges[edge]!) : undefined),
    link: edge => edgeLink(after.edges[places[edge]!]!),
    number: edge => numbers.get(edge),
    heading: id => heading(after.groups.get(id) ?? graph.groups.get(id)!),
    ...(removal.drop && { drop: removal.drop }),
    ...(removal.breaks && { breaks: removal.breaks }),
    ...(removal.relink && { relink: removal.relink }),
  }
  return edited(
    state,
    applied(doc, decisions),
    kept.map(place => places[place]!),
  )
}

const endsOf = ({ from, to }: Edge) => [from.id, to.id] as const

function endsStay({ from, to }: Edge, { groups }: Removal): boolean {
  return ![from, to].some(({ kind, id }) => kind === 'group' && groups?.has(id))
}

/** The names of edges, their own or made up, that are others now. */
export function renamedEdges(
  before: readonly Edge[],
  numbers: ReadonlyMap<number, number>,
  after: readonly Edge[],
): ReadonlyMap<string, string | undefined> {
  const now = idsOfEdges(after)
  const names = new Map<string, string | undefined>()
  for (const [place, id] of idsOfEdges(before).entries()) {
    const number = numbers.get(place)
    const name = number === undefined ? undefined : now[number]
    if (name !== id) names.set(id, name)
  }
  return names
}

/** For each statement, and first of all the header: the subgraph that is open behind it. */
export interface Boundaries {
  /** The boundaries in each subgraph, ascending; `undefined` for those in none. Boundary `k` is behind statement `k`. */
  readonly of: ReadonlyMap<string | undefined, readonly number[]>
}

const heads = new Set(['Direction', 'AccTitle', 'AccDescr', 'AccDescrBlock'])

export function boundariesOf({ statements }: Document): Boundaries {
  const of = new Map<string | undefined, number[]>()
  for (let index = -1; index < statements.length; index++) {
    const next = statements[index + 1]
    const inside = statements[index]?.inside
    if (next && heads.has(next.rule) && next.block === inside) continue
    addTo(of, inside?.id, index)
  }
  return { of }
}

/** Whether a mention in a subgraph leaves what is mentioned where it is to be. */
export type Allows = (block: Block | undefined, kind: 'node' | 'group', id: string) => boolean

export function allowsIn({ doc }: State, after: Graph): Allows {
  const isAround = (outer: Block, { heading }: Block) =>
    outer.heading.index <= heading.index && heading.index <= (outer.end?.index ?? -1)
  return (block, kind, id) => {
    if (!block) return true
    const group = kind === 'node' ? after.nodes.get(id)?.group : id
    return group !== undefined && (blocksOfId(doc).get(group) ?? []).some(own => isAround(block, own))
  }
}

export const blocksOfId = once((doc): ReadonlyMap<string, readonly Block[]> => {
  const table = new Map<string, Block[]>()
  for (const block of doc.blocks) addTo(table, block.id, block)
  return table
})
