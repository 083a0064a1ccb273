/** The raw texts of ids and labels, as mermaid's lexer puts their tokens together. */

import type { ChildOf } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { onlyKnownLetters } from '../words/letters.js'
import type { LabelType, RawLabel } from '../words/texts.js'
import { unknownLetter } from './messages.js'
import { placeOf, rawText, type Source } from './source.js'

/** An id, a class name or the name of a function. */
export function idOf(source: Source, leaf: TreeOf<'nodeId' | 'className' | 'curve' | 'callback'>): string {
  const { names } = source
  // One string for each id, however often it is written.
  const id = names ? names.nameOf(names.numberAt(leaf.start, leaf.end)) : rawText(source, leaf)
  if (!onlyKnownLetters(id)) source.messages.push(unknownLetter({ id }, placeOf(source, leaf)))
  return id
}

/** Words that stand without quotes have the letters of ids; what stands behind `click` is another rule's. */
export function checkLetters(source: Source, leaf: TreeOf<'headingText'>): void {
  const words = rawText(source, leaf).replace(CLICK, '').split(/\s+/)
  const id = words.find(word => !onlyKnownLetters(word))
  if (id !== undefined) source.messages.push(unknownLetter({ id }, placeOf(source, leaf)))
}

/** In a subgraph's title, the word `click` and the blank after the next word are eaten. */
const CLICK = /(?<![^\s\d])click\s+(\S*)\s/g

/** What holds a text: the labels of nodes and links, and what stands behind `subgraph`. */
type LabelTree = TreeOf<
  'Label' | 'SlantedLabel' | 'EllipseLabel' | 'LineLabel' | 'ThickLabel' | 'DottedLabel' | 'Heading'
>

/** The label between the brackets of a shape. */
export function labelIn(shape: ChildOf<TreeOf<'Shape'>>): LabelTree {
  let piece: ChildOf<typeof shape> = shape.first
  while (piece.rule !== 'Label' && piece.rule !== 'SlantedLabel' && piece.rule !== 'EllipseLabel')
    piece = piece.next
  return piece
}

/** A label: its first part that is not empty says its type. */
export function labelOf(source: Source, tree: LabelTree): RawLabel {
  let text = ''
  let type: LabelType | undefined
  for (let leaf: ChildOf<typeof tree> | undefined = tree.first; leaf; leaf = leaf.next) {
    if (leaf.rule === 'emptyText') continue
    type ??= leaf.rule === 'quoted' ? 'string' : leaf.rule === 'markdown' ? 'markdown' : 'text'
    text += textOf(source, leaf)
  }
  return { text, type: type ?? 'text' }
}

/** The text that a part of a label stands for, without its quotes. */
export function textOf(
  source: Source,
  leaf: Exclude<ChildOf<LabelTree>, TreeOf<'emptyText'>> | TreeOf<'quoted'>,
): string {
  if (leaf.rule === 'quoted') return rawText(source, leaf, leaf.start + 1, leaf.end - 1)
  if (leaf.rule === 'markdown') return rawText(source, leaf, leaf.start + 2, leaf.end - 2)
  const text = rawText(source, leaf)
  return leaf.rule === 'headingText' && text.includes('click') ? text.replace(CLICK, '$1') : text
}

/** A label as the parser keeps it: trimmed, and without quotes that stand around it after that. */
export function trimmed(label: RawLabel): RawLabel {
  const text = label.text.trim()
  const quoted = text.startsWith('"') && text.endsWith('"')
  return { text: quoted ? text.slice(1, -1) : text, type: label.type }
}
