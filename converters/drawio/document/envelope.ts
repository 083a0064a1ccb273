/**
 * From a file to its pages: `mxfile` with plain or compressed `diagram`s, a lone `diagram`, a lone
 * `mxGraphModel`, and any of these inside of an SVG picture or a web page, or URI-encoded, as draw.io copies cells.
 */
import { type Message, message } from '../../../src/messages/message.js'
import { diagramsOfHtml, MOST_DIAGRAMS, xmlOfContent } from './embedded.js'
import { type Budget, bytesOfBase64, decodedUri, inflateText, newBudget } from './inflate.js'
import {
  firstTag,
  newPartBudget,
  type PartBudget,
  parseXml,
  type XmlElement,
  type XmlMistake,
} from './xml.js'

export interface PageSource {
  readonly model: XmlElement
  readonly id?: string
  readonly name?: string
  /** The variables of the file, as JSON. */
  readonly vars?: string
  /** Whether the model's offsets are those of the author's text: not so when it was compressed. */
  readonly placed: boolean
  /** Where what holds the page stands in the author's text, for a page whose own offsets count elsewhere. */
  readonly at?: readonly [start: number, end: number]
}

export interface Pages {
  readonly pages: PageSource[]
  readonly messages: Message[]
}

/** What the whole file may still hold, over all of its pages. */
interface Limits {
  readonly budget: Budget
  readonly parts: PartBudget
}

/** The pages of a file. Gives `syntax/xml`, `syntax/drawio`, `limit/size`, `limit/nesting` and `repair/character`. */
export function pagesOf(text: string): Pages {
  const limits: Limits = { budget: newBudget(), parts: newPartBudget() }
  const copied = /^\ufeff?\s*%3c/i.exec(text)
  if (copied) return pagesInside(decodedUri(text.trim()), [0, text.length], limits)
  const first = firstTag(text)
  if (first && /^(mxfile|mxGraphModel|mxlibrary|diagram)$/.test(first.name)) return pagesOfXml(text, limits)
  if (first?.name === 'svg') {
    const at = [first.start, first.tagEnd] as const
    const content = first.attributes.get('content')
    if (content === undefined) {
      return failed('The picture holds no diagram: draw.io puts one into its <svg content="…">.', at)
    }
    return pagesInside(xmlOfContent(content), at, limits)
  }
  const diagrams = diagramsOfHtml(text)
  if (diagrams.length === 0) return pagesOfXml(text, limits)
  const all: Pages = { pages: [], messages: [] }
  if (diagrams.length > MOST_DIAGRAMS) {
    const text = `The page holds more than ${MOST_DIAGRAMS} diagrams; those behind are not read.`
    all.messages.push(message('limit/size', text, { at: diagrams[MOST_DIAGRAMS]!.at }))
  }
  for (const { xml, at: place } of diagrams.slice(0, MOST_DIAGRAMS)) {
    const { pages, messages } = pagesInside(xml, place, limits)
    for (const page of pages) all.pages.push(page)
    for (const said of messages) all.messages.push(said)
  }
  return all
}

/** The first file of draw.io's that stands in a picture or a web page; any other text as it is. */
export function fileIn(text: string): string | undefined {
  const first = firstTag(text)
  const content = first?.name === 'svg' ? (first.attributes.get('content') ?? '') : undefined
  // As it is, to the last line break: a digest counts them all.
  if (content !== undefined) return content.startsWith('<') ? content : xmlOfContent(content)
  return first && /^html$/i.test(first.name) ? diagramsOfHtml(text)[0]?.xml : text
}

const failed = (text: string, at: readonly [number, number]): Pages => ({
  pages: [],
  messages: [message('syntax/drawio', text, { at })],
})

/** Pages of XML that does not stand in the file as it is: all that can be pointed at, is what holds it. */
function pagesInside(xml: string | undefined, at: readonly [number, number], limits: Limits): Pages {
  if (xml === undefined) return failed('The diagram inside of the file cannot be unpacked.', at)
  const { pages, messages } = pagesOfXml(xml, limits)
  return {
    pages: pages.map(page => ({ ...page, placed: false, at })),
    messages: messages.map(({ fix: _, ...said }) => ({ ...said, at })),
  }
}

const LIBRARY =
  'This is a library of shapes (<mxlibrary>) and no diagram: draw.io opens it with “File > Open Library”.'

function mistaken(xml: string, { text, code, at, fix }: XmlMistake): Message {
  if (code === undefined && isCutOff(xml, text, at[0])) {
    const open = /^<.*?>/.exec(text)?.[0] ?? 'a tag'
    const end = xml.trimEnd().length
    return message('syntax/cut-off', `The file ends before ${open} is closed, and is probably cut off.`, {
      at: [end, end],
    })
  }
  return message(code ?? 'syntax/xml', `${text}.`, { at, ...(fix && { fix }) })
}

/** Whether the file ends in the middle of an element or of a tag. */
function isCutOff(xml: string, mistake: string, at: number): boolean {
  if (/^<[^>]*> is never closed$/.test(mistake)) return true
  return at > 0 && xml.indexOf('>', at) < 0 && xml.lastIndexOf('<') > xml.lastIndexOf('>')
}

const uncleanMessage = (at: readonly [number, number]): Message =>
  message('repair/character', 'Here stand characters that XML cannot hold; they are left out.', { at })

function pagesOfXml(text: string, limits: Limits): Pages {
  const parsed = parseXml(text, limits.parts)
  if (!parsed.ok) return { pages: [], messages: [mistaken(text, parsed.mistake)] }
  const { pages, messages } = pagesOfRoot(parsed.root, limits)
  const { unclean } = parsed
  const said = unclean === undefined ? [] : [uncleanMessage([unclean, unclean + 1])]
  return { pages, messages: [...said, ...messages] }
}

function pagesOfRoot(root: XmlElement, limits: Limits): Pages {
  if (root.name === 'mxGraphModel') return { pages: [{ model: root, placed: true }], messages: [] }
  if (root.name === 'mxlibrary') return failed(LIBRARY, [root.start, root.tagEnd])
  if (root.name !== 'mxfile' && root.name !== 'diagram') {
    const said = `This is XML that begins with <${root.name}>, not draw.io: <mxfile> or <mxGraphModel> is expected.`
    return failed(said, [root.start, root.tagEnd])
  }
  const diagrams = root.name === 'diagram' ? [root] : root.children.filter(({ name }) => name === 'diagram')
  const pages: PageSource[] = []
  const messages: Message[] = []
  const vars = root.name === 'mxfile' ? root.attributes.get('vars') : undefined
  for (const diagram of diagrams) {
    const at = [diagram.start, diagram.tagEnd] as const
    const page = modelOf(diagram, limits)
    if (!page.model) {
      messages.push(message(page.code ?? 'syntax/drawio', page.text ?? '', { at }))
      continue
    }
    if (page.unclean) messages.push(uncleanMessage(at))
    const [id, name] = [diagram.attributes.get('id'), diagram.attributes.get('name')]
    pages.push({
      model: page.model,
      placed: page.placed === true,
      at,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
      ...(vars !== undefined && { vars }),
    })
  }
  return { pages, messages }
}

interface Unpacked {
  readonly model?: XmlElement
  readonly placed?: boolean
  readonly code?: 'syntax/drawio' | 'limit/size' | 'limit/nesting'
  readonly text?: string
  readonly unclean?: boolean
}

function modelOf(diagram: XmlElement, limits: Limits): Unpacked {
  const plain = diagram.children.find(({ name }) => name === 'mxGraphModel')
  if (plain) return { model: plain, placed: true }
  const packed = diagram.text.trim()
  const page = `The page “${diagram.attributes.get('name') ?? ''}”`
  if (packed === '') return { text: `${page} holds no diagram.` }
  const xml = unpackPage(packed, limits.budget)
  if (xml === 'large')
    return {
      code: 'limit/size',
      text: `${page} makes the file unpack to more than 50 MB, so it is left out.`,
    }
  if (xml === undefined) return { text: `${page} is compressed in a way that cannot be unpacked.` }
  const parsed = parseXml(xml, limits.parts)
  if (!parsed.ok) {
    const { code = 'syntax/drawio', text } = parsed.mistake
    return { code, text: `${page} unpacks to XML that cannot be read: ${text}.` }
  }
  return parsed.root.name === 'mxGraphModel'
    ? { model: parsed.root, placed: false, unclean: parsed.unclean !== undefined }
    : { text: `${page} unpacks to <${parsed.root.name}>, not to a diagram.` }
}

/** Base64, raw deflate, URI encoding: draw.io's way of packing a page. Some tools put escaped XML there instead. */
export function unpackPage(packed: string, budget: Budget): string | 'large' | undefined {
  if (packed.startsWith('<')) return packed
  if (packed.startsWith('%')) return decodedUri(packed)
  const bytes = bytesOfBase64(packed)
  const text = bytes && inflateText(bytes, budget)
  return text === undefined || text === 'large' ? text : decodedUri(text)
}
