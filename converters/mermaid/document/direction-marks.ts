/**
 * Mermaid's lexer takes a line for a direction when it finds `direction TB` (BT, RL, LR, TD) anywhere after the
 * place where it looks: the rule is `.*direction\s+TB[^\n]*`, tried at the beginning of every token. One scan finds
 * such lines beforehand and marks their beginnings, so that the grammar needs no scan of its own.
 */
import { type Edited, edit, type Replacement, unedited } from '../words/edited.js'

/** A noncharacter, which no grammar rule takes but the one that wants the mark. */
export const directionMark = '\uFFFF'

export interface Marked {
  /** The text with the marks, whose offsets lead to the text without them. */
  readonly edited: Edited
  /** In the text without marks: where marked lines start, and where their word `direction` stands. */
  readonly lines: readonly { readonly start: number; readonly word: number }[]
}

const NO_LINES: Marked['lines'] = []

const swallowing = /direction\s+(?:TB|BT|RL|LR|TD)/g

/** A block of its own begins before the lexer looks for a direction; behind its end, it looks again. */
const block = /accDescr\s*\{[^}]*\}?/g

export function markDirections(text: string): Marked {
  // Most texts have neither the word nor the mark.
  if (!text.includes('direction') && !text.includes(directionMark))
    return { edited: unedited(text), lines: NO_LINES }
  const changes: Replacement[] = []
  const lines: { start: number; word: number }[] = []
  let lineEnd = -1
  for (const { index, 0: match } of text.matchAll(swallowing)) {
    if (index < lineEnd) {
      lines.push({ start: lines.pop()!.start, word: index })
    } else {
      const start = lineStart(text, index)
      changes.push({ start, end: start, text: directionMark })
      lines.push({ start, word: index })
      const next = text.indexOf('\n', index)
      lineEnd = next < 0 ? text.length : next
    }
    // A line break between the two words belongs to the line, too.
    for (let at = index; at < index + match.length; at++)
      if (text[at] === '\n') changes.push({ start: at, end: at + 1, text: '\uFFFD' })
  }
  if (lines.length > 0) {
    let next = 0
    for (const { index, 0: match } of text.matchAll(block)) {
      // One that never closes is no block.
      if (!match.endsWith('}')) break
      const end = index + match.length
      while (next < lines.length && lines[next]!.word < end) next++
      const line = lines[next]
      if (line && line.start < end) changes.push({ start: end, end, text: directionMark })
    }
  }
  const ownMarks = Array.from(text.matchAll(/\uFFFF/g), ({ index }) => index)
  for (const at of ownMarks) changes.push({ start: at, end: at + 1, text: '\uFFFD' })
  changes.sort((a, b) => a.start - b.start || a.end - b.end)
  return { edited: edit(unedited(text), changes), lines }
}

/**
 * Where the lexer looks first on a line: at its start; on the first line behind the header; behind an `end`, to which the blanks of the
 * next line belong, at its first word.
 */
function lineStart(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  if (start > 0) return endsSubgraph(text, start) ? start + blanksAt(text, start) : start
  const header =
    /^(?:flowchart-elk|swimlane-beta|graph|flowchart)\b[^\S\n]*(?:(?:LR|RL|TB|BT|TD|BR|v)\b|[<>^])?/.exec(
      text,
    )
  return Math.min(header?.[0].length ?? 0, at)
}

/** Whether nothing but blanks stands between an `end` and this place. */
function endsSubgraph(text: string, start: number): boolean {
  let end = start
  while (end > 0 && /\s/.test(text[end - 1]!)) end--
  if (!text.endsWith('end', end)) return false
  let before = end - 'end'.length
  while (before > 0 && /[^\S\n]/.test(text[before - 1]!)) before--
  return before === 0 || /[\n;]/.test(text[before - 1]!)
}

function blanksAt(text: string, start: number): number {
  let end = start
  while (/[^\S\n]/.test(text[end] ?? '')) end++
  return end - start
}

/** The direction that mermaid takes a swallowed line for: the first of its list that the line has. */
export function directionIn(line: string): 'TB' | 'BT' | 'RL' | 'LR' | undefined {
  for (const name of ['TB', 'BT', 'RL', 'LR', 'TD'] as const)
    if (new RegExp(`direction\\s+${name}`).test(line)) return name === 'TD' ? 'TB' : name
  return undefined
}
