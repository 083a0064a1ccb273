/** The names of clusters: what Graphviz calls a subgraph, and the id of the group that it is in the model. */
import type { Graph, Group, Value } from '../../../src/ir/model.js'
import { textOfExtra } from './attributes.js'
import { isBalanced } from './html.js'
import { isTrue } from './resolved.js'

const PREFIX = 'cluster'

/** `cluster_A` is the group `A`; a name without the underscore, such as `cluster0`, stays. */
export function groupIdOf(name: string): string {
  return name.startsWith(`${PREFIX}_`) ? name.slice(PREFIX.length + 1) : name
}

/** The name that makes Graphviz draw a box, and that is read back as this id. */
export function clusterName(id: string): string {
  return id.startsWith(PREFIX) && !id.startsWith(`${PREFIX}_`) ? id : `${PREFIX}_${id}`
}

/** The name of a node, as it is kept where it was HTML in the source. */
export function htmlName(id: string, extra: Value | undefined): string | undefined {
  if (!(extra instanceof Map) || extra.get('was') !== id) return undefined
  const html = extra.get('html')
  if (typeof html !== 'string' || !isBalanced(html) || !id.startsWith(`<${html}>`)) return undefined
  return /^(_\d+)?$/.test(id.slice(html.length + 2)) ? html : undefined
}

/** What to remember of a name that the id does not tell. */
export function nameExtra(name: string, id: string): Value | undefined {
  return name === clusterName(id)
    ? undefined
    : new Map([
        ['text', name],
        ['was', id],
      ])
}

/**
 * The name of every group's subgraph, empty for an anonymous one. A name kept from the source is used where its group still has the id
 * it was read as, and where nobody could take it for another: the same name under one parent is one subgraph
 * to Graphviz, and an edge finds its cluster by name alone.
 */
export function writtenNames(graph: Graph): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const wanted = new Set(
    graph.edges.flatMap(({ from, to }) =>
      [from, to].filter(({ kind }) => kind === 'group').map(({ id }) => id),
    ),
  )
  const everywhere = new Set<string>()
  const ends = new Set<string>()
  for (const { id, parent } of graph.groups.values()) {
    if (keptName(graph.groups.get(id)!) === undefined) claim(id, parent, clusterName(id))
  }
  for (const group of graph.groups.values()) {
    const { id, parent } = group
    const kept = keptName(group)
    if (kept === undefined) continue
    if (kept === '' && !wanted.has(id)) {
      names.set(id, '')
      continue
    }
    const isFree =
      kept !== '' &&
      !taken.has(placed(parent, kept)) &&
      (wanted.has(id) ? !everywhere.has(kept) : !ends.has(kept))
    claim(id, parent, isFree ? kept : clusterName(id))
  }
  return names

  function claim(id: string, parent: string | undefined, name: string): void {
    names.set(id, name)
    taken.add(placed(parent, name))
    everywhere.add(name)
    if (wanted.has(id)) ends.add(name)
  }
}

function placed(parent: string | undefined, name: string): string {
  return JSON.stringify([parent ?? null, name])
}

/** Whether a subgraph of this name may be read as the group of this id: a second one of the name has a number behind it. */
function isNameOf(name: string, id: string): boolean {
  const read = groupIdOf(name)
  return read === '' || id === read || (id.startsWith(`${read}_`) && /^\d+$/.test(id.slice(read.length + 1)))
}

function keptName({ id, extras }: Group): string | undefined {
  const own = extras.get('dot')
  const extra = own?.get('name')
  if (!(extra instanceof Map) || extra.get('was') !== id) return undefined
  const name = extra.get('text')
  if (typeof name !== 'string' || !isNameOf(name, id)) return undefined
  return name.startsWith(PREFIX) || isTrue(textOfExtra(own?.get('cluster'))) ? name : undefined
}
