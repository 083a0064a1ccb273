/** Texts that are nearly FlowZap Code, as people and generators write it, and sometimes not at all. */
import fc from 'fast-check'

const word = fc.constantFrom(
  ...[
    'n1',
    'n2',
    'n9',
    'start',
    'A',
    'B',
    'My Lane',
    ' ',
    '\n',
    '\n',
    '{',
    '}',
    '{ # L',
    '# L',
    '//',
    '//@ c',
    '->',
  ],
  ...[
    '.handle(right)',
    '.handle(up)',
    '.',
    ': circle',
    ': rect',
    ': diamond',
    'label:"a"',
    'label="b🚀"',
    'owner:"c\\"d"',
  ],
  ...['[label="x"]', '[label:"y\\\\"]', 'loop [z] ', '\r\n', '"', '\t'],
)
const line = fc.oneof(
  { weight: 1, arbitrary: fc.array(word, { maxLength: 6 }).map(words => words.join('')) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'A { # L',
        'B {',
        'My Lane {',
        'v1.2 { # M',
        '}',
        '}',
        '}',
        '# M',
        '#',
        '// c',
        '//@ d',
        'C {}',
        'A {# N',
        '',
      ],
      ...[
        'n1: circle',
        'n2: rect label="a"',
        'n3: diamond label:"🚀"',
        'n5: taskbox',
        'end: circle label:"q\\""',
      ],
      ...[
        'n1 -> n2',
        'n1.handle(right) -> B.n2',
        'n3 -> n1',
        'n3.handle(up) -> n5 [label:"x"]',
        'B.n2 -> A.end',
      ],
      ...[
        'loop [x] n1 n2',
        'loop [y] A.n1 B.n3 end',
        'loop [🚀] n9',
        'n2.handle(top) -> My Lane.n1.handle(left)',
      ],
    ),
  },
)

export const sloppyTexts = fc.array(line, { maxLength: 14 }).map(lines => lines.join('\n'))
