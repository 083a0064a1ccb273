/** HTML without what runs: the strict form, for a target that shows it, and the least change, for one that keeps it. */
import { type Attribute, attributesOf, isPlainTag, isWord, SILENT, type Token, tokensOf } from './html.js'
import { mentionsScript, runsScript } from './script-urls.js'

const ALLOWED = new Set(
  'a b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  ),
)
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
function withAttributes({ token, rest }: Token, passes: (attribute: Attribute) => boolean, strict: boolean) {
  const attributes = attributesOf(rest)
  const kept = attributes.filter(passes)
  if (kept.length === attributes.length && (!strict || isPlainTag(rest))) return token
  const end = rest.trimEnd().endsWith('/') && !strict ? '/>' : '>'
  const name = /^<[A-Za-z][A-Za-z0-9]*/.exec(token)![0]
  return `${strict ? name.toLowerCase() : name}${kept.map(({ whole }) => ` ${whole}`).join('')}${end}`
}

/** The label with only tags and attributes that format it: no scripts, handlers, frames, or links that run code. */
export function sanitizeHtml(html: string): string {
  let clean = ''
  let silent: string | undefined
  // What is left as it is: then a < that begins no tag can stay too.
  let same = 0
  for (const token of tokensOf(html)) {
    const { token: written, tag: name, rest, closing } = token
    if (silent !== undefined) {
      if (closing && name === silent) silent = undefined
    } else if (name === undefined) {
      clean += written.replace('<', '&lt;')
      if (!/^<[/!?A-Za-z]/.test(written) || isWord(written)) same += written.length
    } else if (SILENT.has(name)) silent = closing ? undefined : name
    else if (ALLOWED.has(name)) {
      const tag =
        closing && rest.trim() !== '' ? `</${name}>` : withAttributes(token, isAllowedAttribute, true)
      clean += tag
      if (tag === written) same += written.length
    }
  }
  return same === html.length ? html : clean
}

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
  let clean = ''
  let inScript = false
  for (const token of tokensOf(source)) {
    const { tag: name, closing } = token
    if (name === 'script') inScript = !closing && !token.rest.trimEnd().endsWith('/')
    else if (!inScript)
      clean += name === undefined || closing ? token.token : withAttributes(token, isInert, false)
  }
  const harmless = sameButComments(source, clean) ? source : clean
  return harmless.replace(/\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)\)/g, (whole, url: string) =>
    runsScript(url) ? ']()' : whole,
  )
}

/** Comments are no tokens, and are no reason to write a source anew. */
const sameButComments = (source: string, clean: string): boolean =>
  source === clean ||
  (source.includes('<!--') && [...tokensOf(source)].map(({ token }) => token).join('') === clean)
