/** Reports of a plan, each in the form that its name ends in: a page, Markdown for a pull request, or JSON. */
import { createHash } from 'node:crypto'
import type { FormatEntry } from '../../format.js'
import type { Plan, PlannedFile } from '../../migrate/plan-form.js'
import { diagramsOf, htmlReport } from '../../migrate/report/html.js'
import { jsonReport } from '../../migrate/report/json.js'
import { markdownReport } from '../../migrate/report/markdown.js'
import { CommandError } from '../exit.js'
import { overThreads, type Threads } from '../files/threads.js'
import { writeWhole } from '../outputs.js'
import { draws, type Shared } from './work.js'

export interface Reporting extends Threads {
  readonly root: string
  readonly formats: readonly FormatEntry[]
  readonly titles: ReadonlyMap<string, string>
}

const ENDS = /\.(html?|md|json)$/i

/** Throws a `CommandError` for a name that tells no form. */
export function checkReports(files: readonly string[]): void {
  const other = files.find(file => !ENDS.test(file))
  if (other !== undefined)
    throw new CommandError(`--report takes names that end in .html, .md or .json, not “${other}”`)
}

export async function writeReports(
  files: readonly string[],
  plan: Plan,
  reporting: Reporting,
): Promise<void> {
  for (const file of files) await writeWhole(file, await reportIn(file, plan, reporting))
}

async function reportIn(file: string, plan: Plan, reporting: Reporting): Promise<string> {
  const { titles } = reporting
  const end = ENDS.exec(file)![1]!.toLowerCase()
  if (end === 'md') return markdownReport(plan, titles)
  if (end === 'json') return jsonReport(plan)
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')
  return htmlReport({ plan, titles, pictures: await picturesOf(plan, reporting), hash })
}

/** So many diagrams have pictures: more would make a page that no browser opens in a moment. */
const MOST = 5000

/** The pictures of diagrams by their places among all. */
async function picturesOf(
  plan: Plan,
  { root, formats, ...threads }: Reporting,
): Promise<Map<number, readonly [string, string]>> {
  const places = new Map<string, number>()
  for (const [place, { file, diagram }] of diagramsOf(plan).entries())
    if (diagram.way !== 'stays' && places.size < MOST) places.set(`${diagram.block} ${file.path}`, place)
  const files = plan.files.filter(({ path, diagrams }) =>
    diagrams.some(({ block }) => places.has(`${block} ${path}`)),
  )
  const shared: Shared = { root, settings: plan.settings }
  const work = { name: 'draw', shared, here: (some: readonly PlannedFile[]) => draws(some, shared, formats) }
  const pictures = new Map<number, readonly [string, string]>()
  for await (const { path, drawn } of overThreads(files, work, threads))
    for (const [block, pair] of drawn) {
      const place = places.get(`${block} ${path}`)
      if (place !== undefined) pictures.set(place, pair)
    }
  return pictures
}
