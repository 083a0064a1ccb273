/** The page for people: light and dark, by keyboard, on a phone, in Chinese, from right to left, and how it looks in six states. */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { paste, picture, tab, textOf } from '../../scripts/browser/site.js'
import { onSite } from './on-site.js'

const on = onSite('test/browser/site-people')
const { missing } = on
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const PATIENCE = { timeout: 60_000 }
/** To be looked at. */
const SCREENS = '.look/site'

mkdirSync(SCREENS, { recursive: true })

const isDrawn = (page: Page) =>
  expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBeGreaterThan(1)
const keep = (page: Page, name: string) => page.screenshot({ path: `${SCREENS}/${name}.png`, fullPage: true })

async function faults(page: Page): Promise<unknown> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html + ' ' + nodes[0].failureSummary))`,
  )
}

describe.skipIf(missing)('axe-core has nothing against it', () => {
  test.each(['light', 'dark'] as const)('in %s', async colorScheme => {
    const { page } = await on.visit({
      colorScheme,
      bypassCSP: true,
      viewport: { width: 1400, height: 900 },
    })
    await isDrawn(page)
    await keep(page, `picture-${colorScheme}`)
    expect(await faults(page)).toEqual([])
    await paste(page, 'source', 'flowchart LR\n  %% why\n  a[Pay (now)] --> b{{Six}}\n')
    await tab(page, 'FlowZap').click()
    await page.locator('.badge.error').first().waitFor()
    await expect.poll(() => textOf(page, 'result'), PATIENCE).toContain('n1')
    expect(await faults(page)).toEqual([])
    await keep(page, `text-${colorScheme}`)
    await page.goto(`${on.site.address}docs/lint.html`)
    expect(await faults(page)).toEqual([])
    await page.context().close()
  })
})

describe.skipIf(missing)('by keyboard', () => {
  test('tabs, the picture and the skip link are reached and used', async () => {
    const { page } = await on.visit()
    await isDrawn(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await tab(page, 'Picture').focus()
    await page.keyboard.press('ArrowRight')
    expect(await tab(page, 'FlowZap').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('End')
    expect(await tab(page, 'JSON').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Home')
    await isDrawn(page)
    // The text keeps Tab for itself until somebody wants to leave it.
    await page.locator('#source .cm-content').focus()
    expect(await page.locator('#source .cm-content').getAttribute('aria-description')).toContain('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.closest('#source')")).toBe(null)
    await page.locator('.picture').focus()
    const viewBox = () => picture(page).getAttribute('viewBox')
    const before = await viewBox()
    await page.keyboard.press('+')
    const nearer = await viewBox()
    await page.keyboard.press('ArrowLeft')
    const moved = await viewBox()
    expect(new Set([before, nearer, moved]).size).toBe(3)
    await page.keyboard.press('0')
    expect(await viewBox()).toBe(before)
    await page.context().close()
  })

  test('a diagram is written, mended, converted and undone without a mouse', async () => {
    const { page } = await on.visit({ viewport: { width: 1400, height: 900 } })
    await isDrawn(page)
    const { keyboard } = page
    const focused = () =>
      page.evaluate<string>("document.activeElement.textContent || document.activeElement.id || ''")
    const to = async (words: string, most = 60) => {
      for (let step = 0; step < most && (await focused()) !== words; step++) await keyboard.press('Tab')
      expect(await focused()).toBe(words)
    }
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.locator('#source .cm-content').focus()
    await keyboard.press('Control+A')
    await keyboard.insertText('flowchart LR\n  a[Pay (now)] --> b\n')
    await page.locator('.badge.error').first().waitFor()
    await keyboard.press('Escape')
    await to('Picture')
    await keyboard.press('ArrowRight')
    await to('Fix: Quote the label')
    await keyboard.press('Enter')
    await expect.poll(() => textOf(page, 'source'), PATIENCE).toContain('a["Pay (now)"]')
    await expect.poll(() => textOf(page, 'result'), PATIENCE).toContain('label:"Pay (now)"')
    await page.locator('#source .cm-content').focus()
    await keyboard.press('Control+Z')
    await expect.poll(() => textOf(page, 'source'), PATIENCE).toContain('a[Pay (now)]')
    await page.context().close()
  })

  test('wheel, drag and buttons move the picture', async () => {
    const { page } = await on.visit()
    await isDrawn(page)
    const viewBox = () => picture(page).getAttribute('viewBox')
    const seen = [await viewBox()]
    await page.locator('.picture').hover()
    await page.mouse.wheel(0, -300)
    await expect.poll(viewBox).not.toBe(seen[0])
    seen.push(await viewBox())
    await page.mouse.down()
    await page.mouse.move(700, 400, { steps: 5 })
    await page.mouse.up()
    seen.push(await viewBox())
    await page.getByRole('button', { name: 'All of it' }).click()
    expect(new Set(seen).size).toBe(3)
    expect(await viewBox()).toBe(seen[0])
    await page.context().close()
  })

  test('the picture is read as text', async () => {
    const { page } = await on.visit()
    await isDrawn(page)
    await page.locator('.aloud summary').press('Enter')
    const lines = await page.locator('.aloud li').allInnerTexts()
    expect(lines[4]).toBe('In stock? (Sales desk): leads to Tell the customer when by “no”, Pack by “yes”.')
    await page.context().close()
  })
})

describe.skipIf(missing)('elsewhere', () => {
  test('in Chinese, for who reads that', async () => {
    const { page } = await on.visit({ locale: 'zh-CN', viewport: { width: 1400, height: 900 } })
    await isDrawn(page)
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh')
    expect(await page.locator('.sentence').innerText()).toMatch(/^8 个步骤/)
    await paste(page, 'source', 'flowchart LR\n  a[Pay (now)] --> b{{Six}}\n')
    await tab(page, 'FlowZap').click()
    await page.locator('.badge.error').first().waitFor()
    await expect.poll(() => textOf(page, 'result'), PATIENCE).toContain('Six')
    await expect.poll(() => page.locator('.report').innerText(), PATIENCE).toContain('loss/shape')
    const said = await page.locator('.report').innerText()
    expect(said).toContain('含有括号、竖线或引号的标签必须加引号：["…"]。')
    expect(said).toContain('FlowZap Code 没有形状“hexagon”：节点“b”改为 rectangle。')
    // Nothing but names, codes and the author's words is left in other letters.
    const words = await page.locator('.words, .fix, .badge').allInnerTexts()
    expect(words.length).toBeGreaterThan(4)
    for (const each of words) expect(each).toMatch(/[\u4e00-\u9fff]/)
    await keep(page, 'chinese')
    await page.getByRole('button', { name: '修复：给标签加上引号' }).click()
    await expect.poll(() => textOf(page, 'source'), PATIENCE).toContain('a["Pay (now)"]')
    // What the words of the language mean is loaded when somebody points at one.
    await page.locator('#source .cm-line', { hasText: 'flowchart' }).locator('.dg-keyword').first().hover()
    await expect
      .poll(() => page.locator('#source .cm-hover').innerText(), PATIENCE)
      .toContain('flowchart: 流程图；其后是方向。')
    await page.getByRole('link', { name: '手册' }).click()
    await page.waitForURL(`${on.site.address}docs/zh.html`)
    await page.getByRole('searchbox', { name: '搜索手册' }).fill('泳道')
    await page.locator('#found a').first().waitFor()
    expect(await page.locator('#found').innerText()).toMatch(/^找到：\d+ 处[\s\S]*各格式的术语/)
    await page.getByRole('searchbox').fill('没有这样的词')
    await expect.poll(() => page.locator('#found').innerText()).toBe('手册中没有同时包含这些词的内容。')
    await page.getByRole('link', { name: '转换图表' }).click()
    await expect.poll(() => textOf(page, 'source'), PATIENCE).toContain('a["Pay (now)"]')
    await page.getByLabel('语言').selectOption('en')
    await page.getByText('Everything happens in your browser').waitFor()
    await page.context().close()
  })

  test('on a phone nothing is wider than the screen', async () => {
    const { page } = await on.visit({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    })
    await isDrawn(page)
    for (const name of ['Mermaid', 'Picture']) {
      await tab(page, name).click()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    }
    await keep(page, 'phone')
    await page.context().close()
  })

  test('labels from right to left stand so in the editor', async () => {
    const { page, said } = await on.visit({ viewport: { width: 1400, height: 900 } })
    await isDrawn(page)
    await page.locator('select:has(optgroup)').selectOption('9')
    await expect.poll(() => textOf(page, 'source'), PATIENCE).toContain('شحن')
    await expect.poll(() => picture(page).innerHTML(), PATIENCE).toContain('شحن')
    await expect.poll(() => page.locator('.busy').count()).toBe(0)
    const bidi = await page
      .locator('#source .cm-line')
      .nth(1)
      .evaluate(line => {
        const scope = globalThis as unknown as { getComputedStyle(element: unknown): { unicodeBidi: string } }
        return scope.getComputedStyle(line).unicodeBidi
      })
    expect([bidi, said]).toEqual(['plaintext', []])
    await keep(page, 'right-to-left')
    await page.context().close()
  })
})
