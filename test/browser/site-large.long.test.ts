/** A diagram of 5,000 nodes: it is drawn, converted, and typed in without waiting. */
import { mkdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keyCost, largeFlowzap, largeMermaid } from '../../scripts/bench/site.js'
import { paste, picture, tab, textOf } from '../../scripts/browser/site.js'
import { onSite } from './on-site.js'

const on = onSite('test/browser/site-large')
const { missing } = on
const PATIENCE = { timeout: 300_000 }
const NODES = 5000
/** Milliseconds of the processor that a key may take. The slowest of a run shares its caches with other programs. */
const [USUAL, SLOWEST] = [50, 100]

describe.skipIf(missing)('5,000 nodes', () => {
  test.each([
    ['Mermaid', largeMermaid(NODES), 'FlowZap', 'label:"Step number 4999"'],
    ['FlowZap', largeFlowzap(NODES), 'Mermaid', 'n4999 --> n5000'],
  ])('of %s', async (_, text, other, last) => {
    const { page, said } = await on.visit()
    await picture(page).waitFor()
    await paste(page, 'source', text)
    await expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBe(NODES)
    await tab(page, other).click()
    await expect.poll(() => textOf(page, 'result'), PATIENCE).toContain(last)
    await tab(page, 'Picture').click()
    mkdirSync('.look/site', { recursive: true })
    await page.screenshot({ path: `.look/site/large-${other}.png` })
    await page.locator('#source .cm-content').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('End')
    const { median, most, longestOther } = await keyCost(on.browser, page, 'abcdefghijklmnop', 150)
    expect(median).toBeLessThan(USUAL)
    expect(Math.max(most, longestOther)).toBeLessThan(SLOWEST)
    expect((await textOf(page, 'source')).split('\n')[0]).toMatch(/abcdefghijklmnop$/)
    expect(await page.locator('.report .messages li').count()).toBeLessThan(500)
    expect(said).toEqual([])
    await page.context().close()
  })
})
