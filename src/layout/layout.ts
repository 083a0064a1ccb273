/** Boxes and routes for a graph, by what kind of graph it is. */
import type { Graph } from '../ir/model.js'
import type { Message } from '../messages/message.js'
import type { Layout } from './boxes.js'
import { layOutInRows } from './lanes/bands.js'
import { flowsAcross, inLanes, layOutLanes } from './lanes/lanes.js'
import { withIconSigns } from './measure/icon-signs.js'
import { hasManyBetween } from './parallels/many.js'
import { inTreeOrder } from './tree-order.js'

export interface LayoutSettings {
  /** How long the drawing may get along its flow, in pixels: a longer flow goes on in the next row. */
  readonly wrap?: number | undefined
}

/**
 * Lays a graph out: in lanes where all its groups are lanes, else in layers with nested boxes. The same graph
 * gives the same layout on every machine. Messages: `limit/layout` where a graph is so large that a simpler way is taken.
 */
export async function layOut(
  unordered: Graph,
  { wrap }: LayoutSettings = {},
): Promise<{ layout: Layout; messages: Message[] }> {
  const ordered = withIconSigns(inTreeOrder(unordered))
  const bundles = hasManyBetween(ordered)
    ? (await import('./parallels/fold.js')).foldBundles(ordered)
    : undefined
  if (!bundles) return layOutFolded(ordered, wrap)
  const { layout, messages } = await layOutFolded(bundles.graph, wrap)
  return { layout: bundles.unfold(layout), messages }
}

async function layOutFolded(
  graph: Graph,
  wrap: number | undefined,
): Promise<{ layout: Layout; messages: Message[] }> {
  if (inLanes(graph)) return { layout: layOutLanes(graph, wrap), messages: [] }
  const { layOutClusters } = await import('./clusters/clusters.js')
  const whole = await layOutClusters(graph)
  const { width, height } = whole.layout
  const length = flowsAcross(graph) ? width : height
  // A group cannot go on in the next row.
  if (wrap === undefined || graph.groups.size > 0 || length <= wrap) return whole
  return { layout: layOutInRows(graph, wrap), messages: [] }
}
