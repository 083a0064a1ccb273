/**
 * Holds JSON against the schema of the form, and says what does not fit in words for people. Made of the schema itself, so
 * that the reader takes what the schema allows, and nothing else.
 */
import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { definitions } from '../words/codec.js'
import type { Json, Schema } from '../words/json.js'
import * as say from './messages.js'

/** What is wrong with a value, once it is known how it is called and where it stands. */
type Said = (value: string, at: Range) => Message

export interface Fault {
  /** The names and places that lead to the value. */
  readonly path: readonly (string | number)[]
  readonly sentence: Said
}

/** Collects faults, one for each value, up to a number of them. */
interface Search {
  readonly path: (string | number)[]
  readonly faults: Fault[]
  readonly most: number
}

type Check = (value: unknown, search: Search) => void

/** The faults of a value, those of an object before those inside of it. @param most how many are looked for */
export function faultsOf(schema: Schema, value: unknown, most: number): readonly Fault[] {
  const search: Search = { path: [], faults: [], most }
  checkOf(schema)(value, search)
  return search.faults
}

const made = new WeakMap<Schema, Check>()

/** Made once of each schema: a file may hold 100,000 elements. */
function checkOf(schema: Schema): Check {
  const target = schema.$ref === undefined ? schema : definitions[schema.$ref.replace('#/$defs/', '')]!
  const known = made.get(target)
  if (known) return known
  const check = checkFor(target)
  made.set(target, check)
  return check
}

function checkFor(schema: Schema): Check {
  const wrong = wrongIn(schema)
  const inside = insideOf(schema)
  return (value, search) => {
    const fault = wrong(value)
    if (fault) found(search, fault)
    // What is of another type has nothing inside that could be looked at.
    if (typeof value === 'object' && value !== null && Array.isArray(value) === (schema.type === 'array'))
      inside(value, search)
  }
}

function found({ path, faults, most }: Search, sentence: Said): void {
  if (faults.length < most) faults.push({ path: [...path], sentence })
}

/** What is wrong with a value itself. */
function wrongIn(schema: Schema): (value: unknown) => Said | undefined {
  const { type, enum: words, required = [], minProperties = 0 } = schema
  const types = new Set(typeof type === 'string' ? [type] : type)
  const allowed = words && new Set<unknown>(words)
  return value => {
    const own = typeOf(value)
    if (types.size > 0 && !types.has(own)) {
      const expected = [...types].join(' ')
      return (value, at) => say.otherType({ value, type: own, expected }, at)
    }
    if (schema.const !== undefined && value !== schema.const)
      return (value, at) => say.otherConstant({ value, constant: JSON.stringify(schema.const) }, at)
    if (allowed && !allowed.has(value))
      return (value, at) => say.otherWord({ value, words: listed([...allowed]) }, at)
    if (own !== 'object') return undefined
    const missing = required.find(name => !Object.hasOwn(value as object, name))
    if (missing !== undefined) return (value, at) => say.missingName({ value, name: missing }, at)
    if (minProperties > 0 && Object.keys(value as object).length < minProperties)
      return (value, at) => say.saysNothing({ value }, at)
    return undefined
  }
}

/** Of a long list of words the first few say what kind of word is meant. */
function listed(words: readonly unknown[]): string {
  const said = words.filter(word => word !== null)
  return `${said.slice(0, 8).join(', ')}${said.length > 8 ? ` … (${said.length} in all)` : ''}`
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** What is wrong inside of a list or an object. */
function insideOf({ items, properties = {}, additionalProperties }: Schema): Check {
  if (items) {
    const check = checkOf(items)
    return (list, search) => {
      for (let place = 0; place < (list as Json[]).length && search.faults.length < search.most; place++)
        within(search, place, (list as Json[])[place], check)
    }
  }
  if (additionalProperties === undefined && Object.keys(properties).length === 0) return () => {}
  const others: Check =
    additionalProperties === false
      ? (_, search) => found(search, (value, at) => say.unknownName({ value }, at))
      : (value, search) => additionalProperties && checkOf(additionalProperties)(value, search)
  // Made when a value is there: fields hold fields.
  const checks = new Map<string, Check>()
  const checkAt = (name: string): Check => {
    const known = checks.get(name)
    if (known || !Object.hasOwn(properties, name)) return known ?? others
    const check = checkOf(properties[name]!)
    checks.set(name, check)
    return check
  }
  return (object, search) => {
    for (const [name, value] of Object.entries(object as object)) within(search, name, value, checkAt(name))
  }
}

function within(search: Search, step: string | number, value: unknown, check: Check): void {
  search.path.push(step)
  check(value, search)
  search.path.pop()
}
