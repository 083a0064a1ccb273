/**
 * Law 7: a leaf that the tally calls kept reaches the text. Change it to another value that is kept too, and the text
 * changes. It asks no reader, so it holds for formats that are only written.
 */
import type { Format, FormatOptions } from '../../src/format.js'
import { applyChanges, type Path } from '../../src/ir/change.js'
import { leafKindAt } from '../../src/ir/checks.js'
import { elementsOf } from '../../src/ir/elements.js'
import { leaves } from '../../src/ir/leaves.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import type { Lowered } from '../../src/lower/lower.js'
import { isTouched, type Ledger } from '../../src/lower/tally.js'
import { type Breach, lowerFor, textOf, type Written, writtenAs } from './laws.js'

interface Leaf {
  /** As changes name it. */
  readonly path: Path
  /** What has it, and where, as the ledger knows it. */
  readonly of: Parameters<typeof isTouched>[1]
  readonly inside: readonly string[]
  readonly value: unknown
  /** What may stand there, where that is a closed list. */
  readonly words: readonly string[]
}

const colors = new Set(['fill', 'stroke', 'color'])

function leavesOf(graph: Graph): Leaf[] {
  const found: Leaf[] = []
  for (const { of, path: at, place, kind, value: element } of elementsOf(graph)) {
    for (const [path, value] of leaves(kind, element)) {
      const holds = leafKindAt(kind, path)?.holds
      const words = holds?.type === 'word' ? holds.words : []
      const owner = of === 'graph' ? of : ([of, place] as const)
      found.push({ path: [...at, ...path], of: owner, inside: path, value, words })
    }
  }
  return found.filter(leaf => !isReference(leaf))
}

const isKept = ({ origins }: Lowered, { of, inside }: Leaf): boolean =>
  !isTouched(origins as Ledger, of, inside)

/** Whether a leaf names another element, or itself: another value there is another graph altogether. */
function isReference({ path }: Leaf): boolean {
  const [collection, , ...rest] = path
  const name = rest.join('/')
  if (collection === 'nodes' || collection === 'groups') return ['id', 'group', 'parent'].includes(name)
  if (collection === 'edges') return ['from/id', 'to/id', 'from/kind', 'to/kind'].includes(name)
  return collection === 'loops' && (name === 'nodes' || name === 'group')
}

/** Members of a long list that are tried at one leaf. */
const TRIED = 6

/** Other values that could stand at a leaf; another `pick` tries other members of a closed list. */
function otherValues({ path, value, words }: Leaf, pick: number): unknown[] {
  const name = String(path.at(-1))
  if (words.length > 0) {
    const others = words.filter(member => member !== value)
    const start = pick % others.length
    return [...others.slice(start), ...others.slice(0, start)].slice(0, TRIED)
  }
  if (typeof value === 'number') return [value + 1, value / 2]
  if (typeof value === 'boolean') return name === 'directed' ? [!value] : [undefined]
  if (name === 'classes') return [[]]
  if (colors.has(name)) return ['#123456', undefined]
  if (typeof value !== 'string') return [undefined]
  const others = [`${value}x`, 'other', 'https://example.org/other']
  return name === 'text' || name === 'condition' ? others : [...others, undefined]
}

/** The graph with another value at one leaf that is kept. */
export interface Neighbour {
  readonly graph: Graph
  readonly lowered: Lowered
  readonly value: unknown
}

/** What else is asked of a neighbour: when it was lowered, and with its text where the leaf is kept in it too. */
export type Look = (neighbour: Neighbour, text?: string) => Breach

/** The nearest thing to the leaf being something else that is kept as well, with what it is now. */
function changedAt(
  format: Format,
  graph: Graph,
  leaf: Leaf,
  pick: number,
  look: Look,
  options: FormatOptions,
): Neighbour | { readonly breach: string } | undefined {
  for (const after of otherValues(leaf, pick)) {
    const changed = applyChanges(graph, [{ path: leaf.path, before: leaf.value, after }])
    if (flawsOf(changed).length > 0) continue
    const lowered = lowerFor(format, changed, options)
    const neighbour = { graph: changed, lowered, value: after }
    const breach = look(neighbour)
    if (breach !== undefined) return { breach }
    if (isKept(lowered, leaf)) return neighbour
  }
  return undefined
}

/** The drawing of a neighbour: where its parts are the same, its boxes are the same too, which shows less than new ones would. */
async function neighbourText(
  format: Format,
  { graph }: Lowered,
  { drawing, lowered }: Written,
  options: FormatOptions,
): Promise<string> {
  if (!drawing.layout || !sameParts(graph, lowered.graph)) return textOf(format, graph, options)
  return format.write?.([{ ...drawing, graph }], options) ?? ''
}

/** Whether each part of one graph has its like in the other, so that the layout of one has a place for each of the other. */
function sameParts(a: Graph, b: Graph): boolean {
  const ids = ({ nodes, groups, edges, loops }: Graph) =>
    JSON.stringify([[...nodes.keys()], [...groups.keys()], edges.length, loops.length])
  return ids(a) === ids(b)
}

/**
 * Tries up to `most` of the leaves that are kept, from the one that `pick` says on.
 * @param written the graph's own text, where it is there already
 */
export async function claims(
  format: Format,
  graph: Graph,
  pick: number,
  most = Number.POSITIVE_INFINITY,
  written?: Written,
  look: Look = () => undefined,
  options: FormatOptions = {},
): Promise<{ readonly checked: number; readonly breach: Breach }> {
  const own = written ?? (await writtenAs(format, graph, options))
  const kept = leavesOf(graph).filter(leaf => isKept(own.lowered, leaf))
  let checked = 0
  for (let step = 0; step < Math.min(most, kept.length); step++) {
    const leaf = kept[(pick + step) % kept.length] as Leaf
    const other = changedAt(format, graph, leaf, pick, look, options)
    if (!other) continue
    if ('breach' in other) return { checked, breach: other.breach }
    checked++
    const text = await neighbourText(format, other.lowered, own, options)
    if (text === own.text)
      return {
        checked,
        breach: `“kept”, but the text is the same with ${JSON.stringify(leaf.value)} and with ${JSON.stringify(other.value)} at ${leaf.path.join('/')}:\n${text}`,
      }
    const breach = look(other, text)
    if (breach !== undefined) return { checked, breach }
  }
  return { checked, breach: undefined }
}
