/** What the value of an attribute is, as an editor sees it. */
import type { TokenKind } from '../../../src/language/tokens.js'

const LABELS: ReadonlySet<string> = new Set(['label', 'xlabel', 'headlabel', 'taillabel'])
const OF_ITS_OWN: ReadonlyMap<string, TokenKind> = new Map([
  ['shape', 'shape'],
  ['rankdir', 'direction'],
  ['lhead', 'group'],
  ['ltail', 'group'],
  ['headport', 'port'],
  ['tailport', 'port'],
])

/** @param written the name of the attribute, in quotes or without */
export function valueKind(written: string): TokenKind {
  const name = written.startsWith('"') ? written.slice(1, -1) : written
  return LABELS.has(name) ? 'label' : (OF_ITS_OWN.get(name) ?? 'value')
}
