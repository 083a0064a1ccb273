import { describe, expect, it } from 'vitest'
import { readFlowzap } from '../../converters/flowzap/index.js'
import { said, shown } from './shown.js'

const broken: readonly (readonly [text: string, messages: readonly string[]])[] = [
  ['nonsense', ['syntax/unexpected 1:9 Expected a colon, an arrow or an opening brace.']],
  ['???', ['syntax/unexpected 1:1 Expected a lane, a node, an edge, a loop, a closing brace or a comment.']],
  [
    '{ # L\n}',
    [
      'syntax/unexpected 1:1 Expected a lane, a node, an edge, a loop, a closing brace or a comment.',
      'syntax/unexpected 2:1 This closing brace closes nothing: no lane is open here.',
    ],
  ],
  ['A { L\n}', ['syntax/unexpected 1:5* The label of a lane stands behind a #: User { # User.']],
  [
    'A\n{\n}',
    [
      'repair/lane-label 1:1 The lane “A” has no label behind its brace.',
      'syntax/unexpected 2:1* The “{” of a lane stands on the line of its name: write “A {”.',
    ],
  ],
  ['A { # L\nn1: circle', ['syntax/unclosed-lane 1:1* The lane “A” is not closed: its “}” is missing.']],
  [
    'A { # L\nn1: circle\nB { # M\nn2: circle\n}',
    ['syntax/unclosed-lane 1:1* The lane “A” is not closed: its “}” is missing.'],
  ],
  ['A { # L\n}\n}', ['syntax/unexpected 3:1 This closing brace closes nothing: no lane is open here.']],
  ['A { # L\n} B { # M\n}', ['syntax/unexpected 2:3 Expected the end of the line.']],
  [
    'A { # L\nn1 circle\n}',
    ['syntax/unexpected 2:3* A colon stands behind the id of a node: write “n1: circle”.'],
  ],
  ['A { # L\nn1:\n}', ['syntax/unexpected 2:4 Expected a shape.']],
  [
    'A { # L\nn1: label:"x"\n}',
    ['syntax/unexpected 2:3* A node has a shape: write “n1: rectangle label:"x"”.'],
  ],
  [
    'A { # L\nn1: hexagon label:"x"\n}',
    [
      'syntax/unknown-shape 2:5 “hexagon” is no shape. The shapes are circle, rectangle, diamond and taskbox.',
    ],
  ],
  [
    'A { # L\nn1: circle label:Start\n}',
    ['syntax/unexpected 2:18* Texts stand between double quotes: "Start".'],
  ],
  [
    'A { # L\nn1: circle label:"Start\n}',
    ['syntax/unclosed 2:18* The quote before “Start” is never closed.'],
  ],
  [
    'A { # L\nn1: circle label "Start"\n}',
    ['syntax/unexpected 2:17* A colon stands between the name of an attribute and its text: label:"Start".'],
  ],
  [
    'A { # L\nn1: circle "Start"\n}',
    [
      'syntax/unexpected 2:3* A text of a node stands behind the name of what it is: write “n1: circle label:"Start"”.',
    ],
  ],
  [
    'A { # L\nn1: circle label:"say "hi""\n}',
    [
      'syntax/unexpected 2:19* A text cannot hold double quotes, for the first one ends it: write single ones.',
    ],
  ],
  [
    'A { # L\nn1: circle colour:"red"\n}',
    [
      'syntax/unknown-attribute 2:12 A node has no attribute “colour”; it has only label, owner, description, system.',
    ],
  ],
  [
    'A { # L\nn1: circle label:"x" label:"y"\n}',
    ['syntax/unknown-attribute 2:22 The attribute “label” is given twice; the first one counts.'],
  ],
  [
    'A { # L\nn1: circle label:"x" // why\n}',
    ['syntax/unexpected 2:22* A comment stands on a line of its own.'],
  ],
  [
    'A { # L\nn1: circle\nn1: diamond\n}',
    [
      'syntax/duplicate-id 3:1 The id “n1” is taken by an earlier node in the lane “A”; this node is left out.',
    ],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) -> n2.handle(left)\n}',
    ['syntax/undefined-node 3:21 No node has the id “n2”; the edge is left out.'],
  ],
  ['A { # L\nn1: circle\nn1.handle(right) ->\n}', ['syntax/unexpected 3:20 Expected a node id.']],
  [
    'A { # L\nn1: circle\n-> n1.handle(left)\n}',
    ['syntax/unexpected 3:1 Expected a lane, a node, an edge, a loop, a closing brace or a comment.'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) => n1.handle(left)\n}',
    ['syntax/unexpected 3:18* The arrow of FlowZap Code is “->”, not “=>”.'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) --> n1.handle(left)\n}',
    ['syntax/unexpected 3:18* The arrow of FlowZap Code is “->”, not “-->”.'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right -> n1.handle(left)\n}',
    ['syntax/unclosed 3:10* “(” is never closed: “)” is missing behind “right”.'],
  ],
  ['A { # L\nn1: circle\nn1.handle() -> n1.handle(left)\n}', ['syntax/unexpected 3:11 Expected a side.']],
  [
    'A { # L\nn1: circle\nn1.handle(up) -> n1.handle(left)\n}',
    ['syntax/unknown-side 3:11* “up” is no side of a node; the sides are left, right, top and bottom.'],
  ],
  [
    'A { # L\nn1: circle\nn1.right -> n1.left\n}',
    ['syntax/unexpected 3:3* The side of a node is written as its handle: “n1.handle(right)”.'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) -> n1.handle(left) "Go"\n}',
    ['syntax/unexpected 3:37* The label of an edge stands in brackets: [label="Go"].'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) -> n1.handle(left) [Go]\n}',
    ['syntax/unexpected 3:37* The label of an edge stands in brackets: [label="Go"].'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) -> n1.handle(left) [label="Go"\n}',
    ['syntax/unclosed 3:37* “[” is never closed: “]” is missing behind “label="Go"”.'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) -> n1.handle(left) [style="x"]\n}',
    ['syntax/unknown-attribute 3:38 An edge has no attribute “style”; it has only label.'],
  ],
  [
    'A { # L\nn1: circle\nn1.handle(right) -> n1.handle(top) -> n1.handle(left)\n}',
    [
      'syntax/unexpected 3:1* A statement of FlowZap Code has a line of its own: begin a new one before “n1 -> n1.handle(left)”.',
      'repair/handle-missing 3:35 The edge has no handle at “n1”.',
    ],
  ],
  [
    'A { # L\nn1: circle\nloop n1\n}',
    ['syntax/unexpected 3:6 Expected a colon, a handle, an arrow, an opening brace or an opening bracket.'],
  ],
  [
    'A { # L\nn1: circle\nloop [x n1\n}',
    ['syntax/unclosed 3:6* “[” is never closed: “]” is missing behind “x”.'],
  ],
  [
    'A { # L\nn1: circle\nloop [x] n1, n2\n}',
    [
      'syntax/unexpected 3:12* The nodes of a loop have only blanks between them: loop [retry] n1 n2.',
      'syntax/undefined-node 3:14 No node has the id “n2”; the loop is read without it.',
    ],
  ],
  [
    'A { # L\nn1: circle\nloop [x] n1 n2\n}',
    ['syntax/undefined-node 3:13 No node has the id “n2”; the loop is read without it.'],
  ],
  ['n1: circle\nA { # L\nn2: circle\n}', ['repair/node-place 1:1 “n1” stands in no lane.']],
  [
    'n1.right -> n2.left\nA { # L\nn1: circle\nn2: circle\n}',
    [
      'repair/edge-place 1:1 This edge stands outside every lane and starts in the lane “A”.',
      'syntax/unexpected 1:3* The side of a node is written as its handle: “n1.handle(right)”.',
    ],
  ],
  ['A { # L\nstart: circle\n}', ['repair/node-id 2:1* “start” is no proper node id: an n and a number.']],
  [
    'flowchart LR\n  a --> b',
    [
      'syntax/unexpected 1:11 Expected a colon, a handle, an arrow or an opening brace.',
      'syntax/undefined-node 2:3 No node has the id “a”; the edge is left out.',
      'syntax/unexpected 2:5* The arrow of FlowZap Code is “->”, not “-->”.',
      'syntax/undefined-node 2:9 No node has the id “b”; the edge is left out.',
    ],
  ],
  [
    'A { # L\nn1: circle \0 label:"x"\n}',
    ['syntax/unexpected 2:12 Expected an attribute or the end of the line.'],
  ],
]

describe('broken files', () => {
  it.each(broken)('%j', (text, messages) => {
    expect(said(text, readFlowzap(text).messages)).toEqual(messages)
  })

  it('says the same where lines end in another way', () => {
    for (const [text, messages] of broken) {
      for (const end of ['\r\n', '\r']) {
        const other = text.replaceAll('\n', end)
        expect(said(other, readFlowzap(other).messages)).toEqual(messages)
      }
    }
  })
})

describe('what is read all the same', () => {
  const read = (text: string) => shown(readFlowzap(text).graphs[0]!)

  it('goes on with the next statement', () => {
    const text = `A { # L
n1: circle label:"Start
n2: rectangle label:"Next"
n2.handle(right) => n2.handle(left)
n2.handle(right) -> n1.handle(left)
n2.handle(right) -> n2.handle(left)
?
loop [x] n1 n2
}`
    expect(read(text)).toEqual({
      lanes: ['A: L'],
      nodes: ['A/n1 circle Start', 'A/n2 rectangle Next'],
      edges: ['n2.right -> n2.left', 'n2.right -> n1.left', 'n2.right -> n2.left'],
      loops: ['A/[x] n1 n2'],
    })
  })

  it('ends a lane where the next one begins, and at the end of the text', () => {
    const { lanes, nodes } = read('A { # L\nn1: circle\nB { # M\nn2: circle')
    expect(lanes).toEqual(['A: L', 'B: M'])
    expect(nodes).toEqual(['A/n1 circle', 'B/n2 circle'])
  })

  it('opens a lane whose line goes wrong behind the brace', () => {
    expect(read('A { ?!;\nn1: circle\n}')).toMatchObject({ lanes: ['A: A'], nodes: ['A/n1 circle'] })
    expect(read('A { n1: circle }\nB { # M\nn2: circle\n}')).toMatchObject({
      lanes: ['A: A', 'B: M'],
      nodes: ['A/n1 circle', 'B/n2 circle'],
    })
  })

  it('keeps the first of two nodes with one id', () => {
    const text = 'A { # L\nn1: circle label:"one"\n}\nB { # M\nn1: diamond label:"two"\n}'
    expect(read(text).nodes).toEqual(['A/n1 circle one'])
  })

  it('reads an unknown shape as a rectangle, and leaves out what has no meaning', () => {
    const text =
      'A { # L\nn1: hexagon colour:"red" label:"x"\nn1.handle(front) -> n1.handle(left) [style="b" label="y"]\n}'
    expect(read(text)).toMatchObject({ nodes: ['A/n1 rectangle x'], edges: ['n1 -> n1.left y'] })
  })
})
