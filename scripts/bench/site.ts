/** The page in Chromium: how large its first load is, and how long a key takes in a diagram of 5,000 nodes. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'

/** A chain of nodes in Mermaid, with a branch at every third. */
export function largeMermaid(nodes: number): string {
  const lines = ['flowchart TD']
  for (let place = 0; place < nodes; place++) lines.push(`  n${place}["Step number ${place}"]`)
  for (let place = 1; place < nodes; place++)
    lines.push(`  n${place % 3 === 0 ? place - 3 : place - 1} --> n${place}`)
  return `${lines.join('\n')}\n`
}

/** The same in lanes of FlowZap Code. */
export function largeFlowzap(nodes: number, lanes = 10): string {
  const per = Math.ceil(nodes / lanes)
  const parts: string[] = []
  for (let lane = 0; lane < lanes; lane++) {
    const first = lane * per + 1
    parts.push(`Lane${lane} { # Lane ${lane}`)
    for (let place = first; place < first + per; place++)
      parts.push(`n${place}: rectangle label:"Step number ${place}"`)
    for (let place = first + 1; place < first + per; place++)
      parts.push(`n${place - 1}.handle(right) -> n${place}.handle(left)`)
    parts.push('}')
  }
  return `${parts.join('\n')}\n`
}

export interface KeyCost {
  /** Processor time of the page's own thread for a key: its handlers and the frame that shows it, as a median and at most. */
  readonly median: number
  readonly most: number
  /** The longest that a key could have had to wait for something else of the page, in processor time. */
  readonly longestOther: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread. */
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } }
}

/** Types, and gives what each key costs the thread of the page. Processor time, so that other programs do not count. */
export async function keyCost(browser: Browser, page: Page, keys: string, gap: number): Promise<KeyCost> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await page.keyboard.type(keys, { delay: gap })
  await page.waitForTimeout(gap)
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  return costOf(traceEvents)
}

/** Tasks of the thread by what they are for: keys begin where one is pressed and end with the next frame. */
export function costOf(events: readonly TraceEvent[]): KeyCost {
  const presses = events.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown',
  )
  const thread = presses[0]?.tid
  const frames = events.filter(({ name, tid }) => tid === thread && name === 'Commit').map(({ ts }) => ts)
  const tasks = events.filter(({ name, ph, tid }) => tid === thread && ph === 'X' && /RunTask$/.test(name))
  const spans = presses.map(({ ts }) => ({ from: ts, to: frames.find(frame => frame > ts) ?? ts, cost: 0 }))
  let longestOther = 0
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const span = spans.find(({ from, to }) => ts <= to && ts + dur >= from)
    if (span) span.cost += tdur / 1000
    else longestOther = Math.max(longestOther, tdur / 1000)
  }
  const costs = spans.map(({ cost }) => cost).sort((a, b) => a - b)
  return { median: costs[costs.length >> 1] ?? Number.NaN, most: costs.at(-1) ?? Number.NaN, longestOther }
}

/** Bytes of bodies as a host that compresses sends them. */
export const gzipped = (bodies: Iterable<Uint8Array>): number =>
  [...bodies].reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
