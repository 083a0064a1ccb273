/** Files that Markdown names: links, pictures, definitions, HTML in it; imports of MDX; and arguments of MyST's directives. */
import { parse, postprocess, preprocess } from 'micromark'
import { namesInHtml } from './html.js'
import type { Named } from './reference.js'

const DESTINATIONS = new Set(['resourceDestinationString', 'definitionDestinationString'])
const HTML = new Set(['htmlFlow', 'htmlText'])

const DIRECTIVE = /^[ \t>]*(?:`{3,}|~{3,}|:{3,})\{([\w-]+)\}[ \t]+([^\s{}]+)/gm
const IMPORT = /^(?:import|export)\b([^'"\r\n\u2028\u2029]*)['"]([^'"\r\n]+)['"]/gm

/** What a component is given as its diagram: in an attribute that is called so, or between its tags. */
const GIVEN =
  /(?:\b(?:chart|value|code|definition|diagram|source|content|children|graph)=|>)\{([\w$]{1,100})\}/g

const SHOWN = new Set(['figure', 'image'])
const LINKED = new Set(['include', 'literalinclude', 'download'])

export function namesInMarkdown(text: string): Named[] {
  const found: Named[] = []
  let inImage = 0
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(text, undefined, true)),
  )
  for (const [kind, { type, start, end }] of events) {
    if (type === 'image') inImage += kind === 'enter' ? 1 : -1
    else if (kind === 'exit') continue
    else if (DESTINATIONS.has(type))
      found.push({ at: [start.offset, end.offset], use: inImage > 0 ? 'shown' : 'link', isAddress: true })
    else if (HTML.has(type))
      for (const name of namesInHtml(text.slice(start.offset, end.offset), start.offset)) found.push(name)
  }
  for (const { index, 0: all, 1: name = '', 2: target = '' } of text.matchAll(DIRECTIVE)) {
    const end = index + all.length
    const use = SHOWN.has(name) ? 'shown' : LINKED.has(name) ? 'link' : 'drawn'
    found.push({ at: [end - target.length, end], use, isAddress: false })
  }
  return found
}

/** As Markdown, and the files that a page of MDX imports: those that a component for diagrams gets are drawn. */
export function namesInMdx(text: string): Named[] {
  const drawn = new Set([...text.matchAll(GIVEN)].map(([, name]) => name))
  const imports = [...text.matchAll(IMPORT)].map(
    ({ index, 0: all, 1: names = '', 2: target = '' }): Named => {
      const end = index + all.length - 1
      const isDrawn = (names.match(/[\w$]+/g) ?? []).some(name => drawn.has(name))
      return { at: [end - target.length, end], use: isDrawn ? 'drawn' : 'link', isAddress: false }
    },
  )
  return [...namesInMarkdown(text), ...imports]
}

/** Links in the text of a notebook, whose cells are strings of JSON. */
export function namesInNotebook(text: string): Named[] {
  return [...text.matchAll(/(!?)\[[^[\]"\\]*\]\(([^()\s"\\]+)\)/g)].map(
    ({ index, 0: all, 1: sign = '', 2: target = '' }) => {
      const end = index + all.length - 1
      return { at: [end - target.length, end], use: sign === '!' ? 'shown' : 'link', isAddress: true }
    },
  )
}
