/**
 * What a draw.io file holds: nearly everything. What its cells do not show rides in attributes beside
 * them. Not held are what XML cannot write at all, links that run scripts, and named styles.
 */
import { type Capabilities, everyStyle, type LinkRules, type TextRules } from '../../src/capabilities.js'
import { type Graph, groupKinds, richSyntaxes } from '../../src/ir/model.js'
import { iconExtras } from '../../src/layout/measure/icons.js'
import { isPictureSize } from '../../src/layout/measure/picture-sizes.js'
import { cleanXml } from '../../src/text/xml-characters.js'
import { holdsRich, nearestRich } from './document/html.js'
import { isSafeUrl } from './document/links.js'
import { extrasRules } from './extras.js'
import { cellOrder, groupOrder } from './words/node-order.js'

const text: TextRules = {
  lines: true,
  rich: richSyntaxes,
  readRich: (rich, text) => (holdsRich(rich, text) ? text : undefined),
  nearestRich,
  clean: cleanXml,
}
const style = everyStyle
const link: LinkRules = {
  url: url => (isSafeUrl(url) ? url : undefined),
  tooltip: true,
  target: true,
  callback: true,
}
const same = <T>(value: T): T => value
const cleanId = (id: string | undefined): string | undefined => (id === undefined ? undefined : cleanXml(id))

/** What it can write of a graph. Source of the rules: draw.io's XML reference and its editor's own behaviour. */
export function drawioCapabilities(graph: Graph): Capabilities {
  const extras = extrasRules(graph)
  return {
    graph: {
      id: cleanId,
      title: text,
      description: text,
      undirected: true,
      strict: true,
      direction: same,
      style,
      link,
      extras: extras.graph,
    },
    node: {
      text,
      shape: same,
      properties: true,
      propertyText: text,
      style,
      link,
      image: true,
      fields: ({ fields }) => fields,
      hidden: true,
      notes: true,
      extras: extras.node,
      others: iconExtras,
      draws: isPictureSize,
      order: cellOrder,
    },
    group: {
      text,
      kinds: groupKinds,
      nested: true,
      direction: true,
      style,
      link,
      hidden: true,
      extras: extras.group,
      order: groupOrder,
    },
    edge: {
      text,
      id: cleanId,
      line: same,
      arrows: (from, to) => [from, to],
      groupEnds: true,
      side: same,
      port: true,
      endLabel: text,
      length: same,
      style,
      link,
      extras: extras.edge,
    },
    loop: { text },
    ids: { node: cleanXml, group: cleanXml, shared: false },
  }
}
