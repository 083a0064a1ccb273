/** Writes the tables of docs/mermaid-versions.md: which release of mermaid has which construct, and who runs which. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Claim } from '../converters/mermaid/versions/claims.js'
import { brackets, constructs, headers, laterShapes } from '../converters/mermaid/versions/constructs.js'
import { HOSTS } from '../converters/mermaid/versions/hosts.js'
import { OLDEST, placeOfRelease } from '../converters/mermaid/versions/releases.js'

const PAGE = 'docs/mermaid-versions.md'

const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll('`', '&#96;')
    .replace(/^this\b/, 'some words and signs')

function releasesOf({ since = OLDEST, earlier = [], except = [] }: Claim): string {
  const before = earlier.map(([first, last]) => (first === last ? first : `${first} to ${last}`))
  const without = except.map(([first, last]) => `not ${first} to ${last}`)
  return [...before, `from ${since} on`, ...without].join(', ')
}

function row(claim: Claim): string {
  const { says, drawn, readIn, instead = '' } = claim
  const others =
    drawn === undefined
      ? 'rejected'
      : readIn
        ? `rejected; ${readIn.join(', ')} ${drawn}`
        : `read: mermaid ${drawn}`
  return `| ${[cell(says), releasesOf(claim), others, cell(instead), cell(claim.source)].join(' | ')} |`
}

function constructTable(): string {
  const claims: Claim[] = [
    ...Object.values(headers),
    ...Object.values(brackets),
    ...Object.values(constructs),
  ]
  const sorted = [...claims].sort(
    (a, b) => placeOfRelease(a.since ?? OLDEST) - placeOfRelease(b.since ?? OLDEST),
  )
  const shapes = laterShapes.map(
    ([since, names]) =>
      `| the shapes ${names.split(' ').join(', ')} | from ${since} on | rejected; 11.3.0 finds no such shape when it draws | the nearest other shape | asked of every release |`,
  )
  return [
    '| construct | releases | in the others | instead | known from |',
    '| --- | --- | --- | --- | --- |',
    ...sorted.map(row),
    ...shapes,
  ].join('\n')
}

function hostTable(): string {
  const rows = HOSTS.map(
    ({ name, title, runs, release, when, sure, source }) =>
      `| \`${name}\` | ${title} | ${cell(runs)} | ${release} | ${when} | ${sure} | ${source} |`,
  )
  return [
    '| `renderer=` | | runs | counts as | seen | how sure | source |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** The page with the tables as they are now. */
export function versionPage(page: string): string {
  const tables = { constructs: constructTable(), hosts: hostTable() }
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [open, close] = [`<!-- table: ${name} -->`, '<!-- end -->']
    const start = text.indexOf(open) + open.length
    const end = text.indexOf(close, start)
    return `${text.slice(0, start)}\n\n${table}\n\n${text.slice(end)}`
  }, page)
}

if (process.argv[1]?.endsWith('version-page.ts')) writeFileSync(PAGE, versionPage(readFileSync(PAGE, 'utf8')))
