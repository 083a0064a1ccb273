/** Where things stand in JSON text: the members of an object, the items of a list, and the blanks between them. */
import type { Node as JsonNode } from 'jsonc-parser'

/** A part of the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An object or a list of a text, with what stands in it in the order of the text. */
export interface Container {
  /** Between its brackets. */
  readonly inside: Span
  readonly parts: readonly Span[]
}

/** The text of a file with one value of it, and how the file writes. */
export interface JsonText {
  readonly text: string
  /** What the places of the tree count from. */
  readonly from: number
  /** One step of indentation. */
  readonly step: string
  readonly newline: string
  /** What stands behind a comma and a colon where the line goes on. */
  readonly gap: string
}

/** @param from the offset in the text that the places of the tree count from */
export function jsonText(text: string, from: number): JsonText {
  const step = /[\r\n]([ \t]+)"/.exec(text)?.[1] ?? '  '
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  return { text, from, step, newline, gap: /":[ \t]/.test(text) || !/":/.test(text) ? ' ' : '' }
}

/** Where a value stands in the text. */
export function spanOf({ from }: JsonText, { offset, length }: JsonNode): Span {
  return { start: from + offset, end: from + offset + length }
}

export function containerOf(json: JsonText, node: JsonNode): Container {
  const { start, end } = spanOf(json, node)
  const inside = { start: start + 1, end: end - 1 }
  return { inside, parts: (node.children ?? []).map(child => spanOf(json, child)) }
}

/** The values of an object by their names; of two members of one name the last counts. */
export function membersOf({ children = [] }: JsonNode): Map<string, { place: number; value: JsonNode }> {
  const members = new Map<string, { place: number; value: JsonNode }>()
  for (const [place, { children: [key, value] = [] }] of children.entries())
    if (key && value) members.set(key.value as string, { place, value })
  return members
}

/** Whether what an object or a list holds goes on in the line that it begins in. */
export function isInLine({ text }: JsonText, { inside, parts: [first] }: Container): boolean {
  return first !== undefined && !/[\r\n]/.test(text.slice(inside.start, first.start))
}

/** The blanks that the line begins with that an offset stands in. */
export function indentOf({ text }: JsonText, offset: number): string {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  return /^[ \t]*/.exec(text.slice(line, offset))![0]
}
