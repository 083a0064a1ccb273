/**
 * The JSON Schema (2020-12) of the JSON form. The closed lists come from the model itself, so that a
 * shape that is added there is allowed here. The build writes it to `schema.json` in the package.
 */
import { arrowNames } from '../../../src/ir/arrows.js'
import { directions, groupKinds, lines, richSyntaxes, sides } from '../../../src/ir/model.js'
import { shapeNames } from '../../../src/ir/shapes.js'

type Schema = Record<string, unknown>

const string = { type: 'string' }
const number = { type: 'number' }
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: values })
const orNull = (schema: Schema): Schema =>
  schema.enum
    ? { enum: [...(schema.enum as string[]), null] }
    : { ...schema, type: [schema.type as string, 'null'] }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const object = (properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...(required.length > 0 && { required }),
})

const described = (description: string, schema: Schema): Schema => ({ description, ...schema })

const labelled = { label: string, labelRich: ref('rich') }

const defs: Record<string, Schema> = {
  rich: described(
    'What the plain label was read from.',
    object({ syntax: oneOf(richSyntaxes), source: string }, ['syntax', 'source']),
  ),
  style: described(
    'Colours are CSS colours, lengths pixels, opacity runs from 0 to 1.',
    object({
      fill: string,
      stroke: string,
      strokeWidth: number,
      color: string,
      dash: string,
      opacity: number,
      fontFamily: string,
      fontSize: number,
      fontWeight: string,
      fontStyle: string,
      rounded: { type: 'boolean' },
      other: mapOf(string),
    }),
  ),
  link: object({ url: string, tooltip: string, target: string, callback: string }),
  extras: described('What only one format says, by the name of the format.', mapOf(mapOf({}))),
  document: described(
    'How the file that it was read from has it, by the name of its format: for that format alone.',
    mapOf(mapOf({})),
  ),
  field: described(
    'A part of a record or table.',
    object({ text: string, port: string, children: listOf(ref('field')) }, ['text']),
  ),
  node: object(
    {
      id: string,
      ...labelled,
      shape: oneOf(shapeNames),
      group: described('The deepest group that holds the node.', orNull(string)),
      classes: listOf(string),
      style: ref('style'),
      link: ref('link'),
      properties: mapOf(string),
      image: string,
      fields: listOf(ref('field')),
      hidden: { type: 'boolean' },
      extras: ref('extras'),
      document: ref('document'),
    },
    ['id'],
  ),
  group: object(
    {
      id: string,
      ...labelled,
      kind: oneOf(groupKinds),
      parent: orNull(string),
      direction: oneOf(directions),
      classes: listOf(string),
      style: ref('style'),
      link: ref('link'),
      hidden: { type: 'boolean' },
      extras: ref('extras'),
      document: ref('document'),
    },
    ['id'],
  ),
  end: described('Where an edge ends: at a node or at a group.', {
    ...object({ node: string, group: string, side: oneOf(sides), port: string, ...labelled }),
    minProperties: 1,
  }),
  edge: object(
    {
      id: string,
      from: ref('end'),
      to: ref('end'),
      ...labelled,
      line: oneOf(lines),
      length: number,
      arrows: object({ start: oneOf(arrowNames), end: oneOf(arrowNames) }),
      classes: listOf(string),
      style: ref('style'),
      link: ref('link'),
      extras: ref('extras'),
      document: ref('document'),
    },
    ['from', 'to'],
  ),
  loop: object({ condition: string, nodes: listOf(string), group: string, extras: ref('extras') }, [
    'condition',
    'nodes',
  ]),
  graph: object(
    {
      $schema: string,
      diaglot: described('The version of this form.', { const: 1 }),
      id: string,
      title: orNull(string),
      description: string,
      directed: { type: 'boolean' },
      strict: { type: 'boolean' },
      direction: orNull(oneOf(directions)),
      classes: described('Named styles.', mapOf(ref('style'))),
      defaults: object({ node: ref('style'), edge: ref('style') }),
      style: ref('style'),
      link: ref('link'),
      extras: ref('extras'),
      document: ref('document'),
      nodes: listOf(ref('node')),
      groups: listOf(ref('group')),
      edges: listOf(ref('edge')),
      loops: listOf(ref('loop')),
    },
    ['diaglot'],
  ),
}

/** The schema of one graph or of a list of graphs. */
export const schema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'diaglot graph',
  description: 'One diagram as diaglot sees it, or a list of them. Nodes, groups and edges stand in order.',
  if: { type: 'array' },
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
  then: listOf(ref('graph')),
  else: ref('graph'),
  $defs: defs,
}
