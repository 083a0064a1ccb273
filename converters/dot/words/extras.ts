/** The extras of an element: what of its attributes the writer would not write, or not so. */
import type { Value } from '../../../src/ir/model.js'
import { extraKey, sameAtom, textIn, wasOf } from './attributes.js'
import { plainLabel } from './escapes.js'
import { plainHtml } from './html.js'
import { colorAttributes } from './known-names.js'
import type { Attributes } from './resolved.js'
import { saysBeside } from './spelling.js'
import type { Atom } from './statement.js'

/**
 * The attributes that say what the model has no word for, as extras. What only spells otherwise what the writer says too, is none; empty
 * values say nothing.
 */
export function extrasFor(source: Attributes, written: Attributes): Map<string, Value> {
  const extras = new Map<string, Value>()
  for (const [name, value] of source) {
    if (value.text === '' && !value.html) continue
    const canonical = written.get(name)
    if (canonical && sameAtom(value, canonical)) continue
    const extra = rawForm(name, { value, canonical, source })
    if (extra !== undefined) extras.set(extraKey(name), extra)
  }
  return extras
}

/** A plain string where the writer writes nothing, otherwise the value, and beside it what it is written in place of. */
function rawForm(
  name: string,
  place: { value: Atom; canonical: Atom | undefined; source: Attributes },
): Value | undefined {
  const { value, canonical, source } = place
  const says = saysBeside(name, place)
  if (says === 'same') return undefined
  const text = outOfScheme(name, value.text, source)
  const secondLabel = name === 'xlabel' ? shownText(value) : ''
  if (!canonical && !value.html && says === 'more' && secondLabel === '') return text
  const was = canonical ? wasOf(canonical) : null
  return new Map<string, Value>([
    [value.html ? 'html' : 'text', text],
    ...(canonical || says === 'shade' ? [['was', was] as const] : []),
    ...(canonical && says === 'more' ? [['more', true] as const] : []),
    ...(secondLabel ? [['shows', secondLabel] as const] : []),
  ])
}

/** Colours with the scheme that they are of, where it is not the usual one. Of two slashes Graphviz takes none for a scheme. */
function outOfScheme(name: string, text: string, source: Attributes): string {
  const scheme = textIn(source, 'colorscheme')
  if (scheme === undefined || !colorAttributes.has(name)) return text
  const colors = text.split(':').map(color => {
    const isWhole = /^\/[^/]|^#|^$|[\s,]/.test(color)
    return isWhole ? color : `/${scheme}/${color.replace(/^\/\//, '')}`
  })
  return colors.join(':')
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
