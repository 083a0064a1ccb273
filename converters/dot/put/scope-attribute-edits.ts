/** Attributes of the graph and of its subgraphs. */
import { differentLeaves } from '../../../src/ir/leaves.js'
import { graphFields, groupFields } from '../../../src/ir/model.js'
import { parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { atomOf } from '../read/statements.js'
import { sameAtom } from '../words/attributes.js'
import { clusterName } from '../words/names.js'
import { quote } from '../words/quote.js'
import { everySubgraph, type ResolvedSubgraph } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { type AttributeEdit, type AttributeJob, changesOf } from './attribute-changes.js'
import { mannerOf } from './conventions.js'
import { listEdits, settings, valueEdit } from './list.js'
import type { Body, Item, Other } from './outline.js'
import type { Scope } from './scopes.js'
import type { Work } from './work.js'

export function scopeEdits(job: AttributeJob): AttributeEdit[][] {
  const { reading, wanted, now, work } = job
  const edits: AttributeEdit[][] = []
  const changes = scopeChanges(job)
  const visit = (scope: Scope, here: ResolvedSubgraph, subgraph: ResolvedSubgraph): void => {
    const wishes = changes(here, subgraph)
    edits.push([...wishes].flatMap(([name, value]) => settingEdits(scope, name, value, subgraph, work)))
    // What stands in it may be born with these: it is looked at again once they are right.
    if (wishes.size > 0) return
    for (const [place, child] of scope.children.entries()) {
      const inner = now.matching.get(child)
      const own = here.subgraphs[place]
      if (inner && own) visit(child, own, inner)
    }
  }
  visit(now.survey.root, reading.resolved, wanted)
  return edits.map(group => group.map(edit => apartFromNext(edit, reading.text)))
}

function scopeChanges({ reading, canonical, after }: AttributeJob) {
  const { resolved, homes, graph } = reading
  const clusters = new Map([...everySubgraph(canonical)].map(each => [each.id?.text ?? '', each]))
  return (here: ResolvedSubgraph, subgraph: ResolvedSubgraph): Map<string, Atom | undefined> => {
    const [now, wanted] = [here.attributes, subgraph.attributes]
    if (here === resolved)
      return changesOf(now, canonical.attributes, wanted, isOther(graphFields, graph, after))
    const group = homes.groups.get(here)
    // One that is no cluster shows by its rank alone.
    if (group === undefined) {
      const rank = wanted.get('rank')
      return new Map(rank && !sameAtom(rank, now.get('rank')) ? [['rank', rank]] : [])
    }
    const [own, other] = [graph.groups.get(group), after.groups.get(group)]
    const before = clusters.get(clusterName(group)) ?? here
    const wishes = changesOf(now, before.attributes, wanted, !other || isOther(groupFields, own, other))
    const isLabelled = !wishes.has('label') && subgraph.assigned.has('label') && !here.assigned.has('label')
    if (isLabelled && now.get('label')) wishes.set('label', wanted.get('label'))
    return wishes
  }
}

const isOther = (kind: Parameters<typeof differentLeaves>[0], a: unknown, b: unknown): boolean =>
  !differentLeaves(kind, a, b)[Symbol.iterator]().next().done

/** What is put in does not run into what follows. */
function apartFromNext(edit: AttributeEdit, text: string): AttributeEdit {
  const { start, end } = edit
  return start < end || /^[\s};]?$/.test(text.charAt(end)) ? edit : { ...edit, text: `${edit.text} ` }
}

interface Setting {
  readonly item: Other
  readonly body: Body
}

function settingEdits(
  scope: Scope,
  name: string,
  value: Atom | undefined,
  wanted: ResolvedSubgraph,
  work: Work,
): AttributeEdit[] {
  const found = settingsIn(scope, name)
  const last = found.at(-1)
  if (last && value) {
    const tree = last.item.tree!
    return [
      tree.rule === 'Assignment' ? valueEdit(tree, value) : valueEdit(settings(tree, name).at(-1)!, value),
    ]
  }
  if (last) return found.flatMap(setting => removal(setting, name))
  const lead = (body: Body) => mannerOf(body, work).lead
  const body = scope.bodies[0]!
  const text = `${quote({ text: name })}=${quote(value ?? { text: '' })}`
  const isBorn = (inner: ResolvedSubgraph): boolean =>
    (inner.attributes.get(name)?.text ?? '') === (value?.text ?? '')
  if (wanted.subgraphs.length > 0 && !wanted.subgraphs.every(isBorn)) {
    const end = body.items.at(-1)
    const at = end ? endOf(end) : body.tree!.start + body.head.length
    return [{ start: at, end: at, alone: true, text: `${lead(body)}${text}${semicolon(body)}` }]
  }
  const others = body.items.slice(0, body.items.findIndex(({ kind }) => kind === 'chain') + 1 || undefined)
  const before = others.filter(({ kind }) => kind === 'other').at(-1)
  const at = before ? endOf(before) : body.tree!.start + body.head.length
  return [{ start: at, end: at, alone: true, text: `${lead(body)}${text}${semicolon(body)}` }]
}

function endOf(item: Item): number {
  const own = item.kind === 'other' ? startOf(item) + item.text.length : item.tree!.end + item.end.length
  return own + item.trail.length
}

const startOf = (item: Other): number => item.tree!.start

function semicolon({ items }: Body): string {
  const last = items.find(({ kind }) => kind === 'other') ?? items.at(-1)
  if (!last) return ';'
  return (last.kind === 'other' ? last.text : last.end).endsWith(';') ||
    (last.kind === 'chain' && last.operands.length === 1 && last.operands[0]!.kind === 'body')
    ? ';'
    : ''
}

function settingsIn({ bodies }: Scope, name: string): Setting[] {
  return bodies.flatMap(body =>
    body.items.flatMap((item): Setting[] => {
      const tree = item.kind === 'other' ? item.tree : undefined
      if (!tree || !setsGraph(tree, name)) return []
      return [{ item: item as Other, body }]
    }),
  )
}

function setsGraph(tree: TreeOf<'Assignment' | 'Defaults'>, name: string): boolean {
  if (tree.rule === 'Assignment') return atomOf(tree.first).text === name
  return tree.first.text.toLowerCase() === 'graph' && settings(tree, name).length > 0
}

/** The statement, or of its list the attribute alone. */
function removal({ item }: Setting, name: string): AttributeEdit[] {
  const tree = item.tree!
  const count =
    tree.rule === 'Assignment' ? 1 : parts(tree, 'AttributeList').flatMap(list => list.children).length
  if (tree.rule !== 'Assignment' && settings(tree, name).length < count)
    return listEdits(tree, new Map([[name, undefined]]))
  const start = startOf(item)
  const blanks = item.lead.length - item.lead.trimEnd().length
  return [{ start: start - blanks, end: start + item.text.length, text: '' }]
}
