/** Fenced code of Markdown (CommonMark 0.31, section 4.5) at any place: in lists, in quotes, indented. */
import { parse, postprocess, preprocess } from 'micromark'
import { type Block, type Found, NOTHING_FOUND, type Range } from './block.js'
import { type Fence, fencedBlock, wordOf } from './fence.js'
import type { Languages } from './languages.js'
import { lineStart, lineStop } from './lines.js'
import { markdownMarkup } from './markdown-links.js'

/** Whether there can be a fence in a text at all: most documents of a repository have none. */
const hasFence = (text: string): boolean => /`{3}|~{3}/.test(text)

/**
 * The diagrams of a Markdown document: its fenced blocks that name a language of diagrams.
 * @param text the document, without a byte order mark
 * @param languages the words that are such
 * @returns blocks with offsets into the text, in UTF-16 code units; no messages
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function markdownBlocks(text: string, languages: Languages): Found {
  if (!hasFence(text)) return NOTHING_FOUND
  const blocks = fencesOf(text).flatMap((fence): Block[] => {
    const word = wordOf(text, fence.info, languages)
    return word ? [fencedBlock(text, fence, word, markdownMarkup)] : []
  })
  return { ...NOTHING_FOUND, blocks }
}

interface Open {
  readonly start: number
  sign?: Range
  info?: Range
  closing?: Range
  fences: number
  readonly lines: Range[]
}

function fencesOf(text: string): Fence[] {
  const fences: Fence[] = []
  let heading: string | undefined
  let open: Open | undefined
  for (const [kind, token] of postprocess(
    parse()
      .document()
      .write(preprocess()(withoutDepths(text), undefined, true)),
  )) {
    const [start, end] = [token.start.offset, token.end.offset]
    if (kind === 'enter') {
      if (token.type === 'codeFenced') open = { start, fences: 0, lines: [] }
    } else if (token.type === 'atxHeadingText' || token.type === 'setextHeadingText') {
      heading = headingOf(text.slice(start, end))
    } else if (!open) continue
    else if (token.type === 'codeFenced') {
      fences.push(fenceOf(text, open, end, heading))
      open = undefined
    } else if (token.type === 'codeFencedFence') open.fences++
    else if (token.type === 'codeFencedFenceSequence') {
      if (open.sign) open.closing = [start, end]
      else open.sign = [start, end]
    } else if (token.type === 'codeFencedFenceInfo') open.info = [start, end]
    else if (token.type === 'codeFencedFenceMeta') open.info = [open.info?.[0] ?? start, end]
    else if (token.type === 'codeFlowValue') open.lines[open.lines.length - 1] = [start, end]
    else if (token.type === 'lineEnding') open.lines.push([end, -1])
  }
  return fences
}

function fenceOf(text: string, open: Open, end: number, heading: string | undefined): Fence {
  const { start, sign = [start, start], info = [sign[1], sign[1]], closing, fences } = open
  const before = text.slice(lineStart(text, start), start)
  // A bullet stands only before the first line of a block.
  const prefix = before.replace(/[^>\s]/gu, ' ')
  // The line of the closing fence is none of the diagram's.
  const lines = fences > 1 ? open.lines.slice(0, -1) : open.lines
  const own = lines.map((line): Range => (line[1] < 0 ? blankLine(text, line[0], prefix) : line))
  return {
    at: [start, end],
    sign,
    info,
    closing,
    heading,
    lines: { lines: own, prefix, open: lineStop(text, start) },
  }
}

/** A blank line begins behind as much of the prefix as it has. */
function blankLine(text: string, start: number, prefix: string): Range {
  const stop = lineStop(text, start)
  return [
    text.startsWith(prefix, start) && start + prefix.length <= stop ? start + prefix.length : stop,
    stop,
  ]
}

/** A heading as a person reads it. */
const headingOf = (source: string): string =>
  source
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/\s*\{#[^{}]*\}$/, '')
    .replace(/[*_`\\]/g, '')
    .trim()

/** More quotes and lists in each other than anybody writes; micromark takes time by their square. */
const DEEPEST = 200

/** The text with blanks in the place of lines that begin with more signs of quotes and lists than anybody writes. */
function withoutDepths(text: string): string {
  const parts: string[] = []
  let copied = 0
  let signs = 0
  let inMargin = true
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '\n' || sign === '\r') {
      signs = 0
      inMargin = true
    } else if (inMargin) {
      if (MARGIN.includes(sign)) signs++
      else if (sign !== ' ' && sign !== '\t') inMargin = false
      if (signs <= DEEPEST) continue
      const next = text.slice(at).search(/[\r\n]/)
      const end = next < 0 ? text.length : at + next
      const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1
      parts.push(text.slice(copied, start), ' '.repeat(end - start))
      copied = end
      at = end - 1
    }
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied)
}

/** What quotes and lists begin with. */
const MARGIN = '>-+*0123456789.)'
