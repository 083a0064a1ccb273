/** Generated graphs: every field of the model, every member of its closed lists, and the texts of strangers. */
import fc from 'fast-check'
import { type Arrow, arrowNames } from '../../src/ir/arrows.js'
import { byId } from '../../src/ir/build.js'
import { checkOf } from '../../src/ir/checks.js'
import type { Kind, RecordKind } from '../../src/ir/kinds.js'
import {
  type Direction,
  directions,
  type Edge,
  type End,
  type Extras,
  edgeFields,
  type Field,
  type Graph,
  type Group,
  graphFields,
  groupFields,
  type Link,
  type Loop,
  loopFields,
  type Node,
  nodeFields,
  type Rich,
  richSyntaxes,
  type Style,
  sides,
  type Text,
  type Value,
} from '../../src/ir/model.js'
import { codePoint } from './code-points.js'

const hostile = [
  '__proto__',
  'constructor',
  'end',
  'x',
  'o',
  'n1',
  'n2',
  'Main',
  'graph',
  'subgraph',
  'node',
  'A --> B',
  'a->b',
  '"quoted"',
  "it's",
  '#quot;',
  '&amp; &lt;b&gt;',
  '<b>bold</b>',
  '[x] (y) {z}',
  'a|b|c',
  'back\\slash\\',
  '\\n \\l \\N',
  '%% comment',
  '// comment',
  '# hash',
  ';;',
  'two\nlines',
  ' leading and trailing ',
  '',
  '🚀 launch',
  '订单服务',
  'مرحبا',
  'é → ü',
  '\u0000nul\u0007bell',
  '\ud800lone',
  'nb\u00a0sp\u2028ls\u0085',
  '`md` **b**',
  '%1',
  '1.5',
  '-3',
  'true',
  'A / B',
  'direction LR',
  'cluster_x',
  '\ufeffbom',
  '0',
  '1',
]

/** Mostly words that mean something to some format, sometimes anything at all. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,12}$/) },
  { weight: 1, arbitrary: fc.string({ unit: codePoint, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
)

/** What a map holds is never empty: empty is absent. */
const someText = texts.filter(text => text !== '')

const ids: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,4}$/) },
  { weight: 2, arbitrary: fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5') },
  { weight: 2, arbitrary: texts },
)

const colors = fc.constantFrom('#ff0000', '#00ff0080', 'red', 'none', 'lightblue')

/** A record whose every part may be missing; parts that are missing are absent, not undefined. */
function partial<T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>
}

const someNames = fc.array(ids, { maxLength: 2 }).map(list => [...new Set(list)])

const someClasses = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: someNames },
)

function maps<T>(
  keys: fc.Arbitrary<string>,
  values: fc.Arbitrary<T>,
  maxLength = 2,
): fc.Arbitrary<Map<string, T>> {
  return fc.array(fc.tuple(keys, values), { maxLength }).map(entries => new Map(entries))
}

const filledMaps = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>) =>
  maps(keys, values).filter(map => map.size > 0)

const styles: fc.Arbitrary<Style> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Style>({}) },
  {
    weight: 1,
    arbitrary: partial<Required<Style>>({
      fill: colors,
      stroke: colors,
      strokeWidth: fc.constantFrom(1, 2, 3.5),
      color: colors,
      dash: fc.constantFrom('5 5', '3', '1 2 3'),
      opacity: fc.constantFrom(0.25, 0.5, 1),
      fontFamily: fc.constantFrom('Helvetica', 'Noto Sans', 'a;b"c'),
      fontSize: fc.constantFrom(8, 12, 14.5),
      fontWeight: fc.constantFrom('bold', '700'),
      fontStyle: fc.constantFrom('italic'),
      rounded: fc.constantFrom(true),
      other: filledMaps(fc.constantFrom('stroke-linecap', 'font-variant', '__proto__'), someText),
    }) as fc.Arbitrary<Style>,
  },
)

const links: fc.Arbitrary<Link> = partial<Required<Link>>({
  url: fc.constantFrom('https://example.org/?a=1&b="2"', '/local', 'javascript:alert(1)', 'data:text/html,x'),
  tooltip: texts.filter(text => text !== ''),
  target: fc.constantFrom('_blank', '_self'),
  callback: fc.constantFrom('callback', 'alert'),
}).filter(link => Object.keys(link).length > 0) as fc.Arbitrary<Link>

const rich: fc.Arbitrary<Rich> = fc.record({
  syntax: fc.constantFrom(...richSyntaxes),
  source: fc.oneof(
    texts,
    fc.constantFrom('**bold** text', '<b>bold</b>', '<table><tr><td>x</td></tr></table>'),
  ),
})

export const labels: fc.Arbitrary<Text> = fc.oneof(
  { weight: 5, arbitrary: texts.map((text): Text => ({ text })) },
  { weight: 1, arbitrary: fc.record({ text: texts, rich }) },
)

const values: fc.Arbitrary<Value> = fc.oneof(
  someText,
  fc.integer({ min: -5, max: 5 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { minLength: 1, maxLength: 2 }),
  filledMaps<Value>(ids, texts),
)

/** What draw.io's reader keeps in extras. */
const drawn =
  'attributes cell id label labels layer link name order parent root source style vars wrapper'.split(' ')

const extras: fc.Arbitrary<Extras> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Extras>(new Map()) },
  {
    weight: 1,
    arbitrary: filledMaps(
      fc.constantFrom('dot', 'mermaid', 'drawio', 'flowzap', 'else'),
      filledMaps(
        fc.oneof(
          ids,
          fc.constantFrom('rankdir', 'shape', 'geometry', 'weight', 'cells', 'subgraphs', ...drawn),
        ),
        values,
      ),
    ),
  },
)

const fields: fc.Arbitrary<readonly Field[]> = fc.array(
  fc.oneof(
    fc.record({ text: texts, port: ids }),
    fc.record({ text: texts }),
    fc.record({
      text: texts,
      children: fc.array(fc.record({ text: texts, port: ids }), { minLength: 1, maxLength: 2 }),
    }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** Once in four times: what most elements have hides what few have. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<T | undefined>(undefined) }, { weight: 1, arbitrary })
}

/** The object without what is undefined, as the model wants it. */
function present<T>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}

/** Any value of a kind: every field that the description of the model has is reached, also one that comes to it. */
export function valuesOf(kind: Kind): fc.Arbitrary<unknown> {
  if (kind.optional) return rarely(valuesOf({ ...kind, optional: false }))
  if (kind.name === 'style') return styles
  if (kind.name === 'link') return links
  if (kind.name === 'extras') return extras
  if (kind.kind === 'map') return maps(ids, valuesOf(kind.values))
  if (kind.kind === 'record') return recordsOf(kind, {})
  const { holds } = kind
  switch (holds.type) {
    case 'word':
      return fc.constantFrom(...holds.words)
    case 'number':
      return fc.constantFrom(0, 0.25, 1, 2, 9).filter(number => checkOf(kind, 'exact')(number))
    case 'flag':
      return fc.boolean()
    case 'mark':
      return fc.constant(true)
    case 'texts':
      return someClasses
    case 'rich':
      return rich
    case 'tree':
      return fields
    case 'value':
      return values
    default:
      return someText
  }
}

/** Records of a kind. @param given for some of the fields, what they are */
function recordsOf<T>(
  kind: RecordKind<T>,
  given: { readonly [K in keyof T]?: fc.Arbitrary<T[K] | undefined> },
): fc.Arbitrary<T> {
  const known: Readonly<Record<string, fc.Arbitrary<unknown> | undefined>> = given
  const parts = Object.entries(kind.fields).map(([name, part]) => [name, known[name] ?? valuesOf(part)])
  return fc
    .record(Object.fromEntries(parts) as Record<string, fc.Arbitrary<unknown>>)
    .map(made => present<T>(made as never))
}

const nothing = fc.constant(undefined)

function groups(): fc.Arbitrary<Map<string, Group>> {
  const group = recordsOf(groupFields, { id: ids.filter(id => id !== ''), label: labels, parent: nothing })
  return fc
    .tuple(fc.array(group, { maxLength: 4 }), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }))
    .map(([list, picks]) => {
      const unique = [...byId(list).values()]
      return byId(
        unique.map((item, place) => {
          const parent = unique[(picks[place] ?? 0) % (place * 2 + 1)]
          return parent && parent !== item && unique.indexOf(parent) < place
            ? { ...item, parent: parent.id }
            : item
        }),
      )
    })
}

function nodes(groupIds: readonly string[]): fc.Arbitrary<Map<string, Node>> {
  const node = recordsOf(nodeFields, {
    id: ids,
    label: labels,
    group: groupIds.length > 0 ? fc.option(fc.constantFrom(...groupIds), { nil: undefined }) : nothing,
    properties: fc.oneof(
      fc.constant(new Map<string, string>()),
      maps(
        fc.oneof(fc.constantFrom('owner', 'description', 'system', 'label', 'id', 'constructor'), ids),
        texts.filter(t => t !== ''),
      ),
    ),
    image: rarely(fc.constantFrom('https://example.org/a.png', 'data:image/png;base64,AAAA')),
  })
  return fc.array(node, { maxLength: 4 }).map(byId)
}

/** The ports of a node's fields that an edge can name. */
function portsOf(fieldList: readonly Field[] = []): string[] {
  return fieldList.flatMap(({ port, children }) => [...(port ? [port] : []), ...portsOf(children)])
}

interface Spot extends Pick<End, 'kind' | 'id'> {
  readonly ports: readonly string[]
}

function edges(nodeList: readonly Node[], groupIds: readonly string[]): fc.Arbitrary<Edge[]> {
  const spots: Spot[] = [
    ...nodeList.flatMap(({ id, fields: own }) =>
      [1, 2, 3].map(() => ({ kind: 'node' as const, id, ports: portsOf(own) })),
    ),
    ...groupIds.map(id => ({ kind: 'group' as const, id, ports: [] })),
  ]
  if (spots.length === 0) return fc.constant([])
  const end = (arrow: fc.Arbitrary<Arrow>) =>
    fc
      .record({
        spot: fc.constantFrom(...spots),
        side: rarely(fc.constantFrom(...sides)),
        port: rarely(ids.filter(id => id !== '')),
        pick: fc.nat(9),
        label: rarely(labels.filter(({ text, rich }) => text !== '' || rich !== undefined)),
        arrow,
      })
      .map(({ spot: { ports, ...spot }, pick, ...rest }) => {
        // Mostly a port that is there.
        const port = pick < 7 && ports.length > 0 ? ports[pick % ports.length] : rest.port
        return present<End>({ ...spot, ...rest, port } as never)
      })
  const arrow = fc.constantFrom(...arrowNames)
  const edge = recordsOf(edgeFields, {
    id: rarely(ids.filter(id => id !== '')),
    from: end(
      fc.oneof({ weight: 3, arbitrary: fc.constant<Arrow>('none') }, { weight: 1, arbitrary: arrow }),
    ),
    to: end(
      fc.oneof({ weight: 2, arbitrary: fc.constant<Arrow>('normal') }, { weight: 1, arbitrary: arrow }),
    ),
    label: fc.oneof(fc.constant<Text>({ text: '' }), labels),
    length: rarely(fc.constantFrom(1, 2, 3, 9)),
  })
  return fc.array(edge, { maxLength: 4 })
}

function loops(nodeIds: readonly string[], groupIds: readonly string[]): fc.Arbitrary<Loop[]> {
  if (nodeIds.length === 0) return fc.constant([])
  const loop = recordsOf(loopFields, {
    condition: texts,
    nodes: fc.uniqueArray(fc.constantFrom(...nodeIds), { minLength: 1, maxLength: 3 }),
    group: groupIds.length > 0 ? fc.option(fc.constantFrom(...groupIds), { nil: undefined }) : nothing,
  })
  return fc.array(loop, { maxLength: 2 })
}

const heads = recordsOf(graphFields, {
  id: rarely(ids.filter(id => id !== '')),
  title: rarely(texts.filter(text => text !== '')),
  description: rarely(texts.filter(text => text !== '')),
  directed: fc.oneof(
    { weight: 4, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  direction: fc.option(fc.constantFrom<Direction>(...directions), { nil: undefined }),
  classes: fc
    .oneof(fc.constant(new Map<string, Style>()), maps(ids, styles))
    .map(map => new Map([...map].filter(([, style]) => Object.keys(style).length > 0))),
  defaults: partial({ node: styles, edge: styles }).map(({ node, edge }) => ({
    ...(node && Object.keys(node).length > 0 && { node }),
    ...(edge && Object.keys(edge).length > 0 && { edge }),
  })),
})

/** A sound graph with anything in it. */
export const graphs: fc.Arbitrary<Graph> = groups().chain(groupMap =>
  nodes([...groupMap.keys()]).chain(nodeMap => {
    const groupIds = [...groupMap.keys()]
    const nodeIds = [...nodeMap.keys()]
    return fc
      .tuple(heads, edges([...nodeMap.values()], groupIds), loops(nodeIds, groupIds))
      .map(([head, edgeList, loopList]) => ({
        ...head,
        nodes: nodeMap,
        groups: groupMap,
        edges: edgeList,
        loops: loopList,
      }))
  }),
)
