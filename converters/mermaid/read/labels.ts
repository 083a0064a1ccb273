/** The raw texts of ids and labels, as mermaid's lexer puts their tokens together. */

import { message } from '../../../src/messages/message.js'
import type { Tree } from '../../../src/syntax/tree.js'
import { onlyKnownLetters } from '../words/letters.js'
import type { LabelType, RawLabel } from '../words/texts.js'
import { placeOf, rawText, type Source } from './source.js'

/** An id, a class name or the name of a function. */
export function idOf(source: Source, leaf: Tree): string {
  const { names } = source
  // One string for each id, however often it is written.
  const id = names ? names.nameOf(names.numberAt(leaf.start, leaf.end)) : rawText(source, leaf)
  if (!onlyKnownLetters(id)) {
    const text = `Mermaid takes a letter of “${id}” in no id, only in a label: A["${id}"].`
    source.messages.push(message('syntax/letter', text, { at: placeOf(source, leaf) }))
  }
  return id
}

const types: { readonly [rule: string]: LabelType | undefined } = { quoted: 'string', markdown: 'markdown' }

/** A label: its first part that is not empty says its type. */
export function labelOf(source: Source, tree: Tree): RawLabel {
  let text = ''
  let type: LabelType | undefined
  for (let leaf = tree.first; leaf; leaf = leaf.next) {
    if (leaf.rule === 'emptyText') continue
    type ??= types[leaf.rule] ?? 'text'
    text += textOf(source, leaf)
  }
  return { text, type: type ?? 'text' }
}

/** The text that a part of a label stands for, without its quotes. */
export function textOf(source: Source, leaf: Tree): string {
  if (leaf.rule === 'quoted') return rawText(source, leaf, leaf.start + 1, leaf.end - 1)
  if (leaf.rule === 'markdown') return rawText(source, leaf, leaf.start + 2, leaf.end - 2)
  const text = rawText(source, leaf)
  // In a subgraph's title, the word `click` and the blank after the next word are eaten.
  return leaf.rule === 'headingText' && text.includes('click')
    ? text.replace(/(?<![^\s\d])click\s+(\S*)\s/g, '$1')
    : text
}

/** A label as the parser keeps it: trimmed, and without quotes that stand around it after that. */
export function trimmed(label: RawLabel): RawLabel {
  const text = label.text.trim()
  const quoted = text.startsWith('"') && text.endsWith('"')
  return { text: quoted ? text.slice(1, -1) : text, type: label.type }
}
