/**
 * Mermaid's labels as runs. They are HTML, in which a line break may also be written as `\n` or stand as it is, and
 * an icon as its code; a markdown label has emphasis besides.
 */
import { tokensOf } from '../html.js'
import { FORMATS_TEXT } from '../html-elements.js'
import { decodeReferences } from '../html-references.js'
import { runsOfHtml } from './html-runs.js'
import { iconsIn, withoutIcons } from './icons.js'
import { withEmphasis } from './markdown-runs.js'
import { type Formatted, isFormatted, textOfRuns, trimmedRuns } from './runs.js'

/** The HTML elements that labels are written with. Anything else in angle brackets is text. */
const ALSO = new Set(['iframe', 'label', 'script', 'svg'])
const isElement = (name: string): boolean => FORMATS_TEXT.has(name) || ALSO.has(name)

const decode = (text: string): string => decodeReferences(text.replaceAll('\\n', '\n'))

/** A label's source as runs, without its icons. */
export function runsOfMermaid(source: string, markdown: boolean): Formatted {
  const drawn = withoutIcons(source)
  const { runs, whole, bullets } = runsOfHtml(drawn, { isElement, decode })
  const read = markdown ? withEmphasis(runs) : runs
  const formatted = isRich(source) ? trimmedRuns(read) : read
  return { runs: formatted, whole: whole && drawn === source, ...(bullets && { bullets }) }
}

export interface MermaidLabel {
  readonly text: string
  /** Whether the source says more than its text: formatting, links, pictures, icons. */
  readonly rich: boolean
}

/** What a reader of the drawn label reads. */
export function readMermaidLabel(source: string, markdown: boolean): MermaidLabel {
  if (!/[<&\\*_]|:fa-/.test(source)) return { text: source, rich: false }
  const { runs } = runsOfMermaid(source, markdown)
  return { text: textOfRuns(runs), rich: isRich(source) || isFormatted(runs) }
}

/** Whether a source has icons, comments, or elements besides line breaks. */
function isRich(source: string): boolean {
  if (iconsIn(source).length > 0) return true
  if (!source.includes('<')) return false
  if (source.includes('<!--')) return true
  for (const token of tokensOf(source, isElement))
    if (token.kind === 'tag' && !/^<br\s*\/?>$/i.test(token.source)) return true
  return false
}
