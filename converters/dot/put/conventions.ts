/** How a text writes its statements, so that what comes in looks like what is there. */
import { indentOf } from './comments.js'
import type { Body, Item } from './outline.js'
import { nowOf, type Work } from './work.js'

export interface Manner {
  /** What stands before a statement: a line of its own, unless the body is all on one line. */
  readonly lead: string
  /** A semicolon, unless the statements around have none. */
  readonly end: string
}

const known = new WeakMap<object, Map<Body, Manner>>()

/** The manner of a body, found once as long as the outline stays as it is. */
export function mannerOf(body: Body, work: Work): Manner {
  const now = nowOf(work)
  let manners = known.get(now)
  if (!manners) {
    manners = new Map()
    known.set(now, manners)
  }
  let manner = manners.get(body)
  if (!manner) {
    manner = { lead: leadIn(body, work), end: endIn(body, work) }
    manners.set(body, manner)
  }
  return manner
}

function leadIn(body: Body, work: Work): string {
  const line = body.items.find(({ lead }) => lead.includes('\n'))
  if (line) return `${work.newline}${indentOf(line.lead)}`
  if (!body.tail.includes('\n') || body.items.some(({ lead }) => lead !== '')) return ' '
  const depth = /^[ \t]*/.exec(body.tail.slice(body.tail.lastIndexOf('\n') + 1))![0]
  return `${work.newline}${depth}${body === work.root ? '  ' : stepOf(work.root)}`
}

/** How much deeper the text writes what stands in braces. */
export function stepOf({ items }: Body): string {
  const line = items.find(({ lead }) => lead.includes('\n'))
  return (line && indentOf(line.lead)) || '  '
}

const isPlain = (item: Item) => item.kind === 'other' || item.operands.every(({ kind }) => kind === 'nodes')

function endIn(body: Body, { root }: Work): string {
  const last = body.items.findLast(isPlain) ?? root.items.findLast(isPlain)
  if (!last) return ';'
  return (last.kind === 'other' ? last.text.endsWith(';') : last.end.includes(';')) ? ';' : ''
}

/** Between the ends of an edge: with blanks around it, unless the text's own edges have none. */
export function operatorIn(work: Work): string {
  const operator = work.wanted.directed ? '->' : '--'
  const own = nowOf(work).survey.chains[0]?.between[0]
  return own !== undefined && own.trim() === operator ? own : ` ${operator} `
}
