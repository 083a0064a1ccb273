/** What `npm run bench -- goals` says of times that are known: which of two is divided by which, and whether a goal is reached. */
import { expect, test } from 'vitest'
import { type Goal, goalLine, goals, isReached, type Settings } from '../../scripts/bench/goals.js'
import type { Contest, Spent } from '../../scripts/bench/side-by-side.js'
import { extent } from '../setup/runs.js'

const spent = (warm: number, cold = warm): Spent => ({ cold, whole: cold, warm, wall: warm, megabytes: 1 })

/** All goals of a part, where each contest takes what is said of it. */
async function told(
  about: string,
  most: number,
  takes: (contest: Contest, who: string) => Spent | undefined,
): Promise<Goal[]> {
  const found: Goal[] = []
  const measure: NonNullable<Settings['measure']> = async contest =>
    new Map(
      Object.keys(contest.contenders).flatMap(who => {
        const own = takes(contest, who)
        return own ? [[who, own] as const] : []
      }),
    )
  const settings = { about: [about], rounds: 1, most, files: 0, measure }
  await goals(
    settings,
    goal => found.push(goal),
    () => {},
  )
  return found
}

const lines = (found: readonly Goal[]) => found.map(({ what, value, goal }) => `${what}: ${value}, ${goal}`)

// To find the files that all can read takes half a minute.
test.runIf(extent === 'long')('reading: how many times as long others take', async () => {
  const own: Record<string, Spent> = {
    diaglot: spent(20, 60),
    dotparser: spent(40, 90),
    'ts-graphviz': spent(10, 120),
    'mermaid, text to database': spent(1000),
  }
  const found = await told('reading', 1000, (_, who) => own[who])
  expect(lines(found).map(line => line.replace(/\d+ small/, 'small'))).toEqual([
    "DOT to a graph, dotparser's time to ours, 1,000 edges, warm: 2, 2",
    "DOT to a graph, dotparser's time to ours, 1,000 edges, first call: 1.5, 2",
    "small DOT files, dotparser's time to ours, warm: 2, 1.5",
    "small DOT files, dotparser's time to ours, first call of each: 1.5, 1.5",
    "small DOT files, ts-graphviz's time to ours, warm: 0.5, 1.5",
    "small DOT files, ts-graphviz's time to ours, first call of each: 2, 1.5",
    "Mermaid to a graph, mermaid's text to database to ours, 1,000 edges, warm: 50, 60",
  ])
  expect(found.map(isReached)).toEqual([true, false, true, true, false, true, false])
})

test('mistakes and comments: how many times as long as a clean text', async () => {
  const found = await told('mistakes', 1000, ({ texts: [text = ''] }) =>
    spent(/-> ->|-->> -->|\?\?/.test(text) ? 14 : /why/.test(text) ? 12 : 10),
  )
  expect(found.map(({ value }) => value)).toEqual([1.2, 1.4, 1.2, 1.4, 1.2, 1.4])
  expect(found.map(isReached)).toEqual([true, false, true, false, true, false])
})

test('conversions: how many times as long as reading, and how time for an edge grows', async () => {
  const found = await told('conversions', 100_000, ({ texts, from }, who) => {
    const edges = texts[0]!.length > 1_000_000 ? 100_000 : texts[0]!.length > 200_000 ? 10_000 : 1000
    if (from !== 'dot' || who === 'json') return who === 'read' ? spent(edges / 100) : undefined
    return spent(who === 'read' ? edges / 100 : edges / (edges > 10_000 ? 20 : 40))
  })
  expect(lines(found.filter(({ what }) => /^dot to mermaid.*(?:, 1,000|100,000)/.test(what)))).toEqual([
    'dot to mermaid, to reading, 1,000 edges: 2.5, 4',
    'dot to mermaid, to reading, 100,000 edges: 5, 4',
    'dot to mermaid, time per edge at 100,000 over that at 1,000: 2, 1.5',
  ])
  // Whoever could not is no line, and no line is reached.
  expect(found.filter(({ what }) => /to json|^mermaid|^flowzap/.test(what))).toEqual([])
})

test('a line says whether the goal is reached by the value, and shows that it is', () => {
  const line = (value: number, goal: number, atLeast?: true) =>
    goalLine({ about: 'a', what: 'b', value, goal, unit: 'times', ...(atLeast && { atLeast }) })
  expect(line(2, 2, true)).toBe('| a | b | 2.00 times | ≥ 2.00 | yes |')
  expect(line(1.996, 2, true)).toBe('| a | b | 1.996 times | ≥ 2.00 | **no** |')
  expect(line(1.2999, 1.3)).toBe('| a | b | 1.2999 times | ≤ 1.30 | yes |')
  expect(line(1.31, 1.3)).toBe('| a | b | 1.31 times | ≤ 1.30 | **no** |')
  expect(line(2000.4, 2000)).toBe('| a | b | 2000.4 times | ≤ 2000 | **no** |')
  expect(line(59.97, 60, true)).toBe('| a | b | 59.97 times | ≥ 60.0 | **no** |')
})
