/** From a graph to the JSON form of the design: one object, or an array for several graphs. */
import type { Drawing } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import { graphForm } from '../words/form.js'
import type { JsonObject } from '../words/json.js'

/** Canonical JSON: two spaces, fixed order of names, empty fields left out, a line break at the end. */
export function writeJson(drawings: readonly Drawing[]): string {
  const graphs = drawings.map(({ graph, document }) => ({
    ...graphToJson(graph),
    ...(document && { source: { format: document.format, text: document.text } }),
  }))
  const [only] = graphs
  return `${JSON.stringify(graphs.length === 1 ? only : graphs, null, 2)}\n`
}

/** The JSON form of one graph, as plain JSON values. */
export function graphToJson(graph: Graph): JsonObject {
  return graphForm.write(graph) as JsonObject
}
