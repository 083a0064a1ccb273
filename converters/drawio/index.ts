/** draw.io (diagrams.net): lanes, containers, shapes and lines that stay editable there. */
import {
  type Drawing,
  type Format,
  type FormatOptions,
  type FormatPart,
  formatOf,
  type LaidOut,
  onOrOff,
  type Surroundings,
} from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import type { Layout } from '../../src/layout/boxes.js'
import { wrapOf, wrapOption } from '../../src/layout/wrap.js'
import type { Message } from '../../src/messages/message.js'
import { decodeText } from '../../src/text/utf16.js'
import { themeNames } from '../../src/theme/theme.js'
import { drawioCapabilities } from './capabilities.js'
import { drawioCodes } from './codes.js'
import { isAsWritten } from './document/digest.js'
import { fileIn } from './document/envelope.js'
import { formIn, forms } from './document/forms.js'
import { isPng, pngWithFile, textOfPng } from './document/png.js'
import { fmtDrawio } from './fmt/fmt.js'
import { drawioLanguage } from './language/language.js'
import { ignoredInDrawio } from './lint/ignored.js'
import { lintDrawio } from './lint/lint.js'
import { ofToday } from './of-earlier.js'
import { followDrawio } from './put/follow.js'
import { putDrawio, withLookRead } from './put/put.js'
import { updateForm } from './put/update-form.js'
import { readDrawio } from './read/read.js'
import { readBase } from './words/base.js'
import { inFile } from './words/in-file.js'
import { wrapInFile } from './words/page-size.js'
import { writeDrawio } from './write/write.js'

const OWN = /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<(mxfile|mxGraphModel|mxlibrary|diagram)[\s>]/
/** What draw.io puts on the clipboard. */
const COPIED = /^\ufeff?\s*%3c(mxfile|mxGraphModel|diagram)(%20|%3e)/i
/** The signature of a PNG picture, read as text. */
const PNG = /^\ufffdPNG\r\n/

/** Whether a text looks like draw.io's XML, by the first element it opens, or like a file with such XML inside. */
function sniff(text: string): boolean {
  const head = text.slice(0, 2000)
  if (OWN.test(head) || COPIED.test(head)) return true
  if (PNG.test(head)) return /(tEXt|zTXt|iTXt)(mxfile|mxGraphModel)\0/.test(text)
  if (/<svg\s/.test(head)) return /^<svg\s[^>]*?\scontent=/.test(withoutProlog(text))
  return /^\s*</.test(head) && text.includes('data-mxgraph=')
}

/** A text from its first element on: declarations and comments before it are nothing. */
function withoutProlog(xml: string): string {
  return xml.slice(xml.indexOf('<')).replace(/<[?!][^>]*>\s*/gy, '')
}

/** UTF-8 or UTF-16, or the diagram in a picture. */
function decode(bytes: Uint8Array): string | Message | undefined {
  return isPng(bytes) ? textOfPng(bytes) : decodeText(bytes)
}

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
  return layOut(withPictureSizes(graph, source), { wrap })
}

/** What both halves have. */
const common: FormatPart = {
  name: 'drawio',
  title: 'draw.io',
  extensions: ['.drawio', '.dio', '.drawio.svg', '.drawio.png', '.drawio.html', '.drawio.xml'],
  extensionOptions: {
    '.drawio.svg': { as: 'svg' },
    '.drawio.png': { as: 'png' },
    '.drawio.html': { as: 'html' },
  },
  codes: drawioCodes,
  capabilities: drawioCapabilities,
  many: true,
  carries: true,
  // Lines side by side may be drawn so, and many a shape stands alone.
  rules: { 'lint/duplicate-edge': 'off', 'lint/orphan': 'off' },
  options: [
    {
      name: 'infer',
      values: onOrOff,
      for: ['read'],
      about: '`false`: no lanes, sides or direction are taken from the geometry',
    },
    {
      name: 'attach',
      values: onOrOff,
      for: ['read'],
      about: '`false`: lines that end at a shape without being fastened to it are no edges',
    },
    {
      name: 'page',
      values: [],
      takes: 'NAME|NUMBER',
      for: ['read', 'update'],
      about: 'only this page is read, or brought up to date; the same as `--page`',
    },
    {
      name: 'layer',
      values: [],
      takes: 'NAME|NUMBER',
      for: ['update'],
      about: 'what is new goes on this layer of the page; the same as `--layer`',
    },
    {
      name: 'compress',
      values: onOrOff,
      for: ['write'],
      about: '`true`: pages are packed as draw.io packs them; the same as `--compress`',
    },
    {
      name: 'theme',
      values: themeNames,
      for: ['write'],
      about: 'the colours of what has none of its own; `plain` where it is left out',
    },
    wrapOption,
    {
      name: 'as',
      values: ['xml', ...forms],
      for: ['write'],
      about:
        '`svg`, `png`, `html`: a picture or a page that holds the diagram, as `.drawio.svg`, `.drawio.png` and `.drawio.html` are',
    },
  ],
}

const reading: FormatPart = {
  fences: ['xml', 'mxgraph'],
  sniff,
  decode,
  read: readDrawio,
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

const writing: FormatPart = {
  write: writeDrawio,
  inForm,
  encode,
  ofToday,
  layOut: layOutPage,
}

/** draw.io, only to be read: for a page that writes none. */
export const drawioReader: Format = /* @__PURE__ */ formatOf(common, reading)

/** draw.io, only to be written: for a page that reads none. */
export const drawioWriter: Format = /* @__PURE__ */ formatOf(common, writing)

export const drawio: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  update: updateForm,
  put: putDrawio,
  follow: followDrawio,
  asShown: withLookRead,
  fmt: fmtDrawio,
  language: drawioLanguage,
  lint: lintDrawio,
  ignored: ignoredInDrawio,
  lastWritten: graph => readBase(inFile(graph)?.get('base')),
  asWritten: text => isAsWritten(fileIn(text) ?? ''),
})

export { drawioCodes } from './codes.js'
export { readDrawio } from './read/read.js'
