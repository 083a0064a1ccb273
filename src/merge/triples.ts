/** Which element of three graphs is which, and what each is called in the graph that becomes of them. */
import { addedByBoth } from '../diff/added-by-both.js'
import { isNumbered, type Matched, matchGraphs, pairInOrder } from '../diff/match.js'
import { inverse } from '../ir/lists.js'
import type { Edge, Graph } from '../ir/model.js'

/** One element: its key in each graph that has it. */
export interface Triple<K> {
  readonly base?: K
  readonly ours?: K
  readonly theirs?: K
}

export interface Triples {
  readonly nodes: readonly Triple<string>[]
  readonly groups: readonly Triple<string>[]
  readonly edges: readonly Triple<number>[]
  readonly loops: readonly Triple<number>[]
  /** Whether ids are only numbers, so that nobody chose them. */
  readonly numbered: boolean
}

export function triplesOf(base: Graph, ours: Graph, theirs: Graph): Triples {
  const numbered = isNumbered(base) || isNumbered(ours) || isNumbered(theirs)
  const toOurs = matchGraphs(base, ours, { texts: true })
  const toTheirs = matchGraphs(base, theirs, { texts: true })
  const fresh = addedByBoth(toOurs, toTheirs, matchGraphs(ours, theirs, { texts: true }))
  /** What both sides added is the same where it is called the same. */
  const isSame = (of: 'nodes' | 'groups') => (a: string, b: string) =>
    (a === b && !numbered) || isCalledAlike(a, ours[of].get(a)!.label.text, b, theirs[of].get(b)!.label.text)
  const added = { nodes: new Map<string, string>(), groups: new Map<string, string>() }
  const named = (of: 'nodes' | 'groups') => {
    const isAlike = isSame(of)
    const same = new Map([...fresh[of]].filter(([a, b]) => isAlike(a, b)))
    added[of] = same
    return joined(base[of].keys(), ours[of].keys(), theirs[of].keys(), toOurs[of], toTheirs[of], same)
  }
  const nodes = named('nodes')
  const groups = named('groups')
  const known = {
    nodes: new Map([...added.nodes, ...throughBase(toOurs.nodes, toTheirs.nodes)]),
    groups: new Map([...added.groups, ...throughBase(toOurs.groups, toTheirs.groups)]),
  }
  const edges = newEdges(ours, theirs, toOurs, toTheirs, known)
  return {
    nodes,
    groups,
    edges: joined(
      base.edges.keys(),
      ours.edges.keys(),
      theirs.edges.keys(),
      toOurs.edges,
      toTheirs.edges,
      edges,
    ),
    loops: joined(
      base.loops.keys(),
      ours.loops.keys(),
      theirs.loops.keys(),
      toOurs.loops,
      toTheirs.loops,
      fresh.loops,
    ),
    numbered,
  }
}

/** By a label; of those without one, by an id. */
const isCalledAlike = (a: string, label: string, b: string, other: string): boolean =>
  label === other && (label !== '' || a === b)

function throughBase<K>(toOurs: ReadonlyMap<K, K>, toTheirs: ReadonlyMap<K, K>): Map<K, K> {
  return new Map(
    [...toOurs].flatMap(([key, mine]) => (toTheirs.has(key) ? [[mine, toTheirs.get(key)!]] : [])),
  )
}

/** New edges of both sides that say the very same, in their order. */
function newEdges(
  ours: Graph,
  theirs: Graph,
  toOurs: Matched,
  toTheirs: Matched,
  names: Pick<Matched, 'nodes' | 'groups'>,
): Map<number, number> {
  const [known, others] = [new Set(toOurs.edges.values()), new Set(toTheirs.edges.values())]
  const key = (edge: Edge, names: (of: 'nodes' | 'groups', id: string) => string | undefined) => {
    const end = ({ kind, id, port, arrow, side, label }: Edge['from']) => [
      kind,
      names(kind === 'node' ? 'nodes' : 'groups', id),
      port,
      arrow,
      side,
      label?.text,
    ]
    return JSON.stringify([end(edge.from), end(edge.to), edge.label.text, edge.line, edge.id])
  }
  return pairInOrder(
    ours.edges,
    theirs.edges,
    [
      (edge, place) =>
        known.has(place) ? undefined : key(edge, (of, id) => names[of].get(id) ?? `\u0000${id}`),
    ],
    [(edge, place) => (others.has(place) ? undefined : key(edge, (_, id) => id))],
  )
}

function joined<K>(
  base: Iterable<K>,
  ours: Iterable<K>,
  theirs: Iterable<K>,
  toOurs: ReadonlyMap<K, K>,
  toTheirs: ReadonlyMap<K, K>,
  both: ReadonlyMap<K, K>,
): Triple<K>[] {
  const triples: Triple<K>[] = []
  const [known, others] = [new Set(toOurs.values()), new Set(toTheirs.values())]
  for (const key of base) {
    const [a, b] = [toOurs.get(key), toTheirs.get(key)]
    triples.push({ base: key, ...(a !== undefined && { ours: a }), ...(b !== undefined && { theirs: b }) })
  }
  for (const key of ours) {
    if (known.has(key)) continue
    const other = both.get(key)
    triples.push({ ours: key, ...(other !== undefined && { theirs: other }) })
  }
  const shared = inverse(both)
  for (const key of theirs) if (!others.has(key) && !shared.has(key)) triples.push({ theirs: key })
  return triples
}

/** Of each graph: what its elements are called in the result. */
export interface Names {
  readonly base: ReadonlyMap<string, string>
  readonly ours: ReadonlyMap<string, string>
  readonly theirs: ReadonlyMap<string, string>
  /** Elements that both sides gave other ids, neither the same. */
  readonly renamedByBoth: readonly Triple<string>[]
}

/**
 * An element keeps its id, unless one side gave it another. An id that two elements would have stays with ours; the other gets one like it.
 */
export function namesOf(triples: readonly Triple<string>[], numbered: boolean): Names {
  const names = {
    base: new Map<string, string>(),
    ours: new Map<string, string>(),
    theirs: new Map<string, string>(),
  }
  const taken = new Set<string>()
  const renamedByBoth: Triple<string>[] = []
  const free = freeNames(triples, taken, numbered)
  const give = (triple: Triple<string>, wanted: readonly (string | undefined)[]): void => {
    const name =
      wanted.find(id => id !== undefined && !taken.has(id)) ?? free(wanted.find(id => id !== undefined)!)
    taken.add(name)
    if (triple.base !== undefined) names.base.set(triple.base, name)
    if (triple.ours !== undefined) names.ours.set(triple.ours, name)
    if (triple.theirs !== undefined) names.theirs.set(triple.theirs, name)
  }
  const [renamed, fresh, gone]: Triple<string>[][] = [[], [], []]
  for (const triple of triples) {
    const { base, ours, theirs } = triple
    if (base !== undefined && (ours === undefined || theirs === undefined)) gone!.push(triple)
    else if (ours === undefined) fresh!.push(triple)
    else if (base === ours && theirs !== base && theirs !== undefined) renamed!.push(triple)
    else {
      give(triple, [ours])
      const byBoth = base !== undefined && theirs !== base && theirs !== ours
      if (byBoth && !numbered) renamedByBoth.push(triple)
    }
  }
  for (const triple of renamed!) give(triple, [triple.theirs, triple.ours])
  for (const triple of fresh!) give(triple, [triple.theirs])
  // Names of what went are free for others, so that they come last.
  for (const triple of gone!) give(triple, [triple.ours, triple.theirs, triple.base])
  return { ...names, renamedByBoth }
}

/** Makes names that nobody has: the next number, or a number behind the name. */
function freeNames(triples: readonly Triple<string>[], taken: ReadonlySet<string>, numbered: boolean) {
  const ids = new Set(triples.flatMap(({ base, ours, theirs }) => [base, ours, theirs]))
  let last = 0
  for (const id of numbered ? ids : []) last = Math.max(last, Number((id ?? '').slice(numberAt(id ?? ''))))
  return (id: string): string => {
    if (numbered) return `${id.slice(0, numberAt(id))}${++last}`
    let number = 2
    while (taken.has(`${id}_${number}`) || ids.has(`${id}_${number}`)) number++
    return `${id}_${number}`
  }
}

/** Where the number begins that a name ends in; the end of a name without one. */
function numberAt(name: string): number {
  let at = name.length
  while (at > 0 && /\d/.test(name[at - 1]!)) at--
  return at
}
