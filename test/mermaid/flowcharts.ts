/** Generated flowchart texts: statements of every kind, put together from likely and unlikely pieces. */
import fc from 'fast-check'

const id = fc.constantFrom(
  'A',
  'B',
  'C',
  'a1',
  'x',
  'o',
  'box',
  'v',
  'TD',
  'end',
  'end1',
  '1end',
  'my-end',
  'end-x',
  'style',
  'default',
  'class',
  'graph',
  'é',
  'éend',
  'a,b',
  'a:b',
  'a&b',
  'a-',
  '-a',
  'a"b"',
  'A%%c',
  'sub',
  'one',
  'two',
  'direction',
  '_self',
  'click',
  'call',
  'e1',
  '1',
  '10x',
  '订单',
  'a.b',
  '.a',
  'a=b',
  '#a',
  '*',
  'L_A_B_0',
  'accTitle',
)
const blank = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t')
const label = fc.constantFrom(
  'text',
  '"quoted"',
  '"a (b)"',
  '"`md **b**`"',
  ' ',
  '',
  '""',
  '"a"b',
  'a "b"',
  'end',
  'a;b',
  'a--b',
  '#quot;',
  '"#35;x"',
  'a\nb',
  '"a\nb"',
  'x]',
  '(',
  'direction LR',
  '~~~',
  'a ~~~ b',
  '<br/>',
  'a/b',
  'a\\',
  '-x',
  'a-',
  'style a:#b;',
  '"<b title="x">y</b>"',
  'a|b',
  '%% no',
  '"}" ',
  'x?',
  '=',
)
const brackets = fc.constantFrom(
  ['[', ']'],
  ['(', ')'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['((', '))'],
  ['(((', ')))'],
  ['>', ']'],
  ['{', '}'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '\\]'],
  ['[/', '\\]'],
  ['[\\', '/]'],
  ['(-', '-)'],
  ['[|k:v|', ']'],
  ['[', ')'],
  ['(', ']'],
)
const data = fc.constantFrom(
  '@{ shape: doc }',
  '@{ shape: rect, label: "x" }',
  '@{ shape: Rect }',
  '@{ label: x\n}',
  '@{\n shape: cyl\n label: "a\n b"\n}',
  '@{}',
  '@{ animate: true }',
  '@{ icon: "fa:x" }',
  '@{ shape: nope }',
  '@{ label: 5 }',
  '@{ view: collapsed }',
  '@{ img: x, w: 5 }',
  '@{ curve: basis }',
  '@{ label: "a^b" }',
  '@{ shape: doc, }',
  '@{ a: ^ }',
)
const vertex = fc
  .tuple(
    id,
    fc.option(fc.tuple(brackets, label), { freq: 2 }),
    fc.option(fc.constantFrom(':::hot', ':::a,b', ' :::x', '::::y'), { freq: 6 }),
    fc.option(data, { freq: 8 }),
  )
  .map(
    ([id, shape, className, data]) =>
      id + (shape ? shape[0][0]! + shape[1] + shape[0][1]! : '') + (className ?? '') + (data ?? ''),
  )
const arrow = fc.constantFrom(
  '-->',
  '---',
  '--x',
  '--o',
  '<-->',
  'x--x',
  'o--o',
  '==>',
  '===',
  '-.->',
  '-.-',
  '~~~',
  '---->',
  '-..->',
  '<--',
  '->',
  '--',
  '.->',
  'x==o',
  '<---',
  '<-.-',
  '~~~~',
  '-->>',
  '=>',
  '--xo',
  '-.-x',
)
const link = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        arrow,
        fc.option(
          label.map(text => `|${text}|`),
          { freq: 3 },
        ),
      )
      .map(parts => parts.map(part => part ?? '').join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('--', '==', '-.', 'x--', '<==', 'o-.'), blank, label, blank, arrow)
      .map(parts => parts.join('')),
  },
)
const edgeId = fc.constantFrom('', '', '', '', 'e1@', ' e1@', ' e2@ ', ' e1@e2@')
const join = fc.constantFrom(' & ', ' & ', '&', ' &')
const group = fc
  .array(fc.tuple(vertex, join), { minLength: 1, maxLength: 2 })
  .map(list => list.map(([vertex, join], index) => (index === 0 ? '' : join) + vertex).join(''))
const between = fc.constantFrom(' ', ' ', ' ', '', '\n', ' \n ')
const chain = fc
  .tuple(group, fc.array(fc.tuple(edgeId, between, link, between, group), { maxLength: 3 }))
  .map(([first, hops]) => first + hops.map(hop => hop.join('')).join(''))
const style = fc.constantFrom(
  'fill:#f00',
  'fill:#f00,stroke:red',
  'a:b;c:d',
  'stroke-dasharray:5 5',
  'fill:rgb(1)',
  'x',
  'a:b,,c',
  'color:end',
  'a:style',
  'a:*',
  'a\\,b:c',
  'a:b ',
  'v:v',
  'stroke-width:4px,fill:none',
  'a: --x',
  'a:b %% c',
  '#fff;',
)
const statement = fc.oneof(
  { weight: 10, arbitrary: chain },
  fc.tuple(fc.constantFrom('style ', 'classDef ', 'style  '), id, blank, style).map(parts => parts.join('')),
  fc.tuple(id, id, blank).map(([a, name, blank]) => `class ${a} ${name}${blank}`),
  fc
    .tuple(
      fc.constantFrom('0', '0,1', 'default', '1', '00', '0, 1', 'e1'),
      fc.constantFrom('', ' interpolate basis', ' interpolate default'),
      style,
    )
    .map(([at, curve, style]) => `linkStyle ${at}${curve} ${style}`),
  fc
    .tuple(
      id,
      fc.constantFrom(
        '"u"',
        '"u" "t"',
        'href "u" "t" _blank',
        'cb',
        'cb "t"',
        'call f(a, b) "t"',
        'call f()',
        'call f',
        ' "u"',
        '"u" ',
        'href u',
        '"u" _top',
        '"direction LR"',
        'a.b',
      ),
    )
    .map(([id, action]) => `click ${id} ${action}`),
  fc
    .tuple(
      fc.constantFrom('subgraph ', 'subgraph', 'subgraph  '),
      fc.oneof(
        id,
        fc.constantFrom(
          'one[T]',
          'one [T]',
          '"T"',
          'two words',
          's ',
          '"a b"',
          'one[T] ',
          'one["a (b)"]',
          'a style b',
          'one two[T]',
          'x -- y',
          '"`md`"',
          'click x',
          'a end b',
          'one[/x/]',
        ),
      ),
    )
    .map(parts => parts.join('')),
  { weight: 2, arbitrary: fc.constantFrom('end', 'end', 'end ', 'end;A') },
  fc.constantFrom(
    'direction LR',
    'direction TD',
    'direction lr',
    '  direction RL;A',
    'direction LRX',
    'A direction TB',
  ),
  fc.constantFrom(
    'accTitle: hi',
    'accTitle:',
    'accDescr: a b',
    'accDescr { a b }',
    'accDescr {}',
    'accTitle : x',
  ),
  fc.constantFrom('%% comment', '  %% c', '%%', '%%{init: {"theme": "dark"}}%%', '%%{x}', ''),
)
const header = fc.constantFrom(
  'flowchart TD',
  'flowchart TD',
  'graph LR',
  'flowchart',
  'graph>',
  'flowchart-elk TB',
  'swimlane-beta LR',
  'graph BR',
  'flowchart v',
  'flowchart TQ',
  '---\ntitle: x\n---\nflowchart',
  '%% c\ngraph TD',
  '\n  graph TD ',
)
const separator = fc.constantFrom('\n', '\n', '\n', ';', ' ; ', '\n\n', '\r\n', ' \n  ', '\n    ', ';;')

export const flowcharts: fc.Arbitrary<string> = fc
  .tuple(
    header,
    fc.array(fc.tuple(separator, statement), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '\n', ' ', ';'),
  )
  .map(([header, statements, tail]) => header + statements.map(parts => parts.join('')).join('') + tail)
