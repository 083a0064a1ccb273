/** Makes `docs/report.png` anew: the report of a migration of `corpus/repos/shop.tree`, as a person sees it in Chromium. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { unpacked } from '../test/setup/tree-text.js'
import { findChromium } from './browser/chromium.js'

const OUT = 'docs/report.png'
const SIZE = { width: 1100, height: 900 }

const executablePath = findChromium()
if (executablePath === undefined) {
  process.stderr.write('there is no Chromium; set CHROMIUM_PATH to the path of one\n')
  process.exit(3)
}
const root = mkdtempSync(join(tmpdir(), 'diaglot-report-'))
unpacked(readFileSync('corpus/repos/shop.tree', 'utf8'), root)
const report = join(root, 'report.html')
const program = resolve('dist/src/cli/main.js')
const words = ['migrate', '.', '--to', 'flowzap', '--remove', '--no-config', '--report', report]
const { stderr } = spawnSync(process.execPath, [program, ...words], { cwd: root, encoding: 'utf8' })
// The tree holds broken diagrams, so what tells is whether there is a report.
if (!existsSync(report)) {
  process.stderr.write(stderr)
  process.exit(4)
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' })
await page.goto(pathToFileURL(report).href)
// A diagram that loses something, opened.
await page.locator('select[name=state]').selectOption('lossy')
await page.locator('#list summary').first().click()
await page.locator('#list img').first().waitFor()
await page.evaluate('document.querySelector("main").scrollIntoView()')
await page.screenshot({ path: OUT })
await browser.close()
rmSync(root, { recursive: true })
process.stdout.write(`${OUT}\n`)
