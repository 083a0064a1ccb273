/** Ways into the page and out of it: a folder that is dropped, the clipboard, two fingers, links of every editor, a newcomer who reads nothing. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { paste, picture, tab, textOf } from '../../scripts/browser/site.js'
import { linkEditors, linkOf, openedAddress, read } from '../../src/index.js'
import { onSite } from './on-site.js'

const on = onSite('test/browser/site-ways')
const { missing } = on
const PATIENCE = { timeout: 60_000 }

const source = (page: Page) => expect.poll(() => textOf(page, 'source'), PATIENCE)
const result = (page: Page) => expect.poll(() => textOf(page, 'result'), PATIENCE)
const isDrawn = (page: Page) =>
  expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBeGreaterThan(1)
const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()')

async function opened(options: BrowserContextOptions = {}) {
  const { page, said } = await on.visit({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
    ...options,
  })
  await isDrawn(page)
  return { page, said }
}

describe.skipIf(missing)('a newcomer with a diagram of Mermaid in the clipboard', () => {
  const own =
    'flowchart TD\n    Start([Start]) --> Check{"Paid?"}\n    Check -->|yes| Ship[Ship it]\n    Check -->|no| Remind[Send a reminder]\n    Remind --> Check\n'

  test('has it in FlowZap Code and as a file of draw.io, and reads nothing', async () => {
    const { page, said } = await opened()
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(own)})`)
    await page.locator('#source .cm-content').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+V')
    await source(page).toBe(own)
    await expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBe(4)
    await tab(page, 'FlowZap').click()
    await result(page).toContain('label:"Ship it"')
    await page.getByText('Copy', { exact: true }).click()
    await expect.poll(() => copied(page), PATIENCE).toContain('label:"Ship it"')
    const flowzap = read(await copied(page), { format: 'flowzap' })
    expect(flowzap.messages).toEqual([])
    expect([flowzap.graphs[0]!.nodes.size, flowzap.graphs[0]!.edges.length]).toEqual([4, 4])
    await tab(page, 'draw.io').click()
    await result(page).toContain('<mxfile')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download', { exact: true }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('diagram.drawio')
    const drawio = read(readFileSync(await saved.path()), { format: 'drawio' })
    expect([...drawio.graphs[0]!.nodes.values()].map(({ label }) => label.text)).toEqual([
      'Start',
      'Paid?',
      'Ship it',
      'Send a reminder',
    ])
    expect(said).toEqual([])
    await page.context().close()
  })
})

describe.skipIf(missing)('the clipboard', () => {
  test('takes the text, the picture as SVG, and as PNG', async () => {
    const { page, said } = await opened()
    await tab(page, 'Mermaid').click()
    await result(page).toContain('flowchart')
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    expect(await copied(page)).toBe(await textOf(page, 'result'))
    await expect.poll(() => page.locator('.status').innerText()).toBe('Copied.')
    await tab(page, 'Picture').click()
    await isDrawn(page)
    await page.getByRole('button', { name: 'Copy SVG' }).click()
    await expect.poll(() => copied(page), PATIENCE).toMatch(/^<svg [\s\S]*Order[\s\S]*<\/svg>\s*$/)
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(await copied(page))!
    await page.getByRole('button', { name: 'Copy PNG' }).click()
    const png = () =>
      page.evaluate<string>(`navigator.clipboard.read().then(async ([item]) => {
        if (!item.types.includes('image/png')) return item.types.join()
        const { width, height } = await createImageBitmap(await item.getType('image/png'))
        return width + ' ' + height
      })`)
    await expect
      .poll(png, PATIENCE)
      .toBe(`${Math.round(Number(width) * 2)} ${Math.round(Number(height) * 2)}`)
    expect(said).toEqual([])
    await page.context().close()
  })

  test('that the browser keeps closed is said to be so', async () => {
    const { page } = await opened({ permissions: [] })
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('no'))`)
    await tab(page, 'DOT').click()
    await result(page).toContain('digraph')
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => page.locator('.status').innerText()).toContain('does not let the page copy')
    await page.context().close()
  })
})

describe.skipIf(missing)('a folder that is dropped', () => {
  /** Drops what lies at paths of this machine onto the middle of the page, as a file manager does. */
  async function drop(page: Page, ...files: string[]): Promise<void> {
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
    await session.detach()
  }

  test('has its diagrams to choose from, those in folders too, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diaglot-drop-'))
    for (const name of ['in/deep', 'node_modules', '.git']) mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'first.gv'), 'digraph { a -> b }')
    writeFileSync(join(folder, 'in/deep/second.mmd'), 'flowchart LR\n  x --> y\n')
    writeFileSync(join(folder, 'notes.txt'), 'nothing')
    writeFileSync(join(folder, 'node_modules/not.gv'), 'digraph { no }')
    writeFileSync(join(folder, '.git/not.gv'), 'digraph { no }')
    const { page, said } = await opened()
    await drop(page, folder)
    await source(page).toBe('digraph { a -> b }')
    const names = await page.locator('.files option').allInnerTexts()
    expect(names.map(name => name.split('/').slice(1).join('/'))).toEqual(['first.gv', 'in/deep/second.mmd'])
    await page.locator('.files select').selectOption('1')
    await source(page).toBe('flowchart LR\n  x --> y\n')
    await drop(page, join(folder, 'node_modules'))
    await expect.poll(() => page.locator('.status').innerText(), PATIENCE).toBe('Opened: node_modules/not.gv')
    expect(said).toEqual([])
    await page.context().close()
  })

  test('without a diagram is said to have none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diaglot-drop-'))
    writeFileSync(join(folder, 'notes.txt'), 'nothing')
    const { page } = await opened()
    await drop(page, folder)
    await expect
      .poll(() => page.locator('.status').innerText(), PATIENCE)
      .toBe('There is no diagram in what you dropped.')
    await page.context().close()
  })
})

describe.skipIf(missing)('two fingers', () => {
  test('zoom the picture about the place between them, and one moves it', async () => {
    const { page } = await opened({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    const session = await page.context().newCDPSession(page)
    const viewBox = async () => (await picture(page).getAttribute('viewBox'))!.split(' ').map(Number)
    await page.locator('.picture').scrollIntoViewIfNeeded()
    const frame = (await page.locator('.picture').boundingBox())!
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2]
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...apart: number[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart.map((by, id) => ({ x: x + by, y, id })),
      })
    const [left, , wide] = await viewBox()
    await touch('touchStart', -30, 30)
    for (const by of [40, 50, 60]) await touch('touchMove', -by, by)
    await touch('touchEnd')
    await expect
      .poll(async () => Math.round((await viewBox())[2]! * 100), PATIENCE)
      .toBe(Math.round(wide! * 50))
    const [nearLeft, , nearWide] = await viewBox()
    // What lay between the fingers lies there still.
    expect(nearLeft! + nearWide! / 2).toBeCloseTo(left! + wide! / 2, 0)
    await touch('touchStart', 0)
    for (const by of [10, 20, 30]) await touch('touchMove', by)
    await touch('touchEnd')
    await expect.poll(async () => (await viewBox())[0]).toBeLessThan(nearLeft!)
    expect((await viewBox())[2]).toBeCloseTo(nearWide!, 5)
    await page.context().close()
  })
})

describe.skipIf(missing)('links', () => {
  const texts: Readonly<Record<string, string>> = {
    flowzap: 'Main { # Main\nn1: circle label:"Tea"\n}\n',
    mermaid: 'flowchart LR\n  tea[Tea] --> cup\n',
    dot: 'digraph { Tea -> cup }\n',
  }

  test('of every editor are opened where they are pasted', async () => {
    const { page, said } = await opened()
    const editors = linkEditors()
    expect(editors.map(({ name }) => name)).toEqual([
      'flowzap',
      'mermaid',
      'drawio',
      'graphviz',
      'edotor',
      'kroki',
    ])
    for (const { name, formats } of editors) {
      const text = texts[formats[0]!]
      if (text === undefined) continue
      const { address } = linkOf(text, { editor: name })
      await paste(page, 'source', address)
      await source(page).toBe(text)
      await paste(page, 'source', 'flowchart LR\n  other --> one\n')
    }
    expect(said).toEqual([])
    await page.context().close()
  })

  test('into every editor hold the diagram', async () => {
    const { page } = await opened()
    await paste(page, 'source', texts.mermaid!)
    await source(page).toBe(texts.mermaid)
    await page.getByRole('button', { name: 'Open in…' }).click()
    await expect.poll(() => page.locator('.menu a').count(), PATIENCE).toBe(6)
    const addresses = await page
      .locator('.menu a')
      .evaluateAll(found => found.map(link => (link as unknown as { href: string }).href))
    for (const address of addresses) {
      const { text, format, messages } = openedAddress(address)
      expect([address.slice(0, 40), messages]).toEqual([address.slice(0, 40), []])
      const [graph] = read(text!, { format: format as 'dot' }).graphs
      const labels = [...graph!.nodes.values()].map(({ label }) => label.text)
      expect([address.slice(0, 40), labels]).toEqual([address.slice(0, 40), ['Tea', 'cup']])
    }
    // A link of draw.io, made from the page itself.
    const drawio = addresses.find(address => address.includes('diagrams.net') || address.includes('draw.io'))!
    await page.keyboard.press('Escape')
    await paste(page, 'source', drawio)
    await source(page).toContain('label="Tea"')
    await page.context().close()
  })
})

describe.skipIf(missing)('both directions', () => {
  test('keep comments and order on both sides, whichever is edited', async () => {
    const left =
      'flowchart LR\n  %% last first\n  ship[Ship it]\n  pay[Pay] --> ship\n  %% where it begins\n  order[Order] --> pay\n'
    const { page } = await opened()
    await paste(page, 'source', left)
    await tab(page, 'FlowZap').click()
    await result(page).toContain('label:"Ship it"')
    const made = await textOf(page, 'result')
    const lines = made.split('\n')
    const place = lines.findIndex(line => line.includes('label:"Pay"'))
    const own = [...lines.slice(0, place), '// who pays', ...lines.slice(place)].join('\n')
    await paste(page, 'result', own)
    await result(page).toBe(own)
    await source(page).toBe(left)
    await paste(page, 'result', own.replace('"Pay"', '"Pay the bill"'))
    await source(page).toBe(left.replace('[Pay]', '[Pay the bill]'))
    await result(page).toBe(own.replace('"Pay"', '"Pay the bill"'))
    await page.locator('#source .cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('  %% new\n  ship --> done[Done]\n')
    await result(page).toContain('label:"Done"')
    const now = await textOf(page, 'result')
    expect(now).toContain('// who pays')
    expect(now.indexOf('Ship it')).toBeLessThan(now.indexOf('Pay the bill'))
    expect(now.indexOf('Pay the bill')).toBeLessThan(now.indexOf('"Order"'))
    await page.context().close()
  })
})

describe.skipIf(missing)('the address of the page', () => {
  test('may name its file, in any folder, and all that it leads to is beside it', async () => {
    const { page, said } = await on.visit()
    await page.goto(`${on.site.address}index.html`)
    await isDrawn(page)
    await page.getByRole('link', { name: 'Manual' }).click()
    await page.waitForURL(`${on.site.address}docs/index.html`)
    await page.getByRole('link', { name: 'Convert a diagram' }).click()
    await page.waitForURL(`${on.site.address}index.html`)
    await isDrawn(page)
    expect(said).toEqual([])
    await page.context().close()
  })
})
