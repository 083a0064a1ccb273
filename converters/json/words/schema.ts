/**
 * The JSON Schema (2020-12) of the JSON form, made from the description of the model. The build writes it to `schema.json` in
 * the package.
 */
import { definitions } from './codec.js'
import { graphForm } from './form.js'
import { listOf } from './json.js'

/** The schema of one graph or of a list of graphs. */
export const schema: Record<string, unknown> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'diaglot graph',
  description: 'One diagram as diaglot sees it, or a list of them. Nodes, groups and edges stand in order.',
  if: { type: 'array' },
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
  then: listOf(graphForm.schema),
  else: graphForm.schema,
  $defs: definitions,
}
