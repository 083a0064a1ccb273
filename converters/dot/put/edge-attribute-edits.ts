/** Attributes of edges. */

import { differentLeaves } from '../../../src/ir/leaves.js'
import { edgeFields } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { CARRY } from '../words/diaglot-attributes.js'
import type { Atom } from '../words/statement.js'
import { type AttributeJob, changesOf, type Wishes } from './attribute-changes.js'
import { listEdits, settings } from './list.js'
import { portText } from './new-statements.js'
import { type Chain, type Mention, printItems, type Use } from './outline.js'
import { pieces } from './pieces.js'

const PORTS: ReadonlySet<string> = new Set(['tailport', 'headport', CARRY])

export function edgeEdits(job: AttributeJob): TextEdit[][] {
  const { reading, canonical, wanted, after, now } = job
  const { edges } = reading.resolved
  if (edges.length !== wanted.edges.length) return []
  const wishes = edges.map((edge, place) => {
    const [a, b] = [reading.graph.edges[place]!, after.edges[place]!]
    if (differentLeaves(edgeFields, a, b)[Symbol.iterator]().next().done)
      return new Map<string, Atom | undefined>()
    return changesOf(
      edge.attributes,
      canonical.edges[place]!.attributes,
      wanted.edges[place]!.attributes,
      true,
    )
  })
  const done = new Set<number>()
  return now.survey.chains.toReversed().flatMap(chain => {
    const own = chain.uses.filter(({ edge }) => edge !== undefined && !done.has(edge))
    const concerned = own.filter(({ edge }) => wishes[edge!]!.size > 0)
    for (const { edge } of own) done.add(edge!)
    if (concerned.length === 0 || !chain.tree) return []
    const first = JSON.stringify([...wishes[concerned[0]!.edge!]!])
    const isOne = (name: number) => JSON.stringify([...wishes[name]!]) === first
    const hasPorts = concerned.some(({ edge }) =>
      ['tailport', 'headport'].some(name => wishes[edge!]!.has(name)),
    )
    if (
      own.length < chain.uses.length ||
      !own.every(({ edge }) => isOne(edge!)) ||
      (hasPorts && own.length > 1)
    ) {
      if (chain.uses.length > 1)
        return [[splitEdit(chain, (a, b) => sameWish(a.edge, b.edge, wishes, hasPorts), job)]]
    }
    return [oneEdge(chain, wishes[concerned[0]!.edge!]!)]
  })
}

function sameWish(
  a: number | undefined,
  b: number | undefined,
  wishes: readonly Wishes[],
  ports: boolean,
): boolean {
  if (ports || a === undefined || b === undefined) return false
  return JSON.stringify([...wishes[a]!]) === JSON.stringify([...wishes[b]!])
}

/** Each edge, or each run of those that are to say the same, in a statement of its own. */
function splitEdit(
  chain: Chain,
  together: (a: Use, b: Use) => boolean,
  { now, work }: AttributeJob,
): TextEdit {
  const { tree, end, lead, trail } = chain
  const text = printItems(pieces(chain, chain.uses, () => true, now, work.newline, together))
  return { start: tree!.start - lead.length, end: tree!.end + end.length + trail.length, text }
}

function oneEdge(chain: Chain, wishes: Wishes): TextEdit[] {
  const edits: TextEdit[] = []
  const list = new Map<string, Atom | undefined>()
  const [use] = chain.uses
  for (const [name, value] of wishes) {
    const isSet = settings(chain.tree!, name).length > 0
    const mention = name === 'tailport' ? use!.tail : use!.head
    const port = PORTS.has(name) && !isSet ? portEdit(mention, value) : undefined
    if (port) edits.push(port)
    else list.set(name, value ?? (isSet ? undefined : { text: '' }))
  }
  return [...edits, ...(list.size > 0 ? listEdits(chain.tree!, list) : [])]
}

function portEdit({ at }: Mention, value: Atom | undefined): TextEdit | undefined {
  const id = at?.first
  if (!at || !id || (!value && !id.next)) return undefined
  return { start: id.end, end: at.end, text: value ? `:${portText(value.text)}` : '' }
}
