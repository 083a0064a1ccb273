/**
 * `npm run fuzz -- --seconds N --seed S [--only WORD]`: tries the readers, the writers and carrying with mutated, spliced and
 * hostile inputs until the time is over, and compares what is accepted with the laws, with mermaid's own parser and with Graphviz.
 * Prints each finding with the seed and the smallest input that shows it, and a count per target. Exit 1 where anything was found.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import type { CheckKind, Target } from './fuzz/targets.js'

interface Score {
  checks: number
  findings: string[]
}

/** Findings of one target that are printed whole. */
const SHOWN = 5

/** Milliseconds after which a turn ends and its finding is shown as small as it got by then. */
const SHRINK_FOR = 15_000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
})
const seconds = Number(values.seconds)
const seed = Number(values.seed)

/** One turn of one target, from one seed: the same seed gives the same inputs on every machine. */
async function turn({ runs, input, check }: Target, turnSeed: number, score: Score): Promise<void> {
  let broken = false
  const property = fc.asyncProperty(input, async value => {
    try {
      const checks = await check(value as never)
      // What is tried to make a finding smaller is no check of its own.
      if (!broken) score.checks += checks
    } catch (error) {
      broken = true
      throw error
    }
  })
  const result = await fc.check(property, {
    seed: turnSeed,
    numRuns: runs,
    interruptAfterTimeLimit: SHRINK_FOR,
  })
  if (!result.failed || result.counterexample === null) return
  const reason = result.errorInstance
  const words = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
  score.findings.push(words)
  if (score.findings.length <= SHOWN)
    console.log(
      `\n--- finding, seed ${turnSeed}\n${words.slice(0, 3000)}\ninput: ${fc.stringify(result.counterexample).slice(0, 3000)}`,
    )
}

async function allTargets(): Promise<Target[]> {
  const { differentialTargets } = await import('./fuzz/differential.js')
  const { lawTargetsOf } = await import('./fuzz/targets.js')
  const all = [...(await lawTargetsOf()), ...differentialTargets()]
  return all.filter(({ name, kind }) => name.includes(values.only) || kind === values.only)
}

const targets = await allTargets()
const scores = new Map(targets.map(({ name }) => [name, { checks: 0, findings: [] } as Score]))
const end = performance.now() + seconds * 1000
let turns = 0
for (let round = 0; performance.now() < end; round++) {
  for (const one of targets) {
    if (performance.now() >= end) break
    turns++
    console.error(`${one.name}, seed ${seed + round}`)
    await turn(one, seed + round, scores.get(one.name) as Score)
  }
}

console.log(`\nseed ${seed}, ${seconds} s, ${turns} turns`)
const sums: Record<CheckKind, number> = { law: 0, differential: 0 }
let found = 0
for (const { name, kind } of targets) {
  const { checks, findings } = scores.get(name) as Score
  sums[kind] += checks
  found += findings.length
  console.log(`${String(checks).padStart(9)} checks, ${findings.length} findings  ${name}`)
}
console.log(`${sums.law} law checks, ${sums.differential} differential checks, ${found} findings`)
process.exit(found > 0 ? 1 : 0)
