/**
 * Labels. With `html=1` draw.io shows a label as HTML: what is plain text here is written escaped with
 * `<br>` for line breaks, what another format formatted as the HTML that shows it, and what people formatted there is
 * read as its text, with the source kept.
 */
import type { Rich, Text } from '../../../src/ir/model.js'
import { tokensOf } from '../../../src/text/html.js'
import { htmlOfRuns, htmlOfSides } from '../../../src/text/rich/html-of-runs.js'
import { runsOfHtml } from '../../../src/text/rich/html-runs.js'
import { signed } from '../../../src/text/rich/icon-signs.js'
import { iconsOf, runsOf } from '../../../src/text/rich/rich.js'
import { isFormatted as hasFormat, type Run, saysNothing, textOfRuns } from '../../../src/text/rich/runs.js'
import { withTightLists } from '../../../src/text/rich/tight-lists.js'
import { sanitizeHtml } from '../../../src/text/sanitize.js'
import { cleanXml } from '../../../src/text/xml-characters.js'

export { isHarmless, sanitizeHtml } from '../../../src/text/sanitize.js'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }

/** The HTML that shows a plain text. */
export function htmlOfText(text: string): string {
  const html = text.replace(/[&<>\n]/g, character => ESCAPES[character]!)
  return withLastBreak(html, text)
}

/** The last line break of an HTML text draws nothing, so a text that ends with one needs another. */
function withLastBreak(html: string, text: string): string {
  return text.endsWith('\n') ? `${html}<br>` : html
}

/** The text that a person sees of an HTML label, its lines split by `\n`. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html
  const { runs, closed } = runsOfHtml(html)
  // HTML has references for characters that XML cannot hold.
  return cleanXml(withoutLastBreaks(textOfRuns(runs), closed))
}

/** A last line break draws nothing, and blocks of nothing else are what an editor leaves behind. */
function withoutLastBreaks(text: string, all: boolean): string {
  let end = text.length
  while (text[end - 1] === '\n' && (all || end === text.length)) end--
  return text.slice(0, end)
}

/** Whether a label says more than its text and line breaks: any tag but bare ones that only make lines. */
function isFormatted(html: string): boolean {
  for (const token of tokensOf(html)) {
    if (token.kind !== 'tag') continue
    if (!/^(br|div|p)$/.test(token.name) || token.attributes.replace('/', '').trim() !== '') return true
  }
  return false
}

/** The HTML of a formatted label, if it shows its text: as its author wrote it, or with what its runs say. */
function htmlOfRich(rich: Rich, text: string): string | undefined {
  const formatted = runsOf(rich)
  if (!formatted || saysNothing(formatted)) return undefined
  const asWritten =
    rich.syntax === 'mermaid-html'
      ? sanitizeHtml(withTightLists(rich).replace(/(?<!\s)\s*\n\s*|\\n/g, '<br>'))
      : ''
  const atSides = formatted.sides ? sanitizeHtml(htmlOfSides(formatted, '<br>')) : ''
  const fromRuns = withLastBreak(sanitizeHtml(htmlOfRuns(formatted.runs, '<br>')), text)
  return [asWritten, atSides, fromRuns].find(html => html !== '' && textOfHtml(html) === text)
}

/** Runs as HTML, if they are formatted and it shows a text. */
export function htmlOfFormatted(runs: readonly Run[], text: string): string | undefined {
  if (!hasFormat(runs)) return undefined
  const html = cleanXml(withLastBreak(sanitizeHtml(htmlOfRuns(runs, '<br>')), text))
  return textOfHtml(html) === text ? html : undefined
}

/**
 * Whether a label's formatting can be written: its own HTML can, and so can what is shown as some, or stands for a table
 * of fields. Of Mermaid's icons, those can for which there are signs.
 */
export function holdsRich(rich: Rich, text: string): boolean {
  if (rich.syntax === 'drawio-html') return true
  if (iconsOf(rich).length > 0) return signed({ text, rich }) !== undefined
  const formatted = runsOf(rich)
  return !formatted || saysNothing(formatted) || htmlOfRich(rich, text) !== undefined
}

/** A formatted label as HTML of draw.io's own, if that shows the label's text. */
export function nearestRich(
  rich: Rich,
  text: string,
): { readonly rich: Rich; readonly whole: boolean } | undefined {
  const formatted = runsOf(rich)
  if (!formatted || !hasFormat(formatted.runs)) return undefined
  const source = withLastBreak(sanitizeHtml(htmlOfRuns(formatted.runs, '<br>')), text)
  if (textOfHtml(source) !== text) return undefined
  return { rich: { syntax: 'drawio-html', source }, whole: formatted.whole }
}

/** A label's attribute value, for a cell with or without `html=1`. */
export function encodeLabel(label: Text, html: boolean): string {
  const { text, rich } = signed(label) ?? label
  if (!html) return cleanXml(text)
  if (rich?.syntax === 'drawio-html') return cleanXml(sanitizeHtml(rich.source))
  return cleanXml((rich && htmlOfRich(rich, text)) ?? htmlOfText(text))
}

/** The label that an attribute's value shows: of HTML that is more than formatting, what is left of it when it is written. */
export function decodeLabel(value: string, html: boolean): Text {
  if (!html) return { text: value }
  const source = value.includes('<') ? sanitizeHtml(value) : value
  const text = textOfHtml(source)
  return isFormatted(source) ? { text, rich: { syntax: 'drawio-html', source } } : { text }
}
