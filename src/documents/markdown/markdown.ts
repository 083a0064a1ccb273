/**
 * Diagrams of Markdown (CommonMark 0.31) at any place, in lists, in quotes, indented: fenced code, blocks between colons, directives of MyST
 * and those in other directives, components of MDX, and elements of HTML.
 */
import { inPlaces, withEdits } from '../../messages/edits.js'
import type { Message } from '../../messages/message.js'
import { type Block, type Found, joined, lifted, NOTHING_FOUND, type Passage, type Range } from '../block.js'
import { orCode } from '../code-directive.js'
import type { FindBlocks, Languages } from '../languages.js'
import { passageOfLines } from '../lines.js'
import { directiveFor, namedFile } from '../named-file.js'
import { isHeader, namedGraph } from '../named-graph.js'
import { blanked, commentsIn } from './blanked.js'
import { colonFences, hasColons } from './colons.js'
import { componentBlocks, mayHoldComponents } from './components.js'
import { directiveIn, holdsMarkdown, withoutOptions } from './directives.js'
import { type Fence, fencedBlock, longerFences, type Word, wordOf } from './fence.js'
import { includedFile, partsOfFile } from './files.js'
import { codeOf } from './flow.js'

export interface Flavour {
  /** What finds elements of HTML; loaded only where there are some. */
  readonly html?: FindBlocks | undefined
  /** What finds the directives of `{eval-rst}`. */
  readonly rst?: FindBlocks | undefined
  /** MDX has components, and neither HTML nor indented code. */
  readonly isMdx?: boolean
  /** What a word in braces is: Quarto's cells have the words of fences. */
  readonly inBraces?: 'fence' | 'directive'
}

/** Directives in each other, deeper than anybody writes. */
const DEEPEST = 6

/** What finds the diagrams of a Markdown document. */
export const markdownFinder =
  (flavour: Flavour): FindBlocks =>
  (text, languages) =>
    markdownBlocks(text, languages, flavour, 0)

/** Whether there can be a diagram in a text at all: most documents of a repository have none. */
const mayHold = (text: string): boolean => /`{3}|~{3}|:{3}|<[A-Za-z]/.test(text)

function markdownBlocks(text: string, languages: Languages, flavour: Flavour, depth: number): Found {
  if (!mayHold(text)) return NOTHING_FOUND
  const colons = hasColons(text) ? colonFences(text, languages) : { fences: [], messages: [] }
  const withoutColons = blanked(
    text,
    colons.fences.map(({ at }) => at),
  )
  const { fences, code, spans, quotes, headingAt } = codeOf(withoutColons, flavour.isMdx === true)
  const found: Found[] = [{ ...NOTHING_FOUND, messages: colons.messages }]
  for (const fence of [...fences, ...outsideOf(fences, colons.fences)])
    found.push(fenceContent(text, { ...fence, heading: headingAt(fence.at[0]) }, languages, flavour, depth))
  if (flavour.html && !flavour.isMdx) {
    const { blocks, messages, files } = flavour.html(
      blanked(withoutColons, [...code, ...spans, ...quotes]),
      languages,
    )
    const isFilled = ({ at }: Message) =>
      fences.some(fence => at && at[0] <= fence.at[0] && fence.at[1] <= at[1])
    found.push({
      blocks: quotes.length === 0 ? blocks : blocks.map(block => inQuote(text, block)),
      files,
      messages: messages.filter(message => !isFilled(message)),
    })
  }
  if (mayHoldComponents(text)) {
    const withoutCode = blanked(withoutColons, code)
    found.push(componentBlocks(blanked(withoutCode, commentsIn(withoutCode)), spans, languages))
  }
  return joined(found)
}

/** A block of lines that have the signs of quotes before them, which are blanks to who reads HTML: its new lines get the signs of its second. */
function inQuote(text: string, block: Block): Block {
  const next = /[\r\n]+/g
  next.lastIndex = block.at[0]
  const found = next.exec(text)
  if (!found || next.lastIndex > block.at[1]) return block
  const signs = /^[ \t>]*>[ \t]?/.exec(text.slice(next.lastIndex, block.at[1]))?.[0]
  if (signs === undefined) return block
  const exchanged: Block['exchanged'] = (own, format) => {
    const { edits, refused } = block.exchanged(own, format)
    if (!edits) return { refused }
    const quoted = (_: string, end: string, line: string) =>
      end + (line.trim() === '' ? signs.trimEnd() : signs + line.slice(signs.length))
    return {
      edits: edits.map(edit => ({ ...edit, text: edit.text.replace(/(\r\n|\r|\n)([^\r\n]*)/g, quoted) })),
    }
  }
  return { ...block, exchanged }
}

/** Those blocks between colons that are in no fence. Both are in the order of their places. */
function outsideOf(fences: readonly Fence[], blocks: readonly Fence[]): Fence[] {
  let next = 0
  return blocks.filter(({ at }) => {
    while (next < fences.length && fences[next]!.at[1] <= at[0]) next++
    const fence = fences[next]
    return fence === undefined || fence.at[0] > at[0]
  })
}

function fenceContent(
  text: string,
  fence: Fence,
  languages: Languages,
  flavour: Flavour,
  depth: number,
): Found {
  const word = wordOf(text, fence.info, languages)
  const directive = directiveIn(text.slice(...fence.info))
  const included = word && includedFile(text, fence, word)
  if (included) return { ...NOTHING_FOUND, files: [included] }
  if (word)
    return directive
      ? directiveBlock(text, fence, word, languages, flavour)
      : blockOf(text, fence, word, flavour)
  if (!directive || depth >= DEEPEST) return NOTHING_FOUND
  if (isHeader(directive.name)) {
    const at = fence.info[0] + 1
    const named: Word = { at: [at, at + directive.name.length], isDirective: true }
    return directiveBlock(text, fence, named, languages, flavour)
  }
  const passage = passageOfLines(text, fence.lines)
  const inner = holdsMarkdown(directive.name)
    ? markdownBlocks(passage.text, languages, { ...flavour, html: undefined }, depth + 1)
    : directive.name === 'eval-rst' && flavour.rst
      ? flavour.rst(passage.text, languages)
      : NOTHING_FOUND
  return inside(text, fence, passage, inner)
}

/** What was found inside of a fence, which gets longer where another text in it would close it. */
function inside(text: string, fence: Fence, passage: Passage, inner: Found): Found {
  const found = lifted(inner, passage)
  const blocks = found.blocks.map((block, place): Block => {
    const exchanged: Block['exchanged'] = (own, format) => {
      const { edits, refused } = block.exchanged(own, format)
      const within = inner.blocks[place]!.exchanged(own, format).edits
      if (!edits || !within) return refused ? { refused } : { edits: [] }
      // What stands there does not close the fence, though a tab before it may be narrower here than in the document.
      if (edits.length === 0) return { edits }
      const { before, behind } = longerFences(text, fence, withEdits(passage.text, within))
      return { edits: inPlaces([...before, ...edits, ...behind]) }
    }
    return { ...block, exchanged }
  })
  return { ...found, blocks }
}

const blockOf = (
  text: string,
  fence: Fence,
  word: Word,
  { inBraces = 'directive' as const }: Flavour,
): Found => only(fencedBlock(text, fence, word, inBraces))

const only = (block: Block): Found => ({ ...NOTHING_FOUND, blocks: [block] })

/** A directive may have options, and its text in a file that its argument names. */
function directiveBlock(
  text: string,
  fence: Fence,
  word: Word,
  languages: Languages,
  flavour: Flavour,
): Found {
  const { lines, caption } = withoutOptions(text, fence.lines)
  const own: Fence = { ...fence, lines, heading: caption ?? fence.heading }
  const name = text.slice(...word.at).toLowerCase()
  const argumentStart = word.at[1] + 1
  const argument = text.slice(argumentStart, fence.info[1])
  const isEmpty = lines.lines.every(([start, end]) => text.slice(start, end).trim() === '')
  if (word.isDirective && isHeader(name)) {
    const block = fencedBlock(text, own, word, 'directive')
    const argumentAt: Range = [argumentStart, fence.info[1]]
    return only(orCode(namedGraph(text, block, word.at, argumentAt, languages), word.at, argumentAt))
  }
  if (word.isDirective && argument.trim() !== '' && isEmpty) {
    const start = argumentStart + argument.length - argument.trimStart().length
    const fileAt: Range = [start, start + argument.trim().length]
    const file = namedFile(text, { ...partsOfFile(text, own), fileAt, word: word.at, wordFor: directiveFor })
    return { ...NOTHING_FOUND, files: [file] }
  }
  const found = blockOf(text, own, word, flavour)
  const isOfMyst = word.isDirective && (flavour.inBraces ?? 'directive') === 'directive'
  return isOfMyst ? only(orCode(found.blocks[0]!, word.at, [argumentStart, fence.info[1]])) : found
}
