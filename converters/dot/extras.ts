/** The extras of an element: what of its attributes the writer would not write, or not so. */
import type { Value } from '../../src/ir/model.js'
import { extraKey, sameAtom, wasOf } from './attributes.js'
import { plainLabel } from './escapes.js'
import { plainHtml } from './html.js'
import type { Attributes } from './resolved.js'
import { isOnlySpelling } from './spelling.js'
import type { Atom } from './statement.js'

/** The attributes that the writer would not write, or not so, or that only the writer would write, as extras. Empty values say nothing, but for `keepEmpty`. */
export function extrasFor(source: Attributes, written: Attributes, keepEmpty?: string): Map<string, Value> {
  const extras = new Map<string, Value>()
  for (const [name, value] of source) {
    if (isUnsaid(value, name === keepEmpty)) continue
    const canonical = written.get(name)
    if (canonical && sameAtom(value, canonical)) continue
    extras.set(extraKey(name), kept(name, { value, canonical, source }))
  }
  for (const [name, canonical] of written) {
    if (isUnsaid(source.get(name), name === keepEmpty))
      extras.set(extraKey(name), new Map([['was', wasOf(canonical)]]))
  }
  return extras
}

function isUnsaid(value: Atom | undefined, keepEmpty: boolean): boolean {
  return value === undefined || (value.text === '' && !value.html && !keepEmpty)
}

/**
 * A plain string where the writer would write nothing, otherwise the value and what would be written; also where the
 * writer need not write anything, since the value only spells what the model says (see `isSpelling`).
 */
function kept(name: string, place: { value: Atom; canonical: Atom | undefined; source: Attributes }): Value {
  const { value, canonical } = place
  const spelling = isOnlySpelling(name, place)
  const shown = name === 'xlabel' ? shownText(value) : ''
  if (!canonical && !value.html && !spelling && shown === '') return value.text
  return new Map<string, Value>([
    [value.html ? 'html' : 'text', value.text],
    ...(canonical || spelling ? [['was', canonical ? wasOf(canonical) : null] as const] : []),
    ...(canonical && !spelling ? [['more', true] as const] : []),
    ...(shown ? [['shows', shown] as const] : []),
  ])
}

/** What a second label shows, as far as it is known without the names of the element. */
function shownText({ text, html }: Atom): string {
  return html ? plainHtml(text) : plainLabel(text, {})
}

/** That an edge's label is written as its `xlabel`, which is the only text it had. */
export const LABEL_AS = 'labelAs'
export const AS_XLABEL: Value = new Map<string, Value>([
  ['text', 'xlabel'],
  ['was', null],
])

/** The attributes of an edge, its label under the name that it had. */
export function labelledAs(attributes: Attributes, own: ReadonlyMap<string, Value> | undefined): Attributes {
  const label = attributes.get('label')
  if (!own?.has(LABEL_AS) || !label || attributes.has('xlabel')) return attributes
  return new Map([...attributes].map(([name, value]) => [name === 'label' ? 'xlabel' : name, value]))
}
