/** The code of a Markdown text, as CommonMark finds it, and its headings. */
import { parse, postprocess, preprocess } from 'micromark'
import type { Range } from '../block.js'
import { behindPrefix, lineStart, lineStop } from '../lines.js'
import { withoutDepths } from './depths.js'
import type { Fence } from './fence.js'
import { frontmatterOf } from './frontmatter.js'

export interface Code {
  readonly fences: readonly Fence[]
  /** All that is code in fences or indented. */
  readonly code: readonly Range[]
  /** Code in lines, in the order of its places. */
  readonly spans: readonly Range[]
  /** The signs of quotes before their lines. */
  readonly quotes: readonly Range[]
  /** The heading above a place. */
  readonly headingAt: (place: number) => string | undefined
}

interface Open {
  readonly start: number
  sign?: Range
  info?: Range
  closing?: Range
  fences: number
  readonly lines: Range[]
}

/** MDX has other constructs in the place of these. */
const MDX = { disable: { null: ['htmlFlow', 'htmlText', 'codeIndented', 'autolink'] } }

/** @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks https://mdxjs.com/docs/what-is-mdx/#markdown */
export function codeOf(text: string, isMdx: boolean): Code {
  const fences: Fence[] = []
  const code: Range[] = []
  const spans: Range[] = []
  const quotes: Range[] = []
  const headings: { start: number; title: string }[] = []
  let open: Open | undefined
  const front = frontmatterOf(text)
  if (front?.title !== undefined) headings.push({ start: 0, title: headingOf(front.title) })
  const body = front ? text.slice(0, front.end).replace(/[^\r\n]/g, ' ') + text.slice(front.end) : text
  for (const [kind, token] of postprocess(
    parse({ extensions: isMdx ? [MDX] : [] })
      .document()
      .write(preprocess()(withoutDepths(body), undefined, true)),
  )) {
    const [start, end] = [token.start.offset, token.end.offset]
    if (kind === 'enter') {
      if (token.type === 'codeFenced') open = { start, fences: 0, lines: [] }
    } else if (token.type === 'atxHeadingText' || token.type === 'setextHeadingText')
      headings.push({ start, title: headingOf(text.slice(start, end)) })
    else if (token.type === 'blockQuotePrefix') quotes.push([start, end])
    else if (token.type === 'codeText') spans.push([start, end])
    else if (token.type === 'codeIndented') code.push([start, end])
    else if (!open) continue
    else if (token.type === 'codeFenced') {
      fences.push(fenceOf(text, open, end))
      code.push([start, end])
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
  const headingAt = (place: number) => {
    let low = 0
    let high = headings.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (headings[middle]!.start < place) low = middle + 1
      else high = middle
    }
    return headings[low - 1]?.title
  }
  return { fences, code, spans, quotes, headingAt }
}

function fenceOf(text: string, open: Open, end: number): Fence {
  const { start, sign = [start, start], info = [sign[1], sign[1]], closing, fences } = open
  // A bullet stands only before the first line of a block.
  const prefix = text.slice(lineStart(text, start), start).replace(/[^>\s]/gu, ' ')
  // The line of the closing fence is none of the diagram's.
  const inside = fences > 1 ? open.lines.slice(0, -1) : open.lines
  // Where a list or a quote ends before its fence is closed, the line behind the last break is none of the diagram’s.
  const lines = inside.filter(line => line[0] < end)
  const own = lines.map(
    (line): Range => (line[1] < 0 ? behindPrefix(text, line[0], lineStop(text, line[0]), prefix) : line),
  )
  return { at: [start, end], sign, info, closing, lines: { lines: own, prefix, open: lineStop(text, start) } }
}

/** A heading as a person reads it. */
const headingOf = (source: string): string =>
  source
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(?<!\s)\s*\{#[^{}]*\}$/, '')
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
