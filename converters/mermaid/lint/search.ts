/** The search for what a release of mermaid does not have. */
import type { Range } from '../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import type { Marked } from '../document/direction-marks.js'
import type { Prepared } from '../document/prepare.js'
import { type Claim, has, nextWith, readsAllTheSame } from '../versions/claims.js'
import type { Release } from '../versions/releases.js'
import { originOf } from '../words/edited.js'
import * as say from './messages.js'

export interface Search {
  /** The author's. */
  readonly source: string
  readonly prepared: Prepared
  readonly marked: Marked
  readonly release: Release
  /** The renderer in words: the release, and who runs it. */
  readonly renderer: string
  readonly messages: Message[]
}

/** What stands in the text where a claim is about it, and what would say the same. */
export interface Found {
  readonly part?: string
  readonly edits?: readonly TextEdit[]
}

/** Says that the release does not have a construct, if it does not. @param at in the author's text */
export function missing(search: Search, claim: Claim, at: Range, { part, edits = [] }: Found = {}): void {
  const { release, renderer, messages } = search
  if (has(release, claim)) return
  const finding = {
    renderer,
    construct:
      part === undefined
        ? claim.says
        : claim.says.replace(/^this/, () => (part === 'a line break' ? part : `“${part}”`)),
    next: nextWith(release, claim),
    instead: claim.instead,
  }
  messages.push(
    readsAllTheSame(release, claim)
      ? say.drawnOtherwise({ ...finding, drawn: claim.drawn ?? '' }, at, edits)
      : say.notRead(finding, at, edits),
  )
}

/** The author's range of a range of the text that the grammar saw. */
export function placeOf({ marked, prepared }: Search, start: number, end: number): Range {
  const [from, to] = originOf(marked.edited, start, end)
  return originOf(prepared.edited, from, to)
}

/** The author's text, with an edit. */
export const insertion = (at: number, text: string): TextEdit => ({ start: at, end: at, text })
export const deletion = ([start, end]: Range): TextEdit => ({ start, end, text: '' })
