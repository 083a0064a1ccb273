/** What opens and closes in a text: pairs of brackets, and the lines that can be folded away. */
import type { Range } from './range.js'
import type { Token } from './tokens.js'

export interface Pair {
  readonly open: Token
  readonly close: Token
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
])

/** Pairs of tokens that open and close, in the order in which they close. What has no partner is passed over. */
export function pairsOf(text: string, tokens: readonly Token[]): Pair[] {
  const open: Token[] = []
  const found: Pair[] = []
  for (const token of tokens) {
    if (token.nest === 1) open.push(token)
    if (token.nest !== -1) continue
    // One that was never closed stands in no other's way: it goes with those around it.
    const sign = text[token.end - 1]!
    let place = open.length - 1
    const least = Math.max(0, open.length - MOST_PASSED)
    while (place >= least && !fits(text, open[place]!, sign)) place--
    if (place < least) continue
    found.push({ open: open[place]!, close: token })
    open.length = place
  }
  return found
}

/** So many that were never closed are passed over for one that is. */
const MOST_PASSED = 20

/** Whether a closing sign is that of an opening token. A word is closed by a word, and bars by bars. */
function fits(text: string, { start }: Token, closing: string): boolean {
  const wanted = CLOSES.get(text[start]!)
  return wanted === undefined ? !'}])'.includes(closing) || text[start] === '>' : wanted === closing
}

export interface Fold {
  /** From behind the line that stays to the end of the last line that goes. */
  readonly start: number
  readonly end: number
  readonly kind: 'block' | 'comment' | 'setting'
}

/** What can be folded: what brackets hold over several lines, and comments and settings of several lines. */
export function foldsOf(text: string, tokens: readonly Token[], pairs: readonly Pair[]): Fold[] {
  const blocks = pairs.flatMap(({ open, close }) => foldBetween(text, open.end, close.start, 'block'))
  return [...blocks, ...runsOf(text, tokens)].sort((a, b) => a.start - b.start)
}

function foldBetween(text: string, from: number, to: number, kind: Fold['kind']): Fold[] {
  const start = lineEndBehind(text, from, to)
  if (start < 0) return []
  // The line of the closing bracket stays, where nothing but blanks stands before it.
  const last = text.slice(start, to)
  const end = start + last.trimEnd().length
  return end > start ? [{ start, end, kind }] : []
}

function lineEndBehind(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text[at] === '\n' || text[at] === '\r') return at
  return -1
}

/** Comments, and settings, that stand alone on lines which follow each other. */
function runsOf(text: string, tokens: readonly Token[]): Fold[] {
  const found: Fold[] = []
  let run: Range | undefined
  let kind: Fold['kind'] = 'comment'
  const end = () => {
    if (run) found.push(...foldBetween(text, run[0], run[1], kind))
    run = undefined
  }
  let before = 0
  for (const token of tokens) {
    const isAside = token.kind === 'comment' || token.kind === 'setting'
    const isAlone = token.start === 0 || /[\r\n]/.test(text.slice(before, token.start))
    if (run && isAside && token.kind === kind && isAlone) run = [run[0], token.end]
    else {
      end()
      if (isAside && isAlone) {
        run = [token.start, token.end]
        kind = token.kind as Fold['kind']
      }
    }
    before = token.end
  }
  end()
  return found
}
