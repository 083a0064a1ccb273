/** The manual of the site: every page, every code with its address, no link that leads nowhere. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { docsFiles } from '../../scripts/site/docs.js'
import { pageOf } from '../../scripts/site/markdown.js'
import { codes } from '../../src/index.js'
import { addressOfCode, SITE } from '../../src/messages/address.js'

const files = docsFiles({ search: 's.js', style: 's.css', icon: 'i.svg' })
const pages = new Map(
  [...files].flatMap(([name, text]) => (name.endsWith('.html') ? [[name, String(text)]] : [])),
)
const idsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!))

test('every code of a message has its address', () => {
  const ids = idsOf(pages.get('messages.html')!)
  expect(Object.keys(codes).length).toBeGreaterThan(100)
  expect(Object.keys(codes).filter(code => !ids.has(code.replace('/', '-')))).toEqual([])
})

test('the command line prints these addresses, on the site that the package names', () => {
  const { homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as { homepage: string }
  expect(SITE).toBe(homepage)
  expect(addressOfCode('loss/group-kind')).toBe(`${homepage}docs/messages.html#loss-group-kind`)
  const [, id] = addressOfCode('loss/group-kind').split('#')
  expect(idsOf(pages.get('messages.html')!).has(id!)).toBe(true)
})

test('links lead to pages and to places that are there', () => {
  const links = [...pages].flatMap(([page, html]) =>
    [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => [page, link!] as const),
  )
  expect(links.length).toBeGreaterThan(500)
  const dead = links.filter(([page, link]) => {
    if (/^(?:https?:|\.\.\/|mailto:)/.test(link)) return false
    const [file, id] = link.split('#')
    const target = file === '' ? page : file!
    if (!files.has(target)) return true
    return id !== undefined && id !== '' && !idsOf(pages.get(target)!).has(id)
  })
  expect(dead).toEqual([])
})

test('pages hold nothing that their policy forbids', () => {
  for (const [page, html] of pages) {
    expect([page, html.includes("default-src 'self'; img-src 'self' data: blob:")]).toEqual([page, true])
    expect([page, /<style|<script(?! type="module" src)|<[^<>]*\s(?:style|on\w+)=/.exec(html)?.[0]]).toEqual([
      page,
      undefined,
    ])
  }
})

test('the search finds what stands on every page', () => {
  const sections = JSON.parse(String(files.get('search.json'))) as {
    page: string
    id: string
    title: string
  }[]
  expect(new Set(sections.map(({ page }) => `${page}.html`))).toEqual(new Set(pages.keys()))
  expect(sections.find(({ id }) => id === 'loss-shape')).toMatchObject({
    page: 'messages',
    title: 'loss/shape (warning)',
  })
})

test('headings that are called alike have two addresses, and a table is one', () => {
  const { html, sections, title } = pageOf(
    '# Tea\n\n| a | b |\n|---|---|\n| 1 | `x` |\n\n## Tea\n\nSee [it](x.md) & <b>.\n',
    () => 'x.html#y',
  )
  expect(title).toBe('Tea')
  expect(sections.map(({ id }) => id)).toEqual(['tea', 'tea-2'])
  expect(html).toContain('<td><code>x</code></td>')
  expect(html).toContain('See <a href="x.html#y">it</a> &amp; &lt;b&gt;.')
})
