/** A chain with other ends, fewer edges, or cut into several statements. */

import { addTo } from '../../../src/ir/lists.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Mention } from '../read/chain-places.js'
import { type Document, once, type Statement } from '../read/document.js'
import { indentAt, lineOut, without } from './lines.js'

/** What is to become of what a text mentions. Edges go by their numbers in the text. */
export interface Decisions {
  /** The id of a node or subgraph now; `undefined` where it is gone. */
  readonly name: (id: string) => string | undefined
  /** Whether a mention goes although what it names stays. */
  readonly drop?: (statement: Statement, id: string) => boolean
  /** The ends of an edge now; `undefined` where it is gone. */
  readonly ends: (edge: number) => readonly [from: string, to: string] | undefined
  /** The link of an edge as the writer has it. */
  readonly link: (edge: number) => string
  /** Edges whose link is to be written anew. */
  readonly relink?: (edge: number) => boolean
  /** Edges that must begin a statement. */
  readonly breaks?: ReadonlySet<number>
}

/** The edits of a chain; none where it stays as it is. */
export function rebuilt(doc: Document, statement: Statement, decisions: Decisions): TextEdit[] {
  const { eol } = doc
  const plan = planOf(statement, decisions)
  if (plan.whole) return inPlace(doc, statement, decisions)
  const lines = new Lines(doc, statement, plan, decisions).all()
  if (lines.length === 0) return without(doc, statement)
  const indent = indentAt(doc, statement.at[0])
  const edits = plan.ownerGone ? statement.comments.map(comment => lineOut(doc, comment)) : []
  return [...edits, { start: statement.at[0], end: statement.at[1], text: lines.join(eol + indent) }]
}

interface Plan {
  readonly groups: readonly (readonly Mention[])[]
  /** For each link, whether it still joins all that stays of its groups. */
  readonly intact: readonly boolean[]
  readonly whole: boolean
  readonly ownerGone: boolean
}

function planOf(statement: Statement, decisions: Decisions): Plan {
  const chain = statement.chain!
  const { name, drop, ends, relink, breaks } = decisions
  const stays = ({ id }: Mention) => name(id) !== undefined && !drop?.(statement, id)
  const groups = chain.groups.map(group => group.filter(stays))
  const intact = chain.hops.map(({ base }, place) => {
    const [starts, targets] = [chain.groups[place]!, chain.groups[place + 1]!]
    if (groups[place]!.length === 0 || groups[place + 1]!.length === 0) return false
    const several = starts.length * targets.length > 1
    return starts.every((start, row) =>
      targets.every((target, column) => {
        const edge = base + row * targets.length + column
        if (several && (relink?.(edge) || (edge !== base && breaks?.has(edge)))) return false
        const now = ends(edge)
        if (!stays(start) || !stays(target)) return now === undefined
        return now?.[0] === name(start.id) && now?.[1] === name(target.id)
      }),
    )
  })
  const broken = chain.hops.some(({ base }, place) => place > 0 && breaks?.has(base))
  const complete = groups.every((group, place) => group.length === chain.groups[place]!.length)
  const [first, end] = statement.edges
  const owner = chain.groups[0]![0]!
  return {
    groups,
    intact,
    whole: complete && !broken && intact.every(Boolean),
    ownerGone: first < end ? ends(first) === undefined : !stays(owner),
  }
}

/** Other ids and links where they stand. */
function inPlace({ text }: Document, { chain }: Statement, { name, link, relink }: Decisions): TextEdit[] {
  const edits: TextEdit[] = []
  for (const { id, idAt } of chain!.groups.flat()) {
    const now = name(id)!
    if (now !== id) edits.push({ start: idAt[0], end: idAt[1], text: spaced(text, idAt, now) })
  }
  for (const { at, base } of chain!.hops) {
    if (!relink?.(base)) continue
    const source = text.slice(at[0], at[1])
    const [before, after] = [/^\s*/.exec(source)![0], source.slice(source.trimEnd().length)]
    edits.push({ start: at[0], end: at[1], text: `${before || ' '}${link(base)}${after || ' '}` })
  }
  return edits
}

/** An id with blanks around it where it could run together with a link. */
export function spaced(text: string, [start, end]: readonly [number, number], id: string): string {
  const before = /[-=.~>ox|]/.test(text[start - 1] ?? '') && !/^[A-Zac-np-wyz_]/.test(id) ? ' ' : ''
  const after = /[-=.~<]/.test(text[end] ?? '') && !/[A-Za-z0-9_]$/.test(id) ? ' ' : ''
  return before + id + after
}

/** The statements that a chain becomes. */
class Lines {
  private readonly lines: string[] = []
  private readonly shown = new Set<string>()
  private run = ''

  constructor(
    private readonly doc: Document,
    private readonly statement: Statement,
    private readonly plan: Plan,
    private readonly decisions: Decisions,
  ) {}

  all(): string[] {
    const { groups, intact } = this.plan
    const { hops } = this.statement.chain!
    for (const [place, group] of groups.entries()) {
      const hop = hops[place - 1]
      const joined = hop !== undefined && intact[place - 1]!
      if (joined && this.run !== '' && !this.decisions.breaks?.has(hop.base)) {
        this.run += this.linkAt(place - 1) + this.groupText(group)
        continue
      }
      this.flush()
      if (joined)
        this.run = this.groupText(groups[place - 1]!) + this.linkAt(place - 1) + this.groupText(group)
      else if (hop) this.edgesOf(place - 1)
      if (this.run !== '' || group.length === 0) continue
      if (intact[place]) this.run = this.groupText(group)
      else this.lone(group, place)
    }
    this.flush()
    return this.lines
  }

  private flush(): void {
    if (this.run !== '') this.lines.push(this.run)
    this.run = ''
  }

  /** Vertices that no edge of the next link would show, or only in another order. */
  private lone(group: readonly Mention[], place: number): void {
    const next = this.edgesBehind(place)
    for (const mention of group) {
      const first = next[0]
      if (group.length === 1 && first && first[0] === this.decisions.name(mention.id)) continue
      if (this.isNeeded(mention)) this.lines.push(this.mentionText(mention))
    }
  }

  private isNeeded({ id, decorated, className }: Mention): boolean {
    if (this.shown.has(this.decisions.name(id)!)) return false
    if (decorated || className !== undefined) return true
    const { firsts, block } = this.statement
    return (block !== undefined || firsts.includes(id)) && !isElsewhere(this.doc, id, this.statement)
  }

  private edgesBehind(place: number): (readonly [string, string, number])[] {
    const { groups, hops } = this.statement.chain!
    const hop = hops[place]
    if (!hop) return []
    const count = groups[place]!.length * groups[place + 1]!.length
    const found: (readonly [string, string, number])[] = []
    for (let edge = hop.base; edge < hop.base + count; edge++) {
      const ends = this.decisions.ends(edge)
      if (ends) found.push([...ends, edge])
    }
    return found
  }

  private edgesOf(place: number): void {
    const edges = this.edgesBehind(place)
    const { groups, hops } = this.statement.chain!
    const ends = new Set(edges.flatMap(([from, to]) => [to, from]))
    const left = this.plan.groups[place + 1]!.filter(mention => {
      return !ends.has(this.decisions.name(mention.id)!) && this.statement.firsts.includes(mention.id)
    })
    // What was named here first stays before what an edge names now.
    if (edges.length > 0 && !this.plan.intact[place + 1] && left.some(mention => this.isNeeded(mention))) {
      for (const mention of [...this.plan.groups[place]!, ...left])
        if (this.isNeeded(mention)) this.lines.push(this.mentionText(mention))
    }
    const single = groups[place]!.length * groups[place + 1]!.length === 1
    for (const [from, to, edge] of edges) {
      const relinked = !single || this.decisions.relink?.(edge)
      const [start, end] = hops[place]!.at
      const link = relinked ? this.decisions.link(edge) : this.doc.text.slice(start, end).trim()
      const mentions = [...groups[place]!, ...groups[place + 1]!]
      this.lines.push(`${this.endText(mentions, from)} ${link} ${this.endText(mentions, to)}`)
    }
  }

  private endText(mentions: readonly Mention[], id: string): string {
    const mention = mentions.find(mention => this.decisions.name(mention.id) === id)
    return mention ? this.mentionText(mention) : id
  }

  private groupText(group: readonly Mention[]): string {
    return group.map(mention => this.mentionText(mention)).join(' & ')
  }

  /** With all that says what it is, the first time; then by its id. */
  private mentionText({ id, at, idAt }: Mention): string {
    const name = this.decisions.name(id)!
    if (this.shown.has(name)) return name
    this.shown.add(name)
    return name + this.doc.text.slice(idAt[1], at[1])
  }

  private linkAt(place: number): string {
    const { at, base } = this.statement.chain!.hops[place]!
    const source = this.doc.text.slice(at[0], at[1])
    if (this.decisions.relink?.(base)) return ` ${this.decisions.link(base)} `
    const [before, after] = [/^\s/.test(source) ? '' : ' ', /\s$/.test(source) ? '' : ' ']
    return before + source + after
  }
}

const statementsOf = once((doc): ReadonlyMap<string, readonly Statement[]> => {
  const table = new Map<string, Statement[]>()
  for (const statement of doc.statements) {
    for (const { id } of statement.chain?.groups.flat() ?? [])
      if (table.get(id)?.at(-1) !== statement) addTo(table, id, statement)
  }
  return table
})

/** Whether another statement names a node, too: in a subgraph, one of the same. */
function isElsewhere(doc: Document, id: string, { index, block }: Statement): boolean {
  return statementsOf(doc)
    .get(id)!
    .some(other => other.index !== index && (!block || other.block === block))
}
