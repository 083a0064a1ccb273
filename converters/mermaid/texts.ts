/** From raw labels to the model's texts: line breaks, entity codes, markdown, HTML. */
import { plain } from '../../src/ir/build.js'
import type { Text } from '../../src/ir/model.js'
import { decodeHtml, entitiesAsHtml } from './entities.js'
import type { RawLabel } from './flow.js'

/** The HTML elements that labels are written with. Anything else in angle brackets is text. */
const elements =
  'a b big blockquote br center cite code del dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd label li mark ol p pre q s samp section small span strike strong sub summary sup svg table tbody td th thead tr tt u ul var'
const tag = new RegExp(`</?(?:${elements.split(' ').join('|')})(?=[\\s/>])[^<>]*>`, 'gi')
const lineBreak = /<[bB][rR]\s*\/?>|\\n/g

/** One label may stand on 100,000 edges, where `&` multiplies them: the last one's text is kept. */
let last: { readonly label: RawLabel; readonly text: Text } | undefined

/** The model's text of a label as the parser keeps it. */
export function textOfLabel(label: RawLabel | undefined): Text {
  if (!label) return plain('')
  if (last?.label !== label) last = { label, text: readLabel(label) }
  return last.text
}

function readLabel(label: RawLabel): Text {
  const source = richSource(label.text)
  if (label.type === 'markdown') {
    const text = plainMarkdown(source)
    return text === plainHtml(source) ? plain(text) : { text, rich: { syntax: 'markdown', source } }
  }
  const text = plainHtml(source)
  return hasTags(source) ? { text, rich: { syntax: 'mermaid-html', source } } : plain(text)
}

/**
 * A label with its entity codes read, except the ones that would be markup then: `#lt;` becomes `&lt;`, since
 * `<` would begin a tag, and `\` could make a line break of an `n`.
 */
export function richSource(raw: string): string {
  if (!raw.includes('ﬂ°')) return raw
  return raw.replace(/ﬂ°(?:(?!¶ß)[\s\S]){1,40}¶ß/g, code => {
    const html = entitiesAsHtml(code)
    const char = decodeHtml(html)
    if (char === '<') return '&lt;'
    if (char === '>') return '&gt;'
    if (char === '\\') return '&#92;'
    return char === '&' ? '&amp;' : char
  })
}

/** Whether a source has elements besides line breaks. */
function hasTags(source: string): boolean {
  return source.includes('<') && source.replace(lineBreak, '').search(tag) >= 0
}

/** What a reader of the drawn label reads. */
export function plainHtml(source: string): string {
  if (!/[<&\\]/.test(source)) return source
  return decodeHtml(source.replace(lineBreak, '\n').replace(tag, ''))
}

/** Markdown labels know emphasis only: `*a*`, `_a_`, `**a**`, `__a__`. */
export function plainMarkdown(source: string): string {
  const text = plainHtml(source)
  if (!/[*_]/.test(text)) return text
  return text
    .replace(/(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/g, '$2')
}
