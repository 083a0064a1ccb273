/** The constant tables of a generated module, and the functions over them. */
import { type CharClass, comparisons, maxUnit, type Tables } from './characters.js'
import { has, intersect, type Ranges, same } from './ranges.js'

export interface Data extends Tables {
  readonly surrogateStep: (cls: CharClass) => string
  readonly choices: (firsts: readonly Ranges[]) => string
  readonly declarations: () => string[]
}

/** Constant tables and the functions over them, each once. */
export function createData(): Data {
  const lines: string[] = []
  const known = new Map<string, string>()
  const once = (letter: string, key: string, text: (name: string) => string): string => {
    const old = known.get(letter + key)
    if (old) return old
    const name = `${letter}${known.size}`
    known.set(letter + key, name)
    lines.push(text(name))
    return name
  }
  const asciiSets: Ranges[] = []
  const bits = (sets: readonly Ranges[], code: number) =>
    sets.reduce((sum, set, bit) => (has(set, code) ? sum + 2 ** bit : sum), 0)
  const asciiTest = (set: Ranges): string => {
    let place = asciiSets.findIndex(other => same(other, set))
    if (place < 0) place = asciiSets.push(set) - 1
    return `(B${place >> 3}[c]! & ${1 << (place & 7)}) !== 0`
  }
  const searchTest = (set: Ranges, value: string): string => {
    if (set.length === 0) return 'false'
    if (set.length <= 3) return comparisons(set, value)
    once('within', '', () => withinText)
    const flat = JSON.stringify(set.flat())
    return `within(${once('U', flat, table => `const ${table} = /* @__PURE__ */ new Int32Array(${flat})`)}, ${value})`
  }
  const data: Data = {
    table(set) {
      const low = intersect(set, [[0, 127]])
      const high = intersect(set, [[128, maxUnit]])
      const name = once('T', JSON.stringify(set), test =>
        testText(test, asciiTest(low), searchTest(high, 'c')),
      )
      return value => `${name}(${value})`
    },
    surrogateStep(cls) {
      return once('S', JSON.stringify(cls), name => surrogateText(name, cls, searchTest))
    },
    choices(firsts) {
      const above = firsts.reduce(
        (sum, first, bit) => (first.some(([, last]) => last > 127) ? sum + 2 ** bit : sum),
        0,
      )
      const flat = JSON.stringify([...Array.from({ length: 128 }, (_, code) => bits(firsts, code)), above])
      const kind = firsts.length <= 8 ? 'Uint8Array' : firsts.length <= 16 ? 'Uint16Array' : 'Int32Array'
      return once('C', flat, table => `const ${table} = /* @__PURE__ */ new ${kind}(${flat})`)
    },
    declarations() {
      const tables: string[] = []
      for (let from = 0; from < asciiSets.length; from += 8) {
        const codes = Array.from({ length: 128 }, (_, code) => bits(asciiSets.slice(from, from + 8), code))
        tables.push(`const B${from >> 3} = /* @__PURE__ */ new Uint8Array(${JSON.stringify(codes)})`)
      }
      return [...tables, ...lines]
    },
  }
  return data
}

function testText(name: string, low: string, high: string): string {
  return `
function ${name}(c: number): boolean {
  return c < 128 ? ${low} : ${high}
}`
}

const withinText = `
/** Whether \`code\` lies in one of the sorted ranges. */
function within(ranges: Int32Array, code: number): boolean {
  let low = 0
  let high = ranges.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (code > ranges[2 * middle + 1]!) low = middle + 1
    else high = middle
  }
  return 2 * low < ranges.length && code >= ranges[2 * low]!
}
`

function surrogateText(name: string, cls: CharClass, test: (set: Ranges, value: string) => string): string {
  const point = '((c - 0xd800) << 10) + y - 0xdc00 + 0x10000'
  const pair =
    cls.pairs.length + cls.halves.length === 0
      ? 'return -1'
      : `const x = ${point}
    if (${test(cls.pairs, 'x')}) return p + 2
    return ${test(cls.halves, 'x')} ? p + 1 : -1`
  return `
function ${name}(p: number, c: number): number {
  if (c < 0xd800 || c > 0xdfff) return -1
  const y = I[p + 1]!
  if (c < 0xdc00 && y >= 0xdc00 && y <= 0xdfff) {
    ${pair}
  }
  return ${test(cls.lone, 'c')} ? p + 1 : -1
}
`
}
