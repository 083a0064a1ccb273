/** What every test of the page begins with: the site, built and served, and a browser, for as long as the tests of a file run. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { chromiumMissing } from '../../scripts/browser/chromium.js'
import { launch, type Opened, type Site, startSite, visit } from '../../scripts/browser/site.js'

export interface OnSite {
  /** Whether there is no Chromium, so that tests skip themselves. */
  readonly missing: boolean
  readonly site: Site
  readonly browser: Browser
  /** A new visitor. */
  readonly visit: (options?: Parameters<typeof visit>[2]) => Promise<Opened>
}

/** @param file the test, as it is called where it is said that it is skipped */
export function onSite(file: string): OnSite {
  const missing = chromiumMissing(file)
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    if (missing) return
    site = await startSite()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    site?.stop()
  })
  return {
    missing,
    get site() {
      return site
    },
    get browser() {
      return browser
    },
    visit: options => visit(browser, site, options),
  }
}
