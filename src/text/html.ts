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

/** The beginning of a tag. Its name ends where one of XML does, which goes on behind a colon or a point. */
const TAG = /^<\/?([A-Za-z][\w:.-]*)/

/** From `<!--` to where a browser ends a comment, which is at once in `<!-->`. */
const COMMENT = /<!--(?:-?>|[\s\S]*?--!?>)/y

/** The length of the tag at the start of a piece, up to its `>` outside of quotes; 0 where there is none. */
function tagLength(piece: string): number {
  let quote = ''
  for (let i = 1; i < piece.length; i++) {
    const character = piece[i]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return i + 1
  }
  return 0
}

/**
 * Whether a piece begins with a word between angle brackets that is no element: the stereotype of a class, a type. Browsers show
 * nothing for it, and nobody who writes it means that. It runs nothing: there is no attribute with a value in it.
 */
export function isWord(piece: string): boolean {
  const name = TAG.exec(piece)?.[1]
  return name !== undefined && !ELEMENTS.has(name.toLowerCase()) && /^<\/?[\w\s,.:-]*>/.test(piece)
}

/**
 * The pieces of a text. A tag ends before the next `<` or is none, and a comment that is never closed is none either, so
 * that every character is looked at a fixed number of times. Nothing is nested here, so no text is too deep.
 * @param isElement whether a name in angle brackets is an element's; others are text. Left out: `isWord` says which are none
 */
export function* tokensOf(
  html: string,
  isElement: (name: string, piece: string) => boolean = (_, piece) => !isWord(piece),
): Generator<Token> {
  let comments = true
  for (let at = 0; at < html.length; ) {
    if (comments && html.startsWith('<!--', at)) {
      COMMENT.lastIndex = at
      const source = COMMENT.exec(html)?.[0]
      comments = source !== undefined
      if (source !== undefined) {
        yield { kind: 'comment', source }
        at += source.length
        continue
      }
    }
    const next = html.indexOf('<', at + 1)
    const piece = html.slice(at, next < 0 ? html.length : next)
    const tag = tagOf(piece, isElement)
    if (tag) yield tag
    const length = tag?.source.length ?? 0
    if (piece.length > length) yield { kind: 'text', source: piece.slice(length) }
    at += piece.length
  }
}

function tagOf(piece: string, isElement: (name: string, piece: string) => boolean): Tag | undefined {
  const start = TAG.exec(piece)
  if (!start) return undefined
  const name = start[1]!.toLowerCase()
  const length = isElement(name, piece) ? tagLength(piece) : 0
  if (length === 0) return undefined
  const source = piece.slice(0, length)
  const attributes = source.slice(start[0].length, -1)
  const [closing, selfClosing] = [source.startsWith('</'), attributes.endsWith('/')]
  return { kind: 'tag', source, name, attributes, closing, selfClosing }
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
  return Array.from(attributes.matchAll(ATTRIBUTE), ([source, name, quoted = '']) => ({
    source,
    name: name!.toLowerCase(),
    value: decode(quoted.replace(/^["']|["']$/g, '')),
  }))
}

/** The values of a tag's attributes by their names; of one that stands there twice the last. */
export const valuesOf = (tag: Tag, decode = decodeReferences): ReadonlyMap<string, string> =>
  new Map(attributesOf(tag, decode).map(({ name, value }) => [name, value]))

/** Whether a tag holds nothing but attributes that can be told apart. */
export const isPlainTag = ({ attributes }: Tag): boolean =>
  attributes.replace(ATTRIBUTE, '').replace(/[\s/]/g, '') === ''
