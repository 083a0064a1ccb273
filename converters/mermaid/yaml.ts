/** Between what js-yaml and JSON.parse make and the model's values, where objects are Maps. */
import type { Value } from '../../src/ir/model.js'

/** How deep a configuration may nest, and how many values it may hold, each alias counted for all that it stands for. */
const deepest = 100
const most = 20_000

/**
 * A parsed value with Maps for objects; what a configuration cannot hold becomes a string. What goes beyond the
 * limits is left out: aliases of aliases can stand for more values than a machine holds.
 */
export function toValue(value: unknown): Value {
  let left = most
  const convert = (part: unknown, depth: number): Value => {
    left--
    if (part === null || part === undefined) return null
    if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') return part
    if (typeof part !== 'object') return String(part)
    if (depth > deepest || left < 0) return null
    if (Array.isArray(part)) {
      const list: Value[] = []
      for (const item of part) if (left > 0) list.push(convert(item, depth + 1))
      return list
    }
    const map = new Map<string, Value>()
    for (const [key, item] of Object.entries(part)) if (left > 0) map.set(key, convert(item, depth + 1))
    return map
  }
  return convert(value, 0)
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
