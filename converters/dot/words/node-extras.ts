/** The extras of a node. */
import type { Value } from '../../../src/ir/model.js'
import { extrasFor } from './extras.js'
import { ANCHOR } from './marks.js'
import { type Attributes, NODE_NAME_LABEL } from './resolved.js'
import type { Atom } from './statement.js'

/** A label that is written although it says what would be shown anyway is no extra; nor is it what makes an anchor. */
export function nodeExtras(source: Attributes, written: ReadonlyMap<string, Atom>): Map<string, Value> {
  const extras = extrasFor(source, written, 'label')
  if (isNameLabel(extras.get('label'))) extras.delete('label')
  if (extras.get(ANCHOR[0]) === ANCHOR[1]) extras.delete(ANCHOR[0])
  return extras
}

function isNameLabel(extra: Value | undefined): boolean {
  return extra instanceof Map && extra.get('text') === NODE_NAME_LABEL && extra.get('was') === null
}
