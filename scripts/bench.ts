/**
 * How fast texts are parsed, read and converted, beside other parsers in the same process: the files of the corpus,
 * and generated texts.
 *
 *     npm run bench -- [dot|mermaid|flowzap|layout|command|site …] [--edges 1000,10000] [--json] [--memory]
 *
 * `npm run bench -- growth [FORMAT …]` counts, for every construct of a format, the steps of reading it and of writing what
 * was read in each format, at one size and at four times that, and names what grows too fast.
 *
 * `npm run bench -- drawn [--edges 10,100,1000]` draws flowcharts of Mermaid in Chromium, by mermaid itself and as SVG by a conversion, in the
 * processor's time of the page.
 *
 * `npm run bench -- compare REF [--rounds 9] [--edges 1000]` builds the package of another commit beside that of the present sources, and runs both by
 * turns: the start of the command and whole conversions, in the processor's time.
 *
 * `npm run bench -- goals [reading|mistakes|conversions|layout|command …] [--rounds 3] [--most 10000] [--files 1000]` measures all that the project holds
 * itself to, in processes of their own and with the package as it is built, in the processor's time: a line with goal, value, and whether it is
 * reached, and before them what each side took. Demands on many files are for 10,000, and for as much less of fewer. graphlib-dot takes part
 * where somebody has installed it.
 *
 * For each text and contender the median time, megabytes in a second, and how many times as long as
 * our parser it takes; for layouts the median time alone; for the command, which has to be built, the processor's time of whole processes. `--memory` adds the peak memory of a process that does only that.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commandLine, commandTimes } from './bench/command.js'
import { compare, comparedLine } from './bench/compare.js'
import { constructs } from './bench/constructs.js'
import { contendersFor } from './bench/contenders.js'
import { drawnLine, drawnTimes } from './bench/drawn.js'
import { goalLine, goals, takenLine } from './bench/goals.js'
import { generated, type Language, languages } from './bench/graphs.js'
import { growthLine, growths } from './bench/growth.js'
import { layoutLine, layoutTimes, MOST_BYTES, pictureSizes } from './bench/layouts.js'
import { type Measurement, measure } from './bench/measure.js'
import { corpusSample, generatedSample } from './bench/samples.js'
import { siteLine, siteRows } from './bench/site-rows.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edges: { type: 'string', default: '100,1000,10000,100000' },
    /** How often each side runs where two commits are compared. */
    rounds: { type: 'string', default: '9' },
    json: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    /** For goals: the largest text, and how many small files. */
    most: { type: 'string', default: '100000' },
    files: { type: 'string', default: '10000' },
    /** The name of the one contender that this process is for. */
    only: { type: 'string' },
  },
})
const chosen = languages.filter(language => positionals.length === 0 || positionals.includes(language))
const sizes = values.edges.split(',').map(Number)

interface Row extends Measurement {
  readonly language: Language
  /** Of a generated text. */
  readonly edges?: number
  /** How many times as long as our parser it took. */
  readonly ratio: number
  readonly peakMegabytes?: number
}

if (positionals[0] === 'goals') await runGoals(positionals.slice(1))
else if (positionals[0] === 'compare') await runCompare(positionals[1] ?? 'HEAD')
else if (positionals[0] === 'drawn') await runDrawn()
else if (positionals[0] === 'growth') await runGrowth(positionals.slice(1))
else if (values.only !== undefined) await runOnce(values.only)
else await runAll()

/** What a change did, beside the commit named. */
async function runCompare(ref: string): Promise<void> {
  // The largest texts take minutes, and say no more.
  const edges = process.argv.includes('--edges') ? sizes[0]! : 1000
  for await (const row of compare(ref, Number(values.rounds), edges))
    console.log(values.json ? JSON.stringify(row) : comparedLine(row))
}

/** What is reached of what the project demands. */
async function runGoals(about: readonly string[]): Promise<void> {
  const rounds = process.argv.includes('--rounds') ? Number(values.rounds) : 3
  const settings = { about, rounds, most: Number(values.most), files: Number(values.files) }
  const print =
    <T>(line: (value: T) => string) =>
    (value: T) =>
      console.log(values.json ? JSON.stringify(value) : line(value))
  await goals(settings, print(goalLine), print(takenLine))
}

/** Mermaid's own drawings beside ours. */
async function runDrawn(): Promise<void> {
  const edges = process.argv.includes('--edges') ? sizes : [10, 100, 1000]
  for await (const row of drawnTimes(edges)) console.log(values.json ? JSON.stringify(row) : drawnLine(row))
}

/** Counted steps in place of times: which constructs of the formats named, or of all, cost more than in proportion. */
async function runGrowth(names: readonly string[]): Promise<void> {
  const rows = await growths(names.length > 0 ? names : Object.keys(constructs), 50)
  for (const row of rows) console.log(values.json ? JSON.stringify(row) : growthLine(row))
}

/** A process of its own, so that the peak is that of one contender. */
async function runOnce(name: string): Promise<void> {
  const contender = (await contendersFor(chosen[0]!)).find(found => found.name === name)
  await contender!.run(generated(chosen[0]!, sizes[0]!))
  console.log(Math.round(process.resourceUsage().maxRSS / 1024))
}

function peakOf(language: Language, edges: number, name: string): number | undefined {
  const script = fileURLToPath(import.meta.url)
  const options = ['--import', 'tsx', script, language, '--edges', String(edges), '--only', name]
  const { stdout, status } = spawnSync(process.execPath, options, { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}

async function runAll(): Promise<void> {
  const rows: Row[] = []
  for (const language of chosen) {
    const contenders = await contendersFor(language)
    const samples = [
      await corpusSample(language, contenders),
      ...sizes.map(edges => generatedSample(language, edges)),
    ]
    for (const sample of samples) {
      const { edges } = sample
      let ours: Measurement | undefined
      for (const contender of contenders) {
        // A process takes some milliseconds before it does anything: too many for small files.
        if (contender.outside && edges === undefined) continue
        const measured = await measure(contender, sample)
        if (!measured) continue
        ours ??= measured
        const ratio = measured.milliseconds / ours.milliseconds
        const alone = values.memory && !contender.outside && edges !== undefined
        const peak = alone ? peakOf(language, edges, contender.name) : undefined
        rows.push({
          language,
          ...(edges !== undefined && { edges }),
          ...measured,
          ratio,
          ...(peak !== undefined && { peakMegabytes: peak }),
        })
        if (!values.json) printRow(rows.at(-1)!)
      }
    }
    if (!values.json) printGrowth(rows.filter(row => row.language === language))
  }
  const withLayouts = positionals.length === 0 || positionals.includes('layout')
  const layouts = withLayouts ? await layoutTimes() : []
  if (!values.json) for (const row of layouts) console.log(layoutLine(row))
  if (withLayouts && !values.json) {
    const sizes = await pictureSizes()
    console.log(
      `picture  ${sizes.length} templates: ${sizes[0]} to ${sizes.at(-1)} bytes, half of them under ${sizes[sizes.length >> 1]} (may take ${MOST_BYTES})`,
    )
  }
  const withCommand = positionals.length === 0 || positionals.includes('command')
  const commands = withCommand ? await commandTimes() : []
  if (!values.json) for (const row of commands) console.log(commandLine(row))
  const withSite = positionals.length === 0 || positionals.includes('site')
  const site = withSite ? await siteRows() : []
  if (!values.json) for (const row of site) console.log(siteLine(row))
  if (values.json)
    console.log(JSON.stringify({ node: process.version, rows, layouts, commands, site }, null, 2))
}

function printRow({
  language,
  sample,
  contender,
  milliseconds,
  cpuMilliseconds,
  megabytesPerSecond,
  ratio,
  peakMegabytes,
}: Row): void {
  const cells = [
    language.padEnd(8),
    sample.padStart(22),
    contender.padEnd(34),
    `${milliseconds.toFixed(2)} ms`.padStart(13),
    cpuMilliseconds === undefined ? ''.padStart(16) : `${cpuMilliseconds.toFixed(2)} ms CPU`.padStart(16),
    `${megabytesPerSecond.toFixed(2)} MB/s`.padStart(12),
    `× ${ratio.toFixed(1)}`.padStart(9),
    peakMegabytes === undefined ? '' : `${peakMegabytes} MB peak`.padStart(13),
  ]
  console.log(cells.join(' '))
}

/** The time for a megabyte in the largest text, as a multiple of that in the text of 1,000 edges or more. */
function printGrowth(rows: readonly Row[]): void {
  for (const name of new Set(rows.map(({ contender }) => contender))) {
    const own = rows.filter(({ contender, edges = 0 }) => contender === name && edges >= 1000)
    const [small, large] = [own[0], own.at(-1)]
    if (!small || !large || small === large) continue
    const growth = small.megabytesPerSecond / large.megabytesPerSecond
    console.log(
      `${name}: ${growth.toFixed(2)} times as long for a megabyte of ${large.sample} as of ${small.sample}`,
    )
  }
}
