/** Diagrams of reStructuredText: directives of Sphinx and of sphinxcontrib-mermaid, and code blocks of such a language. */
import { type Line, linesOf } from '../../input/lines.js'
import type { Message } from '../../messages/message.js'
import type { Block, FileReference, Found, Range } from '../block.js'
import type { Languages } from '../languages.js'
import * as say from '../messages.js'
import { isHeader } from '../named-graph.js'
import { columnOf, partsOf } from './body.js'
import { type Directive, directiveBlock, directiveFile } from './directive.js'

/** A directive, also right behind the bullet of a list. */
const DIRECTIVE =
  /^([ \t]*(?:(?:[-*+•]|[\w#]{1,3}[.)])[ \t]+){0,9})\.\.[ \t]+(?:(\|[^|\n]+\|)[ \t]+)?([A-Za-z][\w:.+-]*?)::(?:[ \t](.*))?$/

/** Explicit markup that is no comment: targets, footnotes, and directives. */
const MARKUP = /^[ \t]*\.\.[ \t]+(?:_|\[|__[ \t]|\||[A-Za-z][\w:.+-]*::)/

const CODE = new Set(['code', 'code-block', 'sourcecode'])

/** Directives whose lines are no reStructuredText. */
const VERBATIM = new Set(
  'code code-block sourcecode literalinclude parsed-literal raw math highlight productionlist prompt doctest testcode testsetup testoutput csv-table tabularcolumns plantuml ipython'.split(
    ' ',
  ),
)

const UNDERLINE = /^([=\-`:'"~^_*+#<>.!$%&(),/;?@[\]{|}\\])\1{2,}$/

/**
 * The diagrams of a document in reStructuredText.
 * @param text the document, without a byte order mark
 * @param languages the words that are languages
 * @returns blocks with offsets into the text; files that directives name; `document/unread` for a directive without anything in it
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives
 * @see https://www.sphinx-doc.org/en/master/usage/extensions/graphviz.html
 * @see https://github.com/mgaitan/sphinxcontrib-mermaid
 */
export function rstBlocks(text: string, languages: Languages): Found {
  const blocks: Block[] = []
  const files: FileReference[] = []
  const messages: Message[] = []
  const lines = linesOf(text)
  let heading: string | undefined
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place]!
    const match = DIRECTIVE.exec(line.text)
    if (!match) {
      const own = line.text.trimEnd()
      const title = lines[place - 1]?.text.trim() ?? ''
      if (UNDERLINE.test(own) && title !== '' && !UNDERLINE.test(title) && own.length >= title.length)
        heading = title
      const isComment = /^[ \t]*\.\.(?:[ \t]+\S|$)/.test(own) && !MARKUP.test(own)
      const isLiteral = own.endsWith('::') && !/^[ \t]*\.\./.test(own)
      const follows = lines[place + 1] && lines[place + 1]!.text.trim() !== ''
      // Two points alone, with a blank line behind them, are a comment of nothing.
      if (isLiteral || (isComment && (own.trim() !== '..' || follows)))
        place = bodyEnd(lines, place, columnOf(line.text, indentation(line))) - 1
      continue
    }
    const [, before = '', substitution = '', name = '', behind = ''] = match
    const argument = behind.trimStart()
    const word = name.toLowerCase()
    const end = bodyEnd(lines, place, columnOf(line.text, before.length))
    const nameAt = line.start + line.text.indexOf(`${name}::`, before.length)
    const isCode = CODE.has(word) && languages.has(argument.trim().toLowerCase())
    if (!isCode && !languages.has(word) && !isHeader(word)) {
      if (VERBATIM.has(word)) place = end - 1
      continue
    }
    const argumentStart = line.end - argument.length
    const argumentAt: Range = [argumentStart, argumentStart + argument.trimEnd().length]
    const directive: Directive = {
      start: line.start + before.length,
      before,
      substitution,
      word: isCode ? argumentAt : [nameAt, nameAt + name.length],
      argument: [nameAt + name.length + 2, line.end],
      isCode,
      heading,
      line,
      ...partsOf(lines.slice(place + 1, end), text),
    }
    const isFilled = directive.content.lines.length > 0
    const last = lines[Math.max(end - 1, place)]!
    if (isFilled) blocks.push(directiveBlock(text, directive, languages))
    else if (!isCode && !isHeader(word) && argument.trim() !== '')
      files.push(directiveFile(text, directive, argumentAt, last.end, languages))
    else messages.push(say.nothingIn({ name: word }, [directive.start, line.end]))
    place = end - 1
  }
  return { blocks, files, messages }
}

const indentation = ({ text }: Line): number => text.length - text.trimStart().length

/** The first line behind those that are indented more than a column; blank lines at the end are none of them. */
function bodyEnd(lines: readonly Line[], place: number, column: number): number {
  let end = place + 1
  for (let at = place + 1; at < lines.length; at++) {
    const line = lines[at]!
    if (line.text.trim() === '') continue
    if (columnOf(line.text, indentation(line)) <= column) break
    end = at + 1
  }
  return end
}
