import {
  type Drawing,
  type Format,
  type FormatOptions,
  formatOf,
  type LaidOut,
  type Surroundings,
} from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import type { Layout } from '../../src/layout/boxes.js'
import { wrapOf } from '../../src/layout/wrap.js'
import type { Message } from '../../src/messages/message.js'
import { common } from './common.js'
import { fileIn } from './document/envelope.js'
import { formIn } from './document/forms.js'
import { pngWithFile } from './document/png.js'
import { ofToday } from './of-earlier.js'
import { wrapInFile } from './words/page-size.js'
import { writeDrawio } from './write/write.js'

/** Boxes for a page. The layout engine is large, so it is loaded when it is used. */
async function layOutPage(
  graph: Graph,
  source: Graph,
  _: Layout | undefined,
  options: FormatOptions = {},
): Promise<LaidOut> {
  const { layOut } = await import('../../src/layout/layout.js')
  const { withPictureSizes } = await import('../../src/layout/measure/picture-sizes.js')
  const wrap = wrapOf(options) ?? wrapInFile(graph)
  const { withRankSets } = await import('../../src/layout/rank-sets.js')
  return layOut(withRankSets(withPictureSizes(graph, source), source), { wrap })
}

/** Only who asks for a picture loads what draws it. */
async function inForm(text: string, options: FormatOptions, drawings?: readonly Drawing[]): Promise<string> {
  const form = formIn(options)
  if (!form) return text
  const { fileInForm } = await import('./put/forms.js')
  return fileInForm(form, text, drawings)
}

/** The picture that holds a diagram, of the SVG that holds it. */
async function encode(
  text: string,
  options: FormatOptions,
  surroundings: Surroundings,
): Promise<Uint8Array | Message | undefined> {
  if (formIn(options) !== 'png') return undefined
  const { rasterized } = await import('../../src/picture/raster.js')
  const drawn = await rasterized(text, surroundings)
  return drawn instanceof Uint8Array ? pngWithFile(drawn, fileIn(text) ?? '') : drawn
}

/** draw.io, only to be written: for a page that reads none. */
export const drawioWriter: Format = /* @__PURE__ */ formatOf(common, {
  write: writeDrawio,
  inForm,
  encode,
  ofToday,
  layOut: layOutPage,
})
