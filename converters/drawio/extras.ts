/**
 * Which of its own extras draw.io can write: those that a cell, or the page, can have. None of it asks what a writer would make of
 * the rest of the graph; how a file has an element stands in the document (`words/in-file.ts`), which nothing is asked of.
 */
import type { OwnExtras } from '../../src/capabilities.js'
import { NO_EXTRAS } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node, Value } from '../../src/ir/model.js'
import { cleanXml } from '../../src/text/xml-characters.js'
import { USUAL_IDS } from './document/layer-ids.js'
import { formatStyle, parseStyle, type StyleMap, sameStyle } from './document/style.js'
import type { Kind, Values } from './words/aspect.js'
import { edgeKind, groupKind, nodeKind } from './words/aspects.js'
import {
  type CellKind,
  cellAttributesIn,
  cellAttributeValues,
  writableLayer,
} from './words/cell-attributes.js'
import { hasFields, styleIn, styleOver } from './words/cell-parts.js'
import { layerIds } from './words/layers.js'
import { opaqueCells } from './words/opaque-cells.js'
import { isSetting } from './words/page-settings.js'
import { childLayoutWithoutFields } from './words/records/child-layout.js'
import { holdsValues, writeAspects } from './words/style-aspects.js'
import { edgeValues, groupValues, lanesAreRows, nodeValues } from './words/values.js'

type Own = ReadonlyMap<string, Value>

/** Keys that say how a fixed end or a title's strip is placed belong to the geometry. */
const isGeometryKey = (key: string, kind: Kind): boolean =>
  /^(exit|entry)(X|Y|Dx|Dy|Perimeter)$/.test(key) || (key === 'startSize' && kind === groupKind)

/**
 * A style that a person drew, as far as it still says what the element says; nothing where it says no
 * more than the element does.
 * @param usual what the element says without it, where that is not the same
 */
function writableStyle(
  kind: Kind,
  element: Node | Group | Edge,
  values: Values,
  usual = values,
): string | undefined {
  const own = hasFields(element) ? undefined : styleIn(element)
  if (own === undefined || cleanXml(own) !== own) return undefined
  const drawn: StyleMap = new Map(
    [...parseStyle(own)].filter(([key]) => !key.startsWith('#') && !isGeometryKey(key, kind)),
  )
  const merged = styleOver(kind, formatStyle(drawn), values)
  const visible = new Map([...merged].filter(([key]) => !key.startsWith('#')))
  const plain = new Map([...writeAspects(kind, usual)].filter(([key]) => !key.startsWith('#')))
  const text = formatStyle(visible)
  if (sameStyle(visible, plain) || !sameStyle(parseStyle(text), visible)) return undefined
  return holdsValues(kind, merged, values) ? text : undefined
}

const keep = (entries: Iterable<readonly [string, Value | undefined]>): Own =>
  new Map([...entries].filter((entry): entry is [string, Value] => entry[1] !== undefined))

function graphExtras(graph: Graph, own: Own): Own {
  const ids = layerIds(graph)
  const cells = own.has('cells')
    ? opaqueCells(graph).flatMap(({ text, titles }) => (titles ? [] : [text]))
    : []
  const page = own.get('page')
  const settings = new Map<string, Value>()
  for (const [name, value] of page instanceof Map ? (page as Own) : [])
    if (isSetting(name, value)) settings.set(name, value)
  return keep([
    ['cells', cells.length > 0 ? cells : undefined],
    ['page', settings.size > 0 ? settings : undefined],
    ['root', writableLayer(own.get('root'), ids.top, USUAL_IDS.top)],
    ['layer', writableLayer(own.get('layer'), ids.layer, USUAL_IDS.layer)],
  ])
}

const cellAttributes = (own: Own, kind: CellKind): Iterable<readonly [string, Value]> =>
  cellAttributeValues(cellAttributesIn(own, kind))

export interface ExtrasRules {
  readonly graph: OwnExtras<Graph>
  readonly node: OwnExtras<Node>
  readonly group: OwnExtras<Group>
  readonly edge: OwnExtras<Edge>
}

/** For each kind of element the extras that are held. @param graph only to see whether its lanes are rows */
export function extrasRules(graph: Graph): ExtrasRules {
  const rows = lanesAreRows(graph)
  return {
    graph: graphExtras,
    node: (node, own) =>
      keep([
        ['style', writableStyle(nodeKind, node, nodeValues(node, childLayoutWithoutFields(node)))],
        ...cellAttributes(own, 'node'),
      ]),
    group: (group, own) => {
      const row = rows && group.kind === 'lane'
      const usual = groupValues({ ...group, extras: NO_EXTRAS }, row)
      return keep([
        ['style', writableStyle(groupKind, group, groupValues(group, row), usual)],
        ...cellAttributes(own, 'group'),
      ])
    },
    edge: (edge, own) =>
      keep([['style', writableStyle(edgeKind, edge, edgeValues(edge))], ...cellAttributes(own, 'edge')]),
  }
}
