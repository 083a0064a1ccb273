/** A line that cannot be read, taken apart at its arrows as its author saw them: `A[text] --> B` is a node, an arrow, a node. */

/** A stretch of a line. */
export interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface Hops {
  readonly nodes: readonly Stretch[]
  /** One between each two nodes, with the label between its pipes and the blanks around it. */
  readonly arrows: readonly Stretch[]
}

/** Arrows of any kind, right ones and others: with a text inside, plain, with one dash, of Unicode; then a label between pipes. */
const ARROW =
  /[^\S\n]*(?:<?(?:--|==|-\.)[^\S\n][^-=.|<>]*[^\S\n](?:-{2,}|={2,}|\.+-)>?|<?(?:-{2,}|={2,}|-\.+-)>{0,2}|<-(?![->.])|<?->|=>|~~~|[—–]+>|[→⟶←⟵])(?:\|[^|]*\|-{0,2}>?)?[^\S\n]*/uy

/** The nodes and arrows of a line; `undefined` where it has no arrow, or none that stands between two nodes. */
export function hopsOf(line: string): Hops | undefined {
  const nodes: Stretch[] = []
  const arrows: Stretch[] = []
  const end = line.replace(/(?<![\s;])[\s;]*$/, '').length
  let start = line.length - line.trimStart().length
  for (let at = start; at < end; ) {
    const past = behindLabel(line, at)
    if (past > at) {
      at = past
      continue
    }
    ARROW.lastIndex = at
    const arrow = ARROW.exec(line)?.[0]
    if (!arrow || at === start) {
      at++
      continue
    }
    nodes.push({ text: line.slice(start, at), start, end: at })
    arrows.push({ text: arrow, start: at, end: at + arrow.length })
    at += arrow.length
    start = at
  }
  if (arrows.length === 0 || start >= end) return undefined
  nodes.push({ text: line.slice(start, end), start, end })
  return { nodes, arrows }
}

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', '[': ']', '(': ')', '{': '}' }

/** The labels of a line, with their brackets, quotes or pipes. */
export function stretchesOfLabels(line: string): Pick<Stretch, 'start' | 'end'>[] {
  const found: Pick<Stretch, 'start' | 'end'>[] = []
  for (let start = 0; start < line.length; start++) {
    const bar = line[start] === '|' ? line.indexOf('|', start + 1) : -1
    const end = bar > 0 ? bar + 1 : behindLabel(line, start)
    if (end <= start) continue
    found.push({ start, end })
    start = end - 1
  }
  return found
}

/** Where the brackets or quotes that open at a place close, nested ones and all; the place itself where none do. */
function behindLabel(line: string, at: number): number {
  const closers: string[] = []
  for (let i = at; i < line.length; i++) {
    const char = line[i]!
    if (char === closers.at(-1)) closers.pop()
    else if (closers.at(-1) !== '"' && CLOSERS[char]) closers.push(CLOSERS[char])
    if (closers.length === 0) return i > at ? i + 1 : at
  }
  return at
}

/** The id of a node without its brackets, class and data. */
export function idIn(node: string): string {
  return /^[^[\](){}<>|"@:]*/.exec(node)![0].trim()
}
