/** Mistakes that only a look at whole lines shows: comments of other languages, subgraphs without a brace, commas between statements. */

import { lastAtMost } from '../../../../src/ir/lists.js'
import type { Range } from '../../../../src/ir/model.js'
import { once } from '../../../../src/ir/once.js'
import type { Message, TextEdit } from '../../../../src/messages/message.js'
import { hiddenIn } from '../../words/hidden.js'
import { authorOffset, type Source, withReplaced } from '../source.js'
import * as line from './line-messages.js'
import * as say from './messages.js'

interface LineMistake {
  /** One of these is in each text that has it. */
  readonly signs: readonly number[]
  /** What is wrong stands behind the first group; all of it is replaced. */
  readonly pattern: RegExp
  /** What stands there instead; nothing where it is no mistake. */
  readonly meant: (match: RegExpExecArray) => string | undefined
  readonly sentence: (written: string, at: Range, edits: readonly TextEdit[]) => Message
}

const ID = '(?:"[^"\\n]*"|[\\w\\u0080-\\uffff]+)'
const LIST = '\\[(?:"[^"\\n]*"|[^\\]"\\n])*\\]'
const VALUE = '(?:"[^"\\n]*"|-?[\\w.\\u0080-\\uffff]+)'
const ASSIGNMENT = `[A-Za-z_]\\w*[ \\t]*=[ \\t]*${VALUE}`

const CHAIN = `${ID}[ \\t]*(?:${LIST})?(?:[ \\t]*-[->][ \\t]*${ID}[ \\t]*(?:${LIST})?)+`
const PIECE = new RegExp(`(-[->])|(${ID})[ \\t]*(${LIST})?`, 'g')

const LIST_BEFORE_ARROW = /\][ \t]*-[->]/

/** `a [label="x"] -> b [label="y"]`: a list before an arrow is that of a node, and so are all of its chain. */
function listsApart(chain: string): string | undefined {
  // Of most chains, nothing but the end has a list.
  if (!chain.includes(']') || !LIST_BEFORE_ARROW.test(chain)) return undefined
  const pieces = [...chain.matchAll(PIECE)]
  if (!pieces.some(([, , , list], place) => list && place < pieces.length - 1)) return undefined
  const lists = pieces.filter(([, , , list]) => list).map(([, , id, list]) => `${id} ${list}`)
  return `${lists.join('; ')}; ${pieces.map(([, arrow, id]) => arrow ?? id).join(' ')}`
}

/** What one look at a text finds, by the groups of the expression: nearly all texts have few of these signs, and each mistake has one. */
const SIGNS =
  /^[ \t]*(?:(%|'[ \t])|(?:"[^"\n]*"|[\w\u0080-\uffff]+)[ \t]*(:|=(?!>)))|\][ \t]*(-[->]|,)|\b(subgraph)\b|\b(rank)\b/gim
const [COMMENT, NAME, LIST_GOES_ON, SUBGRAPH, RANK] = [1, 2, 3, 4, 5] as const

function signsIn(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  SIGNS.lastIndex = 0
  for (let match = SIGNS.exec(text); match; match = SIGNS.exec(text))
    for (let group = 1; group < match.length; group++) if (match[group] !== undefined) found.add(group)
  return found
}

const lineMistakes = /* @__PURE__ */ once((): readonly LineMistake[] => [
  {
    signs: [COMMENT],
    pattern: /^([ \t]*)(?:%%+|'(?=[ \t]))/gm,
    meant: () => '//',
    sentence: (_, ...place) => say.foreignComment(...place),
  },
  {
    signs: [LIST_GOES_ON],
    pattern: new RegExp(`((?:^|[{};])[ \\t]*)${CHAIN}`, 'gm'),
    meant: ([all, before = '']) => listsApart(all.slice(before.length)),
    sentence: (written, ...place) => line.listsApart({ written }, ...place),
  },
  {
    signs: [SUBGRAPH, NAME],
    pattern: /(\bsubgraph)[ \t]*:[ \t]*/gi,
    meant: () => ' ',
    sentence: (_, ...place) => line.signBehindSubgraph(...place),
  },
  {
    signs: [SUBGRAPH],
    pattern: /(\bsubgraph[ \t]+)\w+(?:[ \t]+\w+)+(?=[ \t]*(?:\{|$))/gim,
    meant: ([all, before = '']) => `"${all.slice(before.length)}"`,
    sentence: (written, ...place) => line.spacedName({ written }, ...place),
  },
  {
    signs: [SUBGRAPH],
    pattern: new RegExp(`(\\bsubgraph[ \\t]+${ID})[ \\t]*${LIST}[ \\t]*\\{`, 'gi'),
    meant: ([all, before = '']) => ` { graph ${all.slice(before.length).slice(0, -1).trim()};`,
    sentence: (written, ...place) => line.listOfSubgraph({ written: written.trim() }, ...place),
  },
  {
    signs: [SUBGRAPH],
    pattern: new RegExp(`^([ \\t]*subgraph[ \\t]+${ID})[ \\t]*$(?!\\s*\\{)`, 'gim'),
    meant: () => ' {',
    sentence: (_, ...place) => line.subgraphWithoutBrace(...place),
  },
  {
    signs: [RANK, NAME],
    pattern: /((?:^|\{)[ \t]*rank[ \t]*=[ \t]*"?(?:same|min|max|source|sink)"?)[ \t]*[:,]/gim,
    meant: () => ';',
    sentence: (_, ...place) => line.partedStatements(...place),
  },
  {
    signs: [LIST_GOES_ON],
    pattern: new RegExp(`(${LIST})[ \\t]*,(?=[ \\t]*${ID}[ \\t]*(?:\\[|-[->]|;|$))`, 'gm'),
    meant: () => ';',
    sentence: (_, ...place) => line.partedStatements(...place),
  },
  {
    signs: [NAME],
    pattern: new RegExp(
      `^([ \\t]*${ASSIGNMENT})(?:[ \\t]*,[ \\t]*${ASSIGNMENT})+(?=[ \\t]*;?[ \\t]*$)`,
      'gm',
    ),
    meant: ([all, before = '']) =>
      all.slice(before.length).replace(/[ \t]*,[ \t]*(?=[A-Za-z_]\w*[ \t]*=)/g, '; '),
    sentence: (_, ...place) => line.partedStatements(...place),
  },
  {
    signs: [NAME],
    pattern: new RegExp(
      `^([ \\t]*${ID})[ \\t]*:[ \\t]*${ASSIGNMENT}(?:[ \\t]*,[ \\t]*${ASSIGNMENT})*(?=[ \\t]*;?[ \\t]*$)`,
      'gm',
    ),
    meant: ([all, before = '']) => ` [${all.slice(before.length).replace(/^[ \t]*:[ \t]*/, '')}]`,
    sentence: (written, ...place) => say.roundBrackets({ list: written.trim().slice(1, -1) }, ...place),
  },
])

export interface LineRepair {
  readonly source: Source
  readonly messages: readonly Message[]
}

/** So many places of a kind are mended. */
const MOST = 500

/** Some expressions look at a line from each of its characters on; none looks further. */
const MOST_WORK = 200_000_000

/** Whether the squares of the lengths of all lines are not too much together. */
function isWorthLooking(text: string): boolean {
  let work = 0
  for (let start = 0; start < text.length && work <= MOST_WORK; ) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    work += (next - start) ** 2
    start = next
  }
  return work <= MOST_WORK
}

/** For each kind of mistake in turn, the file with all of that kind mended. Nothing is said of whether that is better. */
export function* lineRepairs(source: () => Source): Generator<LineRepair> {
  let looked = ''
  let known: ReadonlySet<number> = new Set()
  for (const { signs, pattern, meant, sentence } of lineMistakes()) {
    const { text } = source()
    if (text !== looked && !isWorthLooking(text)) return
    // What was mended before may have made other signs.
    if (text !== looked) known = signsIn(text)
    looked = text
    if (!signs.some(sign => known.has(sign)) || text.search(pattern) < 0) continue
    // Most lines are in order, and then nobody asks where quotes are.
    const hidden = once(() => [...hiddenIn(text)])
    const isHidden = (at: number) => {
      const before = hidden()[lastAtMost(hidden(), at - 1, ({ start }) => start)]
      return before !== undefined && at < before.end
    }
    const found: { readonly start: number; readonly end: number; readonly written: string }[] = []
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[1]!.length
      const written = found.length < MOST ? meant(match) : undefined
      if (written === undefined || isHidden(start)) continue
      found.push({ start, end: match.index + match[0].length, written })
    }
    if (found.length === 0) continue
    const messages: Message[] = []
    let mended = source()
    // The last one first: what stands before it keeps its place.
    for (const { start, end, written } of found.toReversed()) {
      const at = [authorOffset(mended, start), authorOffset(mended, end)] as const
      const shown = at[1] > at[0] ? at : ([Math.max(at[0] - 1, 0), at[1]] as const)
      messages.unshift(sentence(written, shown, [{ start: at[0], end: at[1], text: written }]))
      mended = withReplaced(mended, start, end, written)
    }
    yield { source: mended, messages }
  }
}
