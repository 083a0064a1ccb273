/**
 * Which of its own extras draw.io can still write: what a file has beside its graph, as far as it still says what the graph says
 * and would be read back.
 */
import type { OwnExtras } from '../../src/capabilities.js'
import { NO_EXTRAS } from '../../src/ir/build.js'
import type { Edge, Graph, Group, Node, Value } from '../../src/ir/model.js'
import { titleOf } from '../../src/ir/records.js'
import { inLanes } from '../../src/layout/lanes/lanes.js'
import type { DrawnBox } from './document/box.js'
import { USUAL_IDS } from './document/layer-ids.js'
import { formatStyle, parseStyle, type StyleMap, sameStyle } from './document/style.js'
import { cleanXml } from './document/xml-characters.js'
import { isSetting, UNNAMED } from './read/graph-fields.js'
import type { Kind, Values } from './words/aspect.js'
import { edgeKind, groupKind, nodeKind } from './words/aspects.js'
import { isHtml, styleFor } from './words/cell-parts.js'
import { boxGeometry, type DrawnLine, drawnBox, drawnLine, lineGeometry } from './words/geometry.js'
import { aboveKept, keptCells, titlesOf } from './words/kept.js'
import { layerIds } from './words/layers.js'
import { holdsValues, writeAspects } from './words/looks.js'
import type { Lookup } from './words/placeholders.js'
import { lookText } from './words/records/look.js'
import { heldLayer, type SaidKind, saidIn, saidValues } from './words/said.js'
import { spelledAs } from './words/spelled.js'
import { titleWithout } from './words/title-strip.js'
import { edgeValues, groupValues, nodeValues } from './words/values.js'
import { type Shown, wordingOf } from './words/wording.js'
import { boxGeometry as boxXml, groupShown, nodeShown } from './write/cells.js'
import { edgeShown, fitsSide, lineXml } from './write/edge-cells.js'
import { clashingLabels, drawnLabels, labelsValue } from './write/line-labels.js'
import {
  type Around,
  lanesAreRows,
  liesOn,
  NO_LAYOUT,
  originOf,
  ownId,
  ownParentOf,
  type Page,
  planPage,
} from './write/page.js'
import { hasStrip, looksOf } from './write/records/page.js'
import { edgeParent, ordersIn, ordersOf, ownParent, ownTerminal } from './write/siblings.js'

type Own = ReadonlyMap<string, Value>

/** Keys that say how a fixed end or a title's strip is placed belong to the geometry. */
const isGeometryKey = (key: string, kind: Kind): boolean =>
  /^(exit|entry)(X|Y|Dx|Dy|Perimeter)$/.test(key) || (key === 'startSize' && kind === groupKind)

/**
 * A style that a person drew, as far as it still says what the element says; nothing where it says no
 * more than the style that would be written anyway.
 * @param usual what would be written without it, where that is not the same
 */
function heldStyle(
  kind: Kind,
  element: Node | Group | Edge,
  values: Values,
  usual = values,
): string | undefined {
  const own = element.extras.get('drawio')?.get('style')
  if (typeof own !== 'string' || cleanXml(own) !== own) return undefined
  const drawn: StyleMap = new Map(
    [...parseStyle(own)].filter(([key]) => !key.startsWith('#') && !isGeometryKey(key, kind)),
  )
  const extras = new Map([['drawio', new Map<string, Value>([['style', formatStyle(drawn)]])]])
  const merged = styleFor(kind, extras, values)
  const visible = new Map([...merged].filter(([key]) => !key.startsWith('#')))
  const plain = new Map([...writeAspects(kind, usual)].filter(([key]) => !key.startsWith('#')))
  const text = formatStyle(visible)
  if (sameStyle(visible, plain) || !sameStyle(parseStyle(text), visible)) return undefined
  return holdsValues(kind, merged, values) ? text : undefined
}

const keep = (entries: Iterable<readonly [string, Value | undefined]>): Own =>
  new Map([...entries].filter((entry): entry is [string, Value] => entry[1] !== undefined))

/** The cells that stay as they are and stand on the page, however deep in others. draw.io drops what has no place there. */
function heldCells({ above, kept, edgeIds, layer, parents, top }: Page): string[] {
  const keptIds = new Set(kept.map(({ id }) => id))
  const places = new Set([top, layer, ...[...parents.keys()].filter(id => !keptIds.has(id)), ...edgeIds])
  return kept.filter(({ id }) => places.has(above.get(id)!)).map(({ text }) => text)
}

function graphExtras(graph: Graph, own: Own): Own {
  const vars = own.get('vars')
  const name = own.get('name')
  const planned = once(() => planPage(graph, NO_LAYOUT))
  const orders = own.has('order') ? ordersOf(planned(), ordersIn(graph)) : undefined
  const cells = own.has('cells') ? heldCells(planned()) : []
  const ids = layerIds(graph)
  const pool = own.get('pool')
  const box =
    pool instanceof Map ? drawnBox(new Map([['drawio', new Map([['geometry', pool as Value]])]])) : undefined
  const id = own.get('id')
  const page = own.get('page')
  const settings = new Map<string, Value>()
  for (const [name, value] of page instanceof Map ? (page as Own) : [])
    if (isSetting(name, value)) settings.set(name, value)
  return keep([
    ['cells', cells.length > 0 ? cells : undefined],
    ['pool', box && box.title !== undefined && inLanes(graph) ? boxGeometry(box) : undefined],
    ['page', settings.size > 0 ? settings : undefined],
    ['vars', typeof vars === 'string' && vars !== '' && cleanXml(vars) === vars ? vars : undefined],
    ['name', typeof name === 'string' && UNNAMED.test(name) ? name : undefined],
    ['root', heldLayer(own.get('root'), ids.top, USUAL_IDS.top)],
    ['layer', heldLayer(own.get('layer'), ids.layer, USUAL_IDS.layer)],
    ['order', orders && orders.size > 0 ? orders : undefined],
    ['id', typeof id === 'string' && id !== '' && !/^page-\d+$/.test(id) ? cleanXml(id) : undefined],
  ])
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const withoutTitle = ({ title: _, untold: __, ...box }: DrawnBox): DrawnBox => box

/** What an element stands in where that is not its group, and the group that it lies on then. */
function heldPlace(
  extras: Node['extras'],
  group: string | undefined,
  around: Around,
): (readonly [string, Value | undefined])[] {
  const parent = ownParentOf(extras, group, around)
  const on = liesOn(extras)
  return [
    ['parent', parent],
    ['on', parent !== undefined && on === group ? on : undefined],
  ]
}

/** A box with its file's element only where that would be written. */
function heldBox(box: DrawnBox, idOf: () => string | undefined, page: () => Page): DrawnBox {
  if (box.source === undefined) return box
  const { source: _, ...rest } = box
  const at = page().parents.get(idOf() ?? '') ?? page().layer
  return boxXml(page(), box, at).source === undefined ? rest : box
}

/** The line of an edge with its fixed points and its file's element only where those would be written. */
function heldLine(edge: Edge, page: () => Page): Map<string, Value> | undefined {
  const drawn = drawnLine(edge.extras)
  if (!drawn) return undefined
  const { exit, entry, ...unfastened } = drawn
  const line: DrawnLine = {
    ...unfastened,
    ...(exit && fitsSide(edge.from, 'exit', exit) && { exit }),
    ...(entry && fitsSide(edge.to, 'entry', entry) && { entry }),
  }
  if (line.source === undefined) return lineGeometry(line)
  const { source: _, ...rest } = line
  const origin = originOf(page(), edgeParent(page(), edge))
  const way = { place: line.label, offset: line.offset, points: line.points, origin }
  return lineGeometry(lineXml(line, way).source === undefined ? rest : line)
}

const isHtmlOf = (kind: Kind, { extras }: Node | Group | Edge, values: Values): boolean =>
  isHtml(styleFor(kind, extras, values))

/** The id of a cell, where the page gives it that. */
function heldId(own: Own, given: () => string | undefined): string | undefined {
  const id = own.get('id')
  return typeof id === 'string' && id === given() ? id : undefined
}

/** Attributes and texts with placeholders. Nothing is asked of the page where there are none. */
function heldWording(
  element: Node | Group | Edge,
  kind: SaidKind,
  shown: () => Shown,
  page: () => Page,
): (readonly [string, Value])[] {
  const own = element.extras.get('drawio')
  if (!own?.has('attributes') && !own?.has('label')) return [...saidValues(saidIn(own, kind))]
  const { said, raw } = wordingOf(element, kind, shown(), name => lookupOf(element, kind, page())(name))
  return [...saidValues(said), ...[...raw].map(([name, text]) => [name, spelledAs(text)] as const)]
}

function lookupOf(element: Node | Group | Edge, kind: SaidKind, page: Page): Lookup {
  if ('from' in element) {
    const own = saidIn(element.extras.get('drawio'), kind)
    return page.lookup(ownId(element.extras) ?? '', edgeParent(page, element), own)
  }
  const id = (kind === 'node' ? page.nodeIds : page.groupIds).get(element.id) ?? ''
  return page.lookup(id, page.parents.get(id) ?? page.layer)
}

export interface ExtrasRules {
  readonly graph: OwnExtras<Graph>
  readonly node: OwnExtras<Node>
  readonly group: OwnExtras<Group>
  readonly edge: OwnExtras<Edge>
}

/** For each kind of element the extras that are held, beside the other elements of its graph. */
export function ownExtras(graph: Graph): ExtrasRules {
  const kept = keptCells(graph)
  const around = { above: aboveKept(kept), ...layerIds(graph), graph }
  const titles = titlesOf(kept)
  const looks = looksOf(graph)
  const rows = lanesAreRows(graph)
  const page = once(() => planPage(graph, NO_LAYOUT))
  // Edges have no names: one is known by its extras, which lowering leaves as they are.
  const edgeIds = once(() => {
    const ids = new Map<Own | undefined, string>()
    for (const [place, edge] of graph.edges.entries()) {
      const own = edge.extras.get('drawio')
      if (!ids.has(own)) ids.set(own, page().edgeIds[place]!)
    }
    return ids
  })
  const clashing = once(() =>
    clashingLabels(graph, [...Object.values(layerIds(graph)), ...page().parents.keys(), ...page().edgeIds]),
  )
  const nodeExtras: OwnExtras<Node> = (node, own) => {
    const box = drawnBox(node.extras)
    const held = looks.heldIn(node)
    const values = nodeValues(node, looks.lookOf(node))
    const shown = (): Shown => nodeShown(node, isHtmlOf(nodeKind, node, values), hasStrip(looks, node))
    return keep([
      ['style', heldStyle(nodeKind, node, values)],
      ['parts', held?.texts],
      ['look', held?.look && lookText(held.look)],
      ['titled', hasStrip(looks, node) && titleOf(node) === undefined ? true : undefined],
      ...heldPlace(node.extras, node.group, around),
      ['geometry', box && boxGeometry(heldBox(withoutTitle(box), () => page().nodeIds.get(node.id), page))],
      ['id', heldId(own, () => page().nodeIds.get(node.id))],
      ...heldWording(node, 'node', shown, page),
    ])
  }
  const groupExtras: OwnExtras<Group> = (group, own) => {
    const box = drawnBox(group.extras)
    const values = groupValues(group, rows && group.kind === 'lane')
    const usual = groupValues({ ...group, extras: NO_EXTRAS }, rows && group.kind === 'lane')
    const { title, untold } = box ?? {}
    const titled = titles.get(group.id)
    const strip = titleWithout(styleFor(groupKind, group.extras, values))
    return keep([
      ['style', heldStyle(groupKind, group, values, usual)],
      ...heldPlace(group.extras, group.parent, around),
      [
        'geometry',
        box &&
          boxGeometry({
            ...heldBox(box, () => page().groupIds.get(group.id), page),
            ...(group.kind === 'lane' && { title: title ?? 30 }),
            untold: untold === true && title !== undefined && title === strip,
          }),
      ],
      ['id', heldId(own, () => page().groupIds.get(group.id))],
      ['titleCell', titled?.id],
      ...heldWording(
        group,
        'group',
        () => groupShown(group, titled, isHtmlOf(groupKind, group, values)),
        page,
      ),
    ])
  }
  const edgeExtras: OwnExtras<Edge> = (edge, own) => {
    const geometry = heldLine(edge, page)
    const html = isHtmlOf(edgeKind, edge, edgeValues(edge))
    const labels =
      own.has('labels') && !clashing().has(own.get('labels')!) ? drawnLabels(edge, html) : undefined
    const placed = (name: string, held: () => string | undefined) =>
      [name, own.has(name) ? held() : undefined] as const
    return keep([
      ['style', heldStyle(edgeKind, edge, edgeValues(edge))],
      ['geometry', geometry && geometry.size > 0 ? geometry : undefined],
      ['id', heldId(own, () => edgeIds().get(own))],
      ['labels', labels && labelsValue(labels)],
      placed('parent', () => ownParent(page(), edge)),
      placed('source', () => ownTerminal(page(), edge, 'source')),
      placed('target', () => ownTerminal(page(), edge, 'target')),
      ...heldWording(edge, 'edge', () => edgeShown(edge, html, labels), page),
    ])
  }
  return { graph: graphExtras, node: nodeExtras, group: groupExtras, edge: edgeExtras }
}
