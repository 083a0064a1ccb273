/** Statements that come in: of a node, an edge, a subgraph. */
import { textIn } from '../words/attributes.js'
import { quote } from '../words/quote.js'
import type { ResolvedEdge, ResolvedNode } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { indentOf, leadWith, reindent } from './comments.js'
import { mannerOf, operatorIn, stepOf } from './conventions.js'
import { type Body, type Chain, type Item, keyOf, type Operand } from './outline.js'
import { comingIn, type Loose, type Work } from './work.js'

function statement(lead: string, operands: Operand[], list = '', end = ''): Chain {
  return { kind: 'chain', lead, trail: '', operands, between: [], list, end, uses: [] }
}

/** @param loose how it was written elsewhere */
export function nodeStatement({ id }: ResolvedNode, body: Body, work: Work, loose?: Loose): Chain {
  const { lead, end } = mannerOf(body, work)
  const mention = { key: keyOf(id), text: loose?.text ?? quote(id) }
  const comments = leadWith(loose?.comments ?? [], lead, work.newline)
  return statement(comments, [{ kind: 'nodes', mentions: [mention] }], loose?.list, end)
}

export function edgeStatement(edge: ResolvedEdge, body: Body, work: Work): Chain {
  const { tail, head, order, key, attributes } = edge
  const loose = work.looseEdges.get(order)
  const { lead, end } = mannerOf(body, work)
  const port = (name: string) => {
    const text = textIn(attributes, name)
    return text === undefined ? '' : `:${portText(text)}`
  }
  const from = { key: keyOf(tail.id), text: quote(tail.id) + port('tailport') }
  const to = { key: keyOf(head.id), text: quote(head.id) + port('headport') }
  const list = loose?.list ?? (key === undefined ? '' : ` [key=${quote({ text: key })}]`)
  return {
    ...statement(
      leadWith(loose?.comments ?? [], lead, work.newline),
      [from, to].map(mention => ({ kind: 'nodes', mentions: [mention] })),
      list,
      end,
    ),
    between: [loose?.between ?? operatorIn(work)],
    uses: [{ edge: comingIn(order), tail: from, head: to }],
  }
}

/** `port:n` is one value to Graphviz, however it is written. */
export function portText(text: string): string {
  const parts = text.split(':')
  if (parts.length > 2 || parts.includes('')) return quote({ text })
  return parts.map(part => quote({ text: part })).join(':')
}

/** A subgraph, opened with these statements in it. */
export function subgraphStatement(
  id: Atom | undefined,
  host: Body,
  work: Work,
  items: Item[] = [],
): Chain & { readonly operands: [Body] } {
  const { lead } = mannerOf(host, work)
  const isLine = lead.includes('\n')
  const depth = indentOf(lead)
  if (isLine) for (const item of items) reindent(item, depth, depth + stepOf(work.root))
  const body: Body = {
    kind: 'body',
    head: `${id ? `subgraph ${quote(id)} ` : ''}{`,
    items,
    tail: isLine ? `${work.newline}${depth}}` : ' }',
    ...(id && { id }),
  }
  return { ...statement(lead, [body]), operands: [body] }
}
