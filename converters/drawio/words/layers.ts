/** What the two cells are called that hold all others: the root of a page, and its first layer. */
import type { Graph, Value } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import { type LayerIds, USUAL_IDS } from '../document/layer-ids.js'

/** As a graph's file called them: `id` in `extras.drawio.root` and `extras.drawio.layer`. */
export function layerIds({ extras }: Graph): LayerIds {
  const own = extras.get('drawio')
  const top = idIn(own?.get('root')) ?? USUAL_IDS.top
  const layer = idIn(own?.get('layer')) ?? USUAL_IDS.layer
  return top === layer ? USUAL_IDS : { top, layer }
}

/** The id in what is said of a root or layer. */
export function idIn(value: Value | undefined): string | undefined {
  const id = value instanceof Map ? (value as ReadonlyMap<string, Value>).get('id') : undefined
  return typeof id === 'string' && id !== '' && cleanXml(id) === id ? id : undefined
}
