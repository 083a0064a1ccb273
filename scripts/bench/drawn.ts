/** Flowcharts of Mermaid drawn as a whole in Chromium, from the text to an SVG that stands in the page: by mermaid itself, and by a conversion. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { closeChromium, findChromium, openPage } from '../browser/chromium.js'
import { bundleForPage } from '../bundle.js'
import { generated } from './graphs.js'

export interface DrawnTime {
  readonly who: string
  readonly edges: number
  /** Milliseconds of the processor, of the page's own thread: the first drawing, and one when all is warm. */
  readonly cold: number
  readonly warm: number
}

/** Milliseconds of the processor before a drawing counts as warm, and that it is measured for. */
const WARM_UP = 5000
const SPAN = 1000

/** What draws a text into the page, left under the name `draw`. */
const contenders: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  async diaglot(page) {
    const program = `
import { convert } from './src/core.ts'
import { mermaid } from './converters/mermaid/index.ts'
import { svg } from './converters/svg/index.ts'
globalThis.draw = async text => {
  document.body.innerHTML = (await convert(text, { from: mermaid, to: svg })).text
}
`
    await page.addScriptTag({ content: (await bundleForPage(program, 'iife')).text })
  },
  async mermaid(page) {
    const folder = dirname(createRequire(import.meta.url).resolve('mermaid'))
    await page.addScriptTag({ path: join(folder, 'mermaid.min.js') })
    const unlimited = { maxEdges: Number.MAX_SAFE_INTEGER, maxTextSize: Number.MAX_SAFE_INTEGER }
    const settings = JSON.stringify({ startOnLoad: false, ...unlimited })
    const content = `
mermaid.initialize(${settings})
globalThis.draw = async text => {
  document.body.innerHTML = (await mermaid.render('drawn', text)).svg
}
`
    await page.addScriptTag({ content })
  },
}

/** Nothing where there is no Chromium. @param sizes edges of the flowcharts */
export async function* drawnTimes(sizes: readonly number[]): AsyncGenerator<DrawnTime> {
  if (findChromium() === undefined) return
  try {
    for (const edges of sizes)
      for (const [who, prepare] of Object.entries(contenders)) yield await drawn(who, prepare, edges)
  } finally {
    await closeChromium()
  }
}

async function drawn(
  who: string,
  prepare: (page: Page) => Promise<unknown>,
  edges: number,
): Promise<DrawnTime> {
  const { page, takeErrors } = await openPage()
  try {
    await prepare(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const once = () =>
      page.evaluate(
        text => (globalThis as unknown as { draw(text: string): Promise<void> }).draw(text),
        generated('mermaid', edges),
      )
    const start = await spentBy(session)
    await once()
    const cold = (await spentBy(session)) - start
    if ((await page.locator('svg').count()) === 0)
      throw new Error(`${who} draws nothing: ${takeErrors().join(' ')}`)
    while ((await spentBy(session)) < start + WARM_UP) await once()
    const before = await spentBy(session)
    let count = 0
    do {
      await once()
      count++
    } while ((await spentBy(session)) < before + SPAN)
    return { who, edges, cold, warm: ((await spentBy(session)) - before) / count }
  } finally {
    await page.context().close()
  }
}

/** What the thread of the page has taken of the processor: scripts, styles, layout and painting. */
async function spentBy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
}

export const drawnLine = ({ who, edges, cold, warm }: DrawnTime): string =>
  `| Mermaid drawn | ${edges.toLocaleString('en')} | ${who} | ${cold.toFixed(0)} | ${warm.toFixed(1)} |`
