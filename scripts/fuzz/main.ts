/**
 * `npm run fuzz -- --seconds N --seed S [--only WORD] [--verbose]`: tries the readers, the writers and carrying with mutated, spliced and
 * hostile inputs until the time is over, and compares what is accepted with the laws, with mermaid's own parser and with Graphviz.
 * Prints each finding with the seed and the smallest input that shows it, how many checks were made now and then, and at the end for each target. The same turn
 * comes again with the seed of the finding and the target's name for WORD. Exit 1 where anything was found.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { closeChromium } from '../browser/chromium.js'
import { allTargets } from './all.js'
import type { Subject, Target } from './targets.js'

interface Score {
  readonly checks: Map<Subject, number>
  turns: number
  /** Milliseconds of this process. */
  spent: number
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
    verbose: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
const seed = Number(values.seed)

/** One turn of one target, from one seed: the same seed gives the same inputs on every machine. */
async function turn({ runs, input, check }: Target, turnSeed: number, score: Score): Promise<void> {
  let broken = false
  const count = (subject: Subject) => {
    // What is tried to make a finding smaller is no check of its own.
    if (!broken) score.checks.set(subject, (score.checks.get(subject) ?? 0) + 1)
  }
  const property = fc.asyncProperty(input, async value => {
    try {
      await check(value as never, count)
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
      `\n--- finding, seed ${turnSeed}\n${words.slice(0, 60_000)}\ninput: ${fc.stringify(result.counterexample).slice(0, 30_000)}`,
    )
}

/** Whoever has had the least of its part of the time so far is next, so that a format which is laid out starves no other. */
function nextOf(targets: readonly Target[], scores: ReadonlyMap<string, Score>): Target | undefined {
  const spent = ({ name, share }: Target) => (scores.get(name)?.spent ?? 0) / share
  return targets.reduce<Target | undefined>(
    (least, each) => (least === undefined || spent(each) < spent(least) ? each : least),
    undefined,
  )
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const targets = await allTargets(values.only)
const scores = new Map(
  targets.map(({ name }) => [name, { checks: new Map(), turns: 0, spent: 0, findings: [] } as Score]),
)

const sumOf = (checks: ReadonlyMap<Subject, number>) =>
  [...checks.values()].reduce((sum, each) => sum + each, 0)

/** Every check so far by what it is about, and the findings, in one line. */
function sums(): string {
  const all = new Map<Subject, number>()
  let found = 0
  for (const { checks, findings } of scores.values()) {
    for (const [subject, count] of checks) all.set(subject, (all.get(subject) ?? 0) + count)
    found += findings.length
  }
  const sum = (which: (subject: Subject) => boolean) =>
    sumOf(new Map([...all].filter(([name]) => which(name))))
  const laws = sum(name => name.startsWith('law'))
  const differential = sum(name => name === 'mermaid' || name === 'Graphviz' || name === 'browser')
  const each = [...all].sort().map(([subject, count]) => `${subject} ${count}`)
  const others = sumOf(all) - laws - differential
  return `${laws} law checks, ${differential} differential checks, ${others} others, ${found} findings (${each.join(', ')})`
}

function report(): void {
  console.log(`\nseed ${seed}, ${seconds} s, of which this process had ${Math.round(cpu() / 1000)} s`)
  for (const { name } of targets) {
    const { checks, turns, spent, findings } = scores.get(name) as Score
    const rate = `${Math.round((sumOf(checks) / spent) * 1000)}/s`.padStart(7)
    console.log(
      `${String(sumOf(checks)).padStart(9)} checks (${rate}), ${turns} turns, ${findings.length} findings  ${name}`,
    )
  }
  console.log(sums())
}

/** Milliseconds between two lines of `sums`, so that a run which is ended early is not for nothing. */
const SAID_EVERY = 30_000

const end = performance.now() + seconds * 1000
let said = performance.now()
for (let next = nextOf(targets, scores); next && performance.now() < end; next = nextOf(targets, scores)) {
  const score = scores.get(next.name) as Score
  const turnSeed = seed + score.turns++
  const start = cpu()
  if (values.verbose) console.error(`${next.name}, seed ${turnSeed}`)
  await turn(next, turnSeed, score)
  score.spent += cpu() - start
  if (performance.now() - said < SAID_EVERY) continue
  said = performance.now()
  console.log(`after ${Math.round(cpu() / 1000)} s: ${sums()}`)
}
report()
await closeChromium()
process.exit([...scores.values()].some(({ findings }) => findings.length > 0) ? 1 : 0)
