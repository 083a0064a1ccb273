/** The words of DOT, as they are offered and explained. */

import { once } from '../../../src/ir/once.js'
import { shapes } from '../../../src/ir/shapes.js'
import type { Word } from '../../../src/language/language.js'
import { isIgnored, ownersOf } from '../lint/attribute-kinds.js'
import { shapeOfDot } from '../shapes.js'
import {
  arrowNames,
  attributeNames,
  colorAttributes,
  colorNames,
  directionNames,
  rankdirNames,
  shapeNames,
  styleNames,
} from '../words/known-names.js'
import { aboutAttribute } from './about.js'

export const topWords = /* @__PURE__ */ once<readonly Word[]>(() => [
  {
    word: 'digraph',
    kind: 'keyword',
    about: 'A diagram whose edges have a direction: a -> b.',
    insert: 'digraph ',
  },
  { word: 'graph', kind: 'keyword', about: 'A diagram whose edges have none: a -- b.', insert: 'graph ' },
  { word: 'strict', kind: 'keyword', about: 'Edges between the same two nodes are one.', insert: 'strict ' },
])

export const statementWords = /* @__PURE__ */ once<readonly Word[]>(() => [
  { word: 'node', kind: 'keyword', about: 'What every node has from here on.', insert: 'node [' },
  { word: 'edge', kind: 'keyword', about: 'What every edge has from here on.', insert: 'edge [' },
  { word: 'graph', kind: 'keyword', about: 'What the graph around it has.', insert: 'graph [' },
  {
    word: 'subgraph',
    kind: 'keyword',
    about: 'Some nodes together; one whose name begins with “cluster” is drawn as a box.',
    insert: 'subgraph cluster_',
  },
])

/** A node, an edge, the graph as a whole or a cluster. */
export type Owner = 'N' | 'E' | 'G' | 'C'

const attribute = (word: string): Word => {
  const owners = ownersOf(word)
  const about = aboutAttribute.get(word)
  const of = owners === '' ? 'An attribute' : `An attribute of ${owners}`
  return { word, kind: 'attribute', about: about ? `${about}` : `${of}.`, insert: `${word}=` }
}

const allAttributes = /* @__PURE__ */ once<readonly Word[]>(() => [...attributeNames].map(attribute))

export const attributesOf = (owners: readonly Owner[]): readonly Word[] =>
  allAttributes().filter(({ word }) => !isIgnored(word, owners))

const listOf = (names: Iterable<string>, about: (name: string) => string, kind: Word['kind'] = 'value') =>
  Array.from(names, (word): Word => ({ word, kind, about: about(word) }))

const shapeList = /* @__PURE__ */ once(() => listOf(shapeNames, name => shapes[shapeOfDot(name)], 'shape'))
const colors = /* @__PURE__ */ once(() => listOf(colorNames, name => `The colour ${name}.`))
const arrows = /* @__PURE__ */ once(() => listOf(arrowNames, name => `The arrowhead ${name}.`))
const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['TB', 'From top to bottom.'],
  ['BT', 'From bottom to top.'],
  ['LR', 'From left to right.'],
  ['RL', 'From right to left.'],
])
const truth = /* @__PURE__ */ once(() =>
  listOf(['true', 'false'], name => (name === 'true' ? 'Yes.' : 'No.')),
)

const values = /* @__PURE__ */ once<ReadonlyMap<string, readonly Word[]>>(
  () =>
    new Map([
      ['shape', shapeList()],
      ['rankdir', listOf(rankdirNames, name => DIRECTIONS.get(name) ?? '', 'direction')],
      ['arrowhead', arrows()],
      ['arrowtail', arrows()],
      ['style', listOf(styleNames, name => `The style ${name}.`)],
      ['dir', listOf(directionNames, name => `Arrowheads: ${name}.`)],
      ['rank', listOf(['same', 'min', 'max', 'source', 'sink'], name => `The rank of the nodes: ${name}.`)],
      [
        'splines',
        listOf(
          ['true', 'false', 'line', 'polyline', 'ortho', 'curved', 'none'],
          name => `Edges are drawn as ${name}.`,
        ),
      ],
      [
        'labelloc',
        listOf(
          ['t', 'c', 'b'],
          name => `The label stands ${{ t: 'at the top', c: 'in the middle', b: 'at the bottom' }[name]}.`,
        ),
      ],
      [
        'labeljust',
        listOf(
          ['l', 'c', 'r'],
          name => `The label stands ${{ l: 'at the left', c: 'in the middle', r: 'at the right' }[name]}.`,
        ),
      ],
      [
        'layout',
        listOf(
          ['dot', 'neato', 'fdp', 'sfdp', 'circo', 'twopi', 'osage', 'patchwork'],
          name => `Places are chosen by ${name}.`,
        ),
      ],
      ...[
        'compound',
        'constraint',
        'concentrate',
        'fixedsize',
        'newrank',
        'center',
        'decorate',
        'headclip',
        'tailclip',
      ].map(name => [name, truth()] as const),
      ...[...colorAttributes].map(name => [name, colors()] as const),
    ]),
)

export const valuesOf = (name: string): readonly Word[] => values().get(name) ?? []

export const compassWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  Object.entries({
    n: 'top',
    ne: 'upper right corner',
    e: 'right side',
    se: 'lower right corner',
    s: 'bottom',
    sw: 'lower left corner',
    w: 'left side',
    nw: 'upper left corner',
    c: 'middle',
  }).map(([word, place]) => ({ word, kind: 'port', about: `The ${place} of the node.` })),
)

/** What is explained where somebody points at it. */
export const wordsOfDot = /* @__PURE__ */ once<readonly Word[]>(() => [
  ...topWords(),
  ...statementWords().filter(({ word }) => word !== 'graph'),
  ...allAttributes(),
  ...shapeList(),
  ...valuesOf('rankdir'),
  ...valuesOf('style'),
  ...arrows(),
  ...compassWords(),
])
