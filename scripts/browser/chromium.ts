/** One headless Chromium for the scripts and tests that look at a diagram where people will see it. */

import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

// A browser phones home unless it is told not to; nothing here needs the network.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

/** The path of a Chromium: `CHROMIUM_PATH` first, then the usual places; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return usualPlaces.find(path => existsSync(path))
}

/** Says on stderr why browser tests are left out; for the top of a test file, before `describe.skipIf`. */
export function chromiumMissing(what: string): boolean {
  if (findChromium() !== undefined) return false
  process.stderr.write(`${what}: left out, no Chromium found (set CHROMIUM_PATH to the path of one)\n`)
  return true
}

let browser: Promise<Browser> | undefined

function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    return Promise.reject(new Error('no Chromium found; set CHROMIUM_PATH to the path of one'))
  }
  return chromium.launch({ executablePath, args: quiet })
}

/** A page and what went wrong on it since the last `take`. */
export interface WatchedPage {
  readonly page: Page
  /** The errors thrown and logged on the page since the last call, which it forgets. */
  takeErrors(): string[]
  /** The addresses asked for since the last call; every one was refused. */
  takeRefused(): string[]
}

/** Opens a blank page in the shared browser (which starts with the first page). It has no network. */
export async function openPage(): Promise<WatchedPage> {
  browser ??= launch()
  const context = await (await browser).newContext({ viewport: { width: 1600, height: 1200 } })
  let errors: string[] = []
  let refused: string[] = []
  await context.route(/^(https?|file|wss?):/, route => {
    refused.push(route.request().url())
    return route.abort()
  })
  const page = await context.newPage()
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    // A refused request is logged as an error too, and is in the other list already.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  await page.setContent('<!DOCTYPE html><html><body style="margin:0;background:#fff"></body></html>')
  return {
    page,
    takeErrors() {
      const taken = errors
      errors = []
      return taken
    },
    takeRefused() {
      const taken = refused
      refused = []
      return [...new Set(taken)]
    },
  }
}

const forget: (() => void)[] = []

/** Does something with a page, when everyone who asked before is done with it. */
export type WithPage = <T>(work: (watched: WatchedPage) => Promise<T>) => Promise<T>

/**
 * A page that is opened and prepared when it is first needed, and shared by everyone until the browser is closed: one
 * after the other, since a page shows one thing at a time.
 */
export function sharedPage(prepare: (watched: WatchedPage) => Promise<void>): WithPage {
  let open: Promise<WatchedPage> | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const openPrepared = async () => {
    const watched = await openPage()
    await prepare(watched)
    return watched
  }
  forget.push(() => {
    open = undefined
  })
  return work => {
    const done = turn.then(async () => {
      open ??= openPrepared()
      return work(await open)
    })
    turn = done.catch(() => undefined)
    return done
  }
}

/** What an error of a script on a page says, without where it was thrown. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^page\.\w+: (\w*Error: )?/, '').replace(/\n[^\S\n]+at .*$/s, '')
}

/** Closes the shared browser, and with it every page. */
export async function closeChromium(): Promise<void> {
  const open = browser
  browser = undefined
  for (const forgetPage of forget) forgetPage()
  await (await open?.catch(() => undefined))?.close()
}
