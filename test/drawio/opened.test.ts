/**
 * Whether draw.io's editor finds the diagram in `.drawio.svg`, `.drawio.png` and `.drawio.html`. Decoded here by the rules of its source, with
 * other parsers than ours: `EditorUi.setFileData` and `validateFileData`, `Editor.extractGraphModel` and `extractGraphModelFromPng`, and
 * `Editor.parseDiagramNode` (js/diagramly/EditorUi.js and Editor.js).
 */
import { describe, expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { type FormatOptions, read, write } from '../../src/index.js'
import '../setup/dom.js'

/** What is used here of a browser's elements. */
interface Element {
  readonly nodeName: string
  readonly textContent: string | null
  readonly children: Iterable<Element>
  readonly ownerDocument: Pick<Element, 'getElementsByTagName'>
  getAttribute(name: string): string | null
  getElementsByTagName(name: string): Iterable<Element>
  querySelectorAll(selector: string): Iterable<Element>
}
interface Parser {
  parseFromString(text: string, type: string): { readonly documentElement: Element }
}

const source = `flowchart LR
    a["x < y & #quot;z#quot; 100%"] --> b[订单 🚀]
    click b href "https://example.com/?a=1&b=2"
`
const pages = [source, source.replace('订单 🚀', 'Zweite äöü')].map(
  text => read(text, { format: 'mermaid' }).graphs[0]!,
)

const written = async (options: FormatOptions) => (await write(pages, { format: 'drawio', options })).text

/** draw.io parses every file as XML, pages of the web too, of which it closes one element before. */
function rootOf(data: string): Element {
  const { DOMParser } = globalThis as unknown as { DOMParser: new () => Parser }
  const closed = data.replace('<meta charset="utf-8">', '<meta charset="utf-8"/>')
  const { documentElement } = new DOMParser().parseFromString(closed, 'text/xml')
  expect([...documentElement.getElementsByTagName('parsererror')]).toEqual([])
  expect(documentElement.nodeName).not.toBe('parsererror')
  return documentElement
}

/** The file in what was parsed: that of the first `div` of the class, or of the attribute of a picture. */
function fileIn(root: Element): Element {
  const div = [...root.ownerDocument.getElementsByTagName('div')].find(
    one => one.getAttribute('class') === 'mxgraph',
  )
  if (div) return rootOf((JSON.parse(div.getAttribute('data-mxgraph')!) as { xml: string }).xml)
  if (root.nodeName !== 'svg') return root
  const content = root.getAttribute('content')!
  const first = content.charAt(0)
  const plain = first === '<' || first === '%' ? content : unescape(atob(content))
  return rootOf(plain.startsWith('%') ? decodeURIComponent(plain) : plain)
}

/** The labels of each page. A page that holds any text besides elements is taken for a packed one. */
function labelsOf(file: Element): string[][] {
  expect(file.nodeName).toBe('mxfile')
  return [...file.getElementsByTagName('diagram')].map(diagram => {
    expect(diagram.textContent!.trim()).toBe('')
    const [model] = diagram.children
    expect(model!.nodeName).toBe('mxGraphModel')
    return [...model!.querySelectorAll('mxCell[value], object[label]')]
      .map(cell => cell.getAttribute('value') ?? cell.getAttribute('label') ?? '')
      .filter(label => label !== '')
  })
}

/** The first text chunk of a name that draw.io knows, before any pixels, its bytes taken for letters. */
function textOfPng(bytes: Uint8Array): string | undefined {
  const binary = Buffer.from(bytes).toString('latin1')
  expect(binary.slice(0, 8)).toBe('\x89PNG\r\n\x1a\n')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= binary.length; ) {
    const [length, type] = [view.getUint32(at), binary.slice(at + 4, at + 8)]
    const [name, text] = binary.slice(at + 8, at + 8 + length).split('\0')
    if (type === 'tEXt' && (name === 'mxGraphModel' || name === 'mxfile'))
      return text!.startsWith('%') ? decodeURIComponent(text!) : text
    if (type === 'IDAT') return undefined
    at += length + 12
  }
  return undefined
}

const labels = ['x &lt; y &amp; "z" 100%', '订单 🚀']

describe('draw.io’s editor finds the diagram', () => {
  test.each(['xml', 'svg', 'html'])('in a file of the form %s', async as => {
    const found = labelsOf(fileIn(rootOf(await written({ as }))))
    expect(found).toEqual([labels, [labels[0], 'Zweite äöü']])
  })

  test('in a PNG', async () => {
    // The smallest PNG that there is, from the specification: one black pixel.
    const pixel = Buffer.from(
      '89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082',
      'hex',
    )
    const text = await written({ as: 'png' })
    const png = await drawio.encode!(text, { as: 'png' }, { rasterize: async () => new Uint8Array(pixel) })
    const found = labelsOf(rootOf(textOfPng(png as Uint8Array)!))
    expect(found).toEqual([labels, [labels[0], 'Zweite äöü']])
  })
})
