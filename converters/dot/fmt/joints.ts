/** What stands between each word of a DOT file and the next, before the comments come in between. */
import type { Word } from './words.js'

/** A gap between two words. */
export interface Joint {
  /** What stands right behind the word before: `;`, `,` or nothing. */
  readonly sign: string
  /** Whether the word begins a line; `keep`: what stands in the gap stays. */
  readonly gap: 'none' | 'blank' | 'line' | 'keep'
  /** How far the word is indented where it begins a line, and how far comments before it are. */
  readonly indent: number
  readonly comments: number
  /** Whether it is at the beginning or the end of a block, where no empty lines are. */
  readonly opens: boolean
  readonly closes: boolean
}

/** A pair of brackets that is open. */
interface Frame {
  readonly kind: '{' | '['
  /** Whether each thing in it has a line of its own. */
  readonly isBroken: boolean
  /** How far the line is indented that its bracket stands in, and those in it. */
  readonly outer: number
  readonly inner: number
  /** How far the statement at hand is indented. */
  statement: number
  /** Whether the statement at hand has an edge. */
  hasEdge: boolean
}

const STEP = 2

/** The joints before the words, each at the place of its word. */
export function jointsOf(words: readonly Word[]): Joint[] {
  const broken = brokenBrackets(words)
  const frames: Frame[] = []
  let line = 0
  return words.map((word, place) => {
    const { kind } = word.token
    const frame = frames.at(-1)
    const joint = jointOf(words[place - 1], word, frame, words[place + 1])
    if (joint.gap === 'line') line = joint.indent
    if (frame && word.begins) {
      frame.statement = line
      frame.hasEdge = false
    }
    if (frame && kind === '->') frame.hasEdge = true
    if (kind === '{' || kind === '[') {
      const isBroken = broken.has(place)
      const inner = isBroken ? line + STEP : line
      frames.push({ kind, isBroken, outer: line, inner, statement: inner, hasEdge: false })
    }
    if (kind === '}' || kind === ']') frames.pop()
    return joint
  })
}

/**
 * The places of brackets whose content stands on lines of its own: graphs and subgraphs with a name do, everything else where its author
 * broke the line somewhere in it.
 */
function brokenBrackets(words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>()
  const open: number[] = []
  for (const [place, word] of words.entries()) {
    const { token } = word
    const around = open.at(-1)
    const isAdded = token.kind === '+' || words[place - 1]?.token.kind === '+'
    if (around !== undefined && word.allBreaks > 0 && !isAdded) found.add(around)
    if (token.kind === '}' || token.kind === ']') {
      const closed = open.pop()!
      const isNamed = words[closed]!.isBody && (open.length === 0 || words[closed - 1]!.token.kind === 'word')
      if (isNamed && closed < place - 1) found.add(closed)
      const outer = open.at(-1)
      if (outer !== undefined && found.has(closed)) found.add(outer)
    }
    if (token.kind === '{' || token.kind === '[') open.push(place)
  }
  return found
}

function jointOf(
  before: Word | undefined,
  word: Word,
  frame: Frame | undefined,
  after: Word | undefined,
): Joint {
  const joint = (sign: string, gap: Joint['gap'], indent = (frame?.statement ?? 0) + STEP): Joint => {
    // A comment that ends its line, or stands on one of its own, breaks the line of what is around it.
    const isSplit = word.comments.length > 0 && word.allBreaks > 0
    const opens = before?.token.kind === '{' || before?.token.kind === '['
    const closes = word.token.kind === '}' || word.token.kind === ']'
    const comments = closes && frame ? frame.inner : indent
    const now = gap === 'keep' && word.comments.length > 0 ? 'blank' : gap
    return { sign, gap: isSplit ? 'line' : now, indent, comments, opens, closes }
  }
  if (!frame) return atTop(word, joint)
  // `1a` is a number and a name to Graphviz, which warns of it.
  if (before && touches(before, word)) return joint('', 'none')
  // A chain goes on in another line with its arrow.
  if (before?.token.kind === '->') return joint('', 'blank')
  if (word.token.kind === '->') return joint('', breaksAt(word, after) ? 'line' : 'blank')
  return frame.kind === '[' ? inList(before!, word, frame, joint) : inBody(before!, word, frame, joint)
}

type Make = (sign: string, gap: Joint['gap'], indent?: number) => Joint

function atTop({ token, begins, isBody }: Word, joint: Make): Joint {
  if (token.kind === 'rest') return joint('', 'blank', 0)
  // `strict digraph a`: only the first word begins a graph.
  return begins && !isBody ? joint('', 'line', 0) : joint('', 'blank', STEP)
}

function inList(before: Word, word: Word, { isBroken, inner, outer }: Frame, joint: Make): Joint {
  const isEmpty = before.token.kind === '[' && word.token.kind === ']'
  if (word.token.kind === ']')
    return isBroken && !isEmpty ? joint('', 'line', outer) : joint('', 'none', outer)
  if (!word.begins) return inStatement(before, word, joint)
  const sign = before.token.kind === '[' ? '' : ','
  if (isBroken) return joint(sign, 'line', inner)
  return joint(sign, sign === '' ? 'none' : 'blank', inner)
}

function inBody(before: Word, word: Word, frame: Frame, joint: Make): Joint {
  const closes = word.token.kind === '}'
  const { isBroken, outer, inner } = frame
  if (before.token.kind === '{' && closes) return joint('', isBroken ? 'line' : 'none', outer)
  if (!word.begins && !closes) return inStatement(before, word, joint)
  // In one line statements are parted as their author did it.
  const isSubgraph = before.token.kind === '}' && !frame.hasEdge
  const parts = isBroken ? !isSubgraph : word.semicolon
  const sign = parts && before.token.kind !== '{' ? ';' : ''
  return joint(sign, isBroken ? 'line' : 'blank', closes ? outer : inner)
}

function inStatement({ token: before }: Word, { token, isBody, allBreaks }: Word, joint: Make): Joint {
  const either = (...kinds: string[]) => kinds.includes(before.kind) || kinds.includes(token.kind)
  if (either('=', ':') || token.kind === ',') return joint('', 'none')
  // Texts that are added over several lines are the author's arrangement.
  if (either('+')) return joint('', allBreaks > 0 ? 'keep' : 'blank')
  const mayBreak = either('[') || before.kind === ','
  return joint('', mayBreak && !isBody && allBreaks > 0 ? 'line' : 'blank')
}

const touches = ({ token: before }: Word, { token }: Word): boolean =>
  before.kind === 'word' && token.kind === 'word' && before.end === token.start

/** Whether the line of an arrow ends before it, or behind it. */
const breaksAt = (arrow: Word, after: Word | undefined): boolean =>
  arrow.allBreaks > 0 || (after !== undefined && after.comments.length === 0 && after.allBreaks > 0)
