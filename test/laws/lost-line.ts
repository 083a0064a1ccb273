/**
 * Lines of a text that nobody edited and that are not there any more. An edit touches a line where something that changed stands
 * in it, by the places that the reader gives, or is named in it; no other line may go or change.
 */
import { type Matched, matchGraphs } from '../../src/diff/match.js'
import type { Kind } from '../../src/ir/kinds.js'
import { differentLeaves, sameValue } from '../../src/ir/leaves.js'
import {
  type Edge,
  type Extras,
  edgeFields,
  type Graph,
  type Group,
  graphFields,
  groupFields,
  loopFields,
  nodeFields,
  type Range,
} from '../../src/ir/model.js'

interface Line {
  readonly text: string
  readonly at: Range
}

/** What an edit touches. */
interface Touched {
  readonly ranges: Range[]
  /** Where elements begin that changed. */
  readonly starts: Set<number>
  /** The ends of edges of a strict graph that changed: several statements may say something of one. */
  readonly ends: (readonly [string, string])[]
  /** Whether the graph says something else of itself. */
  graph: boolean
  /** Ids and other words, which count where they stand as words. */
  readonly words: Set<string>
  /** Longer texts, which count wherever they stand. */
  readonly texts: Set<string>
  /** Whether groups came, went, moved or turned, so that lines that only close one or say a direction may. */
  groups: boolean
  /** The numbers of edges that changed, went, or have another number now. */
  readonly numbers: Set<string>
  /** Whether a list has new elements or none any more, so that the line may change in which a JSON text begins it. */
  readonly resized: boolean
}

/** The first line that an edit does not touch and that is there less often than before. */
export function lostLine(text: string, put: string, before: Graph, after: Graph): string | undefined {
  const left = new Map<string, number>()
  for (const line of linesOf(put)) left.set(line.text, (left.get(line.text) ?? 0) + 1)
  const touched = touchedBy(text, before, after)
  const hasChanged = touched.ranges.length > 0 || touched.graph || after.nodes.size > before.nodes.size
  const isOne = (line: Line) => hasChanged && line.text.trim() === text.trim()
  for (const line of linesOf(text)) {
    if (!/\w/.test(line.text) || isOne(line) || isTouched(line, touched)) continue
    const count = left.get(line.text) ?? 0
    if (count === 0 && !continues(line, before, touched)) return line.text
    left.set(line.text, count - 1)
  }
  return undefined
}

/** Whether a line in which no element stands goes on with one that changed, or says something of the graph, which did. */
function continues({ at: [from, to] }: Line, graph: Graph, { starts, graph: itself }: Touched): boolean {
  const places = (elements: Iterable<{ readonly at?: Range }>) =>
    [...elements].flatMap(({ at }) => (at ? [at] : []))
  const plain = [...places(graph.nodes.values()), ...places(graph.edges)]
  const groups = places(graph.groups.values())
  if (plain.some(([start, end]) => start < to && end > from)) return false
  const owner = [...plain, ...groups].reduce(
    (last, [start]) => (start < to ? Math.max(last, start) : last),
    -1,
  )
  return starts.has(owner) || (itself && !groups.some(([start, end]) => start < from && end > to))
}

/** The lines of a text, without the commas that JSON has behind all but the last of a list. */
function linesOf(text: string): Line[] {
  let start = 0
  return text.split(/(?<=\n|\r(?!\n))/).map(whole => {
    const at: Range = [start, start + whole.length]
    start += whole.length
    return { text: whole.replace(/,?[\r\n]*$/, ''), at }
  })
}

function isTouched({ text, at }: Line, touched: Touched): boolean {
  const { ranges, ends, words, texts, groups, numbers, resized } = touched
  if (groups && /^\s*(?:end(?: direction \w+)?|direction \w+|subgraph \{?)\s*;?\s*$/.test(text)) return true
  if (resized && /^\s*"(?:nodes|groups|edges|loops|classes)": [[{]/.test(text)) return true
  const listed = /^\s*linkStyle ([\d,]+)\s/.exec(text)?.[1]?.split(',') ?? []
  if (listed.some(number => numbers.has(number))) return true
  return (
    ranges.some(([start, end]) => start < at[1] && end > at[0]) ||
    ends.some(([from, to]) => hasWord(text, from) && hasWord(text, to)) ||
    [...words].some(word => hasWord(text, word)) ||
    [...texts].some(part => text.includes(part))
  )
}

function hasWord(line: string, word: string): boolean {
  const part = /[\p{L}\p{N}_]/u
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (!part.test(line[at - 1] ?? ' ') && !part.test(line[at + word.length] ?? ' ')) return true
  }
  return false
}

function touchedBy(text: string, before: Graph, after: Graph): Touched {
  const matched = matchGraphs(before, after)
  const touched: Touched = {
    ranges: [],
    starts: new Set(),
    ends: [],
    graph: !isSame(graphFields, before, after),
    words: new Set(),
    texts: new Set(),
    groups: false,
    numbers: new Set(),
    resized: isResized(before, after, matched),
  }
  const groups = changedIn('groups', groupFields, before, after, matched)
  if (groups.size > 0 || after.groups.size > matched.groups.size) touched.groups = true
  const moved = displaced('groups', before, after, matched)
  for (const id of groups) if (isElsewhere(before, after, matched, id)) moved.add(id)
  for (const id of groups) {
    touched.words.add(id)
    touch(touched, before.groups.get(id)!, !matched.groups.has(id))
  }
  const cause = moved.size > 0 || after.groups.size > matched.groups.size ? undefined : groups
  const painted = new Set<string>()
  for (const group of before.groups.values()) {
    if (isWithin(before, group.parent, moved)) {
      touched.words.add(group.id)
      touch(touched, group, false)
    }
    if (isRecounted(text, before, group, cause)) touch(touched, group, false)
    if (isFilled(before, after, matched, group.id)) {
      touched.words.add(group.id)
      for (const part of `cluster_${group.id}`.split('\n')) touched.words.add(part)
    }
    if (group.at && isJoined(before, after, matched, group.id) && !/[\n\r]/.test(text.slice(...group.at)))
      touched.ranges.push(group.at)
    if (group.style.fill !== after.groups.get(matched.groups.get(group.id) ?? '')?.style.fill)
      painted.add(group.id)
  }
  const nodes = changedIn('nodes', nodeFields, before, after, matched)
  for (const node of before.nodes.values()) {
    // What a node without a fill of its own says depends on the colour behind it.
    const stays = !nodes.has(node.id) && !isWithin(before, node.group, moved)
    if (stays && !isWithin(before, node.group, painted)) continue
    touched.words.add(node.id)
    touch(touched, node, !matched.nodes.has(node.id))
  }
  touchEdges(touched, before, after, matched)
  for (const [place, loop] of before.loops.entries()) {
    if (isSame(loopFields, loop, after.loops[matched.loops.get(place) ?? -1])) continue
    touched.texts.add(loop.condition)
    touch(touched, loop, true)
  }
  touchGraph(touched, before, after)
  return touched
}

/** Whether a kind of elements has new ones, or none any more. */
function isResized(before: Graph, after: Graph, matched: Matched): boolean {
  return (['nodes', 'groups', 'edges', 'loops', 'classes'] as const).some(name => {
    const [was, now] = [before, after].map(({ [name]: list }) => ('size' in list ? list.size : list.length))
    const known = name === 'classes' ? was : matched[name].size
    return now! > known! || (now === 0 && was !== 0)
  })
}

/**
 * A group that the text gives no id has one made up by the number of those that close before it.
 * @param cause the groups that changed; `undefined` where some come from elsewhere, and stand anywhere
 */
function isRecounted(
  text: string,
  graph: Graph,
  { id, at }: Group,
  cause: ReadonlySet<string> | undefined,
): boolean {
  if (!at || hasWord(text.slice(...at), id)) return false
  const closesBefore = (other: string) =>
    isWithin(graph, other, new Set([id])) ||
    ((graph.groups.get(other)!.at?.[0] ?? 0) < at[0] && !isWithin(graph, id, new Set([other])))
  return cause === undefined || [...cause].some(closesBefore)
}

/** What stands in a group that goes elsewhere goes along. */
function isWithin({ groups }: Graph, id: string | undefined, moved: ReadonlySet<string>): boolean {
  for (let at = id; at !== undefined; at = groups.get(at)?.parent) if (moved.has(at)) return true
  return false
}

/** Whether a group stands in another one than before. */
function isElsewhere(before: Graph, after: Graph, { groups }: Matched, id: string): boolean {
  const { parent } = before.groups.get(id)!
  const now = after.groups.get(groups.get(id) ?? '')
  return now !== undefined && now.parent !== (parent && groups.get(parent))
}

/** A group that had nothing in it may be written otherwise once it has. */
function isFilled(before: Graph, after: Graph, { groups }: Matched, id: string): boolean {
  const has = (graph: Graph, name: string | undefined) =>
    name !== undefined &&
    [...graph.nodes.values()].some(({ group }) => isWithin(graph, group, new Set([name])))
  return !has(before, id) && has(after, groups.get(id))
}

/** Whether something comes into a group. */
function isJoined(before: Graph, after: Graph, matched: Matched, id: string): boolean {
  const own = matched.groups.get(id)
  const [nodes, groups] = [new Map(), new Map()]
  for (const [old, now] of matched.nodes) nodes.set(now, before.nodes.get(old)!.group)
  for (const [old, now] of matched.groups) groups.set(now, before.groups.get(old)!.parent)
  return (
    [...after.nodes.values()].some(({ id: now, group }) => group === own && nodes.get(now) !== id) ||
    [...after.groups.values()].some(({ id: now, parent }) => parent === own && groups.get(now) !== id)
  )
}

interface Element {
  readonly at?: Range
  readonly extras: Extras
}

/** What is gone takes its comments along. */
function touch({ ranges, starts, texts }: Touched, { at, extras }: Element, gone: boolean): void {
  if (at) {
    ranges.push(at)
    starts.add(at[0])
  }
  if (!gone) return
  for (const own of extras.values())
    for (const value of own.values())
      if (Array.isArray(value)) for (const text of value) if (typeof text === 'string') texts.add(text.trim())
}

/** Nodes or groups that changed, went, or stand in another order. */
function changedIn(
  table: 'nodes' | 'groups',
  kind: Kind,
  before: Graph,
  after: Graph,
  matched: Matched,
): Set<string> {
  const { [table]: pairs } = matched
  const changed = displaced(table, before, after, matched)
  for (const [id, element] of before[table]) {
    const now = after[table].get(pairs.get(id) ?? '')
    if (!isSame(kind, element, now)) changed.add(id)
  }
  return changed
}

/** Nodes or groups that stand in another order. */
function displaced(
  table: 'nodes' | 'groups',
  before: Graph,
  after: Graph,
  { [table]: pairs }: Matched,
): Set<string> {
  const places = new Map([...after[table].keys()].map((id, place) => [id, place]))
  const kept = [...before[table].keys()].filter(id => pairs.has(id))
  const moved = outOfOrder(kept.map(id => places.get(pairs.get(id)!)!))
  return new Set(kept.filter((_, place) => moved.has(place)))
}

/** The places of numbers that stand before a smaller or behind a greater one: nobody can say which of the two moved. */
function outOfOrder(numbers: readonly number[]): Set<number> {
  const found = new Set<number>()
  let greatest = -1
  for (const [place, number] of numbers.entries()) {
    if (number < greatest) found.add(place)
    greatest = Math.max(greatest, number)
  }
  let smallest = Number.POSITIVE_INFINITY
  for (let place = numbers.length - 1; place >= 0; place--) {
    if (numbers[place]! > smallest) found.add(place)
    smallest = Math.min(smallest, numbers[place]!)
  }
  return found
}

/** Edges that changed or went, and those beside one that came between. */
function touchEdges(touched: Touched, before: Graph, after: Graph, { edges: pairs }: Matched): void {
  const kept = [...pairs.keys()].sort((a, b) => a - b)
  const moved = outOfOrder(kept.map(place => pairs.get(place)!))
  const stays = new Set(kept.filter((_, place) => !moved.has(place)))
  for (const [place, edge] of before.edges.entries()) {
    const now = after.edges[pairs.get(place) ?? -1]
    const same = isSame(edgeFields, edge, now)
    if (!same || pairs.get(place) !== place) touched.numbers.add(String(place))
    if (stays.has(place) && same) continue
    touch(touched, edge, !now)
    if (before.strict) touched.ends.push([edge.from.id, edge.to.id])
    for (const { kind, id } of [edge.from, edge.to, ...(now ? [now.from, now.to] : [])]) {
      if (kind !== 'group') continue
      touched.words.add('compound')
      for (const part of `cluster_${id}`.split('\n')) touched.words.add(part)
    }
    for (const name of [...namesOf(edge), ...(now ? namesOf(now) : [])]) touched.texts.add(name)
  }
  const known = new Set(pairs.values())
  for (const [place, edge] of after.edges.entries())
    if (!known.has(place)) for (const name of namesOf(edge)) touched.texts.add(name)
}

/** An edge's own id, and how those begin that are made up for what joins the same ends: they are counted. */
function namesOf({ id, from, to }: Edge): string[] {
  return [`L_${from.id}_${to.id}_`, ...(id === undefined ? [] : [id])]
}

function touchGraph({ words, texts, ranges }: Touched, before: Graph, after: Graph): void {
  if (before.title !== after.title) words.add('title')
  if (before.description !== after.description) {
    words.add('accDescr')
    for (const line of before.description?.split('\n') ?? []) texts.add(line)
  }
  if (before.direction !== after.direction && before.at) ranges.push(before.at)
  // The first class of a JSON text may come to the line that its graph begins in.
  if ((before.classes.size === 0) !== (after.classes.size === 0)) words.add('diaglot')
  for (const [id, style] of before.classes)
    if (!sameValue(style, after.classes.get(id) ?? null)) words.add(id)
}

/** Whether nothing of an element differs, under the ids that it and its neighbours have. */
function isSame(kind: Kind, a: unknown, b: unknown): boolean {
  return b !== undefined && differentLeaves(kind, a, b).next().done === true
}
