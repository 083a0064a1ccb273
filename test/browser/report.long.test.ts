/** The page of a report in Chromium: opened as a file, with 2,000 diagrams, under its own policy, by keyboard, in light and dark. */

import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumMissing, findChromium } from '../../scripts/browser/chromium.js'
import { NO_TALLY } from '../../src/lower/tally.js'
import type { Plan, PlannedDiagram } from '../../src/migrate/plan-form.js'
import { htmlReport } from '../../src/migrate/report/html.js'

const missing = chromiumMissing('test/browser/report')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const COUNT = 2000

const hostile = '</script><img src=x onerror=alert(1)>'
const loss = {
  code: 'loss/style',
  kind: 'dropped',
  severity: 'warning',
  count: 3,
  text: `The colour of ${hostile}`,
  line: 7,
} as const

function diagramAt(place: number): PlannedDiagram {
  const common = {
    block: 0,
    line: place + 1,
    from: place % 2 ? 'dot' : 'mermaid',
    name: place === 0 ? hostile : `Diagram ${place}`,
  }
  if (place % 10 === 9)
    return { ...common, way: 'stays', why: 'broken', because: 'The file ends in the middle of a statement.' }
  const losses = place % 10 === 3 ? [loss] : []
  return { ...common, way: 'inline', digest: '', tally: { ...NO_TALLY, total: 9, kept: 9 }, losses }
}

const plan: Plan = {
  diaglotPlan: 1,
  version: '0.1.0',
  settings: { to: 'flowzap', remove: false, playground: false, carry: false, options: {} },
  files: Array.from({ length: COUNT }, (_, place) => ({
    path: `${place < 100 ? 'docs' : 'more'}/${place}.md`,
    digest: '',
    diagrams: [diagramAt(place)],
  })),
}
const svg = (colour: string) =>
  deflateRawSync(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="${colour}"/></svg>`,
  ).toString('base64')

let browser: Browser
let page: Page
const said: string[] = []
beforeAll(async () => {
  if (missing) return
  const pictures = new Map(
    plan.files.flatMap((_, place) =>
      place % 10 === 9 ? [] : [[place, [svg('#a00'), svg('#0a0')]] as const],
    ),
  )
  const text = htmlReport({
    plan,
    titles: new Map([
      ['mermaid', 'Mermaid'],
      ['dot', 'Graphviz DOT'],
      ['flowzap', 'FlowZap Code'],
    ]),
    pictures,
    hash: text => createHash('sha256').update(text).digest('base64'),
  })
  const file = join(mkdtempSync(join(tmpdir(), 'diaglot-report-')), 'report.html')
  writeFileSync(file, text)
  browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] })
  page = await browser.newPage()
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(error.message))
  page.on('request', request => {
    if (!/^(file|data):/.test(request.url())) said.push(request.url())
  })
  await page.goto(`file://${file}`)
})
afterAll(() => browser?.close())

const shown = () => page.locator('#list details:visible').count()
const told = () => page.locator('#count').innerText()

describe.skipIf(missing)('the page', () => {
  test('lists every diagram, and nothing that a stranger wrote is more than text', async () => {
    expect(await told()).toBe(`${COUNT} of ${COUNT} diagrams`)
    expect(await page.locator('#list details').first().innerText()).toContain(hostile)
    expect(await page.locator('img').count()).toBe(0)
  })

  test('draws a diagram before and after when it is opened', async () => {
    await page.locator('#list summary').nth(3).click()
    await page.locator('#list img').nth(1).waitFor()
    const sizes = await page.$$eval('#list img', images =>
      images.map(image => (image as unknown as { naturalWidth: number }).naturalWidth),
    )
    expect(sizes).toEqual([40, 40])
    expect(await page.locator('#list details').nth(3).innerText()).toContain(`The colour of ${hostile}`)
  })

  test('filters by what is lost, by errors, format, folder and words', async () => {
    const filters: readonly (readonly [name: string, value: string, count: number])[] = [
      ['loss', 'loss/style', 200],
      ['state', 'grave', 200],
      ['state', 'lossy', 200],
      ['state', 'whole', 1600],
      ['from', 'Graphviz DOT', 1000],
      ['folder', 'docs', 100],
    ]
    for (const [name, value, count] of filters) {
      await page.selectOption(`select[name=${name}]`, value)
      expect([name, value, await told()]).toEqual([name, value, `${count} of ${COUNT} diagrams`])
      await page.getByRole('button').click()
      // Not waitForFunction: where it has to ask a second time it does so by eval, which the page's policy forbids.
      await expect.poll(told, { timeout: 60_000 }).toMatch(new RegExp(`^${COUNT} `))
    }
    await page.fill('input[name=search]', 'more 1234.md')
    expect([await told(), await shown()]).toEqual([`1 of ${COUNT} diagrams`, 1])
    await page.getByRole('button').click()
  })

  test('is used by keyboard alone', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.name')).toBe('search')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    expect(await page.locator('#list details').first().getAttribute('open')).toBe('')
  })

  test.each(['light', 'dark'] as const)(
    'has nothing against it that axe-core knows of, in %s',
    async colorScheme => {
      await page.emulateMedia({ colorScheme })
      const other = await browser.newContext({ bypassCSP: true, colorScheme })
      const looked = await other.newPage()
      await looked.goto(page.url())
      // A few rows are as all others are.
      await looked.fill('input[name=search]', 'diagram 1003')
      await looked.locator('#list details:visible summary').first().click()
      await looked.locator('#list img').nth(1).waitFor()
      await looked.addScriptTag({ path: axe })
      const found = await looked.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      )
      await other.close()
      expect(found).toEqual([])
    },
  )

  test('asks for nothing, and its policy has nothing against it', () => expect(said).toEqual([]))
})
