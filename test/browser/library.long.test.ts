/** The library in a page that forbids what a strict content security policy forbids: text run as code, and every other address. */
import { afterAll, describe, expect, it } from 'vitest'
import { chromiumMissing, closeChromium, openPage } from '../../scripts/browser/chromium.js'
import { bundleForPage } from '../../scripts/bundle.js'
import { convert, type FormatName } from '../../src/index.js'
import { sample } from '../setup/runs.js'

afterAll(closeChromium)

const home = 'https://library.test/'
const policy = "default-src 'none'; script-src 'self'; worker-src 'none'"

const flow = `flowchart LR
  subgraph one [First]
    a[Start] -->|go| b{"Ready?"}
  end
  b --> c[(Store)]
`
const text = 'digraph { subgraph cluster_x { r [shape=record, label="<p> one|two"] } a -> r:p }'

/** What runs on the page: one conversion after the other, each with what came of it. */
const script = `
import { convert, formats } from ${JSON.stringify(`${process.cwd()}/src/index.ts`)}
async function main() {
const results = {}
for (const to of ['flowzap', 'dot', 'drawio', 'json', 'mermaid']) {
  results['mermaid ' + to] = (await convert(${JSON.stringify(flow)}, { from: 'mermaid', to })).text
  results['dot ' + to] = (await convert(${JSON.stringify(text)}, { from: 'dot', to })).text
}
let evaluated = true
try { new Function('return 1')() } catch { evaluated = false }
globalThis.outcome = { results, evaluated, formats: formats.length }
}
main()
`

interface Outcome {
  readonly results: Readonly<Record<string, string>>
  readonly evaluated: boolean
  readonly formats: number
}

describe.skipIf(chromiumMissing('the library in a browser'))('the library in a browser', () => {
  const kinds = [
    ['iife', 'defer'],
    ['esm', 'type="module"'],
  ] as const
  it.each(sample(kinds, 2))(
    'converts as in Node as %s, under a strict policy and without asking for anything',
    async (kind, how) => {
      const { text: code } = await bundleForPage(script, kind)
      const { page, takeErrors, takeRefused } = await openPage()
      await page.route(`${home}**`, route =>
        route.request().url() === home
          ? route.fulfill({
              contentType: 'text/html',
              headers: { 'content-security-policy': policy },
              body: `<!DOCTYPE html><script ${how} src="library.js"></script>`,
            })
          : route.fulfill({ contentType: 'text/javascript', body: code }),
      )
      await page.goto(home)
      // Not waitForFunction: where it has to ask a second time it does so by eval, which the page's policy forbids.
      await expect.poll(() => page.evaluate(() => 'outcome' in globalThis), { timeout: 60_000 }).toBe(true)
      const outcome = await page.evaluate(() => (globalThis as unknown as { outcome: Outcome }).outcome)
      expect(outcome.evaluated).toBe(false)
      expect(outcome.formats).toBeGreaterThan(5)
      for (const [name, written] of Object.entries(outcome.results)) {
        const [from, to] = name.split(' ')
        const inNode = await convert(from === 'dot' ? text : flow, {
          from: from as FormatName,
          to: to as FormatName,
        })
        expect(written).toBe(inNode.text)
      }
      // The page's own try to run a text is reported, and nothing else.
      expect(takeErrors().filter(error => !/unsafe-eval/.test(error))).toEqual([])
      expect(takeRefused()).toEqual([])
      await page.context().close()
    },
  )
})
