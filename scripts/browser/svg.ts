/** Draws SVG texts, and with them Mermaid (by Mermaid itself) and DOT (by Graphviz itself). */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import type { Page } from 'playwright-core'
import { reasonOf, sharedPage, type WatchedPage } from './chromium.js'
import { type Area, type PictureSize, photograph } from './picture.js'

export interface Picture {
  /** What Mermaid calls the kind of the diagram (`flowchart-v2`, `swimlane`, …). */
  readonly kind?: string
  readonly svg?: string
  /** Why there is no picture, or what the page complained about. */
  readonly errors: readonly string[]
  readonly png?: Buffer
}

/** The functions that svg-page.js adds to the page. */
interface SvgLook {
  show(svg: string): Area
  showMermaid(text: string): Promise<{ kind: string; svg: string; area: Area }>
}
type OnPage = { svgLook: SvgLook }

const require = createRequire(import.meta.url)

const withSvgPage = sharedPage(async ({ page }) => {
  await page.addScriptTag({ path: fileURLToPath(new URL('svg-page.js', import.meta.url)) })
})

const withMermaidPage = sharedPage(async ({ page }) => {
  await page.addScriptTag({ path: join(dirname(require.resolve('mermaid')), 'mermaid.min.js') })
  await page.addScriptTag({ path: fileURLToPath(new URL('svg-page.js', import.meta.url)) })
})

type Shown = { readonly area: Area; readonly kind?: string; readonly svg: string }

async function picture(
  { page, takeErrors }: WatchedPage,
  show: (page: Page) => Promise<Shown>,
  png: boolean | PictureSize,
): Promise<Picture> {
  try {
    const { area, ...shown } = await show(page)
    const size = png === true ? {} : png
    const photo = size ? { png: await photograph(page, area, size) } : {}
    return { ...shown, ...photo, errors: takeErrors() }
  } catch (error) {
    return { errors: [reasonOf(error), ...takeErrors()] }
  }
}

/** Draws an SVG text. */
export function drawSvg(svg: string, png: boolean | PictureSize = true): Promise<Picture> {
  const show = (page: Page) =>
    page.evaluate(text => ({ svg: text, area: (globalThis as unknown as OnPage).svgLook.show(text) }), svg)
  return withSvgPage(watched => picture(watched, show, png))
}

/** Lets Mermaid 12 parse and draw a diagram; its error messages are the result's. */
export function drawMermaid(text: string, png: boolean | PictureSize = false): Promise<Picture> {
  const show = (page: Page) =>
    page.evaluate(source => (globalThis as unknown as OnPage).svgLook.showMermaid(source), text)
  return withMermaidPage(watched => picture(watched, show, png))
}

/** Lets Graphviz's `dot` lay out a graph, and draws it. */
export async function drawDot(text: string, png: boolean | PictureSize = true): Promise<Picture> {
  const graphviz = await Graphviz.load()
  try {
    return await drawSvg(graphviz.dot(text), png)
  } catch (error) {
    return { errors: [reasonOf(error)] }
  }
}
