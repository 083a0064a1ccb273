/** Between what js-yaml and JSON.parse make and the model's values, where objects are Maps. */
import { CORE_SCHEMA, defineScalarTag, intCoreTag, NOT_RESOLVED, Schema } from 'js-yaml'
import type { Value } from '../../../src/ir/model.js'

/** The js-yaml 4 in Mermaid takes whole numbers of other bases too, with a sign; js-yaml 5 only where a tag says so. */
const wholeNumbers = defineScalarTag('tag:yaml.org,2002:int', {
  ...intCoreTag,
  resolve: (source, _, tag): number | typeof NOT_RESOLVED => {
    const value = intCoreTag.resolve(source, true, tag)
    return typeof value === 'number' ? value : NOT_RESOLVED
  },
})

/** What plain words in Mermaid's YAML mean: `~` and nothing are null, `True` is true, `0x1F` is 31. */
export const MERMAID_SCHEMA = new Schema([
  ...CORE_SCHEMA.tags.filter(tag => tag !== intCoreTag),
  wholeNumbers,
])

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
    // As JSON has it: `.inf` and `.nan` are no numbers that anything could be drawn with.
    if (typeof part === 'number' && !Number.isFinite(part)) return null
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
