/**
 * How described values are written as JSON, how they are read from it, and which schema that JSON has. All three are made
 * from the description of the model, so a field that is added there is in the file and in its schema.
 */
import type { Kind, LeafType, MapKind, RecordKind } from '../../../src/ir/kinds.js'
import type { Value } from '../../../src/ir/model.js'
import {
  boolean,
  described,
  type Json,
  type JsonObject,
  listOf,
  number,
  ref,
  type Schema,
  string,
} from './json.js'
import { type Codec, exactly, type Member, may, must, objectCodec, type Values } from './members.js'

/** The definitions of the schema by their names, in the order in which they were first needed. */
export const definitions: Record<string, Schema> = {}

const sentences: Readonly<Record<string, string>> = {
  rich: 'What the plain label was read from.',
  style: 'Colours are CSS colours, lengths pixels, opacity runs from 0 to 1.',
  extras: 'What only one format says, by the name of the format.',
  document: 'How the file that it was read from has it, by the name of its format: for that format alone.',
  field: 'A part of a record or table.',
  end: 'Where an edge ends: at a node or at a group.',
}

/** The codec under the name that the schema has for it. */
export function defined(name: string | undefined, codec: Codec): Codec {
  if (name === undefined) return codec
  definitions[name] ??= described(sentences[name], codec.schema)
  return { ...codec, schema: ref(name) }
}

export function codecOf(kind: Kind): Codec {
  if (kind.kind === 'leaf') return leafCodec(kind.holds)
  return defined(kind.name, kind.kind === 'map' ? mapCodec(kind) : recordCodec(kind))
}

const same = (value: unknown) => value as Json

function leafCodec(type: LeafType): Codec {
  switch (type.type) {
    case 'word':
      return { schema: { type: 'string', enum: type.words }, write: same, read: same }
    case 'number':
      return { schema: number, write: same, read: same }
    case 'flag':
      return { schema: boolean, write: same, read: same }
    case 'mark':
      return { schema: boolean, write: same, read: json => json || undefined }
    case 'texts':
      return { schema: listOf(string), write: same, read: same }
    case 'rich':
      return defined(type.parts.name, objectCodec(wholeMembers(type.parts)))
    case 'tree':
      return treeCodec(type)
    case 'value':
      return { schema: {}, write: valueToJson, read: valueFromJson }
    default:
      return { schema: string, write: same, read: same }
  }
}

/** Lists in lists, which are as deep as the model lets them be. */
function treeCodec({ parts, inside }: Extract<LeafType, { type: 'tree' }>): Codec {
  const schema = listOf(ref(parts.name!))
  const write = (items: unknown): Json => (items as readonly Values[]).map(item => one.write(item)!)
  const read = (items: Json): unknown =>
    (items as Json[]).length > 0 ? (items as Json[]).map(item => one.read(item)) : undefined
  const one = objectCodec([...wholeMembers(parts), exactly(inside, { schema, write, read })])
  defined(parts.name, one)
  return { schema, write, read }
}

/** The members of a record that is compared as a whole. */
function wholeMembers({ fields }: RecordKind): Member[] {
  return Object.entries(fields).map(([name, kind]) => (kind.optional ? exactly : must)(name, codecOf(kind)))
}

function mapCodec({ values }: MapKind): Codec {
  const { schema, write, read } = codecOf(values)
  return {
    schema: { type: 'object', additionalProperties: schema },
    write: map => objectOf(map as ReadonlyMap<string, unknown>, value => write(value)!),
    read: json => mapFrom(json as JsonObject, read),
  }
}

function valueToJson(value: unknown): Json {
  if (value instanceof Map) return objectOf(value as ReadonlyMap<string, Value>, valueToJson)
  return Array.isArray(value) ? value.map(valueToJson) : (value as Json)
}

function valueFromJson(json: Json): Value {
  if (Array.isArray(json)) return json.map(valueFromJson)
  return typeof json === 'object' && json !== null ? mapFrom(json, valueFromJson) : json
}

/** `Object.fromEntries` defines own properties, so a key `__proto__` is a key like the others. */
function objectOf<T>(map: ReadonlyMap<string, T>, toJson: (value: T) => Json): JsonObject {
  return Object.fromEntries(Array.from(map, ([key, value]) => [key, toJson(value)]))
}

function mapFrom<T>(json: JsonObject, from: (value: Json) => T): Map<string, T> {
  return new Map(Object.entries(json).map(([key, value]) => [key, from(value!)]))
}

function recordCodec({ fields }: RecordKind): Codec {
  return objectCodec(Object.entries(fields).map(([name, kind]) => memberFor(name, kind)))
}

/** A field as the member that its description asks for: what has a value that says nothing may be left out. */
export function memberFor(name: string, kind: Kind): Member {
  const codec = codecOf(kind)
  if (kind.optional) return may(name, codec)
  const isText = kind.kind === 'leaf' && kind.holds.type === 'text'
  return kind.empty === undefined || isText ? must(name, codec) : may(name, codec, kind.empty)
}
