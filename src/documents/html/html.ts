/** Diagrams in HTML: elements whose class names a language, as mermaid's own software looks for them. */

import { address } from '../address.js'
import { type Block, type Edited, type Found, type Markup, NOTHING_FOUND, type Range } from '../block.js'
import { insetOf } from '../inset.js'
import { type Languages, wordFor } from '../languages.js'
import { passageContent } from '../line-block.js'
import * as say from '../messages.js'
import { hasElements } from './classes.js'
import { type Element, elementsOf } from './elements.js'

/**
 * The diagrams of an HTML document.
 * @param text the document, without a byte order mark
 * @param languages the words that are languages
 * @returns blocks with offsets into the text, and `document/unread` for elements that are filled by a program or never closed
 */
export function htmlBlocks(text: string, languages: Languages): Found {
  if (!hasElements(text)) return NOTHING_FOUND
  const blocks: Block[] = []
  const messages = []
  for (const element of elementsOf(text, word => languages.has(word))) {
    const word = text.slice(...element.word).toLowerCase()
    const content = insetOf(element.pieces, element.inner[0])
    const isSure =
      element.isFence ||
      element.isScript ||
      languages.get(word)!.some(format => format.inDocuments?.element === word)
    // Any page may call something “msc”.
    if (!isSure && languages.get(word)!.length === 0) continue
    if (!element.isClosed) messages.push(say.neverClosed({ what: `<${element.name}>`, word }, element.at))
    else if (/^\s*(?:\{\{|\{%|<%|<\?|$)/.test(content.text)) {
      if (isSure) messages.push(say.computed({ word }, element.at))
    } else blocks.push(elementBlock(text, element, isSure))
  }
  return { blocks, files: [], messages }
}

/** The content is a passage of its own, with its references decoded; word and tags are the document's. */
function elementBlock(
  text: string,
  { name: tag, at, word, isFence, isScript, isRaw, title, pieces, inner }: Element,
  isSure: boolean,
): Block {
  // An arrow is written as the arrows beside it.
  const isEscaped = text.slice(...inner).includes('&gt;')
  const encode = (own: string) =>
    isRaw ? asItStands(tag, own) : isEscaped ? escaped(own).replace(/>/g, '&gt;') : escaped(own)
  const content = passageContent({ ...insetOf(pieces, inner[0]), encode })
  return {
    language: text.slice(...word).toLowerCase(),
    at,
    ...(title !== undefined && title !== '' && { title }),
    ...(!isSure && { needsSign: true }),
    text: content.text,
    offsetOf: content.offsetOf,
    exchanged: (now, format) => {
      const own = text.slice(...word).toLowerCase()
      if (isScript && format && format.name !== own && !format.fences?.includes(own))
        return { refused: say.onlyItsType({ name: tag }, at) }
      const { edits, refused } = content.exchanged(now)
      if (!edits) return { refused }
      if (isScript) return { edits }
      const name = format && wordFor(format, isFence ? 'fence' : 'element')
      const [start, end] = word
      const named =
        name === undefined || name === text.slice(start, end).toLowerCase()
          ? []
          : [{ start, end, text: name }]
      return { edits: [...named, ...edits] }
    },
    replaced: markup => elementEdit(at, markup),
  }
}

/** What would end the element cannot be written there, nor what begins a comment or another script in a script. */
function asItStands(name: string, text: string): string | undefined {
  const lower = text.toLowerCase()
  const ends = lower.includes(`</${name}`) || (name === 'script' && /<script|<!--/.test(lower))
  return ends ? undefined : text
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const attribute = (text: string): string => escaped(text).replace(/"/g, '&quot;')

/** A link in a paragraph of its own, or a picture that is one. */
export function elementEdit([start, end]: Range, { title, source, picture, more = [] }: Markup): Edited {
  const shown =
    picture === undefined
      ? escaped(title)
      : `<img src="${attribute(address(picture))}" alt="${attribute(title)}">`
  const links = [
    `<a href="${attribute(address(source))}">${shown}</a>`,
    ...more.map(link => `<a href="${attribute(address(link.address))}">${escaped(link.title)}</a>`),
  ]
  return { edits: [{ start, end, text: `<p>${links.join(' ')}</p>` }] }
}
