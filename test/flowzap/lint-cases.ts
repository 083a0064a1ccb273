/** What the linter says of one fault each, `code line:column`, `*` where it can repair it, and the repaired text. */

export interface LintCase {
  readonly name: string
  readonly bad: string
  readonly says: readonly string[]
  /** What all fixes give; the bad text itself where nothing can be repaired. */
  readonly fixed?: string
}

export const lintCases: readonly LintCase[] = [
  {
    name: 'no code',
    bad: '',
    says: ['lint/empty 1:1 There is no code: the diagram is empty.'],
  },
  {
    name: 'no code, only blanks',
    bad: ' \n',
    says: ['lint/empty 1:1 There is no code: the diagram is empty.'],
  },
  {
    name: 'an unclosed lane',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
`,
    says: ['lint/lane-unclosed 1:1* The lane “A” is not closed: its “}” is missing.'],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
  },
  {
    name: 'no statement',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
?
}
`,
    says: ['lint/statement 5:1 Expected a lane, a node, an edge, a loop, a closing brace or a comment.'],
  },
  {
    name: 'an unknown shape',
    bad: `A { # L
n1: hexagon
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
    says: ['lint/shape 2:5 “hexagon” is no shape. The shapes are circle, rectangle, diamond and taskbox.'],
  },
  {
    name: 'the slip rect',
    bad: `A { # L
n1: rect
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
    says: ['lint/shape 2:5* “rect” is no shape; FlowZap’s word is rectangle.'],
    fixed: `A { # L
n1: rectangle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
  },
  {
    name: 'a name for an id',
    bad: `A { # L
start: circle
n2: circle
start.handle(right) -> n2.handle(left)
}
`,
    says: ['lint/node-id 2:1* “start” is no proper node id: an n and a number.'],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
  },
  {
    name: 'names in two lanes',
    bad: `A { # L
start: circle
n1: circle
start.handle(right) -> B.end.handle(left)
loop [x] start end
}
B { # M
end: circle
end.handle(top) -> A.n1.handle(bottom)
}
`,
    says: [
      'lint/node-id 2:1* “start” is no proper node id: an n and a number.',
      'lint/node-id 8:1 “end” is no proper node id: an n and a number.',
    ],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> B.n3.handle(left)
loop [x] n1 n3
}
B { # M
n3: circle
n3.handle(top) -> A.n2.handle(bottom)
}
`,
  },
  {
    name: 'a duplicate id',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
n1: circle
}
`,
    says: [
      'lint/duplicate-id 5:1 The id “n1” is taken by an earlier node in the lane “A”; this node is left out.',
    ],
  },
  {
    name: 'a gap',
    bad: `A { # L
n1: circle
n5: circle
n1.handle(right) -> n5.handle(left)
}
`,
    says: ['lint/numbering 3:1* The ids of 2 nodes must be n1 to n2; “n5” leaves a gap.'],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
  },
  {
    name: 'a node n0',
    bad: `A { # L
n0: circle
n2: circle
n0.handle(right) -> n2.handle(left)
}
`,
    says: ['lint/node-id 2:1* “n0” is no proper node id: an n and a number.'],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
  },
  {
    name: 'a gap that an undefined name could fill',
    bad: `A { # L
n1: circle
n7: circle
n1.handle(right) -> n7.handle(left)
loop [x] n5 n1
}
`,
    says: [
      'lint/numbering 3:1 The ids of 2 nodes must be n1 to n2; “n7” leaves a gap.',
      'lint/loop-nodes 5:1 The loop “x” has fewer than two nodes.',
      'lint/undefined-node 5:10 No node has the id “n5”; the loop is read without it.',
    ],
  },
  {
    name: 'an edge to nowhere',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
n1.handle(top) -> n3.handle(top)
}
`,
    says: ['lint/undefined-node 5:19 No node has the id “n3”; the edge is left out.'],
  },
  {
    name: 'a loop over nothing',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
loop [x] n1 n2 n3
}
`,
    says: ['lint/undefined-node 5:16 No node has the id “n3”; the loop is read without it.'],
  },
  {
    name: 'wrong separators',
    bad: `A { # L
n1: circle label="x"
n2: circle
n1.handle(right) -> n2.handle(left) [label:"y"]
}
`,
    says: [
      'lint/separator 2:17* A node’s attributes are written with “:”, not with “=”.',
      'lint/separator 4:43* An edge’s attributes are written with “=”, not with “:”.',
    ],
    fixed: `A { # L
n1: circle label:"x"
n2: circle
n1.handle(right) -> n2.handle(left) [label="y"]
}
`,
  },
  {
    name: 'unknown and repeated attributes',
    bad: `A { # L
n1: circle color:"x" label:"a" label:"b"
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
    says: [
      'lint/attribute 2:12 A node has no attribute “color”; it has only label, owner, description, system.',
      'lint/attribute 2:32 The attribute “label” is given twice; the first one counts.',
    ],
  },
  {
    name: 'no handles',
    bad: `A { # L
n1: circle
n2: circle
n1 -> n2
}
`,
    says: [
      'lint/handle-missing 4:1* The edge has no handle at “n1”.',
      'lint/handle-missing 4:7* The edge has no handle at “n2”.',
    ],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
  },
  {
    name: 'no handles, every way',
    bad: `A { # L
n1: diamond
n2: circle
n1 -> n2
n1 -> n2
n2 -> n1
n1 -> B.n3
}
B { # M
n3: circle
n3 -> A.n1
}
`,
    says: [
      'lint/handle-missing 4:1* The edge has no handle at “n1”.',
      'lint/handle-missing 4:7* The edge has no handle at “n2”.',
      'lint/handle-missing 5:1* The edge has no handle at “n1”.',
      'lint/handle-missing 5:7* The edge has no handle at “n2”.',
      'lint/handle-missing 6:1* The edge has no handle at “n2”.',
      'lint/handle-missing 6:7* The edge has no handle at “n1”.',
      'lint/handle-missing 7:1* The edge has no handle at “n1”.',
      'lint/handle-missing 7:7* The edge has no handle at “n3”.',
      'lint/handle-missing 11:1* The edge has no handle at “n3”.',
      'lint/handle-missing 11:7* The edge has no handle at “n1”.',
    ],
    fixed: `A { # L
n1: diamond
n2: circle
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n2.handle(top)
n2.handle(top) -> n1.handle(top)
n1.handle(bottom) -> B.n3.handle(top)
}
B { # M
n3: circle
n3.handle(top) -> A.n1.handle(bottom)
}
`,
  },
  {
    name: 'an unknown side',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(up) -> n2.handle(left)
}
`,
    says: ['lint/handle-side 4:11* “up” is no side of a node; the sides are left, right, top and bottom.'],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(top) -> n2.handle(left)
}
`,
  },
  {
    name: 'missing and wrong lanes',
    bad: `A { # L
n1: circle
n1.handle(bottom) -> n2.handle(top)
n1.handle(bottom) -> X.n2.handle(top)
n1.handle(bottom) -> A.n2.handle(top)
X.n1.handle(right) -> B.n1.handle(left)
loop [x] B.n1 B.n2
}
B { # M
n2: circle
}
`,
    says: [
      'lint/lane-prefix 3:22* “n2” stands in another lane than the source and needs the lane “B” before it.',
      'lint/lane-prefix 4:22* “n2” stands in the lane “B”, not in “X”.',
      'lint/lane-prefix 5:22* “n2” stands in the lane “B”, not in “A”.',
      'lint/lane-prefix 6:1* “n1” stands in the lane “A”, not in “X”.',
      'lint/lane-prefix 6:23* “n1” stands in the lane “A”, not in “B”.',
      'lint/lane-prefix 7:10* “n1” stands in the lane “A”, not in “B”.',
    ],
    fixed: `A { # L
n1: circle
n1.handle(bottom) -> B.n2.handle(top)
n1.handle(bottom) -> B.n2.handle(top)
n1.handle(bottom) -> B.n2.handle(top)
n1.handle(right) -> n1.handle(left)
loop [x] n1 B.n2
}
B { # M
n2: circle
}
`,
  },
  {
    name: 'edges in the wrong place',
    bad: `n2.handle(top) -> A.n1.handle(bottom)
A { # L
n1: circle
n2.handle(top) -> n1.handle(bottom) [label="x"]
}
B { # M
n2: circle
A.n1.handle(bottom) -> B.n2.handle(top)
}
`,
    says: [
      'lint/edge-place 1:1* This edge stands outside every lane and starts in the lane “B”.',
      'lint/edge-place 4:1* This edge stands in the lane “A” and starts in the lane “B”.',
      'lint/lane-prefix 4:19* “n1” stands in another lane than the source and needs the lane “A” before it.',
      'lint/edge-place 8:1* This edge stands in the lane “B” and starts in the lane “A”.',
    ],
    fixed: `A { # L
n1: circle
n1.handle(bottom) -> B.n2.handle(top)
}
B { # M
n2: circle
n2.handle(top) -> A.n1.handle(bottom)
n2.handle(top) -> A.n1.handle(bottom) [label="x"]
}
`,
  },
  {
    name: 'a repeated edge',
    bad: `A { # L
n1: circle
n1.handle(bottom) -> B.n2.handle(top)
}
B { # M
n2: circle
n1.handle(bottom) -> n2.handle(top)
}`,
    says: ['lint/edge-repeated 7:1* This edge only repeats another one.'],
    fixed: `A { # L
n1: circle
n1.handle(bottom) -> B.n2.handle(top)
}
B { # M
n2: circle
}`,
  },
  {
    name: 'lanes without a label on their line',
    bad: `A {
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
B {

// x
# M
}
C {}
D { #
}
E {
#
}`,
    says: [
      'lint/lane-label 1:1* The lane “A” has no label behind its brace.',
      'lint/comment 8:1* FlowZap drops comments when it writes the code anew.',
      'lint/lane-label 9:1* The label of the lane “B” does not stand on the line of its brace.',
      'lint/lane-label 11:1* The lane “C” has no label behind its brace.',
      'lint/lane-label 12:1* The lane “D” has no label behind its brace.',
      'lint/lane-label 15:1* The label of the lane “E” does not stand on the line of its brace.',
    ],
    fixed: `A { # A
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
B { # M

}
C { # C
}
D { # D
}
E { # E
}`,
  },
  {
    name: 'comments',
    bad: `// one
A { # L
# two
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
// three
}
# four
//@ five`,
    says: [
      'lint/comment 1:1* FlowZap drops comments when it writes the code anew.',
      'lint/comment 3:1* A lane has one “#” comment: its label, behind the opening brace. FlowZap drops this one.',
      'lint/comment 7:1* FlowZap drops comments when it writes the code anew.',
      'lint/comment 9:1* A lane has one “#” comment: its label, behind the opening brace. FlowZap drops this one.',
    ],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
//@ five`,
  },
  {
    name: 'what FlowZap’s own parser takes for an edge or a lane',
    bad: `A { # in -> out {# x}
n1: rectangle label:"a -> b" owner:"x --> y"
n2: rectangle label:"{#if} {y}"
n1.handle(right) -> n2.handle(left) [label="c <-> d"]
loop [n1 -> n2] n1 n2
}
`,
    says: [
      'lint/lost-line 2:21* FlowZap’s own parser takes a line with “->” in a text for an edge.',
      'lint/lost-line 2:36* FlowZap’s own parser takes a line with “->” in a text for an edge.',
      'lint/lost-line 3:21* FlowZap’s own parser takes a line with “{” and “#” in a text for a lane.',
      'lint/lost-line 4:44* FlowZap’s own parser takes a line with “->” in a text for an edge.',
      'lint/lost-line 5:7* FlowZap’s own parser takes a line with “->” in a text for an edge.',
    ],
    fixed: `A { # in -> out {# x}
n1: rectangle label:"a → b" owner:"x → y"
n2: rectangle label:"(#if) (y)"
n1.handle(right) -> n2.handle(left) [label="c ↔ d"]
loop [n1 → n2] n1 n2
}
`,
  },
  {
    name: 'emoji and control characters',
    bad: 'A { # L🚀\u0007\nn1: circle label:"a\tb🚀\\\u0001" owner:"c"\nn2: circle\nn1.handle(right) -> n2.handle(left)\nloop [a🚀] n1 n2\n}\n',
    says: [
      'lint/character 1:7* FlowZap’s texts hold no emoji, control characters or line separators.',
      'lint/character 2:18* FlowZap’s texts hold no emoji, control characters or line separators.',
      'lint/character 5:7* FlowZap’s texts hold no emoji, control characters or line separators.',
    ],
    fixed: `A { # L
n1: circle label:"a b/" owner:"c"
n2: circle
n1.handle(right) -> n2.handle(left)
loop [a] n1 n2
}
`,
  },
  {
    name: 'escapes',
    bad: 'A { # L\nn1: circle label:"a\\"b" owner:"c\\\\d"\nn2: circle label:"C:\\"\nn1.handle(right) -> n2.handle(left)\n}\n',
    says: [
      'lint/escape 2:18* FlowZap has no escapes: its parser ends a text at the first quote.',
      'lint/escape 2:31* FlowZap has no escapes: its parser ends a text at the first quote.',
      'lint/escape 3:18* FlowZap has no escapes: its parser ends a text at the first quote.',
    ],
    fixed:
      'A { # L\nn1: circle label:"a\'b" owner:"c\\d"\nn2: circle label:"C:/"\nn1.handle(right) -> n2.handle(left)\n}\n',
  },
  {
    name: 'long labels',
    bad: `A { # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
n1: circle label:"éééééééééééééééééééééééééééééééééééééééééééééééééé"
n2: circle label:"ééééééééééééééééééééééééééééééééééééééééééééééééééé"
n1.handle(right) -> n2.handle(left)
}
`,
    says: [
      'lint/label-length 1:7 The label has 51 characters; more than 50 are hard to read.',
      'lint/label-length 3:18 The label has 51 characters; more than 50 are hard to read.',
    ],
  },
  {
    name: 'small loops',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
loop [a] n1
loop [b]
loop [c] n1 n1
}
`,
    says: [
      'lint/loop-nodes 5:1 The loop “a” has fewer than two nodes.',
      'lint/loop-nodes 6:1 The loop “b” has fewer than two nodes.',
      'lint/loop-nodes 7:1 The loop “c” has fewer than two nodes.',
    ],
  },
  {
    name: 'loops outside',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
loop [a] A.n1 n2
loop [b]
`,
    says: [
      'lint/loop-place 6:1* The loop “a” stands outside every lane.',
      'lint/loop-nodes 7:1 The loop “b” has fewer than two nodes.',
      'lint/loop-place 7:1 The loop “b” stands outside every lane.',
    ],
    fixed: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
loop [a] n1 n2
}
loop [b]
`,
  },
  {
    name: 'nested loops',
    bad: `A { # L
n1: circle
n2: circle
n3: circle
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
loop [a] n1 n2 n3
loop [b] n2 n3
loop [c] n3 n2
}
`,
    says: [
      'lint/loop-nested 8:1 The loop “b” stands inside the loop “a”.',
      'lint/loop-nested 9:1 The loop “c” stands inside the loop “a”.',
    ],
  },
  {
    name: 'overlapping loops, which are fine',
    bad: `A { # L
n1: circle
n2: circle
n3: circle
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
loop [a] n1 n2
loop [b] n2 n3
}
`,
    says: [],
  },
  {
    name: 'an orphan',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
n3: circle
}
`,
    says: ['lint/orphan 5:1 No edge starts or ends at “n3”.'],
  },
  {
    name: 'a free lane name',
    bad: `My Lane { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
`,
    says: ['lint/lane-id 1:1 “My Lane” is no proper lane id: a letter or _, then letters, digits and _.'],
  },
  {
    name: 'a lane opened twice',
    bad: `A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
}
A { # L
}
`,
    says: ['lint/lane-reopened 6:1 The lane “A” is opened a second time; this goes on with the first.'],
  },
  {
    name: 'a node outside',
    bad: `n3: circle
A { # L
n1: circle
n2: circle
n1.handle(right) -> n2.handle(left)
n1.handle(right) -> n3.handle(left)
}
`,
    says: ['lint/node-place 1:1 “n3” stands in no lane.'],
  },
]
