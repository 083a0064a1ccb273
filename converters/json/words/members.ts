/** Records of the model as JSON objects: which members an object has, and how each is written and read. */
import { isEmpty } from '../../../src/ir/leaves.js'
import { type Json, type JsonObject, object, type Schema } from './json.js'

/** The fields of a record of the model by their names. */
export type Values = Record<string, unknown>

/** How values of a kind are written and read, and the schema of their JSON. */
export interface Codec {
  readonly schema: Schema
  /** `undefined` for what is left out. */
  readonly write: (value: unknown) => Json | undefined
  readonly read: (json: Json) => unknown
}

/** A field of a record, or several, as members of a JSON object. */
export interface Member {
  /** Each name that it has in JSON, with the schema of what stands there. */
  readonly schema: Readonly<Record<string, Schema>>
  /** Whether every object has to have it. */
  readonly required?: boolean
  readonly write: (record: Values, into: JsonObject) => void
  readonly read: (json: JsonObject, into: Values) => void
}

/** A member that every object has. */
export function must(name: string, { schema, write, read }: Codec): Member {
  return {
    schema: { [name]: schema },
    required: true,
    write: (record, into) => {
      into[name] = write(record[name])
    },
    read: (json, into) => {
      into[name] = read(json[name]!)
    },
  }
}

/**
 * A member that is left out where it says nothing.
 * @param otherwise what the record has then
 */
export function may(name: string, { schema, write, read }: Codec, otherwise?: unknown): Member {
  return {
    schema: { [name]: schema },
    write: (record, into) => {
      const value = record[name]
      if (value === otherwise || isEmpty(value)) return
      const json = write(value)
      if (!isNothing(json)) into[name] = json
    },
    read: (json, into) => {
      const value = json[name] === undefined ? undefined : read(json[name])
      if (value !== undefined) into[name] = value
      else if (otherwise !== undefined) into[name] = otherwise
    },
  }
}

/** A member of something that is compared as a whole, where an empty text is not the same as none. */
export function exactly(name: string, { schema, write, read }: Codec): Member {
  return {
    schema: { [name]: schema },
    write: (record, into) => {
      if (record[name] !== undefined) into[name] = write(record[name])
    },
    read: (json, into) => {
      const value = json[name] === undefined ? undefined : read(json[name])
      if (value !== undefined) into[name] = value
    },
  }
}

function isNothing(json: Json | undefined): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return isEmpty(json)
  for (const _ in json) return false
  return true
}

/** An object with these members. @param written in the order in which they are written, where it is not that of the schema */
export function objectCodec(members: readonly Member[], written = members): Codec {
  const properties: Record<string, Schema> = Object.assign({}, ...members.map(({ schema }) => schema))
  const required = members.flatMap(member => (member.required ? Object.keys(member.schema) : []))
  return {
    schema: object(properties, required),
    write: record => {
      const json: JsonObject = {}
      for (const { write } of written) write(record as Values, json)
      return json
    },
    read: json => {
      const record: Values = {}
      for (const { read } of members) read(json as JsonObject, record)
      return record
    },
  }
}
