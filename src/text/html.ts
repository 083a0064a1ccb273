/**
 * HTML as labels hold it: tags, comments and the texts between them. This is the one reader of it; what a format makes of an
 * element, and which character references it knows, stands with the format.
 */
import { ELEMENTS } from './html-elements.js'
import { decodeReferences } from './html-references.js'

/** The pieces of a text, in order and without a gap. */
export type Token =
  | Tag
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'comment'; readonly source: string }

export interface Tag {
  readonly kind: 'tag'
  /** As it is written, from `<` to `>`. */
  readonly source: string
  /** Lower case. */
  readonly name: string
  /** What stands behind the name. */
  readonly attributes: string
  readonly closing: boolean
  /** Whether it ends with `/>`. */
  readonly selfClosing: boolean
}

/** The beginning of a tag, to its first quote or its end. Its name ends where one of XML does, which goes on behind a colon or a point. */
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:[^\w:.<>"'-][^<>"']*)?)/y
// Programs for drawings paste comments in values.
const QUOTED = /"(?:[^"<]|<!--)*"[^<>"']*|'(?:[^'<]|<!--)*'[^<>"']*/y

const NO_BLANKS = /^[^\0 \t\n\f\r/"'=]*/

/** From `<!--` to where a browser ends a comment, which is at once in `<!-->`. */
const COMMENT = /<!--(?:-?>|[\s\S]*?--!?>)/y

/** Whether a name in angle brackets is an element's, given what stands behind it; others are text. */
type IsElement = (name: string, attributes: string) => boolean

/**
 * A word between angle brackets that is no element is the stereotype of a class, or a type. Browsers show nothing for it, and nobody
 * who writes it means that. It runs nothing: there is no attribute with a value in it.
 */
const isNoWord: IsElement = (name, attributes) => ELEMENTS.has(name) || /[^\w \t\n\f\r,.:-]/.test(attributes)

/** Whether a text begins with a word between angle brackets. */
export function isWord(text: string): boolean {
  const [, name, attributes] = /^<\/?([A-Za-z][\w:.-]*)((?:[^\w:.<>-][^<>]*)?)>/.exec(text) ?? []
  return name !== undefined && !isNoWord(name.toLowerCase(), attributes!)
}

/**
 * The pieces of a text. A tag ends before the next `<` (but for that of a comment in a value) or is none, and a comment that is never closed is none either, so
 * that every character is looked at a fixed number of times. Nothing is nested here, so no text is too deep.
 * @param isElement left out: everything but words between angle brackets
 */
export function tokensOf(html: string, isElement: IsElement = isNoWord): Token[] {
  const tokens: Token[] = []
  // What began as an element also ends as one: `<path d="…"></path>` in a picture.
  const begun = new Set<string>()
  // A picture holds no words, and elements of its own: `<svg><defs></defs></svg>`.
  let inPicture = false
  const begins: IsElement = (name, attributes) => inPicture || begun.has(name) || isElement(name, attributes)
  let comments = true
  for (let at = 0; at < html.length; ) {
    if (comments && html.startsWith('<!--', at)) {
      const source = matchAt(COMMENT, html, at)?.[0]
      comments = source !== undefined
      if (source !== undefined) {
        tokens.push({ kind: 'comment', source })
        at += source.length
        continue
      }
    }
    const tag = html[at] === '<' ? tagAt(html, at, begins) : undefined
    if (tag) {
      tokens.push(tag)
      begun.add(tag.name)
      if (tag.name === 'svg') inPicture = !tag.closing && !tag.selfClosing
    }
    const start = at + (tag?.source.length ?? 0)
    const next = html.indexOf('<', tag ? start : at + 1)
    at = next < 0 ? html.length : next
    if (at > start) tokens.push({ kind: 'text', source: html.slice(start, at) })
  }
  return tokens
}

function tagAt(html: string, at: number, isElement: IsElement): Tag | undefined {
  const found = matchAt(TAG, html, at)
  if (!found) return undefined
  let end = TAG.lastIndex
  while (html[end] !== '>') {
    if (!matchAt(QUOTED, html, end)) return undefined
    end = QUOTED.lastIndex
  }
  const [start, slash, written, plain] = found
  const attributes = end === at + start.length ? plain! : html.slice(at + start.length - plain!.length, end)
  // To a browser, the name goes on to a blank of HTML or a slash: `<br\ufeff>` is no `<br>`.
  const name = (written! + NO_BLANKS.exec(attributes)![0]).toLowerCase()
  if (!isElement(name, attributes)) return undefined
  const source = html.slice(at, end + 1)
  return {
    kind: 'tag',
    source,
    name,
    attributes,
    closing: slash !== '',
    selfClosing: attributes.endsWith('/'),
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g

export interface Attribute {
  /** As it is written, with its value. */
  readonly source: string
  /** Lower case. */
  readonly name: string
  /** With its character references read; empty where there is none. */
  readonly value: string
}

/**
 * The attributes of a tag.
 * @param decode how character references in a value are read
 */
export function attributesOf({ attributes }: Tag, decode = decodeReferences): Attribute[] {
  if (attributes === '') return []
  return Array.from(attributes.matchAll(ATTRIBUTE), ([source, name, written = '']) => {
    const isQuoted = written.startsWith('"') || written.startsWith("'")
    return { source, name: name!.toLowerCase(), value: decode(isQuoted ? written.slice(1, -1) : written) }
  })
}

/** The values of a tag's attributes by their names; of one that stands there twice the last. */
export const valuesOf = (tag: Tag, decode = decodeReferences): ReadonlyMap<string, string> =>
  new Map(attributesOf(tag, decode).map(({ name, value }) => [name, value]))

/** Whether a tag holds nothing but attributes that can be told apart. */
export const isPlainTag = ({ attributes }: Tag): boolean =>
  attributes.replace(ATTRIBUTE, '').replace(/[\s/]/g, '') === ''
