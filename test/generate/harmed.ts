/** Graphs that a program changed without TypeScript: any value in them may be anything. */
import fc from 'fast-check'
import { graphs } from './graphs.js'

// biome-ignore lint/suspicious/noExplicitAny: that is the point
type Loose = any

/** A path to any value inside of a graph, and what is put there. */
const junk = fc.constantFrom<unknown>(
  undefined,
  null,
  0,
  -1,
  Number.NaN,
  1e308,
  '',
  'x',
  '__proto__',
  true,
  [],
  {},
  ['x'],
  [null],
  new Map(),
  new Map([['x', 'y']]),
  new Map([[1, 2]]),
  new Date(0),
  'a\u0000b',
)

function damaged(graph: Loose, steps: readonly number[], value: unknown): Loose {
  const copy = structuredClone(graph)
  let at: Loose = copy
  for (const [depth, step] of steps.entries()) {
    const keys = at instanceof Map ? [...at.keys()] : Object.keys(at)
    if (keys.length === 0) return copy
    const key = keys[step % keys.length]!
    const next = at instanceof Map ? at.get(key) : at[key]
    if (depth === steps.length - 1 || typeof next !== 'object' || next === null) {
      if (at instanceof Map) at.set(key, value)
      else at[key] = value
      return copy
    }
    at = next
  }
  return copy
}

/** Generated graphs with one or two values put in the place of others. */
export const harmed: fc.Arbitrary<Loose> = fc
  .tuple(
    graphs,
    fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), junk), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([graph, harms]) =>
    harms.reduce<Loose>((result, [steps, value]) => damaged(result, steps, value), graph),
  )
