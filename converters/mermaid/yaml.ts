/** Between what js-yaml and JSON.parse make and the model's values, where objects are Maps. */
import type { Value } from '../../src/ir/model.js'

/** How deep a configuration may nest. */
const deepest = 100

/** A parsed value with Maps for objects; what a configuration cannot hold becomes a string. */
export function toValue(value: unknown, depth = 0): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || depth > deepest) return String(value)
  if (Array.isArray(value)) return value.map(item => toValue(item, depth + 1))
  return new Map(Object.entries(value).map(([key, item]) => [key, toValue(item, depth + 1)]))
}

/** The plain objects of a value, for writing it as YAML. */
export function fromValue(value: Value): unknown {
  if (value instanceof Map) {
    return Object.fromEntries(
      Array.from(value as ReadonlyMap<string, Value>, ([key, item]) => [key, fromValue(item)]),
    )
  }
  return Array.isArray(value) ? value.map(item => fromValue(item as Value)) : value
}
