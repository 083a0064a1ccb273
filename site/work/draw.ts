/** The picture of a diagram, and where its shapes stand in the source. */
import { type Graph, write } from '../../src/core.js'
import type { AnswerOf, ElementKey, RequestOf } from '../shared/protocol.js'
import { loaded } from './load.js'
import { sourceOf } from './source.js'

/** Draws one of the diagrams of a text. */
export async function draw({ source: written, scheme, place }: RequestOf<'draw'>): Promise<AnswerOf<'draw'>> {
  const source = await sourceOf(written)
  const { graphs = [], layouts } = source?.reading ?? {}
  const graph = graphs[place] ?? graphs[0]
  if (!source || !graph) return { svg: '', places: [], ends: [], messages: [] }
  const layout = layouts?.[graphs.indexOf(graph)]
  const { text, messages } = await write(graph, {
    format: await loaded('svg'),
    from: source.format,
    options: { scheme },
    ...(layout && { layouts: [layout] }),
  })
  const ends = graph.edges.map(({ from, to }) => [from.id, to.id] as const)
  return { svg: text, places: placesOf(graph), ends, messages }
}

/** By the beginning of the path of a change: `nodes a`, `edges 3`. */
function placesOf({ nodes, groups, edges, loops }: Graph): AnswerOf<'draw'>['places'] {
  const places: (readonly [ElementKey, number, number])[] = []
  const add = (key: ElementKey, at: readonly [number, number] | undefined) => {
    if (at) places.push([key, at[0], at[1]])
  }
  for (const { id, at } of nodes.values()) add(`nodes ${id}`, at)
  for (const { id, at } of groups.values()) add(`groups ${id}`, at)
  for (const [place, { at }] of edges.entries()) add(`edges ${place}`, at)
  for (const [place, { at }] of loops.entries()) add(`loops ${place}`, at)
  return places
}
