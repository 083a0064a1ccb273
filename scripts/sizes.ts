/** `npm run sizes`: how large a page gets that converts between two formats; the table in `docs/library.md`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { formats } from '../converters/all.js'
import { bundleForPage, packageIn, pairProgram } from './bundle.js'

const page = 'docs/library.md'
const folder = 'node_modules/.cache/diaglot-sizes'
await packageIn(folder)
const [start, end] = ['<!-- sizes -->\n', '<!-- /sizes -->']

const sources = formats.filter(({ read }) => read)
const targets = formats.filter(({ write }) => write)
const rows = [
  `| from, to | ${targets.map(({ title }) => title).join(' | ')} |`,
  `|---|${targets.map(() => '---|').join('')}`,
]
for (const from of sources) {
  const cells: string[] = []
  for (const to of targets) {
    const { text } = await bundleForPage(pairProgram(from.name, to.name), 'esm', { folder })
    cells.push(String(Math.round(gzipSync(text, { level: 9 }).length / 1000)))
  }
  rows.push(`| ${from.title} | ${cells.join(' | ')} |`)
}
const table = `${rows.join('\n')}\n`
const old = readFileSync(page, 'utf8')
const [before, rest] = [old.slice(0, old.indexOf(start) + start.length), old.slice(old.indexOf(end))]
if (!old.includes(start) || !old.includes(end)) throw new Error(`${page} has no place for the table`)
writeFileSync(page, before + table + rest)
console.log(table)
