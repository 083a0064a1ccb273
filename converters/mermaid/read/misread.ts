/** Lines that are statements, or might be, and that only the rest of the text shows to open or close a subgraph. */
import type { ChildOf } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { misspeltStatement } from './mends/misspelt.js'
import { isOpener, opensBesideDirection } from './mends/openers.js'
import type { Source } from './source.js'

/** Each line by how far it begins from the end of the text. */
export interface Misread {
  /** Those that close a subgraph although they say `End`. */
  readonly ends: ReadonlySet<number>
  /** Those that open one although they say `group` or `subnet`, or have a direction behind the title. */
  readonly openers: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()
export const NOTHING_MISREAD: Misread = { ends: NONE, openers: NONE }

/** Whether a line opens a subgraph (1), closes one (-1), or does neither. */
export function step(part: ChildOf<TreeOf<'Line'>>): number {
  const rule = part.first?.rule
  if (rule === 'Subgraph') return 1
  if (rule === 'SubgraphEnd') return -1
  const opens =
    part.rule === 'unreadable' &&
    (/^\s*subgraph\b/.test(part.text) || misspeltStatement(part.text)?.meant === 'subgraph')
  return opens ? 1 : 0
}

const MISSPELT_END = /^\s*(?:END|End|ennd|edn|emd|endd|End;|endsubgraph|end_subgraph)\s*$/
const MISSPELT_WORD = /(?:END|End|ennd|edn|emd|endd|endsubgraph|end_subgraph)[^\S\n]*(?:[\n;]|$)/g

/** Whether such a line may be there, without a look at the statements. */
function maySayEnd(text: string): boolean {
  for (const { index } of text.matchAll(MISSPELT_WORD)) {
    let start = index
    while (start > 0 && text[start - 1] !== '\n' && /\s/.test(text[start - 1]!)) start--
    if (start === 0 || /(?:[\n;}]|\bend)$/.test(text.slice(Math.max(start - 4, 0), start))) return true
  }
  return false
}

/**
 * Lines with nothing but `End`, `END` or `ennd`, which name a node, where just so many subgraphs are open at the end; and lines such as
 * `group Back end`, which can be read as nothing, where each has an `end` behind it that closes nothing else.
 * @param isTooOften whether there is an `end` that closes nothing
 */
export function misreadIn({ marked }: Source, isTooOften: boolean): Misread {
  const { text } = marked.edited
  if (!isTooOften && !maySayEnd(text)) return NOTHING_MISREAD
  const ends = new Set<number>()
  const openers = new Set<number>()
  const pieces = parser.pieces(text)
  let open = 0
  let tooMany = 0
  pieces.next('Header')
  for (let line = pieces.next('Line'); line; line = pieces.atEnd ? undefined : pieces.next('Line')) {
    const { first } = line
    open += step(first)
    if (open < 0) {
      open = 0
      // More than could have been opened: which of them closes what is not known.
      tooMany += openers.size > tooMany ? 1 : Number.POSITIVE_INFINITY
    }
    if (first.first?.rule === 'Chain' && MISSPELT_END.test(first.text)) ends.add(text.length - first.start)
    const isUnreadable = first.rule === 'unreadable'
    const isBeside = (isUnreadable || first.first?.rule === 'Direction') && opensBesideDirection(first.text)
    if (isBeside || (isUnreadable && isOpener(first.text))) openers.add(text.length - first.start)
  }
  return {
    ends: open > 0 && ends.size <= open ? ends : NONE,
    openers: tooMany === openers.size ? openers : NONE,
  }
}
