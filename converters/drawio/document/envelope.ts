/**
 * From a file to its pages: `mxfile` with plain or compressed `diagram`s, a lone `diagram`, a lone
 * `mxGraphModel`, and any of these inside of an SVG picture or a web page, or URI-encoded, as draw.io copies cells.
 */

import type { Message } from '../../../src/messages/message.js'
import { type Budget, bytesOfBase64, decodedUri, inflateText, newBudget } from '../../../src/text/inflate.js'
import { diagramsOfHtml, MOST_DIAGRAMS, xmlOfContent } from './embedded.js'
import * as say from './messages.js'
import { firstTag, newPartBudget, type PartBudget, parseXml, type XmlElement } from './xml.js'
import { openIn, type XmlFault } from './xml-faults.js'

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
    if (content === undefined) return failed(say.pictureWithoutDiagram(at))
    return pagesInside(xmlOfContent(content), at, limits)
  }
  const diagrams = diagramsOfHtml(text)
  if (diagrams.length === 0) return pagesOfXml(text, limits)
  const all: Pages = { pages: [], messages: [] }
  if (diagrams.length > MOST_DIAGRAMS) {
    all.messages.push(say.tooManyDiagrams({ most: MOST_DIAGRAMS }, diagrams[MOST_DIAGRAMS]!.at))
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

const failed = (said: Message): Pages => ({ pages: [], messages: [said] })

/** Pages of XML that does not stand in the file as it is: all that can be pointed at, is what holds it. */
function pagesInside(xml: string | undefined, at: readonly [number, number], limits: Limits): Pages {
  if (xml === undefined) return failed(say.insidePacked(at))
  const { pages, messages } = pagesOfXml(xml, limits)
  return {
    pages: pages.map(page => ({ ...page, placed: false, at })),
    messages: messages.map(({ fix: _, ...said }) => ({ ...said, at })),
  }
}

function mistaken(xml: string, fault: XmlFault): Message {
  const { text, limit, at, fix } = fault
  if (limit === undefined && isCutOff(xml, fault)) {
    const end = xml.trimEnd().length
    return say.cutOff({ tag: openIn(fault) ?? 'a tag' }, [end, end])
  }
  if (limit === 'size') return say.xmlTooLarge({ fault: text }, at)
  return limit === 'nesting' ? say.xmlTooDeep({ fault: text }, at) : say.badXml({ fault: text }, at, fix)
}

/** Whether the file ends in the middle of an element or of a tag. */
function isCutOff(xml: string, fault: XmlFault): boolean {
  if (openIn(fault) !== undefined) return true
  const [at] = fault.at
  return at > 0 && xml.indexOf('>', at) < 0 && xml.lastIndexOf('<') > xml.lastIndexOf('>')
}

function pagesOfXml(text: string, limits: Limits): Pages {
  const parsed = parseXml(text, limits.parts)
  if (!parsed.ok) return { pages: [], messages: [mistaken(text, parsed.mistake)] }
  const { pages, messages } = pagesOfRoot(parsed.root, limits)
  const { unclean } = parsed
  const said = unclean === undefined ? [] : [say.noXmlCharacters([unclean, unclean + 1])]
  return { pages, messages: [...said, ...messages] }
}

function pagesOfRoot(root: XmlElement, limits: Limits): Pages {
  if (root.name === 'mxGraphModel') return { pages: [{ model: root, placed: true }], messages: [] }
  if (root.name === 'mxlibrary') return failed(say.library([root.start, root.tagEnd]))
  if (root.name !== 'mxfile' && root.name !== 'diagram') {
    return failed(say.otherXml(root, [root.start, root.tagEnd]))
  }
  const diagrams = root.name === 'diagram' ? [root] : root.children.filter(({ name }) => name === 'diagram')
  const pages: PageSource[] = []
  const messages: Message[] = []
  const vars = root.name === 'mxfile' ? root.attributes.get('vars') : undefined
  for (const diagram of diagrams) {
    const at = [diagram.start, diagram.tagEnd] as const
    const page = modelOf(diagram, at, limits)
    if ('code' in page) {
      messages.push(page)
      continue
    }
    if (page.unclean) messages.push(say.noXmlCharacters(at))
    const [id, name] = [diagram.attributes.get('id'), diagram.attributes.get('name')]
    pages.push({
      model: page.model,
      placed: page.placed,
      at,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
      ...(vars !== undefined && { vars }),
    })
  }
  return { pages, messages }
}

interface Unpacked {
  readonly model: XmlElement
  readonly placed: boolean
  readonly unclean?: boolean
}

function modelOf(diagram: XmlElement, at: readonly [number, number], limits: Limits): Unpacked | Message {
  const plain = diagram.children.find(({ name }) => name === 'mxGraphModel')
  if (plain) return { model: plain, placed: true }
  const packed = diagram.text.trim()
  const page = diagram.attributes.get('name') ?? ''
  if (packed === '') return say.emptyPage({ page }, at)
  const xml = unpackPage(packed, limits.budget)
  if (xml === 'large') return say.pageTooLarge({ page }, at)
  if (xml === undefined) return say.pagePacked({ page }, at)
  const parsed = parseXml(xml, limits.parts)
  if (!parsed.ok)
    return say.pageOfBadXml({ page, fault: parsed.mistake.text, limit: parsed.mistake.limit }, at)
  return parsed.root.name === 'mxGraphModel'
    ? { model: parsed.root, placed: false, unclean: parsed.unclean !== undefined }
    : say.pageOfOtherXml({ page, name: parsed.root.name }, at)
}

/** Base64, raw deflate, URI encoding: draw.io's way of packing a page. Some tools put escaped XML there instead. */
export function unpackPage(packed: string, budget: Budget): string | 'large' | undefined {
  if (packed.startsWith('<')) return packed
  if (packed.startsWith('%')) return decodedUri(packed)
  const bytes = bytesOfBase64(packed)
  const text = bytes && inflateText(bytes, budget)
  return text === undefined || text === 'large' ? text : decodedUri(text)
}
