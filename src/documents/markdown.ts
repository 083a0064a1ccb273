/** Fenced code of Markdown (CommonMark 0.31, section 4.5) at any place: in lists, in quotes, indented. */
import { parse, postprocess, preprocess } from 'micromark'
import type { Block, Line } from './block.js'

/** Whether there can be a fence in a text at all: most documents of a repository have none. */
const hasFence = (text: string): boolean => /`{3}|~{3}/.test(text)

/**
 * The fenced blocks of a Markdown document that say their language, in their order. No messages.
 * @param text the document, without a byte order mark
 * @returns blocks with offsets into the text, in UTF-16 code units
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function fencedBlocks(text: string): Block[] {
  if (!hasFence(text)) return []
  const blocks: Block[] = []
  let open:
    | { start: number; language: string; fence: string; lines: [number, number][]; fences: number }
    | undefined
  for (const [kind, token] of postprocess(
    parse()
      .document()
      .write(preprocess()(withoutDepths(text), undefined, true)),
  )) {
    const [start, end] = [token.start.offset, token.end.offset]
    if (token.type === 'codeFenced') {
      if (kind === 'enter') open = { start, language: '', fence: '', lines: [], fences: 0 }
      else if (open) {
        if (open.language !== '') blocks.push(blockOf(open, end))
        open = undefined
      }
    } else if (!open) continue
    else if (kind === 'exit') {
      if (token.type === 'codeFencedFence') open.fences++
    } else if (token.type === 'codeFencedFenceSequence') open.fence ||= text.slice(start, end)
    else if (token.type === 'codeFencedFenceInfo') open.language = text.slice(start, end)
    else if (token.type === 'codeFlowValue') open.lines[open.lines.length - 1] = [start, end]
    else if (token.type === 'lineEnding') open.lines.push([end, end])
  }
  return blocks

  function blockOf({ start, language, fence, lines, fences }: NonNullable<typeof open>, end: number): Block {
    // The line of the closing fence is none of the diagram's.
    const own: Line[] = fences > 1 ? lines.slice(0, -1) : lines
    return { language, fence, at: [start, end], lines: own }
  }
}

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
