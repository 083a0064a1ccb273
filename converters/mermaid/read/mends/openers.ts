/** Lines that open a subgraph with another word: `group Back end`, `subnet "Private"`. */
import { escaped } from './line-mends.js'
import * as say from './messages.js'
import type { Proposal } from './proposal.js'
import { isReadable } from './readable.js'

const OPENER =
  /^(\s*)((?!(?:subgraph|style|class|classDef|linkStyle|click|direction|title|end|note)\b)[A-Za-z]{3,})\s+("[^"\n]+"|[\p{L}\p{N}][^\n"[\](){}|<>;&=]*(?:\[[^\]\n]*\])?)\s*\{?\s*$/u

/** A line that Mermaid takes for a direction, with the mark that says so, although it begins with `subgraph`. */
const WITH_DIRECTION = /^[\s\uFFFF]*subgraph\s.*?\S([^\S\n]+)direction\s+(?:TB|TD|BT|LR|RL)\s*$/

export const opensBesideDirection = (line: string): boolean => WITH_DIRECTION.test(line)

/** Whether a line has a word and a title, as one that opens a subgraph has. */
export function isOpener(line: string): boolean {
  return !line.includes('--') && OPENER.test(line)
}

/** The same line with the word that Mermaid has. */
export function openerMeant(line: string): Proposal {
  const gap = WITH_DIRECTION.exec(line)?.[1]
  if (gap !== undefined) {
    const at = line.lastIndexOf(`${gap}direction`)
    const edits = [{ start: at, end: at + gap.length, text: '\n' }]
    return { sentence: say.statementBehindSubgraph, edits, at: [at + gap.length, line.trimEnd().length] }
  }
  const [, indent = '', word = '', title = ''] = OPENER.exec(line)!
  const start = indent.length
  const plain = title.trim()
  const written = isReadable(`subgraph ${plain}`) ? plain : `"${escaped(plain)}"`
  const end = line.trimEnd().length
  return {
    sentence: (...place) => say.misspelt({ word, meant: 'subgraph' }, ...place),
    edits: [{ start, end, text: `subgraph ${written}` }],
    at: [start, start + word.length],
  }
}
