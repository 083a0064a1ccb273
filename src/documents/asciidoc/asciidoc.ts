/** Diagrams of AsciiDoc: blocks whose style is a language (`[mermaid]`), listings of one (`[source,mermaid]`), and block macros. */
import { type Line, linesOf } from '../../input/lines.js'
import type { Message } from '../../messages/message.js'
import type { Block, FileReference, Found, Range } from '../block.js'
import { type Languages, wordFor } from '../languages.js'
import * as say from '../messages.js'
import { directiveFor, namedFile } from '../named-file.js'
import { asciidocBlock, inPlaceOf, type Style } from './block.js'

/** Delimiters of what is taken as it stands: listings, literals, comments, passthroughs, and Markdown's fences. */
const VERBATIM = /^(?:-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3}.*)$/

const MACRO = /^([\w-]+)::([^\s[][^[\n]*)\[.*\]$/

/**
 * The diagrams of an AsciiDoc document.
 * @param text the document, without a byte order mark
 * @param languages the words that are languages
 * @returns blocks with offsets into the text; files that block macros name, or that a block includes; `document/unread` for what is never
 * closed
 * @see https://docs.asciidoctor.org/diagram-extension/latest/blocks/
 * @see https://docs.asciidoctor.org/asciidoc/latest/blocks/delimited/
 */
export function asciidocBlocks(text: string, languages: Languages): Found {
  const blocks: Block[] = []
  const files: FileReference[] = []
  const messages: Message[] = []
  const lines = linesOf(text)
  let heading: string | undefined
  let title: string | undefined
  let style: Style | undefined
  const forget = () => {
    style = undefined
    title = undefined
  }
  const include = (own: Style, content: readonly Line[], at: Range, opening?: Line): boolean => {
    const filled = content.filter(line => line.text.trim() !== '')
    const [, before, file] = /^(include::)([^[\n]+)\[.*\]\s*$/.exec(filled[0]?.text ?? '') ?? []
    if (before === undefined || file === undefined) return false
    const language = text.slice(...own.word).toLowerCase()
    if (filled.length > 1) messages.push(say.computed({ word: language }, at))
    const start = filled[0]!.start + before.length
    if (filled.length === 1)
      files.push(
        namedFile(text, {
          at,
          fileAt: [start, start + file.length],
          title: title ?? heading,
          word: own.word,
          // A listing shows the text of any language.
          wordFor: own.isListing ? format => wordFor(format, 'fence') : directiveFor,
          replaced: markup =>
            inPlaceOf(text, at, { style: own, title, content, ...(opening && { opening }) }, markup),
        }),
      )
    return true
  }
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place]!
    const own = line.text.trimEnd()
    const attributes = /^\[(?!\[)(.*)\]$/.exec(own)
    if (attributes) {
      style = styleIn(line, attributes[1]!, languages) ?? (keepsStyle(attributes[1]!) ? style : undefined)
    } else if (/^\.[^\s.]/.test(own)) title = own.slice(1).trim()
    else if (own === '' || /^\/\/(?!\/)/.test(own) || /^\[\[.*\]\]$/.test(own)) continue
    else if (VERBATIM.test(own) || (own === '--' && style)) {
      const fence = own.startsWith('```') ? fenceStyle(line, languages) : undefined
      const used = fence ?? style
      const closing = own.startsWith('```') ? '```' : own
      let end = place + 1
      while (end < lines.length && lines[end]!.text.trimEnd() !== closing) end++
      const content = lines.slice(place + 1, end)
      const last = lines[end]
      if (used && !last) {
        const word = text.slice(...used.word).toLowerCase()
        messages.push(say.neverClosed({ what: own, word }, [used.line.start, line.end]))
        // The rest of the document may be one all the same.
        forget()
        continue
      }
      if (used && last && !include(used, content, [used.line.start, last.end], line))
        blocks.push(
          asciidocBlock(text, {
            style: used,
            title: title ?? heading,
            content,
            opening: line,
            closing: last,
          }),
        )
      place = last ? end : place
      forget()
    } else if (/^={1,6}[ \t]+\S/.test(own)) {
      heading = own.replace(/^=+[ \t]+/, '')
      forget()
    } else {
      const [, name = '', file = ''] = MACRO.exec(own) ?? []
      if (languages.has(name.toLowerCase())) {
        const start = line.start + name.length + 2
        const at: Range = [line.start, line.end]
        const parts = { style: undefined, title, content: [line] }
        files.push(
          namedFile(text, {
            at,
            fileAt: [start, start + file.length],
            title: title ?? heading,
            word: [line.start, line.start + name.length],
            wordFor: directiveFor,
            replaced: markup => inPlaceOf(text, at, parts, markup),
          }),
        )
      } else if (style && name === '') {
        let end = place
        while (end < lines.length && isParagraph(lines[end]!)) end++
        const content = lines.slice(place, end)
        if (content.length > 0) {
          const at: Range = [style.line.start, content.at(-1)!.end]
          if (!include(style, content, at))
            blocks.push(asciidocBlock(text, { style, title: title ?? heading, content }))
          place = end - 1
        }
      }
      forget()
    }
  }
  return { blocks, files, messages }
}

const isParagraph = ({ text }: Line): boolean => {
  const line = text.trimEnd()
  return (
    line !== '' &&
    !VERBATIM.test(line) &&
    !/^\[.*\]$/.test(line) &&
    !/^(?:={4,}|\*{4,}|_{4,}|--|\+|\|={3,})$/.test(line)
  )
}

/** Attributes without a style go with those above. */
const keepsStyle = (attributes: string): boolean => /^(?:[#.%]|\w+\s*=|$)/.test(attributes)

/** `mermaid,target,svg`, `"mermaid"`, `mermaid#id.role%option`, and `source,mermaid` or `,mermaid` of a listing. */
function styleIn(line: Line, attributes: string, languages: Languages): Style | undefined {
  const listing = /^(?:source[^,]*)?,[ \t]*"?/.exec(attributes)?.[0]
  const before = listing ?? /^"?/.exec(attributes)![0]
  const word = /^[\w-]+/.exec(attributes.slice(before.length))?.[0] ?? ''
  if (!languages.has(word.toLowerCase())) return undefined
  const start = line.start + 1 + before.length
  return { line, word: [start, start + word.length], isListing: listing !== undefined }
}

function fenceStyle(line: Line, languages: Languages): Style | undefined {
  const word = /^`{3}([\w-]+)/.exec(line.text)?.[1] ?? ''
  if (!languages.has(word.toLowerCase())) return undefined
  return { line, word: [line.start + 3, line.start + 3 + word.length], isListing: true }
}
