/** What a config may say: each kind of value with what is wrong with another, and with its JSON Schema for editors. */
import type { Severity } from '../../messages/message.js'
import { similar } from '../../text/similar.js'

export interface Kind {
  /** What is wrong with a value, in plain words; nothing where nothing is. */
  readonly fault: (value: unknown, where: string) => string | undefined
  readonly schema: object
}

const firstFault = (faults: readonly (string | undefined)[]): string | undefined =>
  faults.find(fault => fault !== undefined)

const text: Kind = {
  fault: (value, where) => (typeof value === 'string' ? undefined : `${where} has to be a text`),
  schema: { type: 'string' },
}
const count: Kind = {
  fault: (value, where) =>
    Number.isSafeInteger(value) && Number(value) >= 0
      ? undefined
      : `${where} has to be a whole number from 0`,
  schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
}
const severities: readonly string[] = ['off', 'info', 'warning', 'error'] satisfies (Severity | 'off')[]
const severity: Kind = {
  fault: (value, where) =>
    typeof value === 'string' && severities.includes(value)
      ? undefined
      : `${where} is one of ${severities.join(', ')}`,
  schema: { enum: severities },
}
const option: Kind = {
  fault: (value, where) =>
    typeof value === 'string' || typeof value === 'boolean'
      ? undefined
      : `${where} has to be a text, true or false`,
  schema: { type: ['string', 'boolean'] },
}
const listOf = (kind: Kind): Kind => ({
  fault: (value, where) =>
    Array.isArray(value)
      ? firstFault(value.map((item, place) => kind.fault(item, `${where}[${place}]`)))
      : `${where} has to be a list`,
  schema: { type: 'array', items: kind.schema },
})
const pair: Kind = {
  fault: (value, where) =>
    Array.isArray(value) && value.length === 2
      ? listOf(text).fault(value, where)
      : `${where} has to be two files`,
  schema: { type: 'array', items: text.schema, minItems: 2, maxItems: 2 },
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entries = (kind: Kind): Kind => ({
  fault: (value, where) =>
    isObject(value)
      ? firstFault(Object.entries(value).map(([name, item]) => kind.fault(item, `${where}.${name}`)))
      : `${where} has to be an object`,
  schema: { type: 'object', additionalProperties: kind.schema },
})

/** A kind, and what an editor shows of it. */
const about = (description: string, kind: Kind): Kind => ({
  ...kind,
  schema: { description, ...kind.schema },
})

const WHOLE = 'the config'

const fields = (kinds: Readonly<Record<string, Kind>>, required: readonly string[] = []): Kind => ({
  fault: (value, where) => {
    if (!isObject(value)) return `${where} has to be an object`
    for (const [name, item] of Object.entries(value)) {
      const path = where === WHOLE ? name : `${where}.${name}`
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

const rules: Readonly<Record<string, Kind>> = {
  rules: about(
    'Severities of messages by their codes; a code may end in *. `diaglot explain` lists all codes.',
    entries(severity),
  ),
  via: about(
    'Formats that each diagram has to pass through and come back from, by name or extension; `diaglot formats` lists them.',
    listOf(text),
  ),
  allow: about('Codes of what may be lost on that way, such as loss/style or loss/*.', listOf(text)),
  maxLosses: about('How many other things each diagram may lose on each way.', count),
  options: about('Options of formats, as after -O; `diaglot formats` lists them.', entries(option)),
}

const config = fields({
  $schema: about('The JSON Schema of this file, for editors.', text),
  ...rules,
  overrides: about(
    'Settings of some files over those of all; the last that fits counts.',
    listOf(
      fields(
        {
          files: about('Globs, from the folder of the config.', listOf(text)),
          ...rules,
        },
        ['files'],
      ),
    ),
  ),
  pairs: about('Pairs of files that hold the same diagram: the second follows the first.', listOf(pair)),
  ignore: about('Files that are passed over, as lines of a .gitignore.', listOf(text)),
})

/** What is wrong with a config, in plain words; nothing where nothing is. Names of formats and codes are not asked for. */
export const configFault = (value: unknown): string | undefined => config.fault(value, WHOLE)

/** The JSON Schema of a config, which the package has as `diaglot/config.schema.json`. */
export const configSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'The config of diaglot',
  ...config.schema,
}
