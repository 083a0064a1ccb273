/** HTML without what runs: the strict form, for a target that shows it, and the least change, for one that keeps it. */
import { type Attribute, attributesOf, isPlainTag, isWord, type Tag, tokensOf } from './html.js'
import { FORMATS_TEXT, SILENT } from './html-elements.js'
import { mentionsScript, runsScript } from './script-urls.js'

const ALLOWED_ATTRIBUTES = new Set(
  'align alt bgcolor border cellpadding cellspacing class color colspan dir face height href lang nowrap rowspan size src start style target title type valign value width'.split(
    ' ',
  ),
)

/** Whether nothing is left in the scheme of an address that a browser would decode and we did not. */
const isPlainUrl = (url: string): boolean => !/^[^/?]*&/.test(url)

/** Whether an attribute only formats: nothing that runs, and no address that a browser would run. */
function isAllowedAttribute(attribute: Attribute): boolean {
  const { name, value } = attribute
  if (!isInert(attribute)) return false
  if (/^(data|aria)-[a-z0-9-]+$/.test(name)) return name !== 'data-mxgraph'
  if (!ALLOWED_ATTRIBUTES.has(name)) return false
  if (name === 'href') return isPlainUrl(value) && !runsScript(value)
  if (name === 'src') return isPlainUrl(value) && isPicture(value)
  return name !== 'style' || !/url\s*\(|expression|@import|behavior|-moz-binding|\\/i.test(value)
}

const isPicture = (url: string): boolean =>
  /^(https?:|data:image\/|[^:]*$|[^:]*\/)/i.test(url.trim()) && !runsScript(url)

/** An opening tag with those of its attributes that pass; as it is where all of them do. */
function withAttributes(tag: Tag, passes: (attribute: Attribute) => boolean, strict: boolean): string {
  const attributes = attributesOf(tag)
  const kept = attributes.filter(passes)
  if (kept.length === attributes.length && (!strict || isPlainTag(tag))) return tag.source
  const name = strict ? tag.name : tag.source.slice(1, 1 + tag.name.length)
  const end = tag.selfClosing && !strict ? '/>' : '>'
  return `<${name}${kept.map(({ source }) => ` ${source}`).join('')}${end}`
}

/** The label with only tags and attributes that format it: no scripts, handlers, frames, or links that run code. */
export function sanitizeHtml(html: string): string {
  let clean = ''
  let silent: string | undefined
  // What is left as it is: then a < that begins no tag can stay too.
  let same = 0
  for (const token of tokensOf(html)) {
    const { kind, source } = token
    if (kind === 'comment') continue
    if (silent !== undefined) {
      if (kind === 'tag' && token.closing && token.name === silent) silent = undefined
    } else if (kind === 'text') {
      clean += source.replace('<', '&lt;')
      if (!/^<[/!?A-Za-z]/.test(source) || isWord(source)) same += source.length
    } else if (SILENT.has(token.name)) silent = token.closing ? undefined : token.name
    else if (FORMATS_TEXT.has(token.name)) {
      const tag = token.closing ? closingTag(token) : withAttributes(token, isAllowedAttribute, true)
      clean += tag
      if (tag === source) same += source.length
    }
  }
  return same === html.length ? html : clean
}

const closingTag = ({ name, source, attributes }: Tag): string =>
  attributes.trim() === '' ? source : `</${name}>`

/** Whether a text does nothing where someone shows it as HTML. */
export const isHarmless = (text: string): boolean =>
  !text.includes('<') || sanitizeHtml(text) === text || !/<[/!?A-Za-z]/.test(text)

/** Attributes that are read and never followed. */
const WORDS = new Set(['alt', 'class', 'id', 'port', 'title', 'tooltip', 'lang', 'face'])

function isInert({ name, value }: Attribute): boolean {
  if (/^on[a-z]/.test(name) || name === 'srcdoc') return false
  return WORDS.has(name) || (!runsScript(value) && (name !== 'style' || !mentionsScript(value)))
}

/**
 * A label's source (HTML, Graphviz's HTML-like, Markdown) without handlers, scripts and addresses that run code.
 * Everything else stays as it is written.
 */
export function withoutScripts(source: string): string {
  if (!/[<(]/.test(source)) return source
  return withoutScriptTags(source).replace(
    /\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)?)\)/g,
    (whole, url: string) => (runsScript(url) ? ']()' : whole),
  )
}

function withoutScriptTags(source: string): string {
  let clean = ''
  let inScript = false
  for (const token of tokensOf(source)) {
    if (token.kind === 'tag' && token.name === 'script') inScript = !token.closing && !token.selfClosing
    else if (inScript) continue
    else if (token.kind === 'comment') clean += isInertComment(token.source) ? token.source : ''
    else
      clean += token.kind === 'text' || token.closing ? token.source : withAttributes(token, isInert, false)
  }
  return clean
}

/** Whether what stands in a comment would run nothing: where a style's text ends, browsers see no comment that began in it. */
function isInertComment(comment: string): boolean {
  const inside = comment.replaceAll('<!--', '< ')
  return withoutScriptTags(inside) === inside
}
