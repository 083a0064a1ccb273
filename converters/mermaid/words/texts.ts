/** From raw labels to the model's texts: line breaks, entity codes, markdown, HTML, icons. */
import { plain } from '../../../src/ir/build.js'
import type { Text } from '../../../src/ir/model.js'
import { readMermaidLabel } from '../../../src/text/rich/mermaid-runs.js'
import { decodeEntities } from './entities.js'

/** How a label stands between its brackets: bare, in quotes, or in quotes and backticks. */
export type LabelType = 'text' | 'string' | 'markdown'

export interface RawLabel {
  readonly text: string
  readonly type: LabelType
}

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
  const markdown = label.type === 'markdown'
  const { text, rich } = readMermaidLabel(source, markdown)
  if (!rich) return plain(text)
  return { text, rich: { syntax: markdown ? 'markdown' : 'mermaid-html', source } }
}

/**
 * A label with its entity codes read, except the ones that would be markup then: `#lt;` becomes `&lt;`, since
 * `<` would begin a tag, and `\` could make a line break of an `n`.
 */
export function richSource(raw: string): string {
  if (!raw.includes('ﬂ°')) return raw
  return raw.replace(/ﬂ°(?!¶ß)[\s\S]{1,40}?¶ß/g, code => {
    const char = decodeEntities(code)
    if (char === '<') return '&lt;'
    if (char === '>') return '&gt;'
    if (char === '\\') return '&#92;'
    return char === '&' ? '&amp;' : char
  })
}

/** What a reader of a drawn label of HTML reads. */
export const plainHtml = (source: string): string => readMermaidLabel(source, false).text

/** What a reader of a drawn label of markdown reads. */
export const plainMarkdown = (source: string): string => readMermaidLabel(source, true).text
