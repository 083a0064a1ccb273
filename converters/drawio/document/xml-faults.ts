/** What may be wrong with XML: clauses that sentences end with, each with its place and, where one is sure, its fix. */
import type { Range } from '../../../src/ir/model.js'
import type { Fix, TextEdit } from '../../../src/messages/message.js'

export interface XmlFault {
  /** Without a full stop: it also stands behind a colon. */
  readonly text: string
  /** Which limit it is beyond. Left out where it is not well formed. */
  readonly limit?: 'size' | 'nesting'
  readonly at: Range
  readonly fix?: Fix
}

interface Name {
  readonly name: string
}

const fixed = (text: string, at: Range, title: string, edits: readonly TextEdit[]): XmlFault => ({
  text,
  at,
  fix: { title, edits },
})

// Elements.

export const outside = (at: Range): XmlFault => ({ text: 'Text stands outside of the root element', at })

export const documentType = (at: Range): XmlFault => ({
  text: 'A document type is refused: diagrams need none, and its entities can be harmful',
  at,
})

export const secondRoot = (at: Range): XmlFault => ({ text: 'There is a second root element', at })

export const noElement = (at: Range): XmlFault => ({ text: 'There is no XML element', at })

export const tooManyParts = (at: Range): XmlFault => ({
  text: 'The file holds more than four million elements and attributes',
  limit: 'size',
  at,
})

export const tooDeep = (at: Range): XmlFault => ({
  text: 'Elements are nested deeper than 20,000 levels',
  limit: 'nesting',
  at,
})

export const openElement = ({ name }: Name, at: Range): XmlFault => ({
  text: `<${name}> is never closed`,
  at,
})

/** The tag that is open in such a fault. */
export const openIn = ({ text }: XmlFault): string | undefined =>
  /^(<[^>]*>) is never closed$/.exec(text)?.[1]

/** @param what a comment or the like */
export const openPart = ({ what }: { readonly what: string }, at: Range): XmlFault => ({
  text: `${what} is never closed`,
  at,
})

export const openEndTag = (at: Range): XmlFault => ({ text: 'An end tag is not closed with >', at })

export const closesNothing = ({ name }: Name, at: Range): XmlFault => ({
  text: `</${name}> closes nothing`,
  at,
})

export const closesAnother = ({ name, open }: Name & { readonly open: string }, at: Range): XmlFault => ({
  text: `</${name}> stands where </${open}> is expected`,
  at,
})

export const openTag = ({ name }: Name, at: Range): XmlFault => ({
  text: `The tag <${name} has no end: a > is missing`,
  at,
})

export const noName = (at: Range): XmlFault => ({
  text: 'A < is followed by no element name; a bare < is written &lt;',
  at,
})

// Attributes and references.

export const badReference = (
  { found }: { readonly found: string },
  at: Range,
  edits: readonly TextEdit[],
): XmlFault =>
  fixed(`“${found}” is no reference that XML knows; a bare & is written &amp;`, at, 'Write &amp;', edits)

export const lessThan = (at: Range, edits: readonly TextEdit[]): XmlFault =>
  fixed('A < in an attribute is written &lt;', at, 'Write &lt;', edits)

export const noBlank = ({ name }: Name, at: Range, edits: readonly TextEdit[]): XmlFault =>
  fixed(`Between two attributes of <${name}> a blank is missing`, at, 'Insert a blank', edits)

export const noQuotes = (
  { attribute }: { readonly attribute: string },
  at: Range,
  edits: readonly TextEdit[],
): XmlFault => fixed(`The value of ${attribute} has no quotes`, at, 'Put quotes around the value', edits)

export const openQuote = ({ attribute }: { readonly attribute: string }, at: Range): XmlFault => ({
  text: `The value of ${attribute} begins with a quote that is never closed`,
  at,
})

export const badAttribute = ({ name }: Name, at: Range): XmlFault => ({
  text: `An attribute of <${name}> is not written as name="value"`,
  at,
})

export const attributeTwice = (
  { name, attribute }: Name & { readonly attribute: string },
  at: Range,
): XmlFault => ({ text: `<${name}> has the attribute ${attribute} twice`, at })
