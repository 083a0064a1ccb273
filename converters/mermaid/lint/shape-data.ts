/** What is new in `@{ … }`, and the brackets that say the same. */
import { load } from 'js-yaml'
import type { TextEdit } from '../../../src/messages/message.js'
import { part } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { type Bracket, bracketOfShape, shapeOfShapeName, signsOfBracket } from '../shapes.js'
import { has } from '../versions/claims.js'
import { constructs, hasBracket, shapeClaim } from '../versions/constructs.js'
import { MERMAID_SCHEMA } from '../words/yaml.js'
import { deletion, missing, placeOf, type Search } from './search.js'

export function searchData(search: Search, vertex: TreeOf<'Vertex'>, data: TreeOf<'shapeData'>): void {
  const at = placeOf(search, data.start, data.end)
  const shape = /(?<![\w-])shape\s*:\s*["']?([\w-]+)/.exec(data.text)?.[1]
  missing(search, constructs.shapeData, at, { edits: asBrackets(search, vertex, data) })
  if (!has(search.release, constructs.shapeData)) return
  const claim = shape === undefined ? undefined : shapeClaim(shape)
  if (claim) missing(search, claim, at, { edits: asBrackets(search, vertex, data) })
  const blanks = /^[^\S\n\r]+(?=\r?\n|$)/.exec(search.source.slice(at[1]))?.[0]
  if (blanks !== undefined)
    missing(search, constructs.blankBehindData, at, { edits: [deletion([at[1], at[1] + blanks.length])] })
}

/** Words that are the same as markdown, which a label in `@{ }` is. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} .,:!?'+=$-]*$/u

/** Brackets in place of a shape and a label in `@{ }`, where these are all that stands there. */
function asBrackets(
  search: Search,
  vertex: TreeOf<'Vertex'>,
  data: TreeOf<'shapeData'>,
): readonly TextEdit[] {
  const fields = fieldsOf(data.text)
  const own = part(vertex, 'Shape')
  const signs = fields && signsFor(search, fields.get('shape'), own?.text)
  if (!fields || !signs) return []
  const [open, close] = signs
  const id = part(vertex, 'nodeId')
  const label = fields.get('label')
  const at = placeOf(search, data.start, data.end)
  if (!own) {
    if (part(vertex, 'ClassMark')) return []
    return [{ start: at[0], end: at[1], text: `${open}"${label ?? id.text}"${close}` }]
  }
  const quoted = /^[[({>]{1,3}("[^"`]*")[\])}]{1,3}$/.exec(own.text)?.[1]
  const text = label === undefined ? quoted : `"${label}"`
  if (text === undefined) return []
  const [start, end] = placeOf(search, own.start, own.end)
  return [{ start, end, text: open + text + close }, deletion(at)]
}

const OPENING = /^(?:\[[[(/\\]|\({1,3}\[?|\{{1,2}|[[>])/
const CLOSING = /(?:[\])/\\]\]|\]?\){1,3}|\}{1,2}|\])$/

/** Brackets say the shape where the properties do not. */
function signsFor(
  search: Search,
  name: string | undefined,
  own: string | undefined,
): readonly [open: string, close: string] | undefined {
  const said = name === undefined && own !== undefined ? [OPENING.exec(own)?.[0], CLOSING.exec(own)?.[0]] : []
  if (said[0] && said[1]) return [said[0], said[1]]
  const bracket = bracketFor(search, name)
  return bracket && signsOfBracket(bracket)
}

function bracketFor({ release }: Search, name: string | undefined): Bracket | undefined {
  const shape = name === undefined ? 'rectangle' : shapeOfShapeName(name)
  if (shape === 'rectangle') return 'square'
  const bracket = shape && bracketOfShape(shape)
  if (!bracket || bracket === 'ellipse') return undefined
  return hasBracket(release, bracket) ? bracket : undefined
}

/** Shape and label of `@{ }`, where there is nothing else, and the label is plain. */
function fieldsOf(text: string): ReadonlyMap<'shape' | 'label', string> | undefined {
  const body = text.slice(2, -1)
  if (body.includes('\n')) return undefined
  const values = valuesOf(body)
  const fields = new Map<'shape' | 'label', string>()
  for (const [key, value] of values ?? [['', '']]) {
    if ((key !== 'shape' && key !== 'label') || typeof value !== 'string') return undefined
    if (key === 'label' && !PLAIN.test(value)) return undefined
    fields.set(key, value)
  }
  return fields
}

function valuesOf(body: string): [string, unknown][] | undefined {
  try {
    const value = load(`{\n${body}\n}`, { schema: MERMAID_SCHEMA })
    return typeof value === 'object' && value !== null ? Object.entries(value) : undefined
  } catch {
    return undefined
  }
}
