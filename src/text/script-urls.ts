/**
 * Addresses that run code when someone follows, loads or clicks them. This is the one place that decides; every
 * reader and writer asks here.
 *
 * Rules: the URL Standard (https://url.spec.whatwg.org/#concept-basic-url-parser: tabs, line breaks and leading
 * control characters are nothing in an address), HTML's `javascript:` addresses, and draw.io's `data:action/json`, whose
 * actions open further addresses.
 */
import { codeOfName } from './html-characters.js'
import { characterOf, replaceReferences } from './html-references.js'
import { quotedTexts } from './quoted.js'

/** Words before a colon that make a browser run what stands behind it. */
const SCRIPT_SCHEME = /^(?:javascript|vbscript|livescript|jscript|mocha):/i
/** Schemes that hand what stands behind them to another one. */
const WRAPPER = /^(?:view-source|feed|jar|wyciwyg):/i
/** Media types of which a browser makes a picture, a sound or plain letters, and no page. */
const INERT_TYPE =
  /^(?:image\/(?!svg)[\w.+-]+|audio\/[\w.+-]+|video\/[\w.+-]+|font\/[\w.+-]+|text\/(?:plain|csv|markdown|css)|application\/(?:json|pdf|font-[\w-]+)|page\/id)?$/i
/** Rounds of decoding: what is still encoded after them, no browser decodes. */
const MOST_ROUNDS = 8
/** Addresses inside of addresses that are looked at; whatever holds more of them is not trusted. */
const MOST_INNER = 10_000

/** Whether an address would run code. Nested and encoded ones are looked into. */
export function runsScript(url: string): boolean {
  const waiting = [url]
  let seen = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++seen > MOST_INNER) return true
    if (!next.includes(':') && !/[&%]/.test(next)) continue
    for (const form of formsOf(next)) {
      const found = innerUrls(form)
      if (found === true) return true
      for (const inner of found) waiting.push(inner)
    }
  }
  return false
}

/** Whether a text that holds addresses somewhere (CSS, for one) holds one that runs code. */
export function mentionsScript(text: string): boolean {
  if (!/[:&%\\(]/.test(text)) return false
  return formsOf(text.replace(/\\([0-9a-f]{1,6})\s?/gi, unescapeCss)).some(form =>
    /(?:javascript|vbscript|livescript|jscript|mocha):|data:(?:text\/html|application\/xhtml|image\/svg[^,]*,.*(?:<|%3c)script)|(?:^|[^\w-])expression\(|-moz-binding|behavior:url/i.test(
      form,
    ),
  )
}

function unescapeCss(whole: string, hex: string): string {
  return characterOf(Number.parseInt(hex, 16)) ?? whole
}

/** The address as it is written and as it reads decoded, each without what browsers pass over. */
function formsOf(url: string): string[] {
  const forms: string[] = []
  let text = url
  for (let round = 0; round < MOST_ROUNDS; round++) {
    forms.push(bare(text))
    const decoded = percentDecoded(referencesDecoded(text))
    if (decoded === text) break
    text = decoded
  }
  return [...new Set(forms)]
}

/** Blanks, control and invisible characters are nothing, and so are quotes and the like before the scheme. */
function bare(text: string): string {
  return text.replace(/[\s\p{C}]/gu, '').replace(/^[^\p{L}\p{N}/.#?]+/u, '')
}

/** HTML reads `&colon;` and `&#58` in an attribute, the number also without its semicolon. */
const referencesDecoded = (text: string): string =>
  replaceReferences(text, ({ name, number, closed }) => {
    // What is no character could be nothing to a browser.
    if (number !== undefined) return characterOf(number) ?? ''
    const code = name !== undefined && closed ? codeOfName(name) : undefined
    return code === undefined ? undefined : String.fromCodePoint(code)
  })

/** Each run of percent codes that is UTF-8, as its characters; others one by one. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.replace(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    }
  })
}

/** `true` where it runs code, else the addresses that stand in it. */
function innerUrls(form: string): true | readonly string[] {
  if (SCRIPT_SCHEME.test(form)) return true
  const wrapper = WRAPPER.exec(form)
  if (wrapper) return [form.slice(wrapper[0].length)]
  return /^data:/i.test(form) ? innerUrlsOfData(form.slice('data:'.length)) : []
}

function innerUrlsOfData(data: string): true | readonly string[] {
  const comma = data.indexOf(',')
  const head = (comma < 0 ? data : data.slice(0, comma)).toLowerCase()
  const [type = '', ...parameters] = head.split(';')
  const content = comma < 0 ? '' : data.slice(comma + 1)
  if (type === 'action/json') return innerUrlsOfActions(content)
  if (type !== 'image/svg+xml') return INERT_TYPE.test(type) ? [] : true
  // draw.io leaves out the word `base64`, since its styles hold no semicolon.
  const packed = parameters.includes('base64') || /^[\w+/]+=*$/.test(content)
  return svgRuns(packed ? unpacked(content) : content) ? true : []
}

function unpacked(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}

/** draw.io's own links: the strings of their actions, whichever they stand in. */
function innerUrlsOfActions(json: string): true | readonly string[] {
  const strings = [...quotedTexts(json)].map(unescaped)
  // Whatever stands beside complete strings is no JSON that draw.io reads; it is looked at as one more address.
  return mentionsScriptScheme(json) || strings.some(mentionsScriptScheme) ? true : strings
}

const mentionsScriptScheme = (text: string): boolean =>
  /(?:javascript|vbscript|livescript|jscript|mocha):/i.test(bare(text))

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\([tnrbf])/g, ' ')
    .replace(/\\(.)/g, '$1')
}

const SVG_SCRIPT =
  /<(?:\w+:)?(?:script|foreignobject|iframe|handler|listener)|on(?:load|error|click|dblclick|begin|end|repeat|focus\w*|blur|mouse\w+|pointer\w+|key\w+|wheel|touch\w+|animation\w+|transition\w+|toggle|abort|resize|scroll|unload|zoom|activate)=|(?:javascript|vbscript):|data:text\/html/i

/** Whether a picture in SVG would run something where it is opened as a page. */
const svgRuns = (svg: string): boolean => formsOf(svg).some(form => SVG_SCRIPT.test(form))
