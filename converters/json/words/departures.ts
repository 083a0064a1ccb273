/** The ways in which members of the JSON form depart from the description of the model. */
import type { Kind, RecordKind } from '../../../src/ir/kinds.js'
import { isEmpty } from '../../../src/ir/leaves.js'
import { textFields } from '../../../src/ir/model.js'
import { codecOf, memberFor } from './codec.js'
import { described, type Json, type JsonObject, orNull } from './json.js'
import { type Member, must, type Values } from './members.js'

/** How a field of a record is said in JSON; nothing where it is said elsewhere. */
export type Departure = (name: string, kind: Kind) => Member | undefined

export function membersOf(kind: RecordKind, departures: Readonly<Record<string, Departure>>): Member[] {
  return Object.entries(kind.fields).flatMap(([name, part]) => {
    const departure = departures[name] ?? memberFor
    return departure(name, part) ?? []
  })
}

/** What a reader takes for granted where a member is left out, by its name. */
export const usual = new Map<string, Json>()

/** A member that is always written, and that a person may leave out. */
export const usually =
  (value: Json): Departure =>
  (name, kind) => {
    usual.set(name, value)
    return {
      ...must(name, codecOf(kind)),
      required: false,
      read: (json, into) => {
        into[name] = json[name] ?? value
      },
    }
  }

/** A member that is null where it says nothing. */
export const nullable =
  (description?: string): Departure =>
  (name, kind) => {
    usual.set(name, null)
    const { schema, write, read } = codecOf(kind)
    // An id that is empty is a mistake, an empty text is none.
    const isNone = (value: Json) => value === null || (value === '' && kind.empty === '')
    return {
      schema: { [name]: described(description, orNull(schema)) },
      write: (record, into) => {
        into[name] = isEmpty(record[name]) ? null : write(record[name])
      },
      read: (json, into) => {
        const value = json[name]
        if (value !== undefined && !isNone(value)) into[name] = read(value)
      },
    }
  }

/** A list that is said even where it is empty. */
export const always: Departure = (name, kind) => must(name, codecOf(kind))

export const elsewhere: Departure = () => undefined

/**
 * The parts of a text as members of what it is the text of.
 * @param otherwise the text where none is said; left out where there is no text then
 */
export const spread =
  (otherwise?: (json: JsonObject) => string): Departure =>
  name => {
    const parts = Object.entries(textFields.fields).map(([part, partKind]) => {
      const inner = part === 'text' ? name : `${name}${part.charAt(0).toUpperCase()}${part.slice(1)}`
      return { part, inner, codec: codecOf(partKind) }
    })
    return {
      schema: Object.fromEntries(parts.map(({ inner, codec }) => [inner, codec.schema])),
      write: (record, into) => {
        const text = record[name] as Values | undefined
        if (!text) return
        for (const { part, inner, codec } of parts)
          if (text[part] !== undefined) into[inner] = codec.write(text[part])
      },
      read: (json, into) => {
        if (json[name] === undefined && !otherwise) return
        const text: Values = { text: otherwise?.(json) }
        for (const { part, inner, codec } of parts)
          if (json[inner] !== undefined) text[part] = codec.read(json[inner])
        into[name] = text
      },
    }
  }
