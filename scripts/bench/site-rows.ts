/** What the page weighs, and what a key costs in large diagrams: in Chromium, where there is one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { findChromium } from '../browser/chromium.js'
import { launch, paste, picture, serveSite, startSite, tab, visit } from '../browser/site.js'
import { gzipped, type KeyCost, keyCost, largeFlowzap, largeMermaid } from './site.js'

export type SiteRow =
  | { readonly what: string; readonly bytes: number }
  | ({ readonly what: string } & KeyCost)

/** Enough nodes for what an answer of a minute is about. */
const NODES = 5000
const DRAWN = { timeout: 300_000 }

export function siteLine(row: SiteRow): string {
  const what = `site     ${row.what.padEnd(44)}`
  if ('bytes' in row) return `${what} ${(row.bytes / 1000).toFixed(0).padStart(6)} kB gzipped`
  const [median, most, other] = [row.median, row.most, row.longestOther].map(time => `${time.toFixed(1)} ms`)
  return `${what} ${median} a key, ${most} at most; longest other task ${other} (processor time)`
}

/** Nothing where there is no Chromium. */
export async function siteRows(): Promise<SiteRow[]> {
  if (findChromium() === undefined) return []
  const site = await startSite()
  const browser = await launch()
  try {
    const rows: SiteRow[] = [
      { what: 'first load, with a picture', bytes: (await firstLoad(browser, site.folder)).bytes },
    ]
    const large = [
      ['Mermaid', largeMermaid(NODES), 'FlowZap'],
      ['FlowZap Code', largeFlowzap(NODES), 'Mermaid'],
    ] as const
    for (const [title, text, other] of large) {
      const { page } = await visit(browser, site, { serviceWorkers: 'block' })
      await picture(page).waitFor()
      await paste(page, 'source', text)
      await page
        .locator('.picture .dg-node > g')
        .nth(NODES - 1)
        .waitFor({ state: 'attached', ...DRAWN })
      await page.locator('#source .cm-content').focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('End')
      for (const name of ['Picture', other]) {
        await tab(page, name).click()
        await page.waitForTimeout(3000)
        await page.locator('#source .cm-content').focus()
        rows.push({
          what: `${title}, ${NODES} nodes, beside ${name}`,
          ...(await keyCost(browser, page, 'abcdefghijklmnop', 150)),
        })
      }
      await page.context().close()
    }
    return rows
  } finally {
    await browser.close()
    site.stop()
  }
}

export interface FirstLoad {
  readonly names: readonly string[]
  /** As a host that compresses sends them. */
  readonly bytes: number
}

/** Everything that a new visitor asks for until there is a picture, and what is lost, and nothing more comes. */
export async function firstLoad(
  browser: Browser,
  folder: string,
  options: BrowserContextOptions = {},
): Promise<FirstLoad> {
  const site = await serveSite(folder)
  const { page } = await visit(browser, site, { serviceWorkers: 'block', ...options })
  await picture(page).waitFor()
  await page.locator('.counts li').first().waitFor()
  for (let asked = -1; asked < site.asked.length; await page.waitForTimeout(2000)) asked = site.asked.length
  const names = [...new Set(site.asked)].map(path => path.split('/').at(-1) || 'index.html')
  await page.context().close()
  site.stop()
  const own = names.filter(name => name !== 'favicon.ico')
  return { names: own, bytes: gzipped(own.map(name => readFileSync(join(folder, name)))) }
}
