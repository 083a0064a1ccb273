/**
 * Character references in labels: Graphviz reads them in every label, quoted or HTML. It knows the names of HTML 4
 * (https://www.w3.org/TR/html401/sgml/entities.html), and numbers of at most seven digits (`htmlEntity` in its `lib/common/utils.c`).
 */
import { codeOfHtml4Name } from '../../../src/text/html-characters.js'
import { characterOf, type Reference, replaceReferences } from '../../../src/text/html-references.js'

const MOST_DIGITS = 7

function characterOfEntity({ name, number, digits = '', closed }: Reference): string | undefined {
  const code = name === undefined ? number : codeOfHtml4Name(name)
  return closed && code !== undefined && digits.length <= MOST_DIGITS ? characterOf(code) : undefined
}

/** The text with every character reference that Graphviz knows replaced by its character. */
export const decodeEntities = (text: string): string => replaceReferences(text, characterOfEntity)

/** The same in a label between angle brackets, which Graphviz has its XML parser read: that knows one name more. */
export const decodeHtmlEntities = (html: string): string =>
  replaceReferences(html, reference =>
    reference.name === 'apos' && reference.closed ? "'" : characterOfEntity(reference),
  )

/** The text with every `&` that would begin a character reference written as `&amp;`. */
export const escapeEntities = (text: string): string =>
  replaceReferences(text, reference =>
    characterOfEntity(reference) === undefined ? undefined : `&amp;${reference.source.slice(1)}`,
  )
