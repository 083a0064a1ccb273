/**
 * `npm run regexes`: whether any regular expression of `src`, `converters` and `scripts` can be made to take too long. Each is looked at by
 * recheck, which says how its time grows and with which text; what it says is the same on every machine, because work is limited and not time.
 * Exits with 1 where one takes time with more than the square of its input, or with the square and `regexes/allowed.ts` has no reason why it may.
 */
import { check, type Diagnostics, type Parameters } from 'recheck'
import { allowed } from './regexes/allowed.js'
import { expressionsIn, type Found } from './regexes/find.js'

// The program for this system where there is one, else the same in JavaScript, which is ten times slower.
process.env.RECHECK_BACKEND ??= process.platform === 'linux' && process.arch === 'x64' ? 'native' : 'pure'

/** No limit is one of time. */
const LIMITS: Parameters = {
  randomSeed: 1,
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  recallTimeout: -1000,
  attackLimit: 10_000_000,
  maxAttackStringSize: 10_000,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 30,
  maxIteration: 3,
  maxNFASize: 5000,
}

/** Automata of long lists of words and of repetitions that are counted are too large to look at as a whole. */
const LARGE: Parameters = { ...LIMITS, checker: 'fuzz', seeder: 'dynamic' }

function limitsFor({ source }: Found): Parameters {
  return /(?:\|[a-z]+){4}|[{,]\d\d/.test(source) ? LARGE : LIMITS
}

interface Fault {
  readonly growth: 'exponential' | 'polynomial' | 'unknown'
  readonly said: string
  readonly isAllowed: boolean
}

function faultOf({ file }: Found, found: Diagnostics): Fault | undefined {
  if (found.status === 'safe') return undefined
  if (found.status === 'unknown')
    return {
      growth: 'unknown',
      said: `cannot be looked at: ${JSON.stringify(found.error)}`,
      isAllowed: false,
    }
  const { complexity, attack } = found
  const isSquare = complexity.type === 'polynomial' && complexity.degree === 2
  return {
    growth: complexity.type,
    said: `${complexity.summary}: ${attack.pattern}`,
    isAllowed: isSquare && allowed.has(file),
  }
}

const counts = new Map<string, number>()
const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
const known = new Map<string, Diagnostics>()
const unused = new Set(allowed.keys())

const all = expressionsIn(['src', 'converters', 'scripts', 'site'])
for (const expression of all) {
  const { file, line, source, flags } = expression
  const key = `/${source}/${flags}`
  const found = known.get(key) ?? (await check(source, flags, limitsFor(expression)))
  known.set(key, found)
  const fault = faultOf(expression, found)
  if (!fault) continue
  count(fault.isAllowed ? 'allowed' : fault.growth)
  if (fault.isAllowed) unused.delete(file)
  else console.log(`${file}:${line}: ${key}\n  ${fault.said}`)
}
for (const file of unused) console.log(`${file}: no expression needs to be allowed any more`)

const open = all.filter(expression => expression.open).length
const sum = (what: string) => counts.get(what) ?? 0
console.log(
  `${all.length} regular expressions, ${known.size} of them different, ${open} in part made while running: ` +
    `${sum('exponential')} exponential, ${sum('polynomial')} polynomial, ${sum('allowed')} square and allowed, ${sum('unknown')} unknown`,
)
// The program that looks at them would go on waiting for more.
process.exit(sum('exponential') + sum('polynomial') + sum('unknown') + unused.size > 0 ? 1 : 0)
