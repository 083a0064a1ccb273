/** One line of FlowZap Code as pieces that stay, with what is to stand between them. */
import type { Piece } from '../../../src/fmt/gaps.js'
import type { Tree } from '../../../src/syntax/tree.js'

/** A word or a sign of a line. */
type Word = Pick<Tree, 'rule' | 'start' | 'end' | 'text'>

/** What a line consists of, from left to right: leaves of the tree that have a text, and the brackets of handles, which are none. */
export function wordsOf(tree: Tree): Word[] {
  const words: Word[] = []
  const waiting: (Tree | Word)[] = [tree]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!('first' in next) || !next.first) {
      if (next.rule !== 'stop') words.push(next)
    } else if (next.rule === 'Handle') waiting.push(...handle(next).reverse())
    else waiting.push(...[...next.children].reverse())
  }
  return words
}

function handle({ children, start, end, text }: Tree): Word[] {
  const [word, side] = children as [Tree, Tree]
  const open = start + text.indexOf('(')
  return [
    word,
    { rule: 'handleOpen', start: open, end: open + 1, text: '(' },
    side,
    { rule: 'handleClose', start: end - 1, end, text: ')' },
  ]
}

/** What stands before a word, where it does not depend on the word before. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ['colon', ''],
  ['shape', ' '],
  ['separator', ''],
  ['string', ''],
  ['handleWord', ''],
  ['handleOpen', ''],
  ['side', ''],
  ['handleClose', ''],
  ['openBrace', ' '],
  ['closeBrace', ''],
  ['laneLabel', ' '],
  ['arrow', ' '],
  ['openBracket', ' '],
  ['closeBracket', ''],
  ['condition', ''],
])

/** The words of a line; nothing stands before the first. */
export function piecesOf(words: readonly Word[]): Piece[] {
  return words.flatMap((word, place) => {
    const before = words[place - 1]
    const gap = before ? gapBetween(before.rule, word.rule) : ''
    return partsOf(word).map((part, index) => ({ ...part, before: index > 0 ? part.before : gap }))
  })
}

function gapBetween(before: string, rule: string): string {
  // A prefix ends with the dot that parts it from the node.
  if (before === 'prefix' || before === 'loopPrefix') return ''
  if (before === 'openBracket') return ''
  return BEFORE.get(rule) ?? ' '
}

type Part = Pick<Piece, 'start' | 'end'> & { readonly before: string }

/** A word that may hold blanks of which none is meant, in the parts that stay. */
function partsOf({ rule, start, end, text }: Word): Part[] {
  if (rule === 'prefix' || rule === 'freeLaneId' || rule === 'condition') {
    const dot = rule === 'prefix' ? 1 : 0
    const name = text.slice(0, text.length - dot).trimEnd()
    const parts = [{ start, end: start + name.length, before: '' }]
    return dot ? [...parts, { start: end - 1, end, before: '' }] : parts
  }
  if (rule === 'handleWord')
    return [
      { start, end: start + 1, before: '' },
      { start: end - 'handle'.length, end, before: '' },
    ]
  if (rule === 'laneLabel') {
    const label = text.slice(1).trim()
    const from = start + 1 + text.slice(1).indexOf(label)
    const sign = { start, end: start + 1, before: '' }
    return label === '' ? [sign] : [sign, { start: from, end: from + label.length, before: ' ' }]
  }
  // What is carried is data, and ends where its line does.
  if (rule === 'carried') return [{ start, end, before: '' }]
  return [{ start, end: start + text.trimEnd().length, before: '' }]
}
