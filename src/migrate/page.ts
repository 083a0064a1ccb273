/** A plan as a page for people: the sum first, then what is lost the most, what stays and why, and every file. */
import type { FormatEntry } from '../format.js'
import type { Plan, PlannedDiagram, PlannedFile } from './plan-form.js'
import { changesSomething, type PlanSum, sumOf } from './sum.js'
import { counted, joined, kindWords, percent, reasonWords, wayWords } from './words.js'

export interface PageOptions {
  /** Every file and every loss, and not only the worst. */
  readonly verbose: boolean
  /** As in a sentence, by name. */
  readonly titles: ReadonlyMap<FormatEntry['name'], string>
  /** How many files were found that are to be ignored. */
  readonly ignored: number
}

/** So many of a list are shown unless all are asked for. */
const SHOWN = { losses: 8, worst: 8, proposals: 8, stays: 12, files: 40 }

export function planPage(plan: Plan, { verbose, titles, ignored }: PageOptions): string {
  const sum = sumOf(plan)
  const most = (count: number) => (verbose ? Number.POSITIVE_INFINITY : count)
  const title = (name: string) => titles.get(name) ?? name
  const parts = [
    [
      `To ${title(plan.settings.to)}: ${findLine(sum)}`,
      ...becomes(plan, sum, title),
      ...(ignored > 0 ? [`  ${counted(ignored, 'more file')} ignored`] : []),
    ],
    lossList(sum, most(SHOWN.losses)),
    worstList(plan, most(SHOWN.worst)),
    proposalList(plan, most(SHOWN.proposals)),
    stayList(plan, most(SHOWN.stays), verbose),
    fileList(plan, most(SHOWN.files), title),
  ]
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

const stay = (count: number): string => (count === 1 ? '1 diagram stays' : `${count} diagrams stay`)

/** How many of each kind. */
const kindList = ({ kinds }: PlanSum): string =>
  ` (${[...kinds].map(([kind, count]) => (count === 1 ? kind : `${count} ${kind}`)).join(', ')})`

const findLine = ({ diagrams, holding, files }: PlanSum): string =>
  `${counted(diagrams, 'diagram')} in ${holding === files ? '' : `${holding} of `}${counted(files, 'file')}.`

function becomes(plan: Plan, sum: PlanSum, title: (name: string) => string): string[] {
  const { total, kept, approximated, carried, dropped } = sum.tally
  const ways = wayWords.flatMap(([way, text]) => {
    const count = sum.ways.get(way)
    return count === undefined ? [] : [`  ${counted(count, 'diagram')} ${text}`]
  })
  const asked = plan.settings.fences === undefined && (sum.ways.get('picture') ?? 0) > 0
  const stays = [...sum.stays].map(
    ([why, count]) => `${count} ${reasonWords[why]}${why === 'other-kind' ? kindList(sum) : ''}`,
  )
  return [
    ...ways,
    ...(asked
      ? [
          `  Whoever shows these documents does not draw ${title(plan.settings.to)} between fences, so pictures take their places; --fences says otherwise.`,
        ]
      : []),
    ...(stays.length > 0 ? [`  ${stay(sum.ways.get('stays')!)}: ${joined(stays)}`] : []),
    ...(sum.relinked > 0
      ? [`  ${counted(sum.relinked, 'document')} with names of files that are called otherwise then`]
      : []),
    ...(sum.removed > 0 ? [`  ${counted(sum.removed, 'source file')} go`] : []),
    ...(total > 0
      ? [
          `  Of ${total} things that they say, ${kept} are kept (${percent(kept, total)}), ${approximated} approximated, ${carried} carried along, ${dropped} dropped.`,
        ]
      : []),
  ]
}

function lossList({ losses }: PlanSum, most: number): string[] {
  if (losses.length === 0) return []
  const rows = losses
    .slice(0, most)
    .map(
      ({ kind, code, count, diagrams, text }) =>
        `  ${kindWords[kind]} ${count}× in ${counted(diagrams, 'diagram')}, such as: ${text} [${code}]`,
    )
  return ['What is lost, the worst first:', ...rows, ...more(losses.length - rows.length, 'kind')]
}

function worstList({ files }: Plan, most: number): string[] {
  const lost = ({ tally }: PlannedDiagram) => (tally ? 2 * tally.dropped + tally.approximated : 0)
  const all = files
    .flatMap(file => file.diagrams.map(diagram => ({ file, diagram })))
    .filter(({ diagram }) => diagram.way !== 'stays' && lost(diagram) > 0)
    .sort((a, b) => lost(b.diagram) - lost(a.diagram))
  if (all.length < 2) return []
  const rows = all.slice(0, most).map(({ file, diagram }) => {
    const { total, dropped, approximated } = diagram.tally!
    return `  ${placeOf(file, diagram)}: ${dropped} dropped and ${approximated} approximated of ${total}`
  })
  return ['Diagrams that lose the most:', ...rows, ...more(all.length - rows.length, 'diagram')]
}

function proposalList({ files }: Plan, most: number): string[] {
  const all = files.flatMap(file =>
    file.diagrams.flatMap(diagram =>
      (diagram.proposals ?? []).map(text => `  ${placeOf(file, diagram)}: ${text}`),
    ),
  )
  if (all.length === 0) return []
  const rows = all.slice(0, most)
  return [
    'What could be better, and is not done unasked:',
    ...rows,
    ...more(all.length - rows.length, 'proposal'),
  ]
}

function stayList({ files }: Plan, most: number, verbose: boolean): string[] {
  const all = files.flatMap(file =>
    file.diagrams.flatMap(diagram =>
      diagram.way === 'stays' && diagram.why !== 'already' && (verbose || diagram.why !== 'other-kind')
        ? [`  ${placeOf(file, diagram)}: ${diagram.because}`]
        : [],
    ),
  )
  if (all.length === 0) return []
  const rows = all.slice(0, most)
  return ['What stays as it is:', ...rows, ...more(all.length - rows.length, 'diagram')]
}

function fileList({ files }: Plan, most: number, title: (name: string) => string): string[] {
  const changed = files.filter(changesSomething)
  const noted = files.filter(file => !changesSomething(file) && (file.notes?.length ?? 0) > 0)
  if (changed.length + noted.length === 0) return []
  const all = [...changed, ...noted]
  const rows = all.slice(0, most).flatMap(file => linesOfFile(file, title))
  return ['File by file:', ...rows, ...more(all.length - Math.min(all.length, most), 'file')]
}

function linesOfFile(file: PlannedFile, title: (name: string) => string): string[] {
  const { path, diagrams, links = [], remove, notes = [] } = file
  const lines = diagrams.flatMap(diagram => {
    if (diagram.way === 'stays') return []
    const { block, line, name, from, way, files = [], picture } = diagram
    const called = name === undefined ? '' : ` “${name}”`
    const what = block === undefined ? '' : `line ${line}, ${title(from)}${called} `
    const to = files.map(({ path, there }) => `${path}${there ? ' (there already)' : ''}`)
    const into =
      way === 'inline' ? 'exchanged in its place' : `→ ${[...to, ...(picture ? [picture] : [])].join(', ')}`
    return [`${what}${into}`]
  })
  const said = [
    ...lines.map(line => (remove ? `${line}, and goes` : line)),
    ...links.map(
      ({ from, to, picture }) =>
        `names ${from} as ${to}${picture === undefined ? '' : `, or shows ${picture}`}`,
    ),
    ...notes,
  ]
  return said.length === 1 ? [`  ${path} ${said[0]}`] : [`  ${path}`, ...said.map(line => `    ${line}`)]
}

const placeOf = ({ path }: PlannedFile, { line, block }: PlannedDiagram): string =>
  block === undefined && line <= 1 ? path : `${path}:${line}`

const more = (count: number, what: string): string[] =>
  count > 0 ? [`  and ${counted(count, `more ${what}`)} (-v shows all)`] : []
