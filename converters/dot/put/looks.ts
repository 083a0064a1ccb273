/** Attributes: of every element whose attributes are not the wanted ones, the statement that says so is edited, or one is added. */
import type { Tree } from '../../../src/grammar/tree.js'
import { edgeFields, nodeFields } from '../../../src/ir/fields.js'
import { differentLeaves } from '../../../src/ir/leaves.js'
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { inOrder } from '../attributes.js'
import { CARRY } from '../map.js'
import { quote } from '../quote.js'
import { type Attributes, NODE_NAME_LABEL, type ResolvedEdge, type ResolvedGraph } from '../resolved.js'
import type { Atom } from '../statement.js'
import { listEdits, settings, type Wishes } from './list.js'
import { type Chain, keyOf, type Mention, printItems } from './outline.js'
import { leadIn, type Now, nowOf, portText } from './put-in.js'
import type { Reading } from './reading.js'
import { scopeEdits } from './scope-looks.js'
import { runsOf } from './take-out.js'
import { type Work, workOn } from './work.js'

export interface Looks {
  readonly reading: Reading
  readonly wanted: ResolvedGraph
  readonly after: Graph
  readonly now: Now
}

/** The edits for what can be said at once; what they uncover is asked for again. */
export function lookEdits(reading: Reading, wanted: ResolvedGraph, after: Graph): readonly TextEdit[] {
  const same = new Map(reading.resolved.edges.map((_, place) => [place, place]))
  const work: Work = workOn(reading.root, wanted, same, reading.text)
  const looks: Looks = { reading, wanted, after, now: nowOf(work) }
  return apart([...scopeEdits(looks), ...nodeEdits(looks), ...edgeEdits(looks)])
}

/** Those that do not meet; the others have their turn later. */
function apart(groups: readonly (readonly TextEdit[])[]): TextEdit[] {
  const taken: TextEdit[] = []
  const meets = (edit: TextEdit) => taken.some(({ start, end }) => edit.start < end && start < edit.end)
  for (const group of groups) if (!group.some(meets)) taken.push(...group)
  return taken
}

/** What is to be said otherwise: by name the wanted value, `undefined` where it has none. */
export function wishesOf(
  now: Attributes,
  wanted: Attributes,
  except: ReadonlySet<string> = NONE,
): Map<string, Atom | undefined> {
  const wishes = new Map<string, Atom | undefined>()
  for (const [name, value] of inOrder(wanted)) {
    if (!except.has(name) && !sameSaid(now.get(name), value)) wishes.set(name, said(value))
  }
  for (const [name, value] of now) {
    if (!except.has(name) && !wanted.has(name) && !sameSaid(value, undefined)) wishes.set(name, undefined)
  }
  return wishes
}

const NONE: ReadonlySet<string> = new Set([CARRY])
const said = (value: Atom | undefined): Atom | undefined =>
  value && (value.text !== '' || value.html) ? value : undefined

function sameSaid(a: Atom | undefined, b: Atom | undefined): boolean {
  const [one, other] = [said(a), said(b)]
  return one?.text === other?.text && one?.html === other?.html
}

function nodeEdits({ reading, wanted, after, now }: Looks): TextEdit[][] {
  const statements = new Map<string, Chain[]>()
  for (const item of now.survey.hostOf.keys()) {
    const [only] = item.kind === 'chain' && item.operands.length === 1 ? item.operands : []
    if (only?.kind !== 'nodes') continue
    for (const { key } of only.mentions) statements.set(key, [...(statements.get(key) ?? []), item as Chain])
  }
  const here = new Map(reading.resolved.nodes.map(node => [keyOf(node.id), node]))
  return wanted.nodes.flatMap(node => {
    const key = keyOf(node.id)
    const own = here.get(key)
    const [a, b] = [reading.graph.nodes.get(node.id.text), after.nodes.get(node.id.text)]
    const isSame = !node.id.html && a && b && differentLeaves(nodeFields, a, b)[Symbol.iterator]().next().done
    if (!own || isSame) return []
    const wishes = wishesOf(own.attributes, node.attributes)
    if (isEmptyLabel(node.attributes) !== isEmptyLabel(own.attributes))
      wishes.set('label', node.attributes.get('label'))
    if (wishes.size === 0) return []
    return oneNode(key, wishes, statements.get(key) ?? [], now)
  })
}

/** A node with an empty label shows nothing; one without a label, its name. */
const isEmptyLabel = (attributes: Attributes): boolean => {
  const label = attributes.get('label')
  return label !== undefined && label.text === '' && !label.html
}

function oneNode(key: string, wishes: Wishes, all: readonly Chain[], now: Now): TextEdit[][] {
  const isAlone = ({ operands: [only] }: Chain) => only?.kind === 'nodes' && only.mentions.length === 1
  const alone = all.filter(isAlone)
  const shared = all.filter(item => !isAlone(item))
  const target = alone.findLast(({ list }) => list.includes('[')) ?? alone.at(-1)
  const byStatement = new Map<Chain, Map<string, Atom | undefined>>()
  const fresh = new Map<string, Atom>()
  for (const [name, value] of wishes) {
    const setting = all.findLast(item => item.tree && settings(item.tree, name).length > 0)
    const isOwn = setting !== undefined && !shared.includes(setting)
    const place = isOwn
      ? setting
      : target && (!setting || all.indexOf(target) > all.indexOf(setting))
        ? target
        : undefined
    const isPlainLabel = name === 'label' && value?.text === NODE_NAME_LABEL && !value.html
    const wish = isOwn && isPlainLabel ? undefined : (value ?? (isOwn ? undefined : { text: '' }))
    if (place) byStatement.set(place, (byStatement.get(place) ?? new Map()).set(name, wish))
    else fresh.set(name, value ?? { text: '' })
  }
  const edits = [...byStatement].map(([item, own]) => listEdits(item.tree!, own))
  if (fresh.size > 0) edits.push([statementFor(key, fresh, shared.at(-1) ?? now.survey.first.get(key)!, now)])
  return edits
}

/** A statement of its own behind the one that names the node. */
function statementFor(key: string, fresh: ReadonlyMap<string, Atom>, item: Chain, now: Now): TextEdit {
  const body = now.survey.hostOf.get(item)!
  const at = item.tree!.end + item.end.length + item.trail.length
  const name = quote(key.startsWith('<') ? { text: key.slice(1), html: true } : { text: key.slice(1) })
  const list = [...fresh]
    .map(([attribute, value]) => `${quote({ text: attribute })}=${quote(value)}`)
    .join(', ')
  const end = item.end.includes(';') ? ';' : ''
  const isLine = item.trail !== ''
  const lead = leadIn(body, now)
  return {
    start: at,
    end: at,
    text: `${isLine && !lead.includes('\n') ? now.work.newline : lead}${name} [${list}]${end}`,
  }
}

const PORTS: ReadonlySet<string> = new Set(['tailport', 'headport', CARRY])

function edgeEdits({ reading, wanted, after, now }: Looks): TextEdit[][] {
  const { edges } = reading.resolved
  if (edges.length !== wanted.edges.length) return []
  const wishes = edges.map((edge, place) => {
    const [a, b] = [reading.graph.edges[place]!, after.edges[place]!]
    if (differentLeaves(edgeFields, a, b)[Symbol.iterator]().next().done)
      return new Map<string, Atom | undefined>()
    return allWishes(edge, wanted.edges[place]!)
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
        return [[splitEdit(chain, (a, b) => sameWish(a.edge, b.edge, wishes, hasPorts), now)]]
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

function allWishes(edge: ResolvedEdge, wanted: ResolvedEdge): Map<string, Atom | undefined> {
  return wishesOf(edge.attributes, wanted.attributes)
}

function splitEdit(
  chain: Chain,
  together: (a: Chain['uses'][number], b: Chain['uses'][number]) => boolean,
  now: Now,
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
  const line = leadIn(now.survey.hostOf.get(chain)!, now)
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
