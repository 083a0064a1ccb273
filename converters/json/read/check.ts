/**
 * Holds JSON against the schema of the form, and says what does not fit in words for people. Made of the schema itself, so
 * that the reader takes what the schema allows, and nothing else.
 */
import { definitions } from '../words/codec.js'
import type { Json, Schema } from '../words/json.js'

export interface Fault {
  /** The names and places that lead to the value. */
  readonly path: readonly (string | number)[]
  /** What is wrong with it: the sentence without its subject. */
  readonly text: string
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
    const text = wrong(value)
    if (text !== undefined) found(search, text)
    // What is of another type has nothing inside that could be looked at.
    if (typeof value === 'object' && value !== null && Array.isArray(value) === (schema.type === 'array'))
      inside(value, search)
  }
}

function found({ path, faults, most }: Search, text: string): void {
  if (faults.length < most) faults.push({ path: [...path], text })
}

/** What is wrong with a value itself. */
function wrongIn(schema: Schema): (value: unknown) => string | undefined {
  const { type, enum: words, required = [], minProperties = 0 } = schema
  const types = new Set(typeof type === 'string' ? [type] : type)
  const allowed = words && new Set<unknown>(words)
  return value => {
    const own = typeOf(value)
    if (types.size > 0 && !types.has(own)) {
      const expected = [...types].map(name => typeWords[name]).join(' or ')
      return `is ${typeWords[own]}, but has to be ${expected}.`
    }
    if (schema.const !== undefined && value !== schema.const)
      return `has to be ${JSON.stringify(schema.const)}.`
    if (allowed && !allowed.has(value)) return `has to be one of ${listed([...allowed])}.`
    if (own !== 'object') return undefined
    const missing = required.find(name => !Object.hasOwn(value as object, name))
    if (missing !== undefined) return `has no “${missing}”, which must be there.`
    if (minProperties > 0 && Object.keys(value as object).length < minProperties)
      return 'is empty, but has to say something.'
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

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  null: 'null',
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
      ? (_, search) => found(search, 'is a name that is not known here.')
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
