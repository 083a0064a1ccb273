/** Texts with one construct each, and which releases of mermaid reject them: what these releases themselves accept. */

export interface VersionCase {
  readonly text: string
  /** The first and the last release of those that reject it; empty where none does. */
  readonly rejected: readonly [string?, string?]
  /** What the fixes for the last of them make of it. */
  readonly fixed?: string
}

const rows: readonly (readonly [text: string, rejected: readonly [string?, string?], fixed?: string])[] = [
  ['graph TD\n  a --> b\n', []],
  ['flowchart TD\n  a --> b\n', ['8.2.6', '8.4.8'], 'graph TD\n  a --> b\n'],
  ['flowchart\n  a --> b\n', ['8.2.6', '8.5.2'], 'flowchart TB\n  a --> b\n'],
  ['graph  LR\n  a --> b\n', ['8.2.6', '8.2.6'], 'graph LR\n  a --> b\n'],
  ['flowchart-elk TD\n  a --> b\n', ['8.2.6', '9.3.0']],
  ['swimlane-beta LR\n  subgraph s\n  a\n  end\n', ['8.2.6', '11.15.0']],
  ['graph TD\n  a([x]) --> b[(y)]\n', ['8.2.6', '8.2.6']],
  ['graph TD\n  a[[x]]\n', ['8.2.6', '8.4.8']],
  ['graph TD\n  a(((x)))\n', ['8.2.6', '8.14.0']],
  ['graph TD\n  a{{x}}\n', ['8.2.6', '8.2.6']],
  ['graph TD\n  a[|borders:lt|x]\n', ['8.2.6', '8.9.3']],
  ['graph TD\n  a@{ shape: diam }\n', ['8.2.6', '11.2.1'], 'graph TD\n  a{"a"}\n'],
  ['graph TD\n  a@{ shape: cyl, label: "Store 1" }\n', ['8.2.6', '11.2.1'], 'graph TD\n  a[("Store 1")]\n'],
  ['graph TD\n  a["x (y)"]@{ shape: rounded }\n', ['8.2.6', '11.2.1'], 'graph TD\n  a("x (y)")\n'],
  ['graph TD\n  a@{ shape: cloud }\n', ['11.4.1', '11.10.1']],
  ['graph TD\n  a@{ shape: data-store }\n', ['11.4.1', '11.14.0']],
  ['graph TD\n  a@{ shape: bpmn-start }\n', ['11.4.1', '12.2.0']],
  ['graph TD\n  a@{ shape: rect }  \n  b\n', ['11.3.0', '11.4.1'], 'graph TD\n  a@{ shape: rect }\n  b\n'],
  ['graph TD\n  a & b --> c\n', ['8.2.6', '8.2.6']],
  ['graph TD\n  a & b:::hot --> c\n', ['8.2.6', '10.1.0']],
  ['graph TD\n  a e1@--> b\n', ['8.2.6', '11.4.1'], 'graph TD\n  a --> b\n'],
  ['graph TD\n  a ~~~ b\n', ['9.3.0', '9.4.3']],
  ['graph TD\n  a ----> b\n', ['8.2.6', '8.5.2']],
  ['graph TD\n  a -..-> b\n', ['8.2.6', '8.5.2']],
  ['graph TD\n  a -. dots .-> b\n', []],
  ['graph TD\n  a -- x (y) --> b\n', ['8.2.6', '10.2.4'], 'graph TD\n  a -- "x (y)" --> b\n'],
  ['graph TD\n  a[call me]\n', ['8.9.3', '10.2.4'], 'graph TD\n  a["call me"]\n'],
  ['graph TD\n  a[please click]\n', []],
  ['graph TD\n  a[click here]\n', ['8.9.3', '10.2.4'], 'graph TD\n  a["click here"]\n'],
  ['graph TD\n  a(a; b)\n', ['8.2.6', '10.2.4'], 'graph TD\n  a("a; b")\n'],
  ['graph TD\n  a{🙂 ok}\n', ['8.2.6', '10.2.4'], 'graph TD\n  a{"🙂 ok"}\n'],
  ['graph TD\n  a -->|one\ntwo| b\n', ['8.2.6', '10.2.4'], 'graph TD\n  a -->|"one\ntwo"| b\n'],
  ['graph TD\n  a[me@home.org]\n', ['11.5.0', '12.2.0'], 'graph TD\n  a["me@home.org"]\n'],
  ['graph TD\n  a[write to me@home.org]\n', ['8.2.6', '10.2.4']],
  [
    'graph TD\n  a["<a href="x.org">x</a>"]\n',
    ['8.2.6', '10.4.0'],
    'graph TD\n  a["<a href=\'x.org\'>x</a>"]\n',
  ],
  ['graph TD\n  a(-x))\n', ['8.9.3', '10.2.4'], 'graph TD\n  a(-x-)\n'],
  ['graph TD\n  a[/x(]\n', ['8.2.6', '10.2.4'], 'graph TD\n  a[/x\\]\n'],
  ['graph TD\n  the-end --> b\n', ['8.2.6', '10.2.4']],
  ['graph TD\n  a --> default\n', ['8.2.6', '8.9.3']],
  ['graph TD\n  a\n  style a fill:#f00 !important\n', ['8.2.6', '10.2.4']],
  ['graph TD\n  subgraph s\n  direction LR\n  a\n  end\n', ['8.2.6', '8.9.3']],
  [
    'graph TD\n  subgraph s\n  direction TD\n  a\n  end\n',
    ['8.2.6', '11.12.3'],
    'graph TD\n  subgraph s\n  direction TB\n  a\n  end\n',
  ],
  ['graph TD\n  accTitle: A title\n  a\n', ['8.2.6', '9.0.1']],
  ['graph TD\n  a\n  click a "https://x.org" _blank\n', ['8.2.6', '8.5.2']],
  [
    'graph TD\n  a\n  click a href "https://x.org" "tip"\n',
    ['8.2.6', '8.5.2'],
    'graph TD\n  a\n  click a "https://x.org" "tip"\n',
  ],
  ['graph TD\n  a\n  click a call f()\n', ['8.2.6', '8.5.2']],
  ['---\ntitle: T\n---\ngraph TD\n  a\n', ['8.2.6', '9.2.2']],
  ['  ---\n  title: T\n  ---\n  graph TD\n  a\n', ['8.2.6', '11.15.0']],
  ['graph TD\n  %%{init: {"theme":"dark"}}%%\n  a\n', ['10.1.0', '10.4.0']],
  [
    '%%{init: {"theme":"dark"}}%% graph TD\n  a\n',
    ['8.2.6', '10.4.0'],
    '%%{init: {"theme":"dark"}}%%\n graph TD\n  a\n',
  ],
  ['%%{init: {\n  "theme":"dark"\n}}%%\ngraph TD\n  a\n', ['8.2.6', '8.5.2']],
  ['graph TD\n%%\n  a\n', ['10.1.0', '10.2.4']],
  ['graph TD\n  %% a comment with end, call me and 🙂\n  a\n', []],
]

export const cases: readonly VersionCase[] = rows.map(([text, rejected, fixed]) => ({
  text,
  rejected,
  ...(fixed !== undefined && { fixed }),
}))
