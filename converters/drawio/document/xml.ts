/**
 * The XML of draw.io files: elements and attributes, with their places. It is strict (XML 1.0,
 * without DTDs: a document type is refused, so there are no entities to expand), takes any depth
 * without recursion, and keys stay in Maps.
 */
import type { Range } from '../../../src/ir/model.js'
import { characterOf, type Reference, replaceReferences } from '../../../src/text/html-references.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import type { XmlFault } from './xml-faults.js'
import * as faults from './xml-faults.js'

export interface XmlElement {
  readonly name: string
  /** Decoded values. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All character data directly inside, decoded. */
  readonly text: string
  /** The range of the start tag, and the end of the element. */
  readonly start: number
  readonly tagEnd: number
  readonly end: number
}

export type XmlResult =
  | {
      readonly ok: true
      readonly root: XmlElement
      /** Where the first value stands that holds a character which XML cannot. Values are read without them. */
      readonly unclean?: number
    }
  | { readonly ok: false; readonly mistake: XmlFault }

interface OpenElement {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: XmlElement[]
  text: string
  readonly start: number
  readonly tagEnd: number
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Elements and attributes that a file may still hold: some hundred thousand cells, and well within memory. */
export interface PartBudget {
  parts: number
}

export const newPartBudget = (): PartBudget => ({ parts: 2_000_000 })

/** draw.io's own elements nest eight deep; cells stand side by side and name their parents. */
const DEEPEST = 20_000

class Stop extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.text)
  }
}

/** What a parse comes upon and goes on after. */
interface Remarks {
  unclean?: number
}

/** A value as XML has it: references decoded, and in attributes line breaks and tabs turned to blanks. */
function decode(raw: string, offset: number, attribute: boolean, remarks: Remarks): string {
  const text = attribute ? raw.replace(/\r\n|[\n\r\t]/g, ' ') : raw.replace(/\r\n?/g, '\n')
  return clean(text.includes('&') ? withoutReferences(text, offset) : text, offset, remarks)
}

function clean(text: string, offset: number, remarks: Remarks): string {
  const result = cleanXml(text)
  if (result !== text) remarks.unclean ??= offset
  return result
}

function withoutReferences(text: string, offset: number): string {
  return replaceReferences(text, reference => {
    const known = characterOfReference(reference)
    if (known !== undefined) return known
    const place = offset + reference.offset
    const edits = [{ start: place, end: place + 1, text: '&amp;' }]
    throw new Stop(faults.badReference({ found: reference.source.slice(0, 20) }, [place, place + 1], edits))
  })
}

/** The character of NUL stays, and is told with the others that XML cannot hold. */
function characterOfReference({ source, name, number, closed }: Reference): string | undefined {
  if (!closed || source.startsWith('&#X')) return undefined
  if (name !== undefined) return ENTITIES.get(name)
  return number === undefined ? undefined : number === 0 ? '\0' : characterOf(number)
}

const TAG = /<(?:!--|!\[CDATA\[|\?|!|\/|)/y
const NAME =
  /[A-Za-z_:\u0080-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}][-A-Za-z0-9_.:\u0080-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*/uy
const ATTRIBUTE = new RegExp(
  `[ \\t\\r\\n]+(${NAME.source})[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^"<]*)"|'([^'<]*)')`,
  'uy',
)
const TAG_END = /\s*(\/?)>/y

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Parses a document with one root element. A mistake has its place and says what is wrong in a sentence. */
export function parseXml(text: string, budget: PartBudget = newPartBudget()): XmlResult {
  try {
    const remarks: Remarks = {}
    return { ok: true, root: parseDocument(text, budget, remarks), ...remarks }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const { fault } = error
    const [start, end] = fault.at.map(place => Math.min(place, text.length)) as [number, number]
    return { ok: false, mistake: { ...fault, at: [start === end ? Math.max(0, start - 1) : start, end] } }
  }
}

/**
 * The start tag of the first element, without a look at the rest: for pictures and web pages, whose document
 * type is of no concern as long as it defines nothing.
 */
export function firstTag(text: string): XmlElement | undefined {
  const prolog = /\ufeff?\s*(?:<\?[^>]*>\s*|<!--|<!DOCTYPE[^>[]*>\s*)?/iy
  let at = 0
  for (;;) {
    const piece = match(prolog, text, at)?.[0] ?? ''
    at += piece.length
    if (piece.endsWith('<!--')) {
      const end = text.indexOf('-->', at)
      if (end < 0) return undefined
      at = end + 3
    } else if (!piece.includes('<')) break
  }
  if (text[at] !== '<') return undefined
  try {
    const { element } = startTag(text, at, {})
    return { ...element, end: element.tagEnd }
  } catch (error) {
    if (error instanceof Stop) return undefined
    throw error
  }
}

function parseDocument(text: string, budget: PartBudget, remarks: Remarks): XmlElement {
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let at = 0
  const close = (end: number): void => {
    const element: XmlElement = { ...open.pop()!, end }
    const parent = open[open.length - 1]
    if (parent) parent.children.push(element)
    else root = element
  }
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const stop = next < 0 ? text.length : next
    characters(text.slice(at, stop), at, open[open.length - 1], remarks)
    if (next < 0) break
    const kind = match(TAG, text, next)![0]
    if (kind === '<!--') at = after(text, '-->', next, 'A comment')
    else if (kind === '<?') at = after(text, '?>', next, 'A processing instruction')
    else if (kind === '<![CDATA[') {
      at = after(text, ']]>', next, 'A CDATA section')
      const parent = open[open.length - 1]
      if (!parent) throw new Stop(faults.outside([next, at]))
      parent.text += clean(text.slice(next + 9, at - 3), next + 9, remarks)
    } else if (kind === '<!') {
      throw new Stop(faults.documentType([next, next + 9]))
    } else if (kind === '</') {
      at = endTag(text, next, open[open.length - 1])
      close(at)
    } else {
      if (root && open.length === 0) throw new Stop(faults.secondRoot([next, next + 1]))
      const { element, empty } = startTag(text, next, remarks)
      budget.parts -= 1 + element.attributes.size
      if (budget.parts < 0) throw new Stop(faults.tooManyParts([next, next + 1]))
      if (open.length >= DEEPEST) throw new Stop(faults.tooDeep([next, next + 1]))
      open.push(element)
      at = element.tagEnd
      if (empty) close(at)
    }
  }
  const unclosed = open[open.length - 1]
  if (unclosed) throw new Stop(faults.openElement(unclosed, [unclosed.start, unclosed.tagEnd]))
  if (!root) throw new Stop(faults.noElement([0, Math.min(1, text.length)]))
  return root
}

function characters(raw: string, offset: number, parent: OpenElement | undefined, remarks: Remarks): void {
  if (raw === '') return
  if (parent) parent.text += decode(raw, offset, false, remarks)
  else if (raw.replace(/^\ufeff/, '').trim() !== '') {
    throw new Stop(faults.outside([offset, offset + 1]))
  }
}

function after(text: string, close: string, from: number, what: string): number {
  const end = text.indexOf(close, from + 2)
  if (end < 0) throw new Stop(faults.openPart({ what }, [from, from + 2]))
  return end + close.length
}

function endTag(text: string, from: number, open: OpenElement | undefined): number {
  const name = match(NAME, text, from + 2)?.[0] ?? ''
  const end = match(TAG_END, text, from + 2 + name.length)
  const at: Range = [from, from + 2 + name.length]
  if (!end || end[1] === '/') throw new Stop(faults.openEndTag(at))
  if (!open) throw new Stop(faults.closesNothing({ name }, [from, at[1] + end[0].length]))
  if (open.name !== name) throw new Stop(faults.closesAnother({ name, open: open.name }, at))
  return from + 2 + name.length + end[0].length
}

const BROKEN = /\s*[^\s=<>/"']+\s*=\s*("[^"<]*|'[^'<]*)</y

const BARE = /\s*([^\s=<>/"']+)\s*=\s*([^\s=<>/"']+)(?=[\s/>])/y
const OPEN = /\s*([^\s=<>/"']+)\s*=\s*["']/y

/** What is wrong at a place where an attribute is expected. */
function mistakeAt(text: string, at: number, name: string): XmlFault {
  const raw = match(BROKEN, text, at)
  if (raw) {
    const place = at + raw[0].length - 1
    return faults.lessThan([place, place + 1], [{ start: place, end: place + 1, text: '&lt;' }])
  }
  if (text.slice(at).trim() === '') return faults.openTag({ name }, [at - 1, at])
  if (/["']/.test(text[at - 1]!) && match(NAME, text, at))
    return faults.noBlank({ name }, [at, at + 1], [{ start: at, end: at, text: ' ' }])
  const bare = match(BARE, text, at)
  if (bare) {
    const end = at + bare[0].length
    const start = end - bare[2]!.length
    const edits = [{ start, end, text: `"${bare[2]}"` }]
    return faults.noQuotes({ attribute: bare[1]! }, [start, end], edits)
  }
  const open = match(OPEN, text, at)
  if (open) {
    const start = at + open[0].length - 1
    return faults.openQuote({ attribute: open[1]! }, [start, start + 1])
  }
  const start = at + Math.max(0, text.slice(at, at + 1000).search(/\S/))
  const end = start + (/^[^\s=<>/"']+/.exec(text.slice(start, start + 200))?.[0].length ?? 1)
  return faults.badAttribute({ name }, [start, end])
}

function startTag(text: string, start: number, remarks: Remarks): { element: OpenElement; empty: boolean } {
  const name = match(NAME, text, start + 1)?.[0]
  if (name === undefined) throw new Stop(faults.noName([start, start + 1]))
  const attributes = new Map<string, string>()
  let at = start + 1 + name.length
  for (;;) {
    const end = match(TAG_END, text, at)
    if (end) {
      const tagEnd = at + end[0].length
      return { element: { name, attributes, children: [], text: '', start, tagEnd }, empty: end[1] === '/' }
    }
    const found = match(ATTRIBUTE, text, at)
    if (!found) throw new Stop(mistakeAt(text, at, name))
    const key = found[1]!
    if (attributes.has(key))
      throw new Stop(faults.attributeTwice({ name, attribute: key }, [at, at + found[0].length]))
    const value = found[2] ?? found[3]!
    attributes.set(key, decode(value, at + found[0].length - 1 - value.length, true, remarks))
    at += found[0].length
  }
}
