/** A report as one page without network: the sum, and each diagram before and after. Its policy allows nothing but its own program and style. */

import type { Plan, PlannedDiagram, PlannedFile } from '../plan-form.js'
import { losesSomething, type PlanSum, sumOf } from '../sum.js'
import { byGravity } from '../survey.js'
import { counted, kindWords, percent, reasonWords, wayNames } from '../words.js'
import { program } from './program.js'
import { style } from './style.js'

export interface PageParts {
  readonly plan: Plan
  /** Of formats, by name. */
  readonly titles: ReadonlyMap<string, string>
  /** Of a diagram by its place among all: pictures before and after, packed with deflate, in base64; nothing where there are too many. */
  readonly pictures: ReadonlyMap<number, readonly [before: string, after: string]>
  /** The base64 of SHA-256. */
  readonly hash: (text: string) => string
}

/** Diagrams with their files, in the order of the plan: what the places of pictures count. */
export function diagramsOf({
  files,
}: Plan): { readonly file: PlannedFile; readonly diagram: PlannedDiagram }[] {
  return files.flatMap(file => file.diagrams.map(diagram => ({ file, diagram })))
}

export function htmlReport({ plan, titles, pictures, hash }: PageParts): string {
  const sum = sumOf(plan)
  const target = titles.get(plan.settings.to) ?? plan.settings.to
  const all = diagramsOf(plan)
  const rows = all.map(({ file, diagram }) => rowOf(file, diagram, titles))
  const data = {
    words: { ...kindWords, target },
    drawn: pictures.size >= all.filter(({ diagram }) => diagram.way !== 'stays').length,
    diagrams: rows,
  }
  const policy = `default-src 'none'; script-src 'sha256-${hash(program)}'; style-src 'sha256-${hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'`
  const options = (values: readonly string[]) =>
    [...new Set(values)]
      .sort()
      .map(value => `<option>${escaped(value)}</option>`)
      .join('')
  const packed = [...pictures].map(
    ([place, pair]) => `<script type="application/json" id="p${place}">${JSON.stringify(pair)}</script>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Diagrams to ${escaped(target)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Diagrams to ${escaped(target)}</h1>
<p class="soft">All pictures here are drawn by diaglot ${escaped(plan.version)}, those before as well as those after: no other program has drawn them.</p>
${sumList(sum)}
${lossTable(sum)}
</header>
<main>
<h2>Diagrams</h2>
<form>
<label>Search <input type="search" name="search" autocomplete="off"></label>
<label>Show <select name="state"><option value="">all</option><option value="grave">with errors</option><option value="stays">that stay</option><option value="lossy">that lose something</option><option value="whole">that lose nothing</option></select></label>
<label>Loss <select name="loss"><option value="">any</option>${options(rows.flatMap(({ losses }) => losses.map(({ code }) => code)))}</select></label>
<label>From <select name="from"><option value="">any format</option>${options(rows.map(({ title }) => title))}</select></label>
<label>Folder <select name="folder"><option value="">any</option>${options(rows.map(({ folder }) => folder))}</select></label>
<button type="reset">Show all</button>
<output id="count" aria-live="polite"></output>
</form>
<p class="soft keys">Keys: / searches, j and k go down and up, Enter opens.</p>
<noscript><p>The list of diagrams needs the program of this page, and this browser runs none.</p></noscript>
<div id="list"></div>
</main>
<footer class="soft"><p>Places are lines of the source files. Lost is what the format has no word for; what is only named or ordered otherwise counts as approximated.</p></footer>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
${packed.join('\n')}
<script>${program}</script>
</body>
</html>
`
}

function rowOf({ path }: PlannedFile, diagram: PlannedDiagram, titles: PageParts['titles']) {
  const {
    line,
    from,
    name,
    way,
    files = [],
    picture,
    why,
    because,
    tally,
    losses = [],
    proposals = [],
  } = diagram
  const into = [...files.map(({ path }) => path), ...(picture ? [picture] : [])].join(', ')
  return {
    at: `${path}:${line}`,
    folder: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.',
    title: titles.get(from) ?? (from === '' ? 'unknown' : from),
    name: name ?? '',
    stays: way === 'stays',
    grave: why !== undefined && GRAVE.has(why),
    lost: way !== 'stays' && losesSomething(losses),
    state:
      way === 'stays'
        ? `stays: ${reasonWords[why ?? 'broken']}`
        : !losesSomething(losses)
          ? 'nothing lost'
          : `${tally?.dropped} dropped, ${tally?.approximated} approximated`,
    becomes: way === 'stays' ? '' : `${wayNames[way]}${into === '' ? '' : `: ${into}`}`,
    because: because ?? '',
    parts: tally
      ? `Of ${tally.total} things that it says, ${tally.kept} are kept (${percent(tally.kept, tally.total)}).`
      : '',
    losses: [...losses].sort(byGravity),
    proposals,
  }
}

const GRAVE: ReadonlySet<string> = new Set(['broken', 'limit', 'taken', 'unreadable'])

function sumList({ diagrams, ways, whole, tally }: PlanSum): string {
  const stay = ways.get('stays') ?? 0
  const entries: readonly (readonly [string | number, string])[] = [
    [diagrams, diagrams === 1 ? 'diagram' : 'diagrams'],
    [diagrams - stay, 'become others'],
    [whole, 'lose nothing'],
    [stay, 'stay'],
    [percent(tally.kept, tally.total), `of ${counted(tally.total, 'thing')} kept`],
    [tally.approximated, 'approximated'],
    [tally.carried, 'carried along'],
    [tally.dropped, 'dropped'],
  ]
  return `<ul class="sum">${entries.map(([number, text]) => `<li><b>${escaped(String(number))}</b>${escaped(text)}</li>`).join('')}</ul>`
}

function lossTable({ losses }: PlanSum): string {
  if (losses.length === 0) return ''
  const rows = losses.map(
    ({ kind, count, diagrams, text, code }) =>
      `<tr><td>${kindWords[kind]}</td><td class="number">${count}</td><td class="number">${diagrams}</td><td>${escaped(text)}</td><td><code>${escaped(code)}</code></td></tr>`,
  )
  return `<h2>What is lost, the worst first</h2>
<table><thead><tr><th scope="col">Kind</th><th scope="col">How often</th><th scope="col">Diagrams</th><th scope="col">Such as</th><th scope="col">Code</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
