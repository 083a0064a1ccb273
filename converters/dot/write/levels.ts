/** The graph and its clusters as they are written, each with the attributes before and behind what stands in it. */
import type { Graph } from '../../../src/ir/model.js'
import { sameAtom, withExtras } from '../words/attributes.js'
import { isDrawn } from '../words/group.js'
import { graphAttributes, groupAttributes } from '../words/group-attributes.js'
import { type Block, blockTree } from '../words/places.js'
import { hasGroupEnds } from '../words/representatives.js'
import type { Attributes } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'

export interface Level {
  /** Left out for the graph. */
  readonly group?: string
  readonly first: Attributes
  readonly items: readonly (string | Level)[]
  readonly last: Attributes
}

interface Written {
  readonly attributes: Attributes
  readonly children: readonly Written[]
  /** Whether clusters without a label show the label of this one. */
  readonly passes: boolean
}

const NOTHING: Attributes = new Map()

export function levelsOf(graph: Graph): Level {
  const said = new Map<Block, Written>()
  const say = (block: Block): Written => {
    const element = block.group === undefined ? graph : graph.groups.get(block.group)!
    const own = element.extras.get('dot')
    const written =
      'nodes' in element ? graphAttributes(element, hasGroupEnds(element)) : groupAttributes(element)
    const children = block.children.map(say)
    const found = { attributes: withExtras(written, own), children, passes: own?.get('passes') === true }
    said.set(block, found)
    return found
  }
  const level = (block: Block, inherited: Attributes): Level => {
    const { first, last } = splitAttributes(said.get(block)!, inherited)
    const born = first.size === 0 ? inherited : new Map([...inherited, ...first])
    const items = block.items.map(item => (typeof item === 'string' ? item : level(item, born)))
    return { ...(block.group !== undefined && { group: block.group }), first, items, last }
  }
  const root = blockTree(graph)
  say(root)
  return level(root, NOTHING)
}

/**
 * A subgraph is born with the attributes that stand before it. So what would change how a cluster is drawn
 * stands behind the subgraphs, unless each of them says it itself; and what is born need not be said again.
 */
function splitAttributes(said: Written, inherited: Attributes): { first: Attributes; last: Attributes } {
  const first = new Map<string, Atom>()
  const last = new Map<string, Atom>()
  for (const [name, value] of said.attributes) {
    const isFirst =
      (name === 'label' && said.passes) ||
      !isDrawn(name) ||
      said.children.every(child => isWrittenIn(child, name))
    if (!isFirst) last.set(name, value)
    else if (name === 'label' || !sameAtom(inherited.get(name), value)) first.set(name, value)
  }
  return { first, last }
}

/** Whether every cluster from here on inwards has the attribute. */
function isWrittenIn({ attributes, children }: Written, name: string): boolean {
  return attributes.has(name) && children.every(child => isWrittenIn(child, name))
}
