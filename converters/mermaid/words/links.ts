/** What the characters of a link mean: `destructLink` of mermaid 12.3, quirks included. */
import { type Arrow, isPointed } from '../../../src/ir/arrows.js'
import type { Line } from '../../../src/ir/model.js'

export interface LinkKind {
  readonly from: Arrow
  readonly to: Arrow
  readonly line: Line
  readonly length: number
  /** The two halves of `x-- text -->` contradict each other; mermaid draws an arrow of no type. */
  readonly invalid?: boolean
}

/** Lengths are capped. */
const longest = 10

/** The kind of a link, and of its beginning where a label stands inside. */
export function linkKind(end: string, start?: string): LinkKind {
  const text = end.trim()
  const link = text === '-->' ? usual : wholeLink(text)
  if (start === undefined) return link
  const { arrow, line } = startOfLink(start.trim())
  if (line !== link.line || (arrow !== 'none' && (arrow !== link.to || link.from !== 'none'))) {
    return { from: 'none', to: 'normal', line: 'solid', length: 1, invalid: true }
  }
  return { ...link, from: arrow === 'none' ? link.from : arrow }
}

const heads: Readonly<Record<string, readonly [tail: string, arrow: Arrow]>> = {
  x: ['x', 'cross'],
  '>': ['<', 'normal'],
  o: ['o', 'circle'],
}

/** The last character says the arrow; the first one counts only where it is the same arrow's tail. */
function wholeLink(link: string): LinkKind {
  const [tail, to] = heads[link.at(-1)!] ?? ['', 'none' as const]
  const double = tail !== '' && link.startsWith(tail)
  const line = link.slice(double ? 1 : 0, -1)
  const dots = line.includes('.') ? line.length - line.replaceAll('.', '').length : 0
  const length = Math.min(dots > 0 ? dots : line.length - 1, longest)
  return { from: double ? to : 'none', to, line: lineOf(line, dots), length }
}

function lineOf(line: string, dots: number): Line {
  if (dots > 0) return 'dotted'
  if (line.startsWith('=')) return 'thick'
  return line.startsWith('~') ? 'invisible' : 'solid'
}

/** One object for all the arrows that have nothing special. */
const usual = wholeLink('-->')

function startOfLink(start: string): { arrow: Arrow; line: Line } {
  const tails: Readonly<Record<string, Arrow>> = { '<': 'normal', x: 'cross', o: 'circle' }
  const arrow = tails[start[0]!] ?? 'none'
  const line = start.includes('.') ? 'dotted' : start.includes('=') ? 'thick' : 'solid'
  return { arrow, line }
}

const tails: { readonly [A in Arrow]?: string } = { normal: '<', cross: 'x', circle: 'o' }
const tips: { readonly [A in Arrow]?: string } = { normal: '>', cross: 'x', circle: 'o' }

/** The link to write for a line of a length and its two arrowheads, which Mermaid can hold together. */
export function linkText({ from, to, line, length }: Omit<LinkKind, 'invalid'>): string {
  const tail = tails[from] ?? ''
  const tip = tips[to] ?? ''
  if (line === 'invisible') return '~'.repeat(length + 2)
  if (line === 'dotted') return `${tail}-${'.'.repeat(length)}-${tip}`
  const stroke = line === 'thick' ? '=' : '-'
  return tail + stroke.repeat(length + 1) + (tip === '' ? stroke : tip)
}

/**
 * The nearest pair of arrowheads: none, one at the end, or the same at both ends. Beside one that points, the mark at
 * the start (a diamond, a dot) is left out: pointing both ways would say something else.
 */
export function nearestArrows(from: Arrow, to: Arrow): readonly [from: Arrow, to: Arrow] {
  const start = nearestArrow(from)
  const end = nearestArrow(to)
  if (end === 'none') return [start, start]
  return [start === 'none' || (isPointed(to) && !isPointed(from)) ? 'none' : end, end]
}

function nearestArrow(arrow: Arrow): Arrow {
  if (arrow === 'none' || arrow === 'normal' || arrow === 'circle' || arrow === 'cross') return arrow
  return arrow === 'circle-empty' ? 'circle' : arrow === 'bar' ? 'cross' : 'normal'
}
