/** What fills nodes and clusters, said in one way: by `fillcolor`, where the style fills at all. Their pens are said in one way, too. */
import { textIn } from './attributes.js'
import { withPen } from './pen.js'
import type { Attributes } from './resolved.js'
import type { Atom } from './statement.js'
import { joined, styleWords } from './style.js'

/** A node without a colour for it is filled with that of its line. */
export function filledNode(whole: Attributes): Attributes {
  const attributes = withPen(whole)
  const color = attributes.get('color')
  const isPlain = !styleWords(attributes).has('filled') || textIn(attributes, 'fillcolor') || !color?.text
  return isPlain ? attributes : new Map([...attributes, ['fillcolor', color]])
}

/** A cluster is filled with its background where its style fills nothing, and where it has no other colour. */
export function filledCluster(whole: Attributes): Attributes {
  const attributes = withPen(whole)
  const background = attributes.get('bgcolor')
  const words = styleWords(attributes)
  const isFilled = words.has('filled')
  // These fill by themselves, with two colours or more.
  if (!isFilled && (words.has('radial') || words.has('striped'))) return attributes
  const own = isFilled ? ['fillcolor', 'color'].find(name => textIn(attributes, name)) : undefined
  if (!background?.text && own !== 'color') return attributes
  const all = new Map<string, Atom>(attributes)
  all.delete('bgcolor')
  const fill = own === undefined ? background : attributes.get(own)
  if (fill?.text) all.set('fillcolor', fill)
  if (!isFilled) all.set('style', { text: joined(textIn(attributes, 'style'), 'filled')! })
  return all
}
