/** Attributes of nodes. */

import { differentLeaves } from '../../../src/ir/leaves.js'
import { addTo, entryOf } from '../../../src/ir/lists.js'
import { nodeFields } from '../../../src/ir/model.js'
import { ANCHOR } from '../words/diaglot-attributes.js'
import { quote } from '../words/quote.js'
import { type Attributes, NODE_NAME_LABEL, type ResolvedNode } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { type AttributeEdit, type AttributeJob, changesOf, type Wishes } from './attribute-changes.js'
import { mannerOf } from './conventions.js'
import { listEdits, settings } from './list.js'
import { type Chain, keyOf } from './outline.js'
import { type Now, nowOf, type Work } from './work.js'

export function nodeEdits({ reading, canonical, wanted, after, now, work }: AttributeJob): AttributeEdit[][] {
  const statements = new Map<string, Chain[]>()
  for (const item of now.survey.hostOf.keys()) {
    if (item.kind !== 'chain' || item.operands.length > 1) continue
    const [only] = item.operands
    if (only?.kind === 'nodes') for (const { key } of only.mentions) addTo(statements, key, item)
  }
  const here = new Map(reading.resolved.nodes.map(node => [keyOf(node.id), node]))
  const before = new Map(canonical.nodes.map(node => [keyOf(node.id), node]))
  return wanted.nodes.flatMap(node => {
    const key = keyOf(node.id)
    const own = here.get(key)
    const [a, b] = [reading.graph.nodes.get(node.id.text), after.nodes.get(node.id.text)]
    const isSame = !node.id.html && a && b && differentLeaves(nodeFields, a, b)[Symbol.iterator]().next().done
    if (!own || isSame || (isAnchor(own) && isAnchor(node))) return []
    const was = before.get(key)?.attributes ?? own.attributes
    const wishes = changesOf(own.attributes, was, node.attributes, !isSame)
    const isEmpty = isEmptyLabel(node.attributes)
    if (isEmpty !== isEmptyLabel(own.attributes) && (isEmpty !== isEmptyLabel(was) || wishes.size === 0))
      wishes.set('label', node.attributes.get('label'))
    if (wishes.size === 0) return []
    return oneNode(key, wishes, statements.get(key) ?? [], now, work)
  })
}

/** The invisible node at which edges of a cluster end shows nothing, whatever it inherits. */
const isAnchor = ({ attributes }: ResolvedNode): boolean => attributes.get(ANCHOR[0])?.text === ANCHOR[1]

/** A node with an empty label shows nothing; one without a label, its name. */
const isEmptyLabel = (attributes: Attributes): boolean => {
  const label = attributes.get('label')
  return label !== undefined && label.text === '' && !label.html
}

function oneNode(
  key: string,
  wishes: Wishes,
  all: readonly Chain[],
  now: Now,
  work: Work,
): AttributeEdit[][] {
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
    if (place) entryOf(byStatement, place, () => new Map()).set(name, wish)
    else fresh.set(name, value ?? { text: '' })
  }
  const edits: AttributeEdit[][] = [...byStatement].map(([item, own]) => listEdits(item.tree!, own))
  if (fresh.size > 0)
    edits.push([statementFor(key, fresh, shared.at(-1) ?? now.survey.first.get(key)!, work)])
  return edits
}

/** A statement of its own behind the one that names the node. */
function statementFor(key: string, fresh: ReadonlyMap<string, Atom>, item: Chain, work: Work): AttributeEdit {
  const body = nowOf(work).survey.hostOf.get(item)!
  const at = item.tree!.end + item.end.length + item.trail.length
  const name = quote(key.startsWith('<') ? { text: key.slice(1), html: true } : { text: key.slice(1) })
  const list = [...fresh]
    .map(([attribute, value]) => `${quote({ text: attribute })}=${quote(value)}`)
    .join(', ')
  const end = item.end.includes(';') ? ';' : ''
  const isLine = item.trail !== ''
  const { lead } = mannerOf(body, work)
  return {
    start: at,
    end: at,
    alone: true,
    text: `${isLine && !lead.includes('\n') ? work.newline : lead}${name} [${list}]${end}`,
  }
}
