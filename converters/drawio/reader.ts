import { type Format, formatOf } from '../../src/format.js'
import type { Message } from '../../src/messages/message.js'
import { decodeText } from '../../src/text/utf16.js'
import { common } from './common.js'
import { isPng, textOfPng } from './document/png.js'
import { readDrawio } from './read/read.js'

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

/** draw.io, only to be read: for a page that writes none. */
export const drawioReader: Format = /* @__PURE__ */ formatOf(common, {
  fences: ['xml', 'mxgraph'],
  sniff,
  decode,
  read: readDrawio,
})
