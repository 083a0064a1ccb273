/** Valid diagrams that look like mistakes: words of the language, marks of a merge, fences, arrows and entities inside of texts. Nothing is said of them. */
import { expect, test } from 'vitest'
import { formats } from '../../src/index.js'
import { readWith } from '../../src/read.js'

const cases: readonly (readonly [format: string, text: string])[] = [
  ['mermaid', 'flowchart LR\n  a["end"] --> b["the end of the line"]\n  Endpoint --> Ending\n'],
  [
    'mermaid',
    'flowchart LR\n  a["https://example.org/x?a=1&b=2#top"] --> b\n  click a "https://example.org/%7Ex"\n',
  ],
  ['mermaid', 'flowchart LR\n  a["100 %% sure"] --> b\n'],
  ['mermaid', 'flowchart LR\n  a["say #quot;hi#quot;"] --> b["it’s “good”"]\n'],
  ['mermaid', 'flowchart LR\n  a["🚀 Launch 😀"] -->|🎉| b\n'],
  ['mermaid', 'flowchart LR\n  a["<<<<<<< HEAD"] --> b["======="]\n  b --> c[">>>>>>> x"]\n'],
  ['mermaid', 'flowchart LR\n  a["`**bold** _x_`"] --> b\n'],
  ['mermaid', 'flowchart LR\n  a["run ```js"] --> b["x &gt; y -&gt; z"]\n'],
  ['mermaid', 'flowchart LR\n  a["A --&gt; B"] --> b\n'],
  [
    'mermaid',
    'flowchart LR\n  a --x b\n  c --o d\n  e x--x f\n  g <--> h\n  i ~~~ j\n  k ==> l\n  m -.-> n\n',
  ],
  ['mermaid', 'flowchart LR\n  a -- text here --> b -- more words --- c\n'],
  [
    'mermaid',
    '%% a comment\n%% Another one here with many words.\nflowchart LR\n  %% inside: end subgraph -->\n  a --> b\n',
  ],
  ['mermaid', '---\ntitle: The end of it\n---\nflowchart LR\n  a --> b\n'],
  ['mermaid', '%%{init: {"theme": "dark"}}%%\nflowchart LR\n  a --> b\n'],
  [
    'mermaid',
    'flowchart TD\n  subgraph one ["The end"]\n    a --> b\n  end\n  subgraph two\n    direction LR\n    c --> d\n  end\n  one --> two\n',
  ],
  [
    'mermaid',
    'flowchart LR\n  a --> b & c --> d\n  style a fill:#f9f,stroke:#333\n  classDef hot fill:#f00\n  class b hot\n  linkStyle 0 stroke:red\n',
  ],
  ['mermaid', 'graph LR\n  1 --> 2\n  3a --> b4\n  graph1 --> flowchart2\n'],
  ['mermaid', 'flowchart LR\n  a@{ shape: doc, label: "x = y; {z}" }\n  a --> b\n'],
  ['mermaid', 'flowchart LR\n  a[x = y] --> b[p / q]\n'],
  ['mermaid', 'flowchart LR\n\n  a[Line<br/>break] --> b(Note: this is one.)\n\n\n'],
  ['dot', '#define X 1\n# 1 "file.c"\ndigraph {\n  a -> b\n}\n'],
  ['dot', 'digraph {\n  a [label=<<b>x &amp; y</b><br/>&lt;z&gt; &#8364;>]\n  a -> b [label="-->"]\n}\n'],
  ['dot', 'digraph {\n  a [label="<<<<<<< HEAD\\n=======\\n>>>>>>> x"]\n}\n'],
  ['dot', 'digraph "end" {\n  end -> subgraph_1 -> "node" -> "A[Start] --> B[End]"\n}\n'],
  [
    'dot',
    '/* Here is a graph that shows\n   how it works. */\ndigraph {\n  // A --> B[x]\n  a -> b // why\n  # C[y] --> D\n}\n',
  ],
  [
    'dot',
    'digraph {\n  a [URL="https://example.org/?a=1&b=2" tooltip="100%"]\n  a:n -> b:s [taillabel="x"]\n}\n',
  ],
  ['dot', 'graph { a -- {b c} ; rankdir=LR; 1.5 -- -3; é -- 日本 }\n'],
  ['dot', 'digraph {\n  a [label="```mermaid"]; b [label="x &gt; y"]; a -> b [label="a -&gt; b"]\n}\n'],
  ['dot', 'digraph {\n  node [shape=record]\n  s [label="<f0> left|{a|b}|<f2> right"]\n  s:f0 -> t\n}\n'],
  ['dot', 'digraph G {\n  "A" [label="line one \\\nline two"];\n  B[label=x];C[label="y"];B->C;\n}\n'],
  [
    'flowzap',
    'User { # User\nn1: circle label:"The end"\nn2: rectangle label:"see https://example.org/x"\nn1.handle(right) -> n2.handle(left) [label="100 %% / it’s [ok]"]\nloop [until n1 is done (really)] n1 n2\n}\n',
  ],
  [
    'flowzap',
    '// <<< a note\nUser { # User: the "best"\n// another one here, with words.\nn1: circle label:"a" owner:"Ann, Bob; C" system:"x=y"\n}\n',
  ],
  [
    'json',
    '{ "diaglot": 1, "directed": true, "nodes": [ { "id": "<<<<<<< a", "label": "```", "shape": "rectangle" } ], "groups": [], "edges": [], "loops": [] }',
  ],
  [
    'drawio',
    '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="a -&amp;gt; b&#10;=======&#10;```" vertex="1" parent="1"><mxGeometry x="10" y="10" width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>',
  ],
]
test.each(cases)('%s %j', (name, text) => {
  const { messages } = readWith(formats.find(each => each.name === name)!, text, {}, formats)
  expect(messages.map(({ code, text, at }) => [code, text, at])).toEqual([])
})
