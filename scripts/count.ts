/**
 * Counts what draw.io's own viewer makes of our drawings: findings, crossings, bends, detours, arrowheads that touch, labels far from
 * their lines, and the shape of the page.
 *
 *     npm run look:count -- [corpus|nested|drawings …] [--each] [--theme NAME]
 *
 * One row for each set of samples; with `--each` one for each diagram, and what was found in it.
 */
import { parseArgs } from 'node:util'
import { convert } from '../src/index.js'
import { closeChromium } from './browser/chromium.js'
import { drawDrawio } from './browser/drawio.js'
import { tolerable } from './browser/fault.js'
import { findFaults } from './browser/faults.js'
import { addUp, type Counts, columns, countsOf } from './count/counts.js'
import { type Sample, sets } from './count/samples.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: 'boolean', default: false }, theme: { type: 'string' }, only: { type: 'string' } },
})

const row = (name: string, cells: readonly string[]): void =>
  console.log(
    `| ${[name.padEnd(24), ...cells.map((cell, i) => cell.padStart(columns[i]![0].length))].join(' | ')} |`,
  )

const printSum = (name: string, sum: Counts): void =>
  row(
    name,
    columns.map(([, cell]) => cell(sum)),
  )

async function countSample({ name, from, text }: Sample): Promise<Counts[]> {
  const options = values.theme === undefined ? {} : { theme: values.theme }
  const { text: page } = await convert(text, { from, to: 'drawio', options })
  const counts: Counts[] = []
  for (let pages = 1, at = 0; at < pages; at++) {
    const drawing = await drawDrawio(page, { page: at })
    pages = drawing.pages
    counts.push(countsOf(drawing))
    if (!values.each) continue
    printSum(name.replace(/^.*\/(?=.*\/)/, ''), counts.at(-1)!)
    for (const { kind, says } of findFaults(drawing).faults)
      console.log(`    ${tolerable.has(kind) ? 'tolerated ' : ''}${kind}: ${says}`)
  }
  return counts
}

async function main(): Promise<void> {
  const names = positionals.length > 0 ? positionals : [...sets.keys()]
  row(
    '',
    columns.map(([title]) => title),
  )
  row(
    '---',
    columns.map(([title]) => '-'.repeat(title.length)),
  )
  for (const name of names) {
    const all: Counts[] = []
    for (const sample of sets.get(name)?.() ?? []) {
      if (values.only === undefined || sample.name.includes(values.only))
        all.push(...(await countSample(sample)))
    }
    printSum(name, addUp(all))
  }
}

main().finally(closeChromium)
