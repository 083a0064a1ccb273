/** JSON values, and what the JSON Schema says of them. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }

/** The keywords of JSON Schema (2020-12) that the schema of the JSON form is written with. */
export interface Schema {
  $ref?: string
  description?: string
  type?: string | readonly string[]
  const?: Json
  enum?: readonly Json[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: Schema | false
  minProperties?: number
  required?: readonly string[]
}

export const string: Schema = { type: 'string' }
export const boolean: Schema = { type: 'boolean' }
export const number: Schema = { type: 'number' }
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
export const listOf = (items: Schema): Schema => ({ type: 'array', items })
export const described = (description: string | undefined, schema: Schema): Schema =>
  description === undefined ? schema : { description, ...schema }

export function object(properties: Record<string, Schema>, required: readonly string[] = []): Schema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  }
}

export function orNull(schema: Schema): Schema {
  return schema.enum ? { enum: [...schema.enum, null] } : { ...schema, type: [schema.type as string, 'null'] }
}
