/**
 * `npm run mutate -- [--count N] [--seed S] [--only WORD] [--jobs N] [--minutes N]`: how many small mistakes in the sources the tests notice.
 * All chosen mutants are compiled into the sources once, in memory, and woken one at a time. One run of the tests finds which of them come
 * upon which mutant; each mutant then gets the tests that come upon it, those of the cheapest file first, until one fails or `ENOUGH` is spent.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { seeded } from '../test/grammar/random.js'
import { sourceFiles } from '../test/setup/imports.js'
import { type Mutant, mutantsIn } from './mutate/mutants.js'
import { type Reach, testsFor } from './mutate/reach.js'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    /** No mutant is begun later; the score is of those that were tried. */
    minutes: { type: 'string', default: '60' },
  },
})

/** The rooms in which a mistake changes what somebody's diagram says. */
const ROOMS = /^(src\/(lower|carry|put)|converters\/\w+\/(read|write|put))\//
/** Milliseconds of tests for one mutant: what the laws alone would notice after a minute counts as not noticed. */
const ENOUGH = 15_000
/**
 * A mutant whose tests take so many times their work, and `START` to begin with, goes round in a circle, which is noticed. It is the time of the
 * processor that counts: on a busy machine tests take longer, and not more of that.
 */
const ENDLESS = 4
/** Seconds of work before the first test. */
const START = 30
/** What waits for something that never comes takes no work: milliseconds. */
const PATIENCE = 1_200_000
/** Programs and browsers know nothing of mutants; the others are too dear for what they notice. */
const LEFT_OUT =
  'browser cli library grammar scripts mutate layout templates hostile oracle robust work'.split(' ')

const home = resolve('node_modules/.cache/mutants')

type Outcome = 'green' | 'red' | 'endless' | 'waits'
/** What vitest says of a worker that the system ended. */
const ENDED = /Worker exited unexpectedly|SIGXCPU/

type Fate = 'noticed' | 'endless' | 'survived' | 'not reached'

function chosenMutants(): Mutant[] {
  const all = sourceFiles
    .filter(file => ROOMS.test(file) && !file.endsWith('.gen.ts') && file.includes(values.only))
    .sort()
    .flatMap(mutantsIn)
  const random = seeded(Number(values.seed))
  // Shuffled as far as it is wanted (Fisher and Yates).
  const count = Math.min(Number(values.count), all.length)
  for (let i = 0; i < count; i++) {
    const other = i + random(all.length - i)
    const [here, there] = [all[i]!, all[other]!]
    all[i] = there
    all[other] = here
  }
  console.log(`${count} of ${all.length} mutants, seed ${values.seed}`)
  return all.slice(0, count).map((mutant, id) => ({ ...mutant, id }))
}

/** Runs tests with an environment, and seconds of work that no process of theirs may take more of. */
function tested(words: readonly string[], environment: NodeJS.ProcessEnv, work: number): Promise<Outcome> {
  const child: ChildProcess = spawn(
    '/bin/sh',
    [
      '-c',
      `ulimit -t ${work}; exec "$0" "$@"`,
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'scripts/mutate/vitest.config.ts',
      ...words,
    ],
    { env: { ...process.env, DIAGLOT_MUTANTS: home, ...environment }, stdio: 'pipe', detached: true },
  )
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', data => (said += data))
  return new Promise(settle => {
    const clock = setTimeout(() => {
      // With its workers: they stand in its group.
      process.kill(-child.pid!, 'SIGKILL')
      settle('waits')
    }, PATIENCE)
    child.on('exit', (code, signal) => {
      clearTimeout(clock)
      settle(code === 0 ? 'green' : signal !== null || ENDED.test(said) ? 'endless' : 'red')
    })
  })
}

async function reachOfTests(): Promise<Reach[]> {
  const list = `${home}/reached.jsonl`
  await tested(
    LEFT_OUT.map(word => `--exclude=test/**/*${word}*/**`).concat(
      LEFT_OUT.map(word => `--exclude=test/**/*${word}*.test.ts`),
    ),
    { DIAGLOT_REACHED: list },
    3600,
  )
  const reach = readFileSync(list, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Reach)
  for (const { file, tests } of reach)
    for (const { name, failed } of tests)
      if (failed) console.log(`fails without any mutant: ${file} > ${name}`)
  return reach
}

async function fateOf({ id }: Mutant, reach: readonly Reach[]): Promise<Fate> {
  const { files, milliseconds } = testsFor(id, reach, ENOUGH)
  if (files.size === 0) return 'not reached'
  const wanted = `${home}/wanted-${id}.json`
  writeFileSync(wanted, JSON.stringify(Object.fromEntries(files)))
  const work = START + Math.ceil((ENDLESS * milliseconds) / 1000)
  const outcome = await tested(
    ['--bail=1', ...files.keys()],
    { DIAGLOT_MUTANT: String(id), DIAGLOT_WANTED: wanted },
    work,
  )
  if (outcome === 'waits') {
    // Unless the machine is so busy that the tests do not come to their end without a mutant either.
    return (await tested([...files.keys()], { DIAGLOT_WANTED: wanted }, work)) === 'waits'
      ? 'survived'
      : 'endless'
  }
  return outcome === 'red' ? 'noticed' : outcome === 'green' ? 'survived' : 'endless'
}

function shown({ file, start, end, kind, after }: Mutant): string {
  const text = readFileSync(file, 'utf8')
  const line = text.slice(0, start).split('\n').length
  const short = (words: string) => words.replace(/\s+/g, ' ').slice(0, 90)
  const instead = kind === 'statement' ? 'nothing' : kind === 'member' ? `.${after}` : after
  return `${file}:${line}  ${short(text.slice(start, end))}  →  ${short(instead)}`
}

/** Per room, how many of its mutants were noticed. */
function scores(fates: ReadonlyMap<Mutant, Fate>): string {
  const rooms = new Map<string, [noticed: number, all: number]>()
  for (const [{ file }, fate] of fates) {
    const noticed = fate === 'noticed' || fate === 'endless' ? 1 : 0
    for (const room of [ROOMS.exec(file)![1]!, 'all']) {
      const [before, all] = rooms.get(room) ?? [0, 0]
      rooms.set(room, [before + noticed, all + 1])
    }
  }
  return [...rooms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([room, [noticed, all]]) =>
        `${room}: ${noticed} of ${all} noticed (${Math.round((100 * noticed) / all)} %)`,
    )
    .join('\n')
}

rmSync(home, { recursive: true, force: true })
mkdirSync(home, { recursive: true })
const mutants = chosenMutants()
writeFileSync(`${home}/mutants.json`, JSON.stringify(mutants))
const reach = await reachOfTests()
console.log(`${reach.length} files of tests were run`)

const fates = new Map<Mutant, Fate>()
let last = Number(values.minutes) * 60_000
// Whoever has no more time gets the score of what was tried.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (last = 0))
const waiting = [...mutants]
await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    while (waiting.length > 0 && performance.now() < last) {
      const mutant = waiting.shift()!
      const fate = await fateOf(mutant, reach)
      fates.set(mutant, fate)
      if (fate !== 'noticed') console.log(`${fate}: ${shown(mutant)}`)
    }
  }),
)
console.log(`\n${fates.size} of ${mutants.length} mutants were tried\n${scores(fates)}`)
if (existsSync(home)) rmSync(home, { recursive: true })
