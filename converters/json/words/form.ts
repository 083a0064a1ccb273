/**
 * The JSON form: where it departs from the description of the model. Nodes and groups stand in lists, a label is a text
 * beside its rich form, an edge says both arrowheads at once, and what most elements have may be left out.
 */
import type { RecordKind } from '../../../src/ir/kinds.js'
import {
  type Edge,
  type End,
  edgeFields,
  elementDocument,
  end,
  extras,
  type Graph,
  graphFields,
  groupFields,
  link,
  loopFields,
  nodeFields,
  richText,
  style,
} from '../../../src/ir/model.js'
import { codecOf, defined, memberFor } from './codec.js'
import {
  always,
  type Departure,
  elsewhere,
  membersOf,
  nullable,
  spread,
  usual,
  usually,
} from './departures.js'
import { described, type JsonObject, listOf, object, string } from './json.js'
import { type Codec, type Member, must, objectCodec, type Values } from './members.js'

// What several elements have stands first among the definitions of the schema.
for (const kind of [richText, style, link, extras]) codecOf(kind)

/** How the file that it was read from has an element stands behind what the element says. */
const inFile = memberFor('document', elementDocument)

const byId = spread(json => json.id as string)
const blank = spread(() => '')

/** `{ "node": "a" }` or `{ "group": "g" }`. */
const target: Departure = () => ({
  schema: { node: string, group: string },
  write: (record, into) => {
    into[record.kind as End['kind']] = record.id as string
  },
  read: (json, into) => {
    into.kind = json.node === undefined ? 'group' : 'node'
    into.id = json.node ?? json.group ?? ''
  },
})

function formOf(
  kind: RecordKind,
  departures: Readonly<Record<string, Departure>>,
  more: readonly Member[] = [inFile],
): Codec {
  return defined(kind.name, objectCodec([...membersOf(kind, departures), ...more]))
}

const nodes = formOf(nodeFields, {
  label: byId,
  shape: usually('rectangle'),
  group: nullable('The deepest group that holds the node.'),
})

const groups = formOf(groupFields, { label: byId, kind: usually('cluster'), parent: nullable() })

const endObject = objectCodec(
  membersOf(end, { kind: target, id: elsewhere, label: spread(), arrow: elsewhere }),
)
const endForm = defined('end', { ...endObject, schema: { ...endObject.schema, minProperties: 1 } })
const atEnd: Departure = name => must(name, endForm)

/** Both arrowheads of an edge, which the ends of the model have, stand before its length. */
const usualArrows = { start: 'none', end: 'normal' }
const lengthAndArrows: Departure = (name, kind) => {
  usual.set('arrows', usualArrows)
  const length = memberFor(name, kind)
  const { schema } = codecOf(end.fields.arrow!)
  return {
    schema: { ...length.schema, arrows: object({ start: schema, end: schema }) },
    write: (record, into) => {
      const { from, to } = record as unknown as Edge
      into.arrows = { start: from.arrow, end: to.arrow }
      length.write(record, into)
    },
    read: (json, into) => {
      length.read(json, into)
      const { start, end } = { ...usualArrows, ...(json.arrows as JsonObject | undefined) }
      const ends = into as { from: Values; to: Values }
      ends.from.arrow = start
      ends.to.arrow = end
    },
  }
}

const edges = formOf(edgeFields, {
  from: atEnd,
  to: atEnd,
  label: blank,
  line: usually('solid'),
  length: lengthAndArrows,
})

const loops = formOf(loopFields, { nodes: always })

/** The elements of the lists of a graph. */
export const elementForms = { nodes, groups, edges, loops }

const classes: Departure = (name, kind) => {
  const member = memberFor(name, kind)
  return { ...member, schema: { [name]: described('Named styles.', member.schema[name]!) } }
}

const head = membersOf(graphFields, {
  title: nullable(),
  directed: usually(true),
  direction: nullable(),
  classes,
})

const version: Member = {
  schema: { diaglot: described('The version of this form.', { const: 1 }) },
  required: true,
  write: (_, into) => {
    into.diaglot = 1
  },
  read: () => {},
}

/** What the diagram was read from: it stands beside the graph. */
const source: Member = {
  schema: {
    source: described(
      'What the diagram was read from. Where it is written in that format again, only what changed changes there.',
      object({ format: string, text: string }, ['format', 'text']),
    ),
  },
  write: () => {},
  read: () => {},
}

const schemaName: Member = { schema: { $schema: string }, write: () => {}, read: () => {} }

/** Reading them is not all: each has a place in the text. */
const lists = Object.entries(elementForms).map(
  ([name, { schema, write }]): Member => ({
    schema: { [name]: listOf(schema) },
    write: (graph, into) => {
      const elements = (graph[name] as Graph['nodes'] | Graph['edges']).values() as Iterable<unknown>
      into[name] = Array.from(elements, element => write(element)!)
    },
    read: () => {},
  }),
)

/** What a graph looks like is written before its classes and defaults. */
const names = Object.keys(graphFields.fields)
const orderOf = (member: Member): number => {
  const name = Object.keys(member.schema)[0]!
  return name === 'style' || name === 'link' ? names.indexOf('classes') - 0.5 : names.indexOf(name)
}
const written = [...head].sort((a, b) => orderOf(a) - orderOf(b))

export const graphForm = defined(
  graphFields.name,
  objectCodec(
    [schemaName, version, ...head, inFile, ...lists, source],
    [version, ...written, inFile, ...lists],
  ),
)
