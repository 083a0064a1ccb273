/** `npm run bench -- goals`: every number that the project holds itself to, as a line with its goal, its value, and whether it is reached. */
import { type CommandTime, commandTimes } from './command.js'
import { generated, type Language, languages } from './graphs.js'
import { layoutTimes } from './layouts.js'
import { corpusTextsFor } from './samples.js'
import { type Contest, type Spent, sideBySide } from './side-by-side.js'

export interface Goal {
  readonly about: string
  readonly what: string
  readonly value: number
  readonly goal: number
  /** Whether more is better. */
  readonly atLeast?: boolean
  readonly unit: string
  /** What else is to be known. */
  readonly note?: string
}

export const isReached = ({ value, goal, atLeast = false }: Goal): boolean =>
  atLeast ? value >= goal : value <= goal

export interface Settings {
  readonly rounds: number
  /** The largest generated text. */
  readonly most: number
  /** Of many files. */
  readonly files: number
  /** What is measured; all where it is empty. */
  readonly about: readonly string[]
  /** Who measures: processes, where nobody else does. */
  readonly measure?: (contest: Contest) => Promise<ReadonlyMap<string, Spent>>
}

const peers = {
  diaglot: { who: 'read' },
  dotparser: { who: 'dotparser' },
  'ts-graphviz': { who: 'ts-graphviz' },
  'graphlib-dot': { who: 'graphlib-dot' },
  'wasm-graphviz': { who: 'wasm-graphviz' },
}

const sizeNamed = (edges: number): string => `${edges.toLocaleString('en')} edges`

/** What each side takes: for the tables beside the goals. */
export interface Taken extends Spent {
  readonly what: string
  readonly who: string
  readonly edges?: number
}

export async function goals(
  settings: Settings,
  said: (goal: Goal) => void,
  took: (taken: Taken) => void,
): Promise<void> {
  const parts: readonly (readonly [string, () => AsyncGenerator<Goal>])[] = [
    ['reading', () => reading(settings, took)],
    ['mistakes', () => mistakes(settings)],
    ['conversions', () => conversions(settings, took)],
    ['layout', layouts],
    ['command', () => command(settings)],
  ]
  for (const [name, part] of parts)
    if (settings.about.length === 0 || settings.about.includes(name))
      for await (const goal of part()) said(goal)
}

async function* reading(
  { rounds, most, measure = sideBySide }: Settings,
  took: (taken: Taken) => void,
): AsyncGenerator<Goal> {
  const tell = (what: string, spent: ReadonlyMap<string, Spent>, edges?: number) => {
    for (const [who, own] of spent) took({ what, who, ...(edges !== undefined && { edges }), ...own })
  }
  const perEdge = new Map<number, number>()
  for (const edges of [100, 1000, 10_000, 100_000].filter(size => size <= most)) {
    const spent = await measure({
      texts: [generated('dot', edges)],
      from: 'dot',
      contenders: peers,
      rounds,
    })
    tell('DOT', spent, edges)
    const [own, theirs] = [spent.get('diaglot')!, spent.get('dotparser')!]
    perEdge.set(edges, own.warm / edges)
    if (edges !== 1000 && edges !== 10_000) continue
    const about = { about: 'reading', goal: 2, atLeast: true, unit: 'times' }
    const what = `DOT to a graph, dotparser's time to ours, ${sizeNamed(edges)}`
    yield { ...about, what: `${what}, warm`, value: theirs.warm / own.warm }
    yield { ...about, what: `${what}, first call`, value: theirs.cold / own.cold }
  }
  const texts = await corpusTextsFor('dot')
  const small = await measure({ texts, from: 'dot', contenders: peers, rounds })
  tell(`${texts.length} small DOT files of the corpus`, small)
  for (const name of ['dotparser', 'ts-graphviz']) {
    const about = { about: 'reading', goal: 1.5, atLeast: true, unit: 'times' }
    const what = `small DOT files, ${name}'s time to ours`
    yield { ...about, what: `${what}, warm`, value: small.get(name)!.warm / small.get('diaglot')!.warm }
    yield {
      ...about,
      what: `${what}, first call of each`,
      value: small.get(name)!.cold / small.get('diaglot')!.cold,
    }
  }
  const database = 'mermaid, text to database'
  for (const edges of [1000, 10_000].filter(size => size <= most)) {
    const contenders = { diaglot: { who: 'read' }, [database]: { who: database } }
    const texts = [generated('mermaid', edges)]
    const spent = await measure({ texts, from: 'mermaid', contenders, rounds: Math.min(rounds, 2) })
    tell('Mermaid', spent, edges)
    const value = spent.get(database)!.warm / spent.get('diaglot')!.warm
    const what = `Mermaid to a graph, mermaid's text to database to ours, ${sizeNamed(edges)}, warm`
    yield { about: 'reading', what, value, goal: 60, atLeast: true, unit: 'times' }
  }
  const [first, last] = [perEdge.get(1000), perEdge.get(100_000)]
  if (first !== undefined && last !== undefined)
    yield {
      about: 'reading',
      what: 'DOT, time per edge at 100,000 over that at 1,000',
      value: last / first,
      goal: 1.5,
      unit: 'times',
    }
}

/** What is put into a text of each language: a comment, and a line that says nothing. */
const put: Readonly<Record<Language, readonly [comment: string, mistake: string]>> = {
  dot: ['// why', '  n1 -> -> n2;'],
  mermaid: ['%% why', '  n1 -->> --> n2'],
  flowzap: ['// why', 'n1 ?? n2 !!'],
}

async function* mistakes({ rounds, measure = sideBySide }: Settings): AsyncGenerator<Goal> {
  for (const language of languages) {
    const [comment, mistake] = put[language]
    const clean = generated(language, 1000)
    const lines = clean.split('\n')
    const middle = lines.length >> 1
    const others = {
      'a comment on each tenth line': lines.flatMap((line, place) =>
        place % 10 === 5 ? [comment, line] : [line],
      ),
      'one mistake': lines.toSpliced(middle, 0, mistake),
    }
    // By turns, since what is one after the other is not of the same machine.
    const least = new Map<string, number>()
    for (let round = 0; round < rounds; round++)
      for (const [what, own] of [['', lines], ...Object.entries(others)] as const) {
        const contest = { from: language, contenders: { read: { who: 'read' } }, rounds: 1 }
        const { warm } = (await measure({ ...contest, texts: [own.join('\n')] })).get('read')!
        least.set(what, Math.min(warm, least.get(what) ?? warm))
      }
    for (const what of Object.keys(others)) {
      const value = least.get(what)! / least.get('')!
      yield {
        about: 'mistakes',
        what: `${language}, ${what}, to a clean text`,
        value,
        goal: 1.3,
        unit: 'times',
      }
    }
  }
}

async function* conversions(
  { rounds, most, measure = sideBySide }: Settings,
  took: (taken: Taken) => void,
): AsyncGenerator<Goal> {
  for (const from of languages) {
    const targets = ['dot', 'mermaid', 'flowzap', 'json'].filter(to => to !== from)
    const perEdge = new Map<string, number>()
    for (const edges of [100, 1000, 10_000, 100_000].filter(size => size <= most)) {
      const contenders = {
        read: { who: 'read' },
        ...Object.fromEntries(targets.map(to => [to, { who: to === 'flowzap' ? 'write' : 'convert', to }])),
      }
      const span = edges >= 100_000 ? 1 : 500
      const own = { texts: [generated(from, edges)], from, contenders, rounds: span === 1 ? 1 : rounds, span }
      const spent = await measure(own)
      const read = spent.get('read')!
      for (const to of targets) {
        const whole = spent.get(to)
        if (!whole) continue
        took({ what: `${from} to ${to}`, who: 'diaglot', edges, ...whole })
        const what = `${from} to ${to}, to reading, ${sizeNamed(edges)}`
        yield { about: 'conversions', what, value: whole.warm / read.warm, goal: 4, unit: 'times' }
        if (edges === 1000) perEdge.set(to, whole.warm / edges)
        if (edges < 100_000) continue
        const grown = `${from} to ${to}, time per edge at 100,000 over that at 1,000`
        yield {
          about: 'conversions',
          what: grown,
          value: whole.warm / edges / perEdge.get(to)!,
          goal: 1.5,
          unit: 'times',
        }
      }
    }
  }
}

async function* layouts(): AsyncGenerator<Goal> {
  for (const { what, graph, nodes, milliseconds, most } of await layoutTimes())
    yield {
      about: 'layout',
      what: `${what}: ${graph}, ${nodes} nodes`,
      value: milliseconds,
      goal: most,
      unit: 'ms CPU',
    }
}

async function* command({ files }: Settings): AsyncGenerator<Goal> {
  for (const row of await commandTimes(files)) yield goalOf(row)
}

function goalOf({ what, most, times, elapsed = 0, milliseconds }: CommandTime): Goal {
  const about = { about: 'command', what }
  if ('times' in most) return { ...about, value: times, goal: most.times, unit: 'times an empty Node' }
  if ('memory' in most) return { ...about, value: times, goal: most.memory, unit: 'times' }
  const note = `${(milliseconds / 1000).toFixed(1)} s of the processor, of ${most.seconds * most.cores}`
  return { ...about, value: elapsed / 1000, goal: most.seconds, unit: 's on a clock', note }
}

export function goalLine(goal: Goal): string {
  const { about, what, value, atLeast, unit, note } = goal
  const [is, wanted] = apart(value, goal.goal)
  const cells = [about, what, `${is} ${unit}`, `${atLeast ? '≥' : '≤'} ${wanted}`]
  return `| ${[...cells, isReached(goal) ? 'yes' : '**no**'].join(' | ')} |${note === undefined ? '' : ` <!-- ${note} -->`}`
}

const digitsOf = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2)

const round = (value: number): string => value.toFixed(digitsOf(value))

/** Both with as many digits as it takes to see that they differ, so that no line says 2.00, at least 2.00, and not reached. */
function apart(value: number, goal: number): readonly [value: string, goal: string] {
  let more = 0
  while (
    value !== goal &&
    more < 6 &&
    Number(value.toFixed(digitsOf(value) + more)) === Number(goal.toFixed(digitsOf(goal) + more))
  )
    more++
  return [value.toFixed(digitsOf(value) + more), goal.toFixed(digitsOf(goal))]
}

export const takenLine = ({ what, who, edges, cold, warm, wall, megabytes }: Taken): string =>
  `| ${[what, edges === undefined ? '' : edges.toLocaleString('en'), who, ...[cold, warm, wall].map(round), megabytes.toFixed(0)].join(' | ')} |`
