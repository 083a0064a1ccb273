/** Which mutant is awake in this process, and which are come upon by each test: `npm run mutate` reads the list that this writes. */
import { appendFileSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import type { Reach, ReachOfTest } from './reach.js'

interface Awake {
  __isMutant?: (id: number) => boolean
  __reached?: Set<number>
}

/** As far as the name of a test goes. */
interface Named {
  readonly name: string
  readonly suite?: Named | undefined
}

const world = globalThis as Awake
const awake = Number(process.env.DIAGLOT_MUTANT ?? -1)
const list = process.env.DIAGLOT_REACHED
const wanted = process.env.DIAGLOT_WANTED

world.__reached ??= new Set()
const reached = world.__reached
world.__isMutant ??= id => {
  if (list !== undefined) reached.add(id)
  return id === awake
}

const file = relative('.', expect.getState().testPath!)
const began = process.cpuUsage()
const milliseconds = (since: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1000
/** What is come upon before a test begins: while the file is loaded, and in what prepares for several tests. */
const shared = new Set<number>()
const tests: ReachOfTest[] = []
let testBegan = began
reached.clear()

function nameOf(test: Named): string {
  const names: string[] = []
  for (let named: Named | undefined = test; named; named = named.suite) names.unshift(named.name)
  return names.join(' > ')
}

/** Of this file, the tests that are wanted; nothing where all are. */
const own =
  wanted === undefined
    ? undefined
    : (JSON.parse(readFileSync(wanted, 'utf8')) as Record<string, readonly string[]>)[file]
const names = own && new Set(own)

beforeEach(context => {
  if (names && !names.has(nameOf(context.task))) context.skip()
  for (const id of reached) shared.add(id)
  reached.clear()
  testBegan = process.cpuUsage()
})

afterEach(({ task }) => {
  if (list === undefined) return
  const failed = task.result?.state === 'fail'
  tests.push({ name: nameOf(task), milliseconds: milliseconds(testBegan), reached: [...reached], failed })
  reached.clear()
})

afterAll(() => {
  if (list === undefined) return
  const found: Reach = { file, milliseconds: milliseconds(began), shared: [...shared], tests }
  appendFileSync(list, `${JSON.stringify(found)}\n`)
})
