/** What plain data from a file may be: each kind of value with what is wrong with another, and with its JSON Schema. */
import { similar } from '../text/similar.js'

export interface Kind {
  /** What is wrong with a value, in plain words; nothing where nothing is. */
  readonly fault: (value: unknown, where: string) => string | undefined
  readonly schema: object
}

const firstFault = (faults: readonly (string | undefined)[]): string | undefined =>
  faults.find(fault => fault !== undefined)

export const text: Kind = {
  fault: (value, where) => (typeof value === 'string' ? undefined : `${where} has to be a text`),
  schema: { type: 'string' },
}
export const count: Kind = {
  fault: (value, where) =>
    Number.isSafeInteger(value) && Number(value) >= 0
      ? undefined
      : `${where} has to be a whole number from 0`,
  schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
}
export const option: Kind = {
  fault: (value, where) =>
    typeof value === 'string' || typeof value === 'boolean'
      ? undefined
      : `${where} has to be a text, true or false`,
  schema: { type: ['string', 'boolean'] },
}
/** One of a few words. */
export const oneOf = (words: readonly string[]): Kind => ({
  fault: (value, where) =>
    typeof value === 'string' && words.includes(value) ? undefined : `${where} is one of ${words.join(', ')}`,
  schema: { enum: words },
})
export const flag: Kind = {
  fault: (value, where) => (typeof value === 'boolean' ? undefined : `${where} has to be true or false`),
  schema: { type: 'boolean' },
}
/** Just this value, such as the number of a form. */
export const just = (only: string | number): Kind => ({
  fault: (value, where) => (value === only ? undefined : `${where} has to be ${only}`),
  schema: { const: only },
})
export const nothingOr = (kind: Kind): Kind => ({
  fault: (value, where) => (value === null ? undefined : kind.fault(value, where)),
  schema: { anyOf: [{ type: 'null' }, kind.schema] },
})
export const listOf = (kind: Kind): Kind => ({
  fault: (value, where) =>
    Array.isArray(value)
      ? firstFault(value.map((item, place) => kind.fault(item, `${where}[${place}]`)))
      : `${where} has to be a list`,
  schema: { type: 'array', items: kind.schema },
})

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const entries = (kind: Kind): Kind => ({
  fault: (value, where) =>
    isObject(value)
      ? firstFault(Object.entries(value).map(([name, item]) => kind.fault(item, `${where}.${name}`)))
      : `${where} has to be an object`,
  schema: { type: 'object', additionalProperties: kind.schema },
})

/** A kind, and what an editor shows of it. */
export const about = (description: string, kind: Kind): Kind => ({
  ...kind,
  schema: { description, ...kind.schema },
})

/**
 * An object with these fields and no others.
 * @param whole what the outermost one is called, whose fields are told without it
 */
export const fields = (
  kinds: Readonly<Record<string, Kind>>,
  required: readonly string[] = [],
  whole?: string,
): Kind => ({
  fault: (value, where) => {
    if (!isObject(value)) return `${where} has to be an object`
    for (const [name, item] of Object.entries(value)) {
      const path = where === whole ? name : `${where}.${name}`
      const fault = Object.hasOwn(kinds, name)
        ? kinds[name]!.fault(item, path)
        : unknownName(name, path, kinds)
      if (fault !== undefined) return fault
    }
    const missing = required.find(name => !Object.hasOwn(value, name))
    return missing === undefined ? undefined : `${where} has no “${missing}”`
  },
  schema: {
    type: 'object',
    properties: Object.fromEntries(Object.entries(kinds).map(([name, { schema }]) => [name, schema])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  },
})

function unknownName(name: string, path: string, kinds: Readonly<Record<string, Kind>>): string {
  const names = Object.keys(kinds).filter(known => !known.startsWith('$'))
  const meant = similar(name, names)
  return `there is no “${path}”${meant === undefined ? '' : ` (did you mean “${meant}”?)`}; there are ${names.join(', ')}`
}
