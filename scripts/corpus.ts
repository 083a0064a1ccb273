/**
 * Writes the corpus: every template in every format, from its FlowZap Code, and what each format cannot hold of
 * it; and pictures of the nested diagrams. `npm run corpus -- --check` only says which files would change. A file of the corpus
 * changes with a reason.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dump, load } from 'js-yaml'
import { formats as entries } from '../converters/index.js'
import { convertWith, writeWith } from '../src/convert.js'
import { readWith } from '../src/read.js'
import { formatNamed, formatOfFile } from '../src/registry.js'

const root = 'corpus/templates'
export const templates = readdirSync(root).sort()

export interface About {
  title: string
  title_zh: string
  category: string
  source: string
  counts: { lanes: number; nodes: number; edges: number; loops: number }
  losses: Record<string, Record<string, number>>
}

/** The files of a template as they should be, by name. */
export async function filesOf(slug: string): Promise<Map<string, string>> {
  const all = await Promise.all(entries.map(({ load: get }) => get()))
  const flowzap = formatNamed(all, 'flowzap')
  const code = readFileSync(`${root}/${slug}/diagram.fz`, 'utf8')
  const graphs = flowzap ? readWith(flowzap, code).graphs : []
  const about = load(readFileSync(`${root}/${slug}/about.yaml`, 'utf8')) as About
  const files = new Map<string, string>()
  const losses: About['losses'] = {}
  for (const format of all) {
    // A PNG is drawn of the SVG that stands beside it.
    if (!format.write || format.name === 'flowzap' || format.name === 'png') continue
    const { text, messages } = await writeWith(format, graphs, { from: 'flowzap' })
    files.set(`diagram${format.extensions[0]}`, text)
    const lost = messages.filter(({ loss }) => loss === 'approximated' || loss === 'dropped')
    const counts: Record<string, number> = {}
    for (const { code: name } of lost) counts[name] = (counts[name] ?? 0) + 1
    if (lost.length > 0) losses[format.name] = counts
  }
  const groups = graphs[0]?.groups.size ?? 0
  const { nodes, edges, loops } = graphs[0] ?? { nodes: new Map(), edges: [], loops: [] }
  const counts = { lanes: groups, nodes: nodes.size, edges: edges.length, loops: loops.length }
  files.set('about.yaml', dump({ ...about, counts, losses }, { lineWidth: 120 }))
  return files
}

const nested = 'corpus/nested'

/** The diagrams that have a picture in `corpus/svg`. */
export const pictured = readdirSync(nested).sort()

/** The picture of a diagram, by the path where it stands. */
export async function pictureOf(name: string): Promise<readonly [path: string, text: string]> {
  const all = await Promise.all(entries.map(({ load: get }) => get()))
  const [from, to] = [formatOfFile(all, name), formatNamed(all, 'svg')]
  if (!from || !to) throw new Error(`${name} is of no format`)
  const { text } = await convertWith(from, to, readFileSync(`${nested}/${name}`))
  return [`corpus/svg/${name}.svg`, text]
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check')
  const put = (path: string, text: string): void => {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return
    console.log(`${check ? 'would change' : 'writes'} ${path}`)
    if (check) process.exitCode = 1
    else writeFileSync(path, text)
  }
  for (const slug of templates)
    for (const [name, text] of await filesOf(slug)) put(`${root}/${slug}/${name}`, text)
  mkdirSync('corpus/svg', { recursive: true })
  for (const name of pictured) put(...(await pictureOf(name)))
}

if (process.argv[1]?.endsWith('corpus.ts')) await main()
