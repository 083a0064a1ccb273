/** What Graphviz itself makes of a text: its own library, compiled to WebAssembly, before it draws anything. */
import { spawnSync } from 'node:child_process'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { x11Colors } from '../../converters/dot/words/color-names.js'
import type { ResolvedGraph, ResolvedSubgraph } from '../../converters/dot/words/resolved.js'
import { caseForm, type ExpectedGraph } from '../../scripts/conformance-dot.js'
import { cssColors } from '../../src/text/css-colors.js'

export type OracleGraph = Pick<ExpectedGraph, 'strict' | 'directed'> & {
  readonly id: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly nodes: readonly { readonly id: string; readonly attributes: Readonly<Record<string, string>> }[]
  readonly edges: readonly { readonly ends: string; readonly attributes: Readonly<Record<string, string>> }[]
  readonly subgraphs: readonly string[]
}

interface Json {
  readonly [name: string]: unknown
}

let library: Promise<Graphviz> | undefined

type Engine = Parameters<Graphviz['layout']>[2]

/**
 * What draws nothing is quick, and complains of some graphs that it was given nothing to draw: the others are asked of those. The last one
 * puts edges into clusters that they are not written in.
 */
const engines: readonly Engine[] = ['nop', 'nop', 'circo', 'dot']

/** The graph of a text, or what Graphviz says against it. */
export async function askGraphviz(
  text: string,
  [engine, ...others]: readonly Engine[] = engines,
): Promise<OracleGraph | string> {
  library ??= Graphviz.load()
  try {
    const json = (await library).layout(text, 'dot_json', engine)
    return oracleGraph(JSON.parse(withEscapes(json)) as Json)
  } catch (error) {
    // A fresh copy: after a complaint the library is in no state to be asked again.
    Graphviz.unload()
    library = undefined
    if (others.length > 0 && broken.test(String(error))) return askGraphviz(text, others)
    return String(error)
  }
}

/** What WebAssembly says where the library breaks is no word of Graphviz, and nor is that nothing was given to be drawn. */
const broken = /-n flag|out of bounds|unreachable|signature mismatch|null function/

/** Whether an answer says that every engine broke: nobody knows then what Graphviz makes of the text. */
export const isBroken = (answer: OracleGraph | string): boolean =>
  typeof answer === 'string' && broken.test(answer)

const svgOf = async (text: string) => (await Graphviz.load()).layout(text, 'svg', 'dot')

/** Graphviz writes `green` into SVG as it is, although it is brighter than CSS's. Which it is, `drawnColors` tells. */
const ambiguous = new Map(
  [...x11Colors].flatMap(([name, hex]) => {
    const css = cssColors.get(name)
    return css === undefined || css === hex ? [] : [[hex, css] as const]
  }),
)

/**
 * What people see of a text that Graphviz draws, and what they get to when they point or click. Left out are the names that SVG has for
 * parts of the drawing, and in which words a colour is said.
 */
export async function drawn(text: string): Promise<string> {
  const svg = await svgOf(text).catch(() => {
    // The library breaks now and then, and works again once it is loaded anew.
    Graphviz.unload()
    return svgOf(text)
  })
  return svg
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<g id="[^"]*" class="cluster">\n<title>[^<]*<\/title>/g, '<g class="cluster">')
    .replace(/ id="[^"]*"/g, '')
    .replace(/<g class="edge">\n<title>[^<]*<\/title>/g, '<g class="edge">')
    .replace(/(url\(#\w+_)\d+/g, '$1')
    .replace(/(fill|stroke|stop-color)([=:])("?)([a-z]+\d*)\b/gi, (_, name, sign, mark, color) => {
      return `${name}${sign}${mark}${cssColors.get(color.toLowerCase()) ?? color}`
    })
    .replace(/#[0-9a-f]{6}\b/g, color => ambiguous.get(color) ?? color)
}

/**
 * What Graphviz complains of while it draws a text, and where edges end in it: `plain` output, line by line. The library
 * tells only its errors; where a `dot` is installed, its warnings are there too.
 */
export async function drawnWith(
  text: string,
): Promise<{ readonly complaints: readonly string[]; readonly lines: readonly string[] }> {
  const graphviz = await Graphviz.load()
  const plainText = graphviz.layout(text, 'plain', 'dot')
  const { CGraphviz } = (graphviz as unknown as { _module: { CGraphviz: { lastError(): string } } })._module
  const errors = CGraphviz.lastError()
  // To load it again takes a hundred times as long as to draw, and is needed after a complaint alone.
  if (errors !== '') Graphviz.unload()
  const { stderr } = spawnSync('dot', ['-Tplain'], { input: text, encoding: 'utf8' })
  const complaints = `${errors}\n${stderr ?? ''}`.split('\n').filter(line => line.trim() !== '')
  return { complaints, lines: plainText.split('\n') }
}

/** The colours that Graphviz draws the pens of nodes with. */
export async function drawnColors(colors: readonly string[]): Promise<string[]> {
  const nodes = colors.map((color, index) => `n${index} [color="${color}"]`)
  const json = JSON.parse(
    (await Graphviz.load()).layout(`digraph { ${nodes.join(' ')} }`, 'json', 'dot'),
  ) as Json
  const found = new Map(
    (json.objects as Json[]).map(node => {
      const pen = (node._draw_ as Json[]).find(({ op }) => op === 'c')
      return [String(node.name), String(pen?.color)]
    }),
  )
  return colors.map((_, index) => found.get(`n${index}`) ?? '')
}

/** Graphviz writes control characters into JSON as they are. */
function withEscapes(json: string): string {
  return json.replace(
    /[\x01-\x08\x0b\x0c\x0e-\x1f]/g,
    character => `\\u00${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

/** Names that the JSON output adds, or that a layout engine declares. */
const ADDED = new Set([
  '_gvid',
  'name',
  'directed',
  'strict',
  '_subgraph_cnt',
  'objects',
  'edges',
  'nodes',
  'subgraphs',
  'tail',
  'head',
  'bb',
])

function attributesOf(object: Json): Record<string, string> {
  const found = Object.entries(object).filter(
    ([name, value]) => !ADDED.has(name) && typeof value === 'string' && value !== '' && value !== '\\N',
  )
  return Object.fromEntries(found.sort()) as Record<string, string>
}

function oracleGraph(json: Json): OracleGraph {
  const count = Number(json._subgraph_cnt ?? 0)
  const objects = (json.objects ?? []) as Json[]
  const subgraphs = objects.slice(0, count)
  const nodes = objects.slice(count)
  const edges = (json.edges ?? []) as Json[]
  const nameOf = (id: unknown) => String(objects[Number(id)]?.name)
  return {
    id: String(json.name).startsWith('%') ? null : String(json.name),
    strict: json.strict === true,
    directed: json.directed === true,
    attributes: attributesOf(json),
    nodes: nodes.map(node => ({ id: String(node.name), attributes: attributesOf(node) })),
    edges: edges.map(edge => ({
      ends: `${nameOf(edge.tail)} > ${nameOf(edge.head)}`,
      attributes: attributesOf(edge),
    })),
    subgraphs: subgraphs
      .map(({ name, nodes: members, edges: inner }) => {
        const ids = ((members ?? []) as unknown[]).map(nameOf)
        return memberList(String(name), ids, ((inner ?? []) as unknown[]).length)
      })
      .sort(),
  }
}

function memberList(name: string, nodes: readonly string[], edges: number): string {
  return JSON.stringify([name.startsWith('%') ? null : name, [...nodes].sort(), edges])
}

/** Our own resolved graph in the same form. */
export function ourForm(graph: ResolvedGraph): OracleGraph {
  const { id, strict, directed } = graph
  const { attrs, nodes, edges } = caseForm(graph)
  const plain = (values: ExpectedGraph['attrs']) =>
    Object.fromEntries(
      Object.entries(values)
        .map(([name, value]) => [name, typeof value === 'string' ? value : value.html])
        .filter(([name, value]) => value !== '' && !ADDED.has(name!))
        .sort(),
    ) as Record<string, string>
  return {
    id: id?.text ?? null,
    strict,
    directed,
    attributes: plain(attrs),
    nodes: nodes.map(node => ({ id: node.id, attributes: plain(node.attrs) })),
    edges: edges.map(({ tail, head, tailport, headport, attrs: own }) => ({
      ends: `${tail} > ${head}`,
      attributes: plain({ ...own, ...(tailport && { tailport }), ...(headport && { headport }) }),
    })),
    subgraphs: everySubgraph(graph)
      .map(subgraph =>
        memberList(
          subgraph.id?.text ?? '%',
          subgraph.nodes.map(node => node.id.text),
          subgraph.edges.length,
        ),
      )
      .sort(),
  }
}

function everySubgraph({ subgraphs }: ResolvedSubgraph): readonly ResolvedSubgraph[] {
  return subgraphs.flatMap(subgraph => [subgraph, ...everySubgraph(subgraph)])
}
