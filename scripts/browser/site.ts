/** The site for its tests: built, served from a sub-path as any static host would, and opened in Chromium, which tells of all that it does not like. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { buildSite } from '../site/build.js'
import { findChromium } from './chromium.js'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

const SUB = '/some/where/'

export interface Site {
  readonly address: string
  readonly folder: string
  /** Files of the site and what else was asked of the server, in order. */
  readonly asked: string[]
  readonly stop: () => void
}

export async function startSite(): Promise<Site> {
  const folder = resolve(`node_modules/.cache/diaglot-site-${process.env.VITEST_POOL_ID ?? 0}`)
  await buildSite(folder)
  return serveSite(folder)
}

/**
 * A server of its own for what is built: its list holds what its own visitors ask for, and nothing of what
 * the service workers of earlier visitors to another one still fetch.
 */
export async function serveSite(folder: string): Promise<Site> {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    asked.push(pathname)
    const name = pathname.startsWith(SUB) ? pathname.slice(SUB.length) || 'index.html' : ''
    const file = join(folder, name)
    if (name === '' || name.includes('..') || !existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return response.end(readFileSync(file))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}${SUB}`, folder, asked, stop: () => server.close() }
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox', '--force-color-profile=srgb'] })

export interface Opened {
  readonly page: Page
  /** What the browser complained of, and what was asked of anybody else than the site. */
  readonly said: string[]
}

/** A new visitor. */
export async function visit(
  browser: Browser,
  site: Site,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-US', ...options })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  page.on('pageerror', error => said.push(error.message))
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(site.address) && !/^(?:data|blob):/.test(url)) said.push(url)
  })
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`,
  )
  await page.goto(site.address + hash)
  return { page, said }
}

const editors = { source: '#source .cm-content', result: '.text .editor .cm-content' } as const

export type Side = keyof typeof editors

interface View {
  readonly state: {
    readonly doc: { toString(): string }
    readonly selection: { readonly main: { readonly from: number; readonly to: number } }
  }
}

/** The text of an editor, as it is and not as far as it is drawn, and what is selected of it. */
export async function stateOf(
  page: Page,
  side: Side,
): Promise<{ readonly text: string; readonly selected: string }> {
  const [text, from, to] = await page.locator(editors[side]).evaluate(element => {
    const { view } = (element as unknown as { cmTile: { view: View } }).cmTile
    const { doc, selection } = view.state
    return [doc.toString(), selection.main.from, selection.main.to] as const
  })
  return { text, selected: text.slice(from, to) }
}

export const textOf = async (page: Page, side: Side): Promise<string> => (await stateOf(page, side)).text

/** Writes a text into an editor in place of what stands there, as somebody who pastes does. */
export async function paste(page: Page, side: Side, text: string): Promise<void> {
  await page.locator(editors[side]).focus()
  await page.keyboard.press('Control+A')
  await page.locator(editors[side]).evaluate((element, pasted) => {
    const scope = globalThis as unknown as {
      DataTransfer: new () => { setData(type: string, text: string): void }
      ClipboardEvent: new (name: string, init: object) => unknown
    }
    const clipboardData = new scope.DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const init = { clipboardData, bubbles: true, cancelable: true, composed: true }
    ;(element as unknown as { dispatchEvent(event: unknown): void }).dispatchEvent(
      new scope.ClipboardEvent('paste', init),
    )
  }, text)
}

export const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
export const picture = (page: Page) => page.locator('.picture svg')
