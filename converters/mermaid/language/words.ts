/** The words of Mermaid flowcharts, as they are offered and explained. */

import { once } from '../../../src/ir/once.js'
import { shapes } from '../../../src/ir/shapes.js'
import type { Word } from '../../../src/language/language.js'
import type { TokenKind } from '../../../src/language/tokens.js'
import { shapeNamesInData, shapeOfShapeName } from '../shapes.js'

/** @param behind what is written behind a word that is chosen */
const listOf = (kind: TokenKind, abouts: Readonly<Record<string, string>>, behind = ''): readonly Word[] =>
  Object.entries(abouts).map(([word, about]) => ({
    word,
    kind,
    about,
    ...(behind && { insert: word + behind }),
  }))

export const headerWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf(
    'keyword',
    {
      flowchart: 'A flowchart; behind it stands which way it flows.',
      graph: 'The older word for a flowchart.',
      'flowchart-elk': 'A flowchart whose places ELK chooses.',
      'swimlane-beta': 'A flowchart whose subgraphs are swimlanes.',
    },
    ' ',
  ),
)

export const directionWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf('direction', {
    TB: 'From top to bottom.',
    TD: 'From top down.',
    BT: 'From bottom to top.',
    LR: 'From left to right.',
    RL: 'From right to left.',
  }),
)

export const statementWords = /* @__PURE__ */ once<readonly Word[]>(() => [
  ...listOf(
    'keyword',
    {
      subgraph: 'Some nodes in a box, up to `end`.',
      direction: 'Which way the subgraph flows.',
      style: 'How one node looks, or several.',
      linkStyle: 'How lines look, by their numbers from 0.',
      classDef: 'How the nodes of a class look.',
      class: 'Gives nodes a class.',
      click: 'Where a node leads to.',
    },
    ' ',
  ),
  ...listOf('keyword', { end: 'The end of a subgraph.' }),
  ...listOf(
    'keyword',
    { accTitle: 'A title for screen readers.', accDescr: 'A description for screen readers.' },
    ': ',
  ),
])

export const arrowWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf(
    'arrow',
    {
      '-->': 'An arrow.',
      '---': 'A line without an arrowhead.',
      '-.->': 'A dotted arrow.',
      '==>': 'A thick arrow.',
      '--o': 'A line that ends with a circle.',
      '--x': 'A line that ends with a cross.',
      '<-->': 'An arrow with two heads.',
      '~~~': 'A line that is not drawn and only places its nodes.',
    },
    ' ',
  ),
)

export const shapeWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  shapeNamesInData().map(word => ({
    word,
    kind: 'shape',
    about: shapes[shapeOfShapeName(word)!],
  })),
)

export const dataWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf(
    'attribute',
    {
      shape: 'The outline of the node.',
      label: 'The text that is shown.',
      icon: 'A picture from a set of icons.',
      form: 'What is drawn around the icon.',
      pos: 'Where the label of a picture stands: t or b.',
      img: 'The address of a picture.',
      w: 'The width of the picture.',
      h: 'The height of the picture.',
      constraint: 'Whether a picture keeps its proportions: on or off.',
      animate: 'Whether the line moves.',
      animation: 'How fast the line moves.',
      curve: 'How the line bends.',
    },
    ': ',
  ),
)

const CURVES =
  'basis bumpX bumpY cardinal catmullRom linear monotoneX monotoneY natural step stepAfter stepBefore'
const values = (names: readonly string[], about: string): readonly Word[] =>
  names.map(word => ({ word, kind: 'value', about }))

export const valuesOfData = /* @__PURE__ */ once<ReadonlyMap<string, readonly Word[]>>(
  () =>
    new Map([
      ['shape', shapeWords()],
      ['animate', values(['true', 'false'], 'Whether the line moves.')],
      ['animation', values(['fast', 'slow'], 'How fast the line moves.')],
      ['curve', values(CURVES.split(' '), 'How the line bends.')],
      ['form', values(['square', 'circle', 'rounded'], 'What is drawn around the icon.')],
      ['pos', values(['t', 'b'], 'Where the label stands.')],
      ['constraint', values(['on', 'off'], 'Whether the picture keeps its proportions.')],
    ]),
)

export const styleWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf(
    'attribute',
    {
      fill: 'The colour inside the outline.',
      stroke: 'The colour of the outline or the line.',
      'stroke-width': 'The width of the outline or the line.',
      'stroke-dasharray': 'The lengths of dashes and gaps.',
      color: 'The colour of the text.',
      'font-size': 'The size of the text.',
      'font-weight': 'How bold the text is.',
      'font-style': 'Whether the text is italic.',
      'font-family': 'The font of the text.',
      opacity: 'How much can be seen through it, from 0 to 1.',
      rx: 'How round the corners are.',
      ry: 'How round the corners are.',
    },
    ':',
  ),
)

export const clickWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf('keyword', { href: 'An address.', call: 'A function of the page.' }, ' '),
)

export const targetWords = /* @__PURE__ */ once<readonly Word[]>(() =>
  listOf('value', {
    _blank: 'The address opens in a new window.',
    _self: 'The address opens in the same frame.',
    _parent: 'The address opens in the frame around it.',
    _top: 'The address opens in the whole window.',
  }),
)

export const defaultWord: Word = { word: 'default', kind: 'keyword', about: 'All lines.' }
