/** Draws SVG texts, and with them Mermaid (by Mermaid itself) and DOT (by Graphviz itself). */

import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { openPage, type WatchedPage } from './chromium.js'
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
const pages = new Map<'plain' | 'mermaid', Promise<WatchedPage>>()

async function openSvgPage(kind: 'plain' | 'mermaid'): Promise<WatchedPage> {
  const watched = await openPage()
  if (kind === 'mermaid') {
    const mermaid = fileURLToPath(new URL('mermaid.min.js', `file://${require.resolve('mermaid')}`))
    await watched.page.addScriptTag({ path: mermaid })
  }
  await watched.page.addScriptTag({ path: fileURLToPath(new URL('svg-page.js', import.meta.url)) })
  return watched
}

function pageFor(kind: 'plain' | 'mermaid'): Promise<WatchedPage> {
  const open = pages.get(kind) ?? openSvgPage(kind)
  pages.set(kind, open)
  return open
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function pictured(watched: WatchedPage, area: Area, png: boolean | PictureSize | undefined) {
  const size = png === true ? {} : png
  return size ? { png: await photograph(watched.page, area, size) } : {}
}

/** Draws an SVG text. */
export async function drawSvg(svg: string, png: boolean | PictureSize = true): Promise<Picture> {
  const watched = await pageFor('plain')
  try {
    const area = await watched.page.evaluate(
      text => (globalThis as unknown as OnPage).svgLook.show(text),
      svg,
    )
    return { svg, ...(await pictured(watched, area, png)), errors: watched.takeErrors() }
  } catch (error) {
    return { errors: [reasonOf(error), ...watched.takeErrors()] }
  }
}

/** Lets Mermaid 12 parse and draw a diagram; its error messages are the result's. */
export async function drawMermaid(text: string, png: boolean | PictureSize = false): Promise<Picture> {
  const watched = await pageFor('mermaid')
  try {
    const { kind, svg, area } = await watched.page.evaluate(
      source => (globalThis as unknown as OnPage).svgLook.showMermaid(source),
      text,
    )
    return { kind, svg, ...(await pictured(watched, area, png)), errors: watched.takeErrors() }
  } catch (error) {
    return { errors: [reasonOf(error), ...watched.takeErrors()] }
  }
}

/** Lets Graphviz's `dot` lay out a graph, and draws it. */
export async function drawDot(text: string, png: boolean | PictureSize = true): Promise<Picture> {
  const graphviz = await Graphviz.load()
  let svg: string
  try {
    svg = graphviz.dot(text)
  } catch (error) {
    return { errors: [reasonOf(error)] }
  }
  return drawSvg(svg, png)
}

/** Forgets the pages; for after the browser was closed. */
export function forgetSvgPages(): void {
  pages.clear()
}
