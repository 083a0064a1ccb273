/** What the attributes of an element are to say otherwise. */
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { inOrder } from '../words/attributes.js'
import { CARRY } from '../words/diaglot-attributes.js'
import type { Attributes, ResolvedGraph } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import type { Reading } from './reading.js'
import type { Now, Work } from './work.js'

/** What the text says now, and what it is to say. */
export interface AttributeJob {
  readonly reading: Reading
  /** What the writer would say of the text as it is now. */
  readonly canonical: ResolvedGraph
  readonly wanted: ResolvedGraph
  readonly after: Graph
  readonly now: Now
  readonly work: Work
}

export interface AttributeEdit extends TextEdit {
  /** Whether it is a statement of its own, which comes behind what belongs to the statement at whose end it stands. */
  readonly alone?: true
}

/** By name, the value that an attribute is to have; `undefined` where nothing is to be said of it. */
export type Wishes = ReadonlyMap<string, Atom | undefined>

/**
 * What is to be said otherwise in the text of an element, whose spelling stays where it says the same.
 * @param now as the text says it
 * @param canonical as the writer would say what the text says
 * @param wanted as the writer says what is wanted
 * @param differs whether it is not what is wanted, so that if nothing else leads there, all is said as the writer says it
 */
export function changesOf(
  now: Attributes,
  canonical: Attributes,
  wanted: Attributes,
  differs: boolean,
): Map<string, Atom | undefined> {
  const wishes = wishesOf(canonical, wanted)
  for (const [name, value] of wishes) if (sameNonEmpty(now.get(name), value)) wishes.delete(name)
  return wishes.size === 0 && differs ? wishesOf(now, wanted) : wishes
}

/** An attribute that is empty is as good as none. What a text carries is nothing that it shows. */
function wishesOf(now: Attributes, wanted: Attributes): Map<string, Atom | undefined> {
  const wishes = new Map<string, Atom | undefined>()
  for (const [name, value] of inOrder(wanted))
    if (name !== CARRY && !sameNonEmpty(now.get(name), value)) wishes.set(name, nonEmpty(value))
  for (const [name, value] of now)
    if (name !== CARRY && !wanted.has(name) && nonEmpty(value)) wishes.set(name, undefined)
  return wishes
}

const nonEmpty = (value: Atom | undefined): Atom | undefined =>
  value && (value.text !== '' || value.html) ? value : undefined

function sameNonEmpty(a: Atom | undefined, b: Atom | undefined): boolean {
  const [one, other] = [nonEmpty(a), nonEmpty(b)]
  return one?.text === other?.text && one?.html === other?.html
}
