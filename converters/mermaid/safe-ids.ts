/** Ids and class names that mean themselves wherever the writer puts them. */
import type { Graph } from '../../src/ir/model.js'
import { parser } from './grammar.gen.js'
import { onlyKnownLetters } from './letters.js'

/** Words that some statement begins with, or that mermaid's own code stumbles over. */
const reserved = new Set(
  'end graph flowchart subgraph style linkStyle classDef class click call href interpolate accTitle accDescr _self _blank _parent _top hasOwnProperty'.split(
    ' ',
  ),
)
const plainId = /^[A-Za-z_][A-Za-z0-9_]*$/
const possibleId = /^[\p{L}\p{N}_.!$+*#?'\\/][\p{L}\p{N}_.\-/+!?*#$'`\\:&%]*$/u
const direction = /^(?:TB|BT|RL|LR|TD)/

/** Whether an id can be written as it is at a node, and in `class`, `style` and `click`. */
function isSafe(id: string): boolean {
  if (reserved.has(id)) return false
  if (plainId.test(id)) return true
  if (!possibleId.test(id) || !onlyKnownLetters(id) || /:$|:::|%%|-$/.test(id)) return false
  return (
    parser.parse(`${id} --> ${id}:::${id}\n`, { rule: 'Chain' }).ok && parser.parse(id, { rule: 'nodeId' }).ok
  )
}

function nearestSafe(id: string, isSafe: (id: string) => boolean): string {
  if (isSafe(id)) return id
  const word = id.replace(/[^A-Za-z0-9_]/gu, '_')
  const candidate = plainId.test(word) ? word : `n${word}`
  return isSafe(candidate) ? candidate : `${candidate}_`
}

/** The nearest id of a node: letters, digits and `_` where the id itself is not safe. */
export function nearestNodeId(id: string): string {
  return nearestSafe(id, isSafe)
}

/** The nearest id of a subgraph, whose heading has rules of its own. */
export function nearestGroupId(id: string): string {
  return nearestSafe(
    id,
    id => isSafe(id) && id !== 'default' && parser.parse(`subgraph ${id}["x"]\n`, { rule: 'Subgraph' }).ok,
  )
}

/** The nearest name of a class. `default` is the class of every node. */
export function nearestClassName(name: string): string {
  return nearestSafe(name, name => name !== 'default' && !name.endsWith('direction') && isSafe(name))
}

/** The nearest id of an edge: a word, and none of those that mermaid makes up for edges without one. */
export function nearestEdgeId(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  const word = id.replace(/[^A-Za-z0-9_]/gu, '_')
  const candidate = plainId.test(word) && !word.startsWith('L_') ? word : `e${word}`
  return reserved.has(candidate) || candidate === 'default' || candidate.endsWith('direction')
    ? `${candidate}_`
    : candidate
}

/**
 * Whether an id that ends in `direction` could stand before a word that begins like `TB`: mermaid would take that line
 * for a direction. Line ends are no danger, since such a line gets a `;`.
 */
export function hasDirectionWords({ nodes, groups, edges }: Graph): boolean {
  const elements = [...nodes.values(), ...groups.values(), ...edges]
  return (
    elements.some(({ classes }) => classes.some(name => direction.test(name))) ||
    edges.some(({ id }) => id !== undefined && direction.test(id))
  )
}
