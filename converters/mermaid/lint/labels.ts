/** What is new in labels, ids, names and values. */
import type { Range } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { ChildOf, Tree } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { constructs } from '../versions/constructs.js'
import { type Place, refusedByOld } from '../versions/old-tokens.js'
import { insertion, missing, placeOf, type Search } from './search.js'

/** What holds a text of its own: the labels of nodes and links. */
export type LabelTree = TreeOf<
  'Label' | 'SlantedLabel' | 'EllipseLabel' | 'LineLabel' | 'ThickLabel' | 'DottedLabel'
>

type LabelPart = ChildOf<LabelTree>

/** @param behind what closes the label */
export function searchLabel(search: Search, label: LabelTree, behind: string): void {
  for (let leaf: LabelPart | undefined = label.first; leaf; leaf = leaf.next) {
    if (leaf.rule === 'markdown') missing(search, constructs.markdown, placeOf(search, leaf.start, leaf.end))
    else if (leaf.rule === 'quoted') searchTags(search, placeOf(search, leaf.start + 1, leaf.end - 1))
    else if (leaf.rule !== 'emptyText') searchUnquoted(search, leaf, isAlone(label, leaf), behind)
  }
}

const isAlone = (label: LabelTree, leaf: Tree): boolean =>
  label.start === leaf.start && leaf.next === undefined

function searchUnquoted(search: Search, leaf: Tree, alone: boolean, behind: string): void {
  const at = placeOf(search, leaf.start, leaf.end)
  const written = search.source.slice(...at)
  const edits = alone ? inQuotes(written, at) : []
  searchTags(search, at)
  if (takesArrowsId(leaf.text)) missing(search, constructs.atSign, at, { edits })
  const refused = refusedByOld(leaf.text, 'label', search.release, behind)
  if (!refused) return
  missing(search, constructs.unquoted, at, { part: writtenPart(search, leaf, refused), edits })
}

/** A part as its author wrote it, entity codes included. */
function writtenPart(search: Search, leaf: Tree, [start, end]: readonly [number, number]): string {
  const written = search.source.slice(...placeOf(search, leaf.start + start, leaf.start + end))
  return written.trim() || 'a line break'
}

/** From the beginning of its statement on, what stands before an `@` and has no blank could be the id of an arrow. */
const takesArrowsId = (text: string): boolean => /^[^\s"@]*@[^{"]/.test(text)

/** The label in quotes. Backticks in them would begin a text of another kind. */
function inQuotes(written: string, [start, end]: Range): readonly TextEdit[] {
  if (written.includes('"') || written.startsWith('`')) return []
  return [insertion(start, '"'), insertion(end, '"')]
}

function searchTags(search: Search, at: Range): void {
  const written = search.source.slice(...at)
  if (/="[^"]*"/.test(written))
    missing(search, constructs.htmlQuotes, at, { edits: singleQuotes(written, at[0]) })
}

function singleQuotes(written: string, start: number): readonly TextEdit[] {
  return Array.from(written.matchAll(/="([^"']*)"/g), ({ index, 0: match, 1: value }) => ({
    start: start + index,
    end: start + index + match.length,
    text: `='${value}'`,
  }))
}

/** An id, the name of a class, or another word that is none of a label's. */
export function searchWord(search: Search, leaf: Tree, place: Exclude<Place, 'label'>): void {
  const refused = refusedByOld(leaf.text, place, search.release)
  if (!refused) return
  const at = placeOf(search, leaf.start, leaf.end)
  const claim = place === 'style' ? constructs.styleValue : constructs.idOfWords
  missing(search, claim, at, { part: leaf.text.slice(...refused).trim() })
}
