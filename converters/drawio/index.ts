/** draw.io (diagrams.net): lanes, containers, shapes and lines that stay editable there. */
import { type Format, type LaidOut, onOrOff } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import type { Message } from '../../src/messages/message.js'
import { utf16Text } from '../../src/text/utf16.js'
import { drawioCapabilities } from './capabilities.js'
import { isAsWritten } from './document/digest.js'
import { isPng, textOfPng } from './document/png.js'
import { updateDrawio } from './put/update.js'
import { readDrawio } from './read/read.js'
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
  if (isPng(bytes)) return textOfPng(bytes)
  const wide = utf16Text(bytes)
  if (wide !== undefined) return wide
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Boxes for a page. The layout engine is large, so it is loaded when it is used. */
async function layOutPage(graph: Graph, source: Graph): Promise<LaidOut> {
  const { layOut } = await import('../../src/layout/layout.js')
  const { withPictureSizes } = await import('../../src/layout/measure/picture-sizes.js')
  return layOut(withPictureSizes(graph, source))
}

export const drawio: Format = {
  name: 'drawio',
  title: 'draw.io',
  extensions: ['.drawio', '.dio', '.drawio.svg', '.drawio.png', '.drawio.html', '.drawio.xml'],
  fences: ['xml', 'mxgraph'],
  sniff,
  decode,
  read: readDrawio,
  capabilities: drawioCapabilities,
  many: true,
  carries: true,
  layOut: layOutPage,
  write: writeDrawio,
  update: updateDrawio,
  asWritten: isAsWritten,
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
      about: '`true`: loose ends of lines are fastened to the nearest shape',
    },
    {
      name: 'compress',
      values: onOrOff,
      for: ['write'],
      about: '`true`: pages are packed as draw.io packs them; the same as `--compress`',
    },
  ],
}

export { readDrawio } from './read/read.js'
