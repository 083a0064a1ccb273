/** The manual of the site: every page of `docs`, the README and the changelog, with a search over all of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Found } from '../../site/docs/ranking.js'
import { escapeHtml } from '../../src/text/html-references.js'
import { type Page, pageOf } from './markdown.js'

interface Beside {
  /** Files beside the page that converts. */
  readonly search: string
  readonly style: string
  readonly icon: string
}

const FOLDER = 'docs'
/** Pages from elsewhere, by what their files are called on the site. */
const others: ReadonlyMap<string, string> = new Map([
  ['index', 'README.md'],
  ['changelog', 'CHANGELOG.md'],
])

export function docsFiles(beside: Beside): ReadonlyMap<string, string | Uint8Array> {
  const names = readdirSync(FOLDER).filter(name => name.endsWith('.md'))
  const sources = new Map([...others, ...names.map(name => [name.slice(0, -3), join(FOLDER, name)] as const)])
  const files = new Map<string, string | Uint8Array>()
  const pages = new Map<string, Page>()
  for (const [name, path] of sources)
    pages.set(
      name,
      pageOf(readFileSync(path, 'utf8'), link => addressOf(link, sources)),
    )
  for (const [name, page] of pages) files.set(`${name}.html`, html(page, name, pages, beside))
  for (const name of readdirSync(FOLDER))
    if (/\.(?:svg|png)$/.test(name)) files.set(name, readFileSync(join(FOLDER, name)))
  const found = [...pages].flatMap(([page, { sections }]) =>
    sections.map(({ id, title, text }): Found => ({ page, id, title, text: text.slice(0, 600) })),
  )
  files.set('search.json', JSON.stringify(found))
  return files
}

/** Where a link of the repository leads on the site. Files that are no pages are not there. */
function addressOf(link: string, sources: ReadonlyMap<string, string>): string | undefined {
  if (/^(?:https?:|mailto:)/.test(link)) return link
  const [path = '', anchor] = link.split('#')
  const behind = anchor === undefined ? '' : `#${anchor}`
  if (path === '') return behind
  const file = path.replace(/^(?:\.\.\/|\.\/|docs\/)+/, '')
  const [name] = [...sources].find(([, source]) => source === file || source === join(FOLDER, file)) ?? []
  if (name !== undefined) return `${name}.html${behind}`
  return /^[\w.-]+\.(?:svg|png)$/.test(file) ? file : undefined
}

function html(
  page: Page,
  name: string,
  pages: ReadonlyMap<string, Page>,
  { search, style, icon }: Beside,
): string {
  const list = [...pages].map(
    ([other, { title }]) =>
      `<li><a href="${other}.html"${other === 'zh' ? ' lang="zh"' : ''}${other === name ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`,
  )
  const body = page.html.replace(/(src|href)="docs\//g, '$1="')
  return `<!doctype html>
<html lang="${name === 'zh' ? 'zh' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data: blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}: diaglot</title>
<link rel="icon" href="../${icon}" type="image/svg+xml">
<link rel="stylesheet" href="../${style}">
<script type="module" src="../${search}"></script>
</head>
<body>
<header><a href="../index.html">← <span class="to">Convert a diagram</span></a>
<form role="search"><label><span class="search">Search the manual</span> <input type="search" name="words" autocomplete="off"></label></form></header>
<nav aria-label="Pages of the manual"><ul>
${list.join('\n')}
</ul></nav>
<main>
<section id="found" aria-live="polite" hidden></section>
<article>
${body}
</article>
</main>
</body>
</html>
`
}
