/** Whether two graphs are alike in everything that a writer can see: what is written of one is then written of the other, too. */
import type { Uncompared } from '../ir/model.js'

/** Where something stands in its source, which no writer asks. */
const places: ReadonlySet<string> = new Set<Uncompared>(['at', 'directionAt'])

/** Deeper data is rare, and then just not known to be alike. */
const MAX_LEVELS = 50

/**
 * More than `sameGraph` asks: documents count, the order of everything, and whether something empty is there. No messages.
 * @param a plain data with Maps and lists
 * @param b another
 */
export function areAlike(a: unknown, b: unknown, levels = MAX_LEVELS): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || levels === 0) return false
  if (Array.isArray(a)) return Array.isArray(b) && alikeLists(a, b, levels)
  if (a instanceof Map) return b instanceof Map && alikeMaps(a, b, levels)
  if (Array.isArray(b) || b instanceof Map) return false
  return alikeRecords(a as Values, b as Values, levels)
}

type Values = Readonly<Record<string, unknown>>

function alikeLists(a: readonly unknown[], b: readonly unknown[], levels: number): boolean {
  if (a.length !== b.length) return false
  for (let place = 0; place < a.length; place++) if (!areAlike(a[place], b[place], levels - 1)) return false
  return true
}

function alikeMaps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>, levels: number) {
  if (a.size !== b.size) return false
  if (a.size === 0) return true
  const others = b.entries()
  for (const [key, value] of a) {
    const [otherKey, other] = others.next().value!
    if (key !== otherKey || !areAlike(value, other, levels - 1)) return false
  }
  return true
}

/** A writer may go by the order of names, too. */
function alikeRecords(a: Values, b: Values, levels: number): boolean {
  const names = Object.keys(a)
  const others = Object.keys(b)
  if (names.length !== others.length) return false
  const values = Object.values(a)
  const otherValues = Object.values(b)
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    if (name !== others[i]) return false
    if (!places.has(name) && !areAlike(values[i], otherValues[i], levels - 1)) return false
  }
  return true
}
