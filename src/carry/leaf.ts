/** Whether a carried value can stand at a leaf: a stranger may have edited the line that carries it. */

const numbers = new Set(['strokeWidth', 'opacity', 'fontSize', 'length'])
const booleans = new Set(['rounded', 'hidden', 'strict', 'directed'])

/** `collection` is `nodes`, `groups`, `edges`, `loops` or `graph`; `undefined` (absent) fits where the leaf is optional. */
export function fitsLeaf(collection: string, leaf: readonly string[], value: unknown): boolean {
  if (leaf[0] === 'extras') return leaf.length === 3 && isValue(value)
  if (value === undefined) return true
  const name = leaf.at(-1) ?? ''
  if (leaf.includes('other') || leaf[0] === 'properties') return typeof value === 'string'
  if (name === 'rich') return isRich(value)
  if (name === 'fields') return isFields(value)
  if (name === 'classes' || (collection === 'loops' && name === 'nodes')) return isTexts(value)
  if (numbers.has(name)) return typeof value === 'number' && Number.isFinite(value)
  if (booleans.has(name)) return typeof value === 'boolean'
  return typeof value === 'string'
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

function isRich(value: unknown): boolean {
  const { syntax, source } = value as { syntax?: unknown; source?: unknown }
  return typeof syntax === 'string' && typeof source === 'string'
}

function isFields(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(field => {
      const { text, port, children } = (field ?? {}) as { text?: unknown; port?: unknown; children?: unknown }
      return (
        typeof text === 'string' &&
        (port === undefined || typeof port === 'string') &&
        (children === undefined || isFields(children))
      )
    })
  )
}

function isValue(value: unknown): boolean {
  if (value instanceof Map)
    return [...value].every(([key, inner]) => typeof key === 'string' && isValue(inner))
  if (Array.isArray(value)) return value.every(isValue)
  return value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
