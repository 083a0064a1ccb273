/** Ids and class names that mean themselves wherever the writer puts them. */

import type { Graph } from '../../../src/ir/model.js'
import { parser } from '../grammar.gen.js'
import { onlyKnownLetters } from './letters.js'

/** Words that some statement begins with, or that mermaid's own code stumbles over. */
const reserved = new Set(
  'end graph flowchart subgraph style linkStyle classDef class click call href interpolate _self _blank _parent _top hasOwnProperty'.split(
    ' ',
  ),
)
const plainId = /^[A-Za-z_][A-Za-z0-9_]*$/
/** U+1885 and U+1886 were letters when mermaid's lexer was written. */
const possibleId =
  /^(?:-(?![.>-]))?[\p{L}\u1885\u1886\p{N}_.!$+*#?'`\\/"%&,:][\p{L}\u1885\u1886\p{N}_.\-/+!?*#$'`\\:&%",]*$|^-$/u
const direction = /^(?:TB|BT|RL|LR|TD)/

/** Words that begin another statement where a `:` or a `{` follows: as ids they stand alone, without class and shape. */
const keyword = /^acc(?:Title|Descr)$/

/** Several words, which only a subgraph's heading takes for an id, and no other statement. */
const words = (id: string): boolean =>
  /^[\p{L}\p{N}_ ]+$/u.test(id) && id.includes(' ') && !/^ | {2}| $/.test(id)

/**
 * Whether an id can be written as it is at a node, and in `style`.
 * @param alone whether no class follows it: the colons of one belong to a colon before them
 */
function isSafe(id: string, alone = false): boolean {
  if (reserved.has(id)) return false
  if (plainId.test(id)) return true
  if (!possibleId.test(id) || !onlyKnownLetters(id) || /:::|%%/.test(id)) return false
  if (!alone && id.endsWith(':')) return false
  return (
    parser.parse(`${id} --> ${id}${alone ? '' : `:::${id}`}\n`, { rule: 'Chain' }).ok &&
    parser.parse(id, { rule: 'nodeId' }).ok
  )
}

function nearestSafe(id: string, isSafe: (id: string) => boolean): string {
  if (isSafe(id)) return id
  const word = id.replace(/[^A-Za-z0-9_]/gu, '_')
  const candidate = plainId.test(word) ? word : `n${word}`
  return isSafe(candidate) ? candidate : `${candidate}_`
}

/**
 * The nearest id of a node: letters, digits and `_` where the id itself is not safe.
 * @param named.bare whether the id is never followed by a class or by brackets that begin with `{`
 * @param named.listed whether a `click` names the node, or it has a class: mermaid splits the ids of both at commas
 */
export function nearestNodeId(id: string, { bare, listed }: { bare: boolean; listed: boolean }): string {
  return nearestSafe(
    id,
    id => isSafe(id, bare) && (bare || !keyword.test(id)) && (!listed || !id.includes(',')),
  )
}

/**
 * The nearest id of a subgraph, whose heading has rules of its own.
 * @param named whether anything but the heading names the subgraph, with its class or not
 */
export function nearestGroupId(id: string, named = { class: true, id: true }): string {
  return nearestSafe(id, id => isSafeGroup(id, named))
}

function isSafeGroup(id: string, named: { readonly class: boolean; readonly id: boolean }): boolean {
  if (words(id))
    return (
      !named.id &&
      id.split(' ').every(word => word !== 'default' && !reserved.has(word) && !word.endsWith('direction')) &&
      onlyKnownLetters(id.replaceAll(' ', '')) &&
      isHeading(id)
    )
  return (
    isSafe(id, !named.class) &&
    (!named.class || !id.includes(',')) &&
    id !== 'default' &&
    (!named.class || !keyword.test(id)) &&
    isHeading(id)
  )
}

const isHeading = (id: string): boolean => parser.parse(`subgraph ${id}["x"]\n`, { rule: 'Subgraph' }).ok

/**
 * The nearest name of a class. `default` is the class of every node, which a node may name and no definition of a
 * class.
 * @param defined whether the class has a definition
 */
export function nearestClassName(name: string, defined = true): string {
  return nearestSafe(
    name,
    name =>
      (name !== 'default' || !defined) &&
      !name.endsWith('direction') &&
      !keyword.test(name) &&
      !name.includes(',') &&
      isSafe(name, true),
  )
}

/** The nearest id of an edge: a word, and none of those that mermaid makes up for the graph's edges without one. */
export function nearestEdgeId(
  id: string | undefined,
  madeUp: ReadonlySet<string> = new Set(),
): string | undefined {
  if (id === undefined) return undefined
  const word = id.replace(/[^A-Za-z0-9_]/gu, '_')
  const candidate = plainId.test(word) && !madeUp.has(word) ? word : `e${word}`
  return reserved.has(candidate) ||
    keyword.test(candidate) ||
    candidate === 'default' ||
    candidate.endsWith('direction')
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
