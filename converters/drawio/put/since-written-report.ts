/** What is said of a page that was brought up to date with what its source changed since it was written. */
import type { Kind } from '../../../src/ir/kinds.js'
import { differentLeaves, leafAt, sameValue } from '../../../src/ir/leaves.js'
import { inverse } from '../../../src/ir/lists.js'
import {
  type Edge,
  edgeFields,
  type Graph,
  graphFields,
  groupFields,
  nodeFields,
  type Text,
} from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import type { UpdatedSince } from '../../../src/put/since-written.js'
import { nameIn, type Say, shorten } from './merge-parts.js'
import * as words from './messages.js'

/** Says what came, went and changed, what stays as a person made it, and where the source won over that. */
export function sayChanges(page: Graph, result: UpdatedSince, source: Graph, say: Say): void {
  const { base, matched, graph, onPage, sources, revived } = result
  sayLeaves('The page', graphFields, { was: base, page, now: source, result: graph }, say)
  for (const [of, kind, word] of [
    ['groups', groupFields, 'group'],
    ['nodes', nodeFields, 'node'],
  ] as const) {
    const pages = inverse(matched[of])
    const bases = inverse(onPage[of])
    for (const [id, element] of graph[of]) {
      const what = `The ${word} ${nameIn(element)}`
      const old = pages.get(id)
      const was = bases.get(old ?? '')
      if (old === undefined) say(revived[of].has(id) ? words.addedAgain({ what }) : words.added({ what }))
      else if (was !== undefined) {
        const now = source[of].get(sources[of].get(was) ?? '')
        const versions = { was: base[of].get(was), page: page[of].get(old), now, result: element }
        sayLeaves(what, kind, versions, say)
      }
    }
    for (const [id, element] of page[of])
      if (!matched[of].has(id)) say(words.removed({ what: `The ${word} ${nameIn(element)}` }))
    for (const id of sources[of].keys())
      if (!onPage[of].has(id) && !revived[of].has(id))
        say(words.staysDeleted({ what: `The ${word} ${nameIn(base[of].get(id)!)}` }))
  }
  sayEdges(page, result, source, say)
}

function sayEdges(page: Graph, result: UpdatedSince, source: Graph, say: Say): void {
  const { base, matched, graph, onPage, sources, revived } = result
  const pages = inverse(matched.edges)
  const bases = inverse(onPage.edges)
  for (const [place, edge] of graph.edges.entries()) {
    const old = pages.get(place)
    const was = bases.get(old ?? -1)
    if (old === undefined) say(words.added({ what: `The edge ${edgeName(edge)}` }))
    else if (was !== undefined) {
      const now = source.edges[sources.edges.get(was) ?? -1]
      const versions = { was: base.edges[was], page: page.edges[old], now, result: edge }
      sayLeaves(`The edge ${edgeName(edge)}`, edgeFields, versions, say)
    }
  }
  for (const [place, edge] of page.edges.entries()) {
    if (matched.edges.has(place)) continue
    const what = `The edge ${edgeName(edge)}`
    say(bases.has(place) ? words.removed({ what }) : words.lostAnEnd({ what }))
  }
  for (const place of sources.edges.keys())
    if (!onPage.edges.has(place) && !revived.edges.has(place))
      say(words.staysDeleted({ what: `The edge ${edgeName(base.edges[place]!)}` }))
}

/** How a message names an edge. */
export function edgeName({ from, to, label }: Edge): string {
  const text = label.text === '' ? '' : ` (${shorten(label.text)})`
  return `from “${from.id}” to “${to.id}”${text}`
}

/** One element: as it was written last, as the page has it, as the source has it, and as it is to be. */
interface Versions {
  readonly was: unknown
  readonly page: unknown
  readonly now: unknown
  readonly result: unknown
}

function sayLeaves(what: string, kind: Kind, { was, page, now, result }: Versions, say: Say): void {
  const kept = new Set<string>()
  for (const { path } of differentLeaves(kind, was, page)) {
    if (path[0] === 'extras' || path[0] === 'id' || path[1] === 'rich') continue
    if (!sameValue(leafAt(page, path), leafAt(result, path)) || now === undefined) continue
    // A colour that the source says nothing of is nobody’s concern.
    if (path[0] === 'style' && leafAt(now, path) === undefined) continue
    if (!sameValue(leafAt(page, path), leafAt(now, path))) kept.add(wordFor(path))
  }
  const changed = new Set<string>()
  for (const { path, before, after } of differentLeaves(kind, page, result)) {
    if (path[0] === 'label' && path.length === 2) {
      if (path[1] === 'text') say(relabelled(what, page, after))
    } else if (path[0] === 'shape') say(words.reshaped({ what, drawn: String(before), shape: String(after) }))
    else if (path[0] === 'group' || path[0] === 'parent')
      say(words.movedTo({ what, drawn: groupId(before), group: groupId(after) }))
    else if ((path[0] === 'from' || path[0] === 'to') && (path[1] === 'id' || path[1] === 'port'))
      changed.add('ends')
    else if (path[0] !== 'extras' && path[0] !== 'id' && path[0] !== 'fields') changed.add(wordFor(path))
  }
  if (changed.delete('ends')) say(words.fastenedElsewhere({ what }))
  if (changed.size > 0) say(words.asInSource({ what, parts: [...changed].join(', ') }))
  if (kept.size > 0) say(words.asInDrawing({ what, parts: [...kept].join(', ') }))
}

const relabelled = (what: string, page: unknown, after: unknown): Message => {
  const { text } = (page as { readonly label: Text }).label
  return words.relabelled({ what, drawn: shorten(text), label: shorten(String(after ?? '')) })
}

const groupId = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))

/** How a message names a leaf. */
function wordFor(path: readonly string[]): string {
  const [first, second] = path
  if (first === 'from' || first === 'to') {
    const end = first === 'from' ? 'start' : 'end'
    return second === 'id' || second === 'kind' || second === 'port' ? end : `${second} at the ${end}`
  }
  if (first === 'style' || first === 'properties' || first === 'link') return path.at(-1)!
  return first === 'parent' ? 'group' : first!
}
