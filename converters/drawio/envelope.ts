/** From a file to its pages: `mxfile` with plain or compressed `diagram`s, a lone `diagram`, or a lone `mxGraphModel`. */
import { Inflate } from 'fflate'
import { type Message, message } from '../../src/messages/message.js'
import { parseXml, type XmlElement } from './xml.js'

export interface PageSource {
  readonly model: XmlElement
  readonly id?: string
  readonly name?: string
  /** Whether the model's offsets are those of the author's text: not so when it was compressed. */
  readonly placed: boolean
}

/** No page that a person draws inflates to this much; one that does is made to exhaust the machine. */
const LARGEST_PAGE = 64 * 1024 * 1024
const PIECE = 64 * 1024

/** The pages of a file. Gives `syntax/xml`, `syntax/drawio` and `limit/size`. */
export function pagesOf(text: string): { readonly pages: PageSource[]; readonly messages: Message[] } {
  const parsed = parseXml(text)
  if (!parsed.ok) {
    return {
      pages: [],
      messages: [message('syntax/xml', `${parsed.mistake.text}.`, { at: parsed.mistake.at })],
    }
  }
  const { root } = parsed
  if (root.name === 'mxGraphModel') return { pages: [{ model: root, placed: true }], messages: [] }
  const diagrams = root.name === 'diagram' ? [root] : root.children.filter(({ name }) => name === 'diagram')
  if (root.name !== 'mxfile' && root.name !== 'diagram') {
    const said = `<${root.name}> is no draw.io file: <mxfile> or <mxGraphModel> is expected.`
    return { pages: [], messages: [message('syntax/drawio', said, { at: [root.start, root.tagEnd] })] }
  }
  const pages: PageSource[] = []
  const messages: Message[] = []
  for (const diagram of diagrams) {
    const at = [diagram.start, diagram.tagEnd] as const
    const page = modelOf(diagram)
    if (!page.model) {
      messages.push(message(page.code ?? 'syntax/drawio', page.text ?? '', { at }))
      continue
    }
    const [id, name] = [diagram.attributes.get('id'), diagram.attributes.get('name')]
    pages.push({
      model: page.model,
      placed: page.placed === true,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
    })
  }
  return { pages, messages }
}

interface Unpacked {
  readonly model?: XmlElement
  readonly placed?: boolean
  readonly code?: 'syntax/drawio' | 'limit/size'
  readonly text?: string
}

function modelOf(diagram: XmlElement): Unpacked {
  const plain = diagram.children.find(({ name }) => name === 'mxGraphModel')
  if (plain) return { model: plain, placed: true }
  const packed = diagram.text.trim()
  const page = `The page “${diagram.attributes.get('name') ?? ''}”`
  if (packed === '') return { text: `${page} holds no diagram.` }
  const xml = inflatePage(packed)
  if (xml === 'large') return { code: 'limit/size', text: `${page} unpacks to more than 64 MB.` }
  if (xml === undefined) return { text: `${page} is compressed in a way that cannot be unpacked.` }
  const parsed = parseXml(xml)
  if (!parsed.ok) return { text: `${page} unpacks to XML that is not well formed: ${parsed.mistake.text}.` }
  return parsed.root.name === 'mxGraphModel'
    ? { model: parsed.root, placed: false }
    : { text: `${page} unpacks to <${parsed.root.name}>, not to a diagram.` }
}

/** Base64, raw deflate, URI encoding: draw.io's way of packing a page. */
function inflatePage(packed: string): string | 'large' | undefined {
  try {
    const bytes = bytesOfBase64(packed.replace(/\s+/g, ''))
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let text = ''
    let size = 0
    let large = false
    const inflate = new Inflate(chunk => {
      size += chunk.length
      if (size > LARGEST_PAGE) large = true
      else text += decoder.decode(chunk, { stream: true })
    })
    for (let at = 0; at < bytes.length && !large; at += PIECE) {
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    }
    if (large) return 'large'
    text += decoder.decode()
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function bytesOfBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
