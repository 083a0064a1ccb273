/** Comments at statements of an outline, and the blanks before them. */
import { commentsIn, textsOf } from '../words/comments.js'
import type { Chain, Item } from './outline.js'

/** Every comment before a statement, in it and behind it on its line. */
export function commentsOf({ lead, between, list, trail }: Chain): readonly string[] {
  return [lead, between.join('') + list, trail].flatMap(part => textsOf(commentsIn(part)))
}

/** A statement's blanks before it, without comments. */
export function leadWithout(lead: string): string {
  if (commentsIn(lead).length > 0) return lineStart(lead) || '\n'
  return lead.includes('\n') ? lineStart(lead) || lead : lead || ' '
}

/** The line break before a statement and its indentation, without empty lines; empty where it stands behind another on its line. */
export const lineStart = (lead: string): string => /\r?\n[ \t]*$/.exec(lead)?.[0] ?? ''

/** The indentation of a statement that begins a line. */
export const indentOf = (lead: string): string => /(?<![ \t])[ \t]*$/.exec(lead)![0]

/** Blanks with comments, each on a line of its own, before a statement. */
export function leadWith(comments: readonly string[], lead: string, newline: string): string {
  if (comments.length === 0) return lead
  const line = lead.includes('\n') ? lead : `${newline}${lead}`
  return comments.map(comment => line + comment).join('') + line
}

export function dropComments(item: Chain): void {
  if (commentsIn(item.lead).length > 0) item.lead = leadWithout(item.lead)
  item.trail = ''
}

/** An attribute list, or what stands between two ends, without the comments in it, so that it can be said once more. */
export function withoutComments(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const { start, text: comment } of commentsIn(text)) {
    parts.push(text.slice(from, start))
    from = start + comment.length
  }
  return parts.join('') + text.slice(from)
}

/** Gives a statement and all in it another indentation, where it begins a line. */
export function reindent(item: Item, from: string, to: string): void {
  if (from === to) return
  item.lead = item.lead.replaceAll(`\n${from}`, `\n${to}`)
  if (item.kind !== 'chain') return
  for (const operand of item.operands) {
    if (operand.kind !== 'body') continue
    for (const inner of operand.items) reindent(inner, from, to)
    operand.tail = operand.tail.replaceAll(`\n${from}`, `\n${to}`)
  }
}
