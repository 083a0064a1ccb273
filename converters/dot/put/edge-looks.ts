/** Attributes of edges. */
import type { Tree } from '../../../src/grammar/tree.js'
import { edgeFields } from '../../../src/ir/fields.js'
import { differentLeaves } from '../../../src/ir/leaves.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { CARRY } from '../map.js'
import type { Atom } from '../statement.js'
import { listEdits, settings } from './list.js'
import { portText } from './made.js'
import { mannerOf } from './manner.js'
import { type Chain, type Mention, printItems } from './outline.js'
import { runsOf } from './pieces.js'
import { type Looks, type Wishes, wishesOf } from './wishes.js'
import { nowOf, type Work } from './work.js'

const PORTS: ReadonlySet<string> = new Set(['tailport', 'headport', CARRY])

export function edgeEdits({ reading, wanted, after, now, work }: Looks): TextEdit[][] {
  const { edges } = reading.resolved
  if (edges.length !== wanted.edges.length) return []
  const wishes = edges.map((edge, place) => {
    const [a, b] = [reading.graph.edges[place]!, after.edges[place]!]
    if (differentLeaves(edgeFields, a, b)[Symbol.iterator]().next().done)
      return new Map<string, Atom | undefined>()
    return wishesOf(edge.attributes, wanted.edges[place]!.attributes)
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
        return [[splitEdit(chain, (a, b) => sameWish(a.edge, b.edge, wishes, hasPorts), work)]]
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

function splitEdit(
  chain: Chain,
  together: (a: Chain['uses'][number], b: Chain['uses'][number]) => boolean,
  work: Work,
): TextEdit {
  const { tree, end, lead } = chain
  const bodies = chain.operands.flatMap((operand): Chain[] =>
    operand.kind === 'body'
      ? [{ kind: 'chain', lead, trail: '', operands: [operand], between: [], list: '', end: '', uses: [] }]
      : [],
  )
  const isNeeded = chain.operands.some(operand => operand.kind === 'nodes' && operand.mentions.length > 1)
  const nodes = isNeeded || bodies.length > 0 ? mentionsIn(chain) : []
  const runs = [...bodies, ...nodes, ...runsOf(chain, chain.uses, together)]
  const line = mannerOf(nowOf(work).survey.hostOf.get(chain)!, work).lead
  for (const run of runs) run.lead = line
  runs[0]!.lead = ''
  return { start: tree!.start, end: tree!.end + end.length, text: printItems(runs) }
}

/** Declarations that keep the order in which the operands were made. */
function mentionsIn(chain: Chain): Chain[] {
  const mentions = chain.operands.flatMap(operand => (operand.kind === 'nodes' ? operand.mentions : []))
  const [first] = chain.uses
  const isPlain = (mention: Mention) => mention === first?.tail
  if (mentions.length <= 2 || mentions.every(isPlain)) return []
  return mentions.map(mention => ({
    kind: 'chain',
    lead: '',
    trail: '',
    operands: [
      { kind: 'nodes', mentions: [{ key: mention.key, text: mention.at?.first?.text ?? mention.text }] },
    ],
    between: [],
    list: '',
    end: chain.end,
    uses: [],
  }))
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
  const node: Tree | undefined = at
  const id = node?.first
  if (!node || !id || (!value && !id.next)) return undefined
  return { start: id.end, end: node.end, text: value ? `:${portText(value.text)}` : '' }
}
