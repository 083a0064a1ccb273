/** Ids and class names that mean themselves wherever the writer puts them. */
import { parser } from './grammar.gen.js'
import { onlyKnownLetters } from './letters.js'

/** Words that some statement begins with, or that mermaid's own code stumbles over. */
const reserved = new Set(
  'end graph flowchart subgraph style linkStyle classDef class click call href interpolate default direction accTitle accDescr _self _blank _parent _top hasOwnProperty'.split(
    ' ',
  ),
)
const plainId = /^[A-Za-z_][A-Za-z0-9_]*$/
const possibleId = /^[\p{L}\p{N}_][\p{L}\p{N}_.\-/+!?*#$'`\\:&%]*$/u

/** Whether an id can be written as it is: at a node, in `class`, `style` and `click`, and as a subgraph’s. */
function isSafe(id: string): boolean {
  if (reserved.has(id) || id.endsWith('direction')) return false
  if (plainId.test(id)) return true
  if (!possibleId.test(id) || !onlyKnownLetters(id) || /:$|:::|%%|-$/.test(id)) return false
  return (
    parser.parse(id, { rule: 'nodeId' }).ok &&
    parser.parse(`subgraph ${id}["x"]\n`, { rule: 'Subgraph' }).ok &&
    parser.parse(`${id} --> ${id}:::${id}\n`, { rule: 'Chain' }).ok
  )
}

/** The nearest id: letters, digits and `_` where the id itself is not safe. */
export function nearestId(id: string): string {
  if (isSafe(id)) return id
  const word = id.replace(/[^A-Za-z0-9_]/g, '_')
  const candidate = plainId.test(word) ? word : `n${word}`
  return isSafe(candidate) ? candidate : `${candidate}_`
}

/** The nearest name of a class. `default` is the class of every node. */
export function nearestClassName(name: string): string {
  return nearestId(name)
}

/** The nearest id of an edge: a word, and none of those that mermaid makes up for edges without one. */
export function nearestEdgeId(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  const word = id.replace(/[^A-Za-z0-9_]/g, '_')
  const candidate = plainId.test(word) && !word.startsWith('L_') ? word : `e${word}`
  return reserved.has(candidate) || candidate.endsWith('direction') ? `${candidate}_` : candidate
}
