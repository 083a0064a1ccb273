/** Elements of HTML that hold a diagram, found by HTML's own tokens, with the offsets of everything that may change. */
import { Tokenizer } from 'htmlparser2'
import type { Range } from '../block.js'
import type { Piece } from '../inset.js'

/** A class that names a language, and the element that has it. */
export interface Element {
  readonly name: string
  readonly at: Range
  /** Where the word stands in the value of `class`. */
  readonly word: Range
  /** Whether the word is part of `language-…`, as behind a fence. */
  readonly isFence: boolean
  /** Whether the word is the type of a script, whose text stands there as it is. */
  readonly isScript: boolean
  /** Whether its content stands there as it is, without character references. */
  readonly isRaw: boolean
  readonly title?: string | undefined
  /** Its content, with character references as what they stand for; tags in it stay as they are. */
  readonly pieces: readonly Piece[]
  readonly inner: Range
  readonly isClosed: boolean
}

interface Open {
  readonly name: string
  readonly start: number
  readonly word: Range
  readonly isFence: boolean
  readonly isScript: boolean
  readonly title: string | undefined
  readonly innerStart: number
  readonly pieces: Piece[]
  /** How many elements of the same name are open in it. */
  depth: number
}

/** @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments for the elements whose text is taken as it stands */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])

const HEADING = /^h[1-6]$/i

/**
 * @param isLanguage whether a word names a language of diagrams
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 * @see https://mermaid.js.org/config/usage.html for elements that mermaid draws by their class
 */
export function elementsOf(text: string, isLanguage: (word: string) => boolean): Element[] {
  const found: Element[] = []
  let tag = { start: 0, name: '' }
  let attribute: Range = [0, 0]
  let value: [number, number] | undefined
  let hasReference = false
  let word: { at: Range; isFence: boolean; isScript: boolean } | undefined
  let title: string | undefined
  let heading: string | undefined
  let headingStart = -1
  let open: Open | undefined
  /** Up to where the content of the open element is in pieces. */
  let taken = 0

  const upTo = (end: number) => {
    if (open && end > taken) open.pieces.push({ start: taken, end, text: text.slice(taken, end) })
    taken = Math.max(taken, end)
  }
  const close = (inner: number, end: number, isClosed: boolean) => {
    if (!open) return
    upTo(inner)
    const { name, start, innerStart, pieces, word, isFence, isScript, title } = open
    const places = { at: [start, end], inner: [innerStart, inner] } as const
    found.push({ name, ...places, word, isFence, isScript, isRaw: RAW.has(name), title, pieces, isClosed })
    open = undefined
  }
  const endTag = (end: number) => {
    const { start, name } = tag
    if (open) {
      if (name === open.name) open.depth++
    } else if (word) {
      open = {
        name,
        start,
        word: word.at,
        isFence: word.isFence,
        isScript: word.isScript,
        title: title ?? heading,
        innerStart: end,
        pieces: [],
        depth: 0,
      }
      taken = end
    } else if (HEADING.test(name)) headingStart = end
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = { start: start - 1, name: text.slice(start, end).toLowerCase() }
        word = undefined
        title = undefined
      },
      onattribname: (start, end) => {
        attribute = [start, end]
        value = undefined
        hasReference = false
      },
      onattribdata: (start, end) => {
        value = [value?.[0] ?? start, end]
      },
      onattribentity: () => {
        hasReference = true
      },
      onattribend: () => {
        const name = text.slice(...attribute).toLowerCase()
        if (open || !value || hasReference) return
        if (name === 'title') title = text.slice(...value)
        if (name === 'class') word = wordIn(text, value, isLanguage)
        if (name === 'type' && tag.name === 'script') word = typeIn(text, value, isLanguage)
      },
      onopentagend: end => endTag(end + 1),
      onselfclosingtag: end => endTag(end + 1),
      onclosetag: (start, end) => {
        const name = text.slice(start, end).toLowerCase()
        const from = text.lastIndexOf('<', start)
        if (HEADING.test(name) && headingStart >= 0) {
          heading = plain(text.slice(headingStart, from))
          headingStart = -1
        }
        if (!open || name !== open.name) return
        if (open.depth-- > 0) return
        const stop = text.indexOf('>', end)
        close(from, stop < 0 ? text.length : stop + 1, true)
      },
      ontext: () => {},
      ontextentity: (code, end) => {
        if (!open) return
        const start = text.lastIndexOf('&', end - 1)
        upTo(start)
        open.pieces.push({ start, end, text: String.fromCodePoint(code) })
        taken = end
      },
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  close(text.length, text.length, false)
  return found
}

/** The first class that names a language: `mermaid`, or `language-mermaid` as Markdown's programs write it. */
function wordIn(text: string, [start, end]: Range, isLanguage: (word: string) => boolean) {
  for (const { 0: name, index } of text.slice(start, end).matchAll(/[^\s]+/g)) {
    const [, before = '', word = ''] = /^(language-|lang-)?(.*)$/i.exec(name) ?? []
    const from = start + index + before.length
    if (isLanguage(word.toLowerCase()))
      return { at: [from, from + word.length] as const, isFence: before !== '', isScript: false }
  }
  return undefined
}

/** `text/mermaid`, `text/vnd.graphviz`, `text/x-dot`: data that a program of the page looks for. */
function typeIn(text: string, [start, end]: Range, isLanguage: (word: string) => boolean) {
  const [all, before = '', word = ''] =
    /^((?:text|application)\/(?:vnd\.|x-)?)([\w-]+)$/i.exec(text.slice(start, end)) ?? []
  if (all === undefined || !isLanguage(word.toLowerCase()) || /^(?:json|xml)$/i.test(word)) return undefined
  const from = start + before.length
  return { at: [from, from + word.length] as const, isFence: false, isScript: true }
}

/** A heading as a person reads it. */
const plain = (source: string): string =>
  source
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
