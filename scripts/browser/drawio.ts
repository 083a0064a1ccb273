/** Draws draw.io files in draw.io's own viewer, and tells what it made of them. */

import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { reasonOf, sharedPage, type WatchedPage } from './chromium.js'
import { type Area, type PictureSize, photograph } from './picture.js'

export type Box = Area

export interface Point {
  readonly x: number
  readonly y: number
}

export interface DrawnLabel {
  readonly text: string
  /** Around the rendered letters, not around the room that they were given. */
  readonly box: Box
  /** The same for each line, or piece of a line in another font. */
  readonly lines: readonly Box[]
}

/** A vertex as the viewer drew it. Boxes are on the page, not relative to a parent. */
export interface DrawnVertex {
  readonly id: string
  readonly parent?: string
  readonly box: Box
  readonly shape: string
  /** A swimlane, or a table or table row, which draw.io counts among them. */
  readonly lane: boolean
  /** A table, a row of one or a cell of one. */
  readonly part: boolean
  readonly container: boolean
  /** Without fill and edges: drawn around other things. */
  readonly frame: boolean
  /** Whether the style puts the label into the box, and not beside it. */
  readonly labelInside: boolean
  /** The strip of a swimlane that holds its title. */
  readonly title?: Box
  readonly label?: DrawnLabel
}

/** An edge as the viewer routed it. */
export interface DrawnEdge {
  readonly id: string
  readonly parent?: string
  readonly source?: string
  readonly target?: string
  /** From end to end, the ends on the outlines of the shapes. */
  readonly points: readonly Point[]
  /** The edge's own label and those of its label cells. */
  readonly labels: readonly (DrawnLabel & { readonly id: string })[]
}

export interface Drawing {
  /** How many pages the file has. */
  readonly pages: number
  /** Cells in the viewer's model, also hidden ones, without root and layers. */
  readonly cells: { readonly vertices: number; readonly edges: number }
  /** Everything drawn, but for the label cells of edges: they stand with their edge. */
  readonly vertices: readonly DrawnVertex[]
  readonly edges: readonly DrawnEdge[]
  /** What shows while the pointer rests on a cell, of those where something does. */
  readonly tooltips: readonly { readonly id: string; readonly html: string }[]
  /** Cells that the file itself hides, by `visible="0"` or in something collapsed. */
  readonly hidden: readonly string[]
  /** Cells that ought to be seen and are not. */
  readonly undrawn: readonly string[]
  /** Cells that the first edit in draw.io would move, since it then lays out tables and stacks anew. */
  readonly jumps: readonly string[]
  readonly bounds: Box
  /** Thrown or logged by the viewer. */
  readonly errors: readonly string[]
  /** What the viewer wanted to load and could not: images, and stencils of shapes that it does not hold. */
  readonly refused: readonly string[]
  readonly png?: Buffer
}

export interface DrawOptions {
  /** Counted from 0. */
  readonly page?: number
  /** Whether a PNG is wanted, and its size. */
  readonly png?: boolean | PictureSize
}

type PageDrawing = Omit<Drawing, 'errors' | 'refused' | 'png'> & { readonly area: Area }

const require = createRequire(import.meta.url)

/** The viewer is 2 MB of script; one page with it serves every drawing. */
const withViewer = sharedPage(async watched => {
  await watched.page.addScriptTag({ path: require.resolve('docusaurus-plugin-drawio/viewer.min.js') })
  await watched.page.addScriptTag({ path: fileURLToPath(new URL('drawio-page.js', import.meta.url)) })
  watched.takeErrors()
  watched.takeRefused()
})

const nothing = {
  pages: 0,
  cells: { vertices: 0, edges: 0 },
  vertices: [],
  edges: [],
  tooltips: [],
  hidden: [],
  undrawn: [],
  jumps: [],
  bounds: { x: 0, y: 0, width: 0, height: 0 },
}

/**
 * Draws one page of a draw.io file. In: the text of the file, whole or a bare `mxGraphModel`. Out: what the viewer drew;
 * where it refused the file, nothing drawn and the reason among the errors.
 */
export function drawDrawio(xml: string, options: DrawOptions = {}): Promise<Drawing> {
  return withViewer(watched => drawOn(watched, xml, options))
}

/** What a person does to cells in draw.io, by their ids. */
export interface Edits {
  readonly labels?: Readonly<Record<string, string>>
  /** As in “Edit Data”. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly copies?: readonly string[]
}

/** The first page of a file, edited in draw.io and saved there, as a bare `mxGraphModel`. */
export function savedByDrawio(xml: string, edits: Edits = {}): Promise<string> {
  return withViewer(({ page }) =>
    page.evaluate<string, [string, Edits]>(
      ([text, wanted]) =>
        (
          globalThis as unknown as { drawioLook: { save(xml: string, edits: Edits): Promise<string> } }
        ).drawioLook.save(text, wanted),
      [xml, edits],
    ),
  )
}

async function drawOn(watched: WatchedPage, xml: string, options: DrawOptions): Promise<Drawing> {
  const { page, takeErrors, takeRefused } = watched
  let drawn: PageDrawing
  try {
    drawn = await page.evaluate<PageDrawing, [string, number]>(
      ([text, number]) =>
        (
          globalThis as unknown as { drawioLook: { draw(xml: string, page: number): Promise<PageDrawing> } }
        ).drawioLook.draw(text, number),
      [xml, options.page ?? 0],
    )
  } catch (error) {
    return { ...nothing, errors: [reasonOf(error), ...takeErrors()], refused: takeRefused() }
  }
  const { area, ...rest } = drawn
  const size = options.png === true ? {} : options.png
  const png = size ? { png: await photograph(page, area, size) } : {}
  return { ...rest, errors: takeErrors(), refused: takeRefused(), ...png }
}
