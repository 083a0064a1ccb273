/** Values of JSON and YAML near those that are right: parts of them lost, taken from elsewhere, or of another type. */
import fc from 'fast-check'

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '$schema',
  'a\0b',
  '0',
]

/** What may stand in the place of anything. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      2 ** 53,
      '',
      'x',
      [],
      {},
      [[]],
      ['x'],
      [null],
      '__proto__',
      '../x',
      '/etc',
    ],
    ...['a'.repeat(5000), '\ud800', 'C:\\x', '**/*', '*', '.git/config', 'a//b'],
  ),
  fc.constantFrom(...names).map(name => JSON.parse(`{${JSON.stringify(name)}: {"polluted": true}}`)),
  fc.jsonValue({ maxDepth: 2 }),
)

interface Harm {
  readonly kind: 'replace' | 'remove' | 'add' | 'move' | 'repeat'
  /** Which of all places in the value, counted round. */
  readonly at: number
  readonly other: number
  readonly name: string
  readonly value: unknown
}

const harm = (own: readonly string[]): fc.Arbitrary<Harm> =>
  fc.record({
    kind: fc.constantFrom<Harm['kind'][]>('replace', 'replace', 'remove', 'add', 'move', 'repeat'),
    at: fc.nat(),
    other: fc.nat(),
    name: fc.constantFrom(...names, ...own),
    value: junk,
  })

// biome-ignore lint/suspicious/noExplicitAny: any value of JSON
type Loose = any

interface Place {
  readonly holder: Loose
  readonly key: string | number
}

/** Every place inside of a value, in order; without recursion, as values may be deep. */
function placesOf(root: Loose): Place[] {
  const places: Place[] = [{ holder: root, key: 'root' }]
  for (let next = 0; next < places.length; next++) {
    const { holder, key } = places[next]!
    const value = holder[key]
    if (typeof value === 'object' && value !== null)
      for (const own of Object.keys(value)) places.push({ holder: value, key: own })
  }
  return places
}

/** Sets a key as `JSON.parse` does, which makes `__proto__` a key like others. */
const set = (holder: Loose, key: string | number, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function harmed(root: { root: Loose }, { kind, at, other, name, value }: Harm): void {
  const places = placesOf(root)
  const { holder, key } = places[at % places.length]!
  const from = places[other % places.length]!
  if (kind === 'replace') set(holder, key, structuredClone(value))
  else if (kind === 'move') set(holder, key, structuredClone(from.holder[from.key]))
  else if (kind === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else if (key !== 'root') delete holder[key]
  } else {
    const inner = holder[key]
    if (Array.isArray(inner)) inner.push(structuredClone(kind === 'repeat' ? (inner.at(-1) ?? null) : value))
    else if (typeof inner === 'object' && inner !== null) set(inner, name, structuredClone(value))
  }
}

/**
 * Values a few harms away from good ones.
 * @param own names that mean something in them
 */
export const harmedValues = (good: fc.Arbitrary<unknown>, own: readonly string[]): fc.Arbitrary<unknown> =>
  fc.tuple(good, fc.array(harm(own), { maxLength: 4 })).map(([value, harms]) => {
    const root = { root: structuredClone(value) as Loose }
    for (const each of harms) harmed(root, each)
    return root.root
  })

const untouched = new Set(Reflect.ownKeys(Object.prototype))

/** Throws where somebody's names reached what all objects have. */
export function mustBeClean(): void {
  const more = Reflect.ownKeys(Object.prototype).find(key => !untouched.has(key))
  if (more === undefined && !('polluted' in {})) return
  if (more !== undefined) Reflect.deleteProperty(Object.prototype, more)
  throw new Error(`all objects have ${String(more)} now`)
}
