/** Every construct of every format, as often as is asked: whole and broken, nested, long, and many of a kind. */
import type { Language } from './graphs.js'

/** A text that holds a construct `size` times, or one of that length. */
export type Scaled = (size: number) => string

const many = (size: number, item: (index: number) => string, between = '') =>
  Array.from({ length: size }, (_, index) => item(index)).join(between)

const chart = (line: (index: number) => string): Scaled => {
  return size => `flowchart\n${many(size, index => `${line(index)}\n`)}`
}

const mermaid: Readonly<Record<string, Scaled>> = {
  nodes: chart(i => `a${i}[Label ${i}]`),
  'the same node': chart(() => 'a'),
  edges: chart(i => `a${i} -->|x| a${i + 1}`),
  'edges of one node': chart(i => `a --> b${i}`),
  'parallel edges': chart(() => 'a --> b'),
  'edge ids': chart(i => `a${i} e${i}@--> b`),
  'properties of edges': size =>
    `${chart(i => `a${i} e${i}@--> b`)(size)}${many(size, i => `e${i}@{ animate: true }\n`)}`,
  'a chain': size => `flowchart\na${many(size, i => ` --> a${i}`)}\n`,
  'nodes on one line': size => `flowchart\n${many(size, i => `a${i}`, ' & ')}\n`,
  statements: size => `flowchart\n${many(size, i => `a${i};`)}\n`,
  semicolons: size => `flowchart\n${';'.repeat(size)}\n`,
  shapes: chart(i => `a${i}@{ shape: cyl, label: "x" }`),
  'open shapes': chart(() => 'a@{'),
  'open shapes with texts': chart(() => 'a@{ "x" "'),
  'shapes over lines': chart(i => `a${i}@{\n  shape: cyl\n  label: "x"\n}`),
  'open brackets': chart(i => `a${i}[`),
  'open quotes': chart(i => `a${i}["`),
  'open slants': chart(i => `a${i}[/`),
  'open ellipses': chart(i => `a${i}(-`),
  'open subgraphs': size => chart(i => `subgraph s${i}`)(Math.min(size, 350)),
  subgraphs: chart(i => `subgraph s${i} [Title]\n a${i}\nend`),
  'nested subgraphs': size =>
    `flowchart\n${many(Math.min(size, 350), i => `subgraph s${i}\n a${i}\n`)}${'end\n'.repeat(Math.min(size, 350))}`,
  'the same subgraph': chart(i => `subgraph s\n a${i}\nend`),
  'nodes in two subgraphs': chart(i => `subgraph s${i}\n a\nend`),
  'edges of subgraphs': chart(i => `subgraph s${i}\n a${i}\nend\ns${i} --> s0`),
  ends: chart(() => 'end'),
  directions: chart(i => `subgraph s${i}\n direction LR\n a${i}\nend`),
  'directions outside': chart(() => 'direction LR'),
  styles: chart(i => `style a${i} fill:#f00,stroke:red;`),
  'styles of one node': chart(() => 'style a fill:#f00'),
  classDefs: chart(i => `classDef c${i} fill:#f00,stroke:red;`),
  classes: chart(i => `classDef c${i} fill:red\nclass a${i} c${i}`),
  'classes of one node': chart(i => `class a c${i}`),
  'a class of many': size => `flowchart\nclassDef c fill:red\n${many(size, i => `a${i}:::c\n`)}`,
  linkStyles: size =>
    `flowchart\n${many(size, () => 'a --> b\n')}${many(size, i => `linkStyle ${i} stroke:red\n`)}`,
  'a linkStyle of many': size =>
    `flowchart\n${many(size, () => 'a --> b\n')}linkStyle ${many(size, String, ',')} stroke:red\n`,
  clicks: chart(i => `a${i}\nclick a${i} "https://a.b/${i}" "tip"`),
  'open calls': chart(i => `click a${i} call f(`),
  'calls without brackets': chart(i => `click a${i} call f`),
  'open links': chart(i => `click a${i} "x`),
  titles: chart(() => 'accTitle: x'),
  descriptions: chart(() => 'accDescr { x\n}'),
  'open descriptions': chart(() => 'accDescr {'),
  comments: chart(i => `%% note\na${i}`),
  directives: chart(() => '%%{init: {"theme": "dark"}}%%'),
  'open directives': chart(() => '%%{init: {'),
  'open arrows': chart(() => 'a --'),
  'open texts': chart(() => 'a -- x'),
  'open dotted texts': chart(() => 'a -. x'),
  'open thick texts': chart(() => 'a == x'),
  'open pipes': chart(() => 'a -->|x'),
  'wrong arrows': chart(i => `a${i} -> b`),
  'wrong words': chart(i => `claSsDef a${i} (((`),
  entities: chart(i => `a${i}["#quot;#35;#amp;"]`),
  'a long label': size => `flowchart\na["${'word '.repeat(size)}"]\n`,
  'a label of entities': size => `flowchart\na["${'#quot;'.repeat(size)}"]\n`,
  'a label of lines': size => `flowchart\na["${'x<br/>'.repeat(size)}"]\n`,
  'a label of marks': size => `flowchart\na["\`${'**x** _y_ '.repeat(size)}\`"]\n`,
  'a label of open marks': size => `flowchart\na["\`${'**x *y '.repeat(size)}\`"]\n`,
  'a label of tags': size => `flowchart\na["${'<b>x'.repeat(size)}"]\n`,
  'a long id': size => `flowchart\n${'x'.repeat(size)} --> b\n`,
  'frontmatter lines': size => `---\nconfig:\n${many(size, i => `  k${i}: v\n`)}---\nflowchart\na\n`,
  'blank lines': size => `flowchart\n${' \n'.repeat(size)}a\n`,
  'carried lines': chart(() => '%%@ {"x":1}'),
}

const digraph = (item: (index: number) => string): Scaled => {
  return size => `digraph {\n${many(size, index => `${item(index)}\n`)}}\n`
}
const clustered = (inside: (index: number) => string): Scaled => {
  return size => {
    const depth = Math.min(size, 350)
    return `digraph { ${many(depth, i => `subgraph cluster_${i} { ${inside(i)} `)}${'}'.repeat(depth)} }\n`
  }
}

const dot: Readonly<Record<string, Scaled>> = {
  nodes: digraph(i => `n${i} [label="x", shape=box];`),
  edges: digraph(i => `n${i} -> n${i + 1} [label="x"];`),
  'edges of one node': digraph(i => `a -> n${i};`),
  'parallel edges': digraph(() => 'a -> b;'),
  'parallel edges, strict': size => `strict ${digraph(() => 'a -> b;')(size)}`,
  'keyed edges': digraph(i => `a -> b [key=k${i}];`),
  'a chain': size => `digraph { a${many(size, i => ` -> n${i}`)} }`,
  'a star': size => `digraph { a -> {${many(size, i => ` n${i}`)} } }`,
  'nodes and ports': digraph(i => `n${i}:p:n -> m:q;`),
  records: digraph(i => `n${i} [shape=record, label="{<a> x|y}|<b> z"];`),
  'fields of a record': size => `digraph { n [shape=record, label="${many(size, i => `<p${i}> x`, '|')}"] }`,
  'rows of a table': size =>
    `digraph { n [label=<<TABLE>${many(size, i => `<TR><TD PORT="p${i}">x</TD></TR>`)}</TABLE>>] }`,
  'open tags': size => `digraph { n [label=<${'<B>x'.repeat(size)}>] }`,
  attributes: size => `digraph { n [${many(size, i => `k${10_000 + i}=v; `)}] }`,
  'attributes of graphs': digraph(i => `k${10_000 + i}=v;`),
  'subgraphs and attributes': digraph(i => `{}; k${i}=v;`),
  defaults: digraph(i => `node [color="#${i}"]; n${i};`),
  'defaults of edges': digraph(i => `edge [color="#${i}"]; n -> n${i};`),
  clusters: digraph(i => `subgraph cluster_${i} { n${i}; label=x }`),
  'the same cluster': digraph(i => `subgraph cluster_a { n${i} }`),
  'empty subgraphs': digraph(() => '{}'),
  'named subgraphs': digraph(i => `subgraph s${i} { n${i} }`),
  'a node in subgraphs': digraph(() => '{ rank=same; a; b }'),
  'nested clusters': clustered(i => `n${i};`),
  'nested clusters with labels': clustered(i => `label="x${i}"; n${i};`),
  'nested clusters with colours': clustered(i => `color="#${i}"; node [fillcolor="#${i}"]; n${i};`),
  'edges to clusters': size =>
    `digraph { compound=true; ${many(size, i => `subgraph cluster_${i} { n${i} } a -> n${i} [lhead=cluster_${i}];`)} }`,
  semicolons: digraph(() => ';'),
  'semicolons behind': digraph(i => `n${i};;`),
  'open lists': digraph(i => `n${i} [`),
  'open quotes': digraph(i => `n${i} [label="x];`),
  'open braces': size => `digraph {${' {'.repeat(Math.min(size, 350))}`,
  'closing braces': digraph(() => '}'),
  'wrong arrows': digraph(i => `n${i} -- m;`),
  'arrows of one dash': digraph(i => `n${i} - m;`),
  'unquoted values': digraph(i => `n${i} [width=1px];`),
  'unquoted colours': digraph(i => `n${i} [color=#ff0000];`),
  'unquoted names': digraph(i => `my-node${i};`),
  'ports of nothing': digraph(i => `n${i}: -> m;`),
  words: digraph(i => `some words ${i} -> ;`),
  comments: digraph(i => `/* x */ n${i}; // y`),
  'open comments': digraph(() => 'a; /* x'),
  graphs: size => many(size, i => `digraph g${i} { a -> b }\n`),
  prose: size => `${'some words\n'.repeat(size)}digraph { a }`,
  'a long label': size => `digraph { n [label="${'word '.repeat(size)}"] }`,
  'a label of escapes': size => `digraph { n [label="${'\\N\\n'.repeat(size)}"] }`,
  'a label of entities': size => `digraph { n [label="${'&amp;'.repeat(size)}"] }`,
  'added strings': size => `digraph { n [label=${many(size, () => '"x"', ' + ')}] }`,
  'colour lists': size => `digraph { n [style=wedged, fillcolor="${many(size, () => 'red', ':')}"] }`,
  styles: size => `digraph { n [style="${many(size, () => 'bold', ',')}"] }`,
  arrowheads: size => `digraph { a -> b [arrowhead=${'normal'.repeat(size)}] }`,
}

const lane = (line: (index: number) => string): Scaled => {
  return size =>
    `A { # L\nn1: circle label:"x"\nn2: circle label:"y"\n${many(size, index => `${line(index)}\n`)}}\n`
}

const flowzap: Readonly<Record<string, Scaled>> = {
  nodes: lane(i => `n${i + 3}: rectangle label:"x"`),
  'nodes in disorder': lane(i => `n${99_999 - i}: rectangle label:"x"`),
  'the same node': lane(() => 'n1: circle label:"x"'),
  edges: lane(() => 'n1.handle(right) -> n2.handle(left) [label="x"]'),
  'edges without handles': lane(() => 'n1 -> n2'),
  'edges to nowhere': lane(i => `n1.handle(right) -> n${i + 9}.handle(left)`),
  loops: lane(() => 'loop [x] n1 n2'),
  'a loop of many': size =>
    `${lane(i => `n${i + 3}: rectangle label:"x"`)(size).slice(0, -2)}loop [x]${many(size, i => ` n${i + 3}`)}\n}\n`,
  lanes: size => many(size, i => `L${i} { # x\nn${i + 1}: circle label:"x"\n}\n`),
  'the same lane': size => many(size, i => `L { # x\nn${i + 1}: circle label:"x"\n}\n`),
  'lanes with edges': size =>
    many(
      size,
      i => `L${i} { # x\nn${i + 1}: circle label:"x"\nn${i + 1}.handle(right) -> L0.n1.handle(left)\n}\n`,
    ),
  'open lanes': size => many(size, i => `L${10_000 + i} {\n`),
  attributes: size => lane(() => '')(1).replace('"x"', `"x" ${many(size, i => `a${10_000 + i}:"v" `)}`),
  comments: lane(() => '// why'),
  'open quotes': lane(i => `n${i + 3}: rectangle label:"x`),
  'unknown shapes': lane(i => `n${i + 3}: blob label:"x"`),
  'wrong arrows': lane(() => 'n1.handle(right) => n2.handle(left)'),
  words: lane(() => 'some words'),
  'a long label': size => lane(() => '')(1).replace('"x"', `"${'word '.repeat(size)}"`),
}

const page = (cells: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const box = (id: string, more: string, x = 0, y = 0) =>
  `<mxCell id="${id}" value="x" vertex="1" ${more}><mxGeometry x="${x}" y="${y}" width="80" height="40" as="geometry"/></mxCell>`
const cells = (cell: (index: number) => string): Scaled => {
  return size => page(many(size, cell))
}
const inRows = (more: string) => (index: number) =>
  box(`n${index}`, more, (index % 10) * 100, Math.floor(index / 10) * 60)

const drawio: Readonly<Record<string, Scaled>> = {
  boxes: cells(inRows('parent="1"')),
  'boxes on each other': cells(i => box(`n${i}`, 'parent="1"')),
  edges: size =>
    page(
      many(size, inRows('parent="1"')) +
        many(size, i => `<mxCell id="e${i}" edge="1" source="n${i}" target="n0" parent="1"/>`),
    ),
  'loose lines': size =>
    page(
      many(size, inRows('parent="1"')) +
        many(
          size,
          i =>
            `<mxCell id="e${i}" edge="1" parent="1"><mxGeometry as="geometry"><mxPoint x="${i}" y="1" as="sourcePoint"/><mxPoint x="9" y="${i}" as="targetPoint"/></mxGeometry></mxCell>`,
        ),
    ),
  'labels of a line': size =>
    page(
      `<mxCell id="e" edge="1" parent="1"/>${many(size, i => `<mxCell id="l${i}" value="x" style="edgeLabel" vertex="1" parent="e"/>`)}`,
    ),
  containers: cells(i => box(`g${i}`, 'style="container=1" parent="1"') + box(`n${i}`, `parent="g${i}"`)),
  'nested containers': size =>
    page(
      many(Math.min(size, 350), i =>
        box(`g${i}`, `style="container=1" parent="${i === 0 ? '1' : `g${i - 1}`}"`),
      ),
    ),
  'containers of many': size =>
    page(box('g', 'style="swimlane" parent="1"') + many(size, inRows('parent="g"'))),
  'a pool of lanes': size =>
    page(
      box('p', 'style="swimlane;childLayout=stackLayout" parent="1"') +
        many(size, i => box(`l${i}`, 'style="swimlane" parent="p"', 0, i * 40)),
    ),
  'rows of a table': size =>
    page(
      box('t', 'style="shape=table;childLayout=tableLayout" parent="1"') +
        many(
          size,
          i => box(`r${i}`, 'style="shape=tableRow" parent="t"', 0, i * 40) + box(`c${i}`, `parent="r${i}"`),
        ),
    ),
  layers: size => page(many(size, i => `<mxCell id="y${i}" parent="0"/>${box(`n${i}`, `parent="y${i}"`)}`)),
  objects: cells(
    i => `<object id="o${i}" label="x" a="b">${box('', 'parent="1"').replace(' id=""', '')}</object>`,
  ),
  placeholders: cells(
    i =>
      `<object id="o${i}" label="%a%%b%" placeholders="1" a="%b%">${box('', 'parent="1"').replace(' id=""', '')}</object>`,
  ),
  'attributes of an object': size =>
    page(
      `<object id="o" label="x" ${many(size, i => `a${i}="b" `)}>${box('', 'parent="1"').replace(' id=""', '')}</object>`,
    ),
  'a long style': size => page(box('a', `style="${many(size, i => `k${i}=v;`)}" parent="1"`)),
  'a long label': size =>
    page(
      box('a', `style="html=1" parent="1"`).replace(
        '"x"',
        `"${'word &lt;b&gt;x&lt;/b&gt;&lt;br&gt;'.repeat(size)}"`,
      ),
    ),
  'open tags in a label': size =>
    page(box('a', `style="html=1" parent="1"`).replace('"x"', `"${'&lt;b&gt;x'.repeat(size)}"`)),
  pages: size =>
    `<mxfile>${many(size, i => `<diagram name="p${i}">${page(box('a', 'parent="1"'))}</diagram>`)}</mxfile>`,
  'bends of a line': size =>
    page(
      `<mxCell id="e" edge="1" parent="1"><mxGeometry as="geometry"><Array as="points">${many(size, i => `<mxPoint x="${i}" y="${i}"/>`)}</Array></mxGeometry></mxCell>`,
    ),
  'open elements': size => `<mxGraphModel>${'<root>'.repeat(size)}`,
}

export const constructs: Readonly<Record<Language | 'drawio', Readonly<Record<string, Scaled>>>> = {
  dot,
  mermaid,
  flowzap,
  drawio,
}
