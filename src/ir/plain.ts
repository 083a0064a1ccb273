/** Values of the model as JSON, which has no Maps and nothing for what is absent; and the way back. */

export function toPlain(value: unknown): unknown {
  if (value === undefined) return { $absent: true }
  if (Array.isArray(value)) return value.map(toPlain)
  if (value instanceof Map) return { $map: [...(value as Map<string, unknown>)].map(toPlain) }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]))
}

/** @param value parsed JSON */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain)
  if (typeof value !== 'object' || value === null) return value
  const object = value as Record<string, unknown>
  if (object.$absent === true) return undefined
  if (Array.isArray(object.$map))
    return new Map((object.$map as unknown[][]).map(pair => fromPlain(pair) as [string, unknown]))
  return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, fromPlain(inner)]))
}
