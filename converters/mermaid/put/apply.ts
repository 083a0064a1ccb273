/** Decisions about names and edges, made everywhere in a text. */

import type { TextEdit } from '../../../src/messages/message.js'
import type { Tree } from '../../../src/syntax/tree.js'
import { part } from '../../../src/syntax/tree.js'
import type { Block, Document, Statement } from '../read/document.js'
import { placeOf, rawText } from '../read/source.js'
import { without } from './lines.js'
import { type Decisions, rebuilt } from './rebuild.js'

export interface AllDecisions extends Decisions {
  /** The number of an edge now; `undefined` where it is gone. */
  readonly number: (edge: number) => number | undefined
  /** The heading of a subgraph now that its id is another. */
  readonly heading: (id: string) => string
}

export function applied(doc: Document, decisions: AllDecisions): TextEdit[] {
  const recounted = recountedIn(doc, decisions)
  return doc.statements.flatMap(statement => {
    const { rule, bounds, block } = statement
    if (statement.chain) return rebuilt(doc, statement, decisions)
    if (bounds) return blockEdits(doc, statement, bounds, recounted.has(bounds), decisions)
    if (rule === 'Direction' && block && decisions.name(block.id) === undefined)
      return without(doc, statement)
    const list = listIn(statement)
    if (!list) return []
    return listEdits(doc, statement, list, item => {
      if (rule === 'LinkStyle') return item === 'default' ? item : nowOf(item, decisions)
      return rule === 'ClassDef' ? item : decisions.name(item)
    })
  })
}

function nowOf(item: string, { number }: AllDecisions): string | undefined {
  const now = number(Number(item))
  return now === undefined ? undefined : String(now)
}

/** The subgraphs without an id that mermaid names otherwise now: it counts those that close before. */
function recountedIn({ statements }: Document, { name }: AllDecisions): Set<Block> {
  const recounted = new Set<Block>()
  let goes = false
  for (const { rule, bounds } of statements) {
    if (rule !== 'SubgraphEnd' || !bounds) continue
    if (name(bounds.id) === undefined) goes = true
    else if (bounds.unnamed && goes) recounted.add(bounds)
  }
  return recounted
}

function blockEdits(
  doc: Document,
  statement: Statement,
  { id, heading }: Block,
  recounted: boolean,
  decisions: AllDecisions,
): TextEdit[] {
  const now = decisions.name(id)
  if (now === undefined) return without(doc, statement)
  if (statement !== heading || (now === id && !recounted)) return []
  const { tree } = statement
  const isTitled = tree.rule === 'Subgraph' && part(tree, 'SubgraphTitle')
  if (!isTitled) return [{ start: statement.at[0], end: statement.at[1], text: decisions.heading(now) }]
  const [start, end] = placeOf(doc.source, part(tree, 'Heading'))
  return [{ start, end, text: now }]
}

/** The part of a statement that lists what it is about. */
export function listIn({ tree }: Statement): Tree | undefined {
  if (tree.rule === 'Click') return part(tree, 'clickIds')
  if (tree.rule === 'Class' || tree.rule === 'Style') return part(tree, 'nodeId')
  if (tree.rule === 'ClassDef') return part(tree, 'className')
  return tree.rule === 'LinkStyle' ? part(tree.first, 'linkPositions') : undefined
}

/** What a statement lists. `style a,b` is about one node with a comma in its id. */
export function itemsOf(doc: Document, statement: Statement): string[] {
  const list = listIn(statement)
  if (!list) return []
  const text = rawText(doc.source, list)
  return statement.rule === 'Style' ? [text] : text.split(',')
}

/** A list with other items; without any, the statement goes. */
export function listEdits(
  doc: Document,
  statement: Statement,
  list: Tree,
  now: (item: string) => string | undefined,
): TextEdit[] {
  const before = itemsOf(doc, statement)
  const after = before.map(now).filter(item => item !== undefined)
  if (after.length === 0) return without(doc, statement)
  if (after.length === before.length && after.every((item, place) => item === before[place])) return []
  const [start, end] = placeOf(doc.source, list)
  return [{ start, end, text: after.join(',') }]
}
