/** What a file holds for a migration, without its texts: what a plan is made of. */

import type { Block, FileReference } from '../documents/block.js'
import type { Format } from '../format.js'
import type { Graph } from '../ir/model.js'
import type { Tally } from '../lower/tally.js'
import type { Message } from '../messages/message.js'
import { type Converted, type Converting, converted, type Standing } from './convert.js'
import { laneProposals } from './lanes.js'
import type { FenceWay, PlannedLoss, Reason } from './plan-form.js'
import type { Reference } from './references/reference.js'
import { splitProposals } from './split.js'

/** Why a diagram stays as it is. */
export interface Stays {
  readonly why: Reason
  readonly because: string
  readonly kind?: string
}

const standing = ({ why, because, kind }: Stays): Stays => ({
  why,
  because,
  ...(kind !== undefined && { kind }),
})

/** A diagram as it was found, with what it would be. */
export interface SurveyedDiagram {
  readonly block?: number
  readonly line: number
  readonly from: string
  readonly name?: string
  /** The texts that it becomes; none where it stays. */
  readonly texts: readonly { readonly name?: string; readonly digest: string }[]
  readonly stays?: Stays
  readonly tally?: Tally
  readonly losses: readonly PlannedLoss[]
  readonly proposals?: readonly string[]
}

export interface SurveyedFile {
  /** From the root, with `/`. */
  readonly path: string
  /** Of its bytes; empty where they cannot be read. */
  readonly digest: string
  /** Left out where the file is a diagram itself. */
  readonly document?: DocumentFacts
  readonly diagrams: readonly SurveyedDiagram[]
  /** Why nothing can be written in its place. */
  readonly fixed?: { readonly why: Reason; readonly because: string }
  readonly references: readonly Reference[]
  /** Of a link: the file that it leads to, from the root. */
  readonly leadsTo?: string
}

export interface DocumentFacts {
  /** As in a sentence. */
  readonly title: string
  /** Whether those who show such documents draw a text of the target that stands in them. */
  readonly drawsTarget: boolean
}

export interface Surveying extends Converting {
  readonly digest: (text: string) => string
}

export interface Found extends Standing {
  /** Which block of its document it is. */
  readonly index?: number
  /** Of a diagram in a document: where it stands, and what becomes of it there. */
  readonly block?: Block
  readonly way?: FenceWay
  /** What it is called where it has no title. */
  readonly heading?: string
  /** The line of the file that an offset of the diagram's text stands in. */
  readonly lineOf: (offset: number) => number
}

/** What becomes of a diagram, and the text that is to stand in its place in a document. */
export interface Surveyed {
  readonly diagram: SurveyedDiagram
  readonly inPlace?: string
}

/** Looks at one diagram. Messages are those of `convert`, counted by their codes. */
export async function surveyed(found: Found, how: Surveying): Promise<Surveyed> {
  const outcome = await converted(found, how)
  const { texts, graphs, tally } = outcome
  const stays = outcome.stays ?? notInPlace(found, texts[0]?.text ?? '', how)
  const proposals = graphs.flatMap(graph =>
    stays?.why === 'limit'
      ? splitProposals(graph)
      : stays || !makesLanes(how, graph)
        ? []
        : laneProposals(graph),
  )
  const name = graphs[0]?.title ?? found.heading
  const diagram: SurveyedDiagram = {
    ...(found.index !== undefined && { block: found.index }),
    line: found.lineOf(outcome.stays?.at?.[0] ?? 0),
    from: found.format.name,
    ...(name !== undefined && name !== '' && { name }),
    texts: stays ? [] : texts.map(({ name, text }) => ({ ...(name && { name }), digest: how.digest(text) })),
    ...(stays && { stays: standing(stays) }),
    ...(!stays && { tally }),
    losses: stays ? [] : lossesOf(outcome, found.lineOf),
    ...(proposals.length > 0 && { proposals }),
  }
  return { diagram, ...(found.way === 'inline' && !stays && { inPlace: texts[0]!.text }) }
}

/** A diagram that stays where it is, as its document does not read as was meant with another text there. */
export function refusedBy(document: Message, { block, line, from, name }: SurveyedDiagram): SurveyedDiagram {
  return {
    ...(block !== undefined && { block }),
    line,
    from,
    ...(name !== undefined && { name }),
    texts: [],
    stays: { why: 'place', because: document.text },
    losses: [],
  }
}

/** Whether the target has lanes, and makes them of the groups that it finds. */
function makesLanes({ to, settings }: Surveying, graph: Graph): boolean {
  const { required, from = 'leaf' } = to.capabilities?.(graph, settings.options).group ?? {}
  return required === true && from !== 'class' && from !== 'none'
}

/** Why a document cannot take in the place of a diagram what is to stand there. */
function notInPlace({ block, way }: Found, text: string, { to }: Surveying): SurveyedDiagram['stays'] {
  if (!block) return undefined
  const links = { title: 'x', source: 'x', ...(way === 'picture' && { picture: 'x' }) }
  const { refused } = way === 'inline' ? block.exchanged(text, to) : block.replaced(links)
  return refused && { why: 'place', because: refused.text }
}

/** How a file that a document draws goes on to be drawn when it becomes another; nothing where it cannot. */
export function redrawnAs(file: FileReference, way: FenceWay, to: Format): Reference['redrawn'] {
  if (file.exchanged(file.file, to).edits) return 'named'
  if (way === 'inline') return undefined
  const { edits } = file.replaced({ title: 'x', source: 'x', ...(way === 'picture' && { picture: 'x' }) })
  return edits && (way === 'picture' ? 'pictured' : 'linked')
}

/** What is lost, and what was read otherwise than it stands there: one entry for each code, the worst first. */
function lossesOf({ messages }: Converted, lineOf: Found['lineOf']): PlannedLoss[] {
  const found = new Map<string, { first: Message; kind: PlannedLoss['kind']; count: number }>()
  for (const message of messages) {
    const kind = kindOf(message)
    if (!kind) continue
    const key = `${kind} ${message.code}`
    const entry = found.get(key)
    if (entry) entry.count++
    else found.set(key, { first: message, kind, count: 1 })
  }
  return [...found.values()]
    .map(({ first: { code, severity, text, at }, kind, count }) => ({
      code,
      kind,
      severity,
      count,
      text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
      ...(at && { line: lineOf(at[0]) }),
    }))
    .sort(byGravity)
}

/** A sentence may quote a label of any length. */
const LONGEST = 300

/** What is only added, reordered or said in other words is no loss. */
function kindOf({ loss, severity }: Message): PlannedLoss['kind'] | undefined {
  if (loss === 'dropped' || loss === 'approximated' || loss === 'carried') return loss
  return loss === undefined && severity === 'warning' ? 'noted' : undefined
}

const GRAVITY: Readonly<Record<PlannedLoss['kind'], number>> = {
  dropped: 0,
  approximated: 1,
  noted: 2,
  carried: 3,
}

/** The worst first: what is only to be known, such as other ids, comes behind all that is to be looked at. */
export const byGravity = (a: PlannedLoss, b: PlannedLoss): number =>
  Number(a.severity === 'info') - Number(b.severity === 'info') ||
  GRAVITY[a.kind] - GRAVITY[b.kind] ||
  b.count - a.count
