/**
 * Lists in labels as a person would draw them: one block in the middle, with its items at the left, no deeper indented than their signs
 * need. Browsers put each item of a list in a centred label into the middle by itself, 40 pixels right of it.
 */
import type { RichSource } from './rich.js'

const LIST = /<(\/?)(?:ul|ol)\b([^<>]*)>/gi
const TIGHT = 'display: table; margin: 0px auto; padding-left: 20px; text-align: left;'

/** Whether all lists of a label can be so, which somebody else's format shows in its own way: whoever gives them attributes, or lists in lists, means what browsers make of that. */
export function hasTightLists({ syntax, source }: RichSource): boolean {
  if (syntax !== 'mermaid-html') return false
  let depth = 0
  let count = 0
  for (const [, closing, attributes] of source.matchAll(LIST)) {
    if (attributes!.trim() !== '') return false
    depth += closing ? -1 : 1
    if (depth < 0 || depth > 1) return false
    count++
  }
  return count > 0 && depth === 0
}

/** The source of a label as HTML whose lists are so, where all of them can be. */
export const withTightLists = (rich: RichSource): string =>
  hasTightLists(rich)
    ? rich.source.replace(LIST, (tag, closing: string) =>
        closing ? tag : `${tag.slice(0, -1)} style="${TIGHT}">`,
      )
    : rich.source
