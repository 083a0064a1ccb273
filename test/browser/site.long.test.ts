/** The page to paste a diagram into, as somebody uses it: typed, pasted, converted, mended, edited on both sides, reopened. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { paste, picture, stateOf, tab, textOf } from '../../scripts/browser/site.js'
import { linkOf } from '../../src/index.js'
import { onSite } from './on-site.js'

const on = onSite('test/browser/site')
const { missing } = on
const PATIENCE = { timeout: 120_000 }

let page: Page
let said: string[]
beforeAll(async () => {
  if (missing) return
  ;({ page, said } = await on.visit({ viewport: { width: 1400, height: 900 } }))
})

const shown = (side: 'source' | 'result') => expect.poll(() => textOf(page, side), PATIENCE)
const selected = async () => (await stateOf(page, 'source')).selected

const mermaid = `flowchart LR
  %% Orders come in here.
  order[Order] --> check{{"In stock?"}}
  check -->|yes| ship[Ship it]
`

describe.skipIf(missing)('a newcomer', () => {
  test('sees an example with its picture, and what is lost of it', async () => {
    await expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBe(8)
    expect(await page.locator('.sentence').innerText()).toBe(
      '8 steps in 3 lanes; starts at “Order”; ends at “Goods are there”.',
    )
    expect(await page.locator('.counts').innerText()).toMatch(/\d+ Kept\s+\d+ Approximated\s+\d+ Dropped/)
  })

  test('finds the text that the losses are of in colours', async () => {
    const keywords = () => page.locator('.text .editor .dg-keyword').count()
    await tab(page, 'DOT').click()
    await shown('result').toContain('digraph')
    await expect.poll(keywords, PATIENCE).toBeGreaterThan(0)
    await tab(page, 'Picture').click()
  })

  test('pastes a Mermaid diagram, and has FlowZap and draw.io', async () => {
    await paste(page, 'source', mermaid)
    await shown('source').toBe(mermaid)
    await expect
      .poll(() => page.locator('#format option').first().innerText(), PATIENCE)
      .toBe('Found: Mermaid')
    await expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBe(3)
    await tab(page, 'FlowZap').click()
    await shown('result').toContain('n1: rectangle label:"Order"')
    await tab(page, 'draw.io').click()
    await shown('result').toContain('<mxfile')
  })

  test('types, and everything follows', async () => {
    await tab(page, 'DOT').click()
    await page.locator('#source .cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('  ship --> pay[Pay]\n')
    await shown('result').toContain('ship -> pay')
    expect(await page.locator('.report h2').innerText()).toBe('Your diagram as Graphviz DOT')
  })
})

describe.skipIf(missing)('messages', () => {
  test('select their place in the text, and their shape in the picture', async () => {
    await paste(page, 'source', 'flowchart LR\n  first[One] --> second[[Two]]\n')
    await tab(page, 'FlowZap').click()
    const loss = page.locator('.messages li', { hasText: 'loss/shape' }).first()
    await loss.locator('.message').click(PATIENCE)
    await expect.poll(selected).toBe('second[[Two]]')
    await loss.getByRole('button', { name: 'Show in the picture' }).click()
    await expect.poll(() => tab(page, 'Picture').getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => picture(page).locator('.marked').getAttribute('data-id'), PATIENCE).toBe('second')
  })

  test('a shape of the picture selects its place in the text', async () => {
    await picture(page).locator('[data-id=first]').click()
    await expect.poll(selected).toBe('first[One]')
  })

  test('a fix mends the text, and can be undone', async () => {
    const broken = 'flowchart LR\n  a[Pay (now)] --> b\n'
    await paste(page, 'source', broken)
    await page
      .getByRole('button', { name: /^Fix: / })
      .first()
      .click(PATIENCE)
    await shown('source').toBe('flowchart LR\n  a["Pay (now)"] --> b\n')
    await page.getByRole('button', { name: 'Undo' }).click()
    await shown('source').toBe(broken)
    await page.getByRole('button', { name: 'Fix all' }).click()
    await shown('source').toBe('flowchart LR\n  a["Pay (now)"] --> b\n')
  })

  test('a code leads to its paragraph in the manual', async () => {
    await paste(page, 'source', 'flowchart LR\n  a[Pay (now)] --> b\n')
    const link = page.locator('.messages a').first()
    await expect.poll(() => link.getAttribute('href'), PATIENCE).toBe('docs/messages.html#syntax-unexpected')
    const [manual] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await manual.waitForLoadState()
    expect(await manual.locator('#syntax-unexpected').innerText()).toContain('syntax/unexpected')
    await manual.getByRole('searchbox').fill('stacked shape')
    await manual.locator('#found a').first().waitFor()
    expect(await manual.locator('#found a').first().innerText()).toContain('lint/stacked-shape')
    await manual.close()
  })
})

describe.skipIf(missing)('both directions', () => {
  test('an edit of the FlowZap text is put into the Mermaid text, and back; comments stay on both sides', async () => {
    await paste(page, 'source', mermaid)
    await tab(page, 'FlowZap').click()
    await shown('result').toContain('label:"Ship it"')
    const own = (await textOf(page, 'result'))
      .replace('Ship it', 'Send it')
      .replace('n1:', '# the first\nn1:')
    await paste(page, 'result', own)
    await shown('source').toBe(mermaid.replace('Ship it', 'Send it'))
    await shown('result').toBe(own)
    await paste(page, 'source', mermaid.replace('Ship it', 'Send it').replace('[Order]', '[Order in]'))
    await shown('result').toBe(own.replace('"Order"', '"Order in"'))
  })

  test('a text with a mistake changes nothing on the other side, and says why', async () => {
    const before = await textOf(page, 'source')
    const broken = `${await textOf(page, 'result')}n9 -> `
    await paste(page, 'result', broken)
    await expect
      .poll(() => page.locator('.follow').innerText(), PATIENCE)
      .toMatch(/^Your edit cannot be put into/)
    expect([await textOf(page, 'source'), await textOf(page, 'result')]).toEqual([before, broken])
    await page.getByRole('button', { name: 'Write it anew' }).click()
    await shown('result').not.toContain('# the first')
  })
})

describe.skipIf(missing)('the editor', () => {
  test('offers ids and words, and says what they are', async () => {
    await paste(page, 'source', 'flowchart LR\n  order[Order] --> check\n')
    await page.locator('#source .cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('  che')
    await page.locator('#source .cm-tooltip-autocomplete li', { hasText: 'check' }).first().click(PATIENCE)
    await shown('source').toBe('flowchart LR\n  order[Order] --> check\n  check')
    await page.keyboard.type(' --> done\n')
    await page.locator('#source .cm-line', { hasText: 'flowchart' }).locator('.dg-keyword').first().hover()
    await page.locator('#source .cm-hover').waitFor()
  })

  test('gives another name to what stands at the cursor, everywhere', async () => {
    await paste(page, 'source', 'flowchart LR\n  order[Order] --> check\n  check --> order\n')
    await page.locator('#source .cm-content').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    const name = page.locator('#source .cm-dialog input')
    await name.fill('entry')
    await name.press('Enter')
    await shown('source').toBe('flowchart LR\n  entry[Order] --> check\n  check --> entry\n')
  })

  test('formats', async () => {
    await paste(page, 'source', 'flowchart LR\na-->b')
    await page.getByRole('button', { name: 'Tidy up' }).click()
    await shown('source').toBe('flowchart LR\n    a --> b\n')
  })
})

describe.skipIf(missing)('ways in and out', () => {
  test('a link of an editor is opened where it is pasted', async () => {
    const { address } = linkOf('digraph { from -> link }', { editor: 'edotor' })
    await paste(page, 'source', address)
    await shown('source').toBe('digraph { from -> link }')
  })

  test('the address holds the diagram, and opens it elsewhere', async () => {
    await page.getByRole('button', { name: 'Share' }).click()
    await expect.poll(() => page.url()).toContain('#dot:')
    const other = await on.visit({ hash: new URL(page.url()).hash })
    await expect.poll(() => textOf(other.page, 'source'), PATIENCE).toBe('digraph { from -> link }')
    expect(other.said).toEqual([])
    await other.page.context().close()
  })

  test('an address that was cut is said to be damaged', async () => {
    const other = await on.visit({ hash: '#dot:AAAA' })
    await expect
      .poll(() => other.page.locator('.status').innerText(), PATIENCE)
      .toContain('may have been cut')
    await other.page.context().close()
  })

  test('the text is there after a reload', async () => {
    await paste(page, 'source', 'flowchart LR\n  kept --> here\n')
    await page.evaluate("history.replaceState(null, '', location.pathname)")
    await expect.poll(() => page.evaluate("localStorage.getItem('diaglot.text')")).toContain('kept')
    await page.reload()
    await shown('source').toBe('flowchart LR\n  kept --> here\n')
  })

  test('files are opened, several to choose from, broken bytes with a word about it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diaglot-site-'))
    const files = ['one.gv', 'two.fz', 'three.mmd'].map(name => join(folder, name))
    writeFileSync(files[0]!, 'digraph { a -> b }')
    writeFileSync(files[1]!, 'Main { # Main\nn1: circle label:"x"\n}\n')
    writeFileSync(files[2]!, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]))
    await page.setInputFiles('input[type=file]', files)
    await shown('source').toBe('digraph { a -> b }')
    await page.locator('.files select').selectOption('1')
    await shown('source').toContain('n1: circle')
    await page.locator('.files select').selectOption('2')
    await expect.poll(() => page.locator('.status').innerText()).toMatch(/\.$/)
    expect(await textOf(page, 'source')).toContain('n1: circle')
  })

  test('text and picture are downloaded, and editors have addresses', async () => {
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      return download.suggestedFilename()
    }
    await tab(page, 'Mermaid').click()
    await shown('result').toContain('flowchart')
    expect(await saved('Download')).toBe('diagram.mmd')
    await tab(page, 'Picture').click()
    await expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBe(1)
    expect([await saved('Save SVG'), await saved('Save PNG')]).toEqual(['diagram.svg', 'diagram.png'])
    await page.getByRole('button', { name: 'Open in…' }).click()
    await expect.poll(() => page.locator('.menu a').count(), PATIENCE).toBe(6)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.menu').isVisible()).toBe(false)
  })

  test('examples are opened, every one without an error', async () => {
    const count = await page.locator('select:has(optgroup) option').count()
    expect(count).toBe(29)
    for (const place of [0, 3, 8, 10]) {
      await page.locator('select:has(optgroup)').selectOption(String(place))
      await expect.poll(() => picture(page).locator('.dg-node > g').count(), PATIENCE).toBeGreaterThan(2)
      expect(await page.locator('.badge.error').count()).toBe(0)
    }
  })

  test('nothing was asked of anybody else, and the policy has nothing against the page', () =>
    expect(said).toEqual([]))
})
