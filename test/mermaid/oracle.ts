/** What mermaid's own parser makes of a text, in the words of the conformance cases. */
import '../setup/dom.js'
import DOMPurify from 'dompurify'
import mermaid from 'mermaid'
import { decodeEntities } from '../../converters/mermaid/words/entities.js'
import { richSource } from '../../converters/mermaid/words/texts.js'
import type {
  Expected,
  ExpectedEdge,
  ExpectedSubgraph,
  ExpectedVertex,
} from '../../scripts/conformance-mermaid.js'

// What is compared are labels as their author wrote them, before the sanitizer rewrites their tags.
DOMPurify.sanitize = ((text: string) => text) as typeof DOMPurify.sanitize

mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, logLevel: 'fatal', maxEdges: 10_000 })

interface RawVertex {
  id: string
  text?: unknown
  labelType: string
  type?: string
  classes: string[]
  styles: string[]
  link?: string
  linkTarget?: string
  icon?: string
  img?: string
  form?: string
  pos?: string
  assetWidth?: number
  assetHeight?: number
  constraint?: unknown
}
interface RawEdge {
  start: string
  end: string
  text: string
  labelType: string
  type: string
  stroke: string
  length?: number
  id: string
  isUserDefinedId: boolean
  style?: string[]
  classes: string[]
  interpolate?: string
  animate?: unknown
  animation?: string
}
interface RawSubgraph {
  id: string
  title: string
  labelType: string
  nodes: string[]
  dir?: string
  classes: string[]
  metadata?: Record<string, unknown>
}
interface Database {
  getDirection(): string | undefined
  getAccTitle(): string
  getAccDescription(): string
  getVertices(): Map<string, RawVertex>
  getEdges(): RawEdge[] & { defaultStyle?: string[]; defaultInterpolate?: string }
  getSubGraphs(): RawSubgraph[]
  getClasses(): Map<string, { id: string; styles: string[] }>
  getTooltip(id: string): string | undefined
}

function labelOf(text: unknown): string {
  return richSource(String(text ?? ''))
}

function decoded(text: unknown): string {
  return decodeEntities(String(text ?? ''))
}

/** The parser's result, or why it rejects the text. */
export async function askMermaid(text: string): Promise<{ expected: Expected } | { error: string }> {
  try {
    // Settings take effect here; a title does not reach the database this way.
    await mermaid.parse(text)
    const { db } = (await mermaid.mermaidAPI.getDiagramFromText(text)) as unknown as { db: Database }
    return { expected: resultOf(db) }
  } catch (error) {
    return { error: String(error instanceof Error ? error.message : error) }
  }
}

function resultOf(db: Database): Expected {
  const edges = db.getEdges()
  const subgraphs = db.getSubGraphs()
  return {
    ...given('direction', db.getDirection()),
    ...given('accTitle', decoded(db.getAccTitle())),
    ...given('accDescr', decoded(db.getAccDescription())),
    vertices: [...db.getVertices().values()].map(vertex => vertexOf(db, vertex)),
    edges: edges.map(edgeOf),
    subgraphs: subgraphs.map(subgraph => subgraphOf(subgraph, subgraphs)),
    classDefs: [...db.getClasses().values()].map(({ id, styles }) => ({ id, styles })),
    ...(edges.defaultStyle && { defaultLinkStyle: edges.defaultStyle }),
    ...given('defaultInterpolate', edges.defaultInterpolate),
  }
}

/** A field that is left out where there is nothing in it. */
function given<K extends string, V>(name: K, value: V | undefined | ''): { [P in K]?: V } {
  return (value === undefined || value === '' ? {} : { [name]: value }) as { [P in K]?: V }
}

function vertexOf(db: Database, vertex: RawVertex): ExpectedVertex {
  return {
    id: vertex.id,
    label: labelOf(vertex.text),
    labelType: vertex.labelType,
    ...given('shape', vertex.type),
    classes: vertex.classes,
    styles: vertex.styles,
    ...given('link', vertex.link && decoded(vertex.link)),
    ...given('linkTarget', vertex.linkTarget),
    ...given('tooltip', decoded(db.getTooltip(vertex.id))),
    ...given('icon', vertex.icon),
    ...given('img', vertex.img),
    ...given('form', vertex.form),
    ...given('pos', vertex.pos),
    ...given('width', vertex.assetWidth),
    ...given('height', vertex.assetHeight),
    ...given('constraint', vertex.constraint),
  }
}

function edgeOf(edge: RawEdge): ExpectedEdge {
  return {
    from: edge.start,
    to: edge.end,
    label: labelOf(edge.text),
    labelType: edge.labelType,
    type: edge.type,
    stroke: edge.stroke,
    ...given('length', edge.length),
    ...(edge.isUserDefinedId && { id: edge.id }),
    ...given('styles', edge.style),
    classes: edge.classes,
    ...given('interpolate', edge.interpolate),
    ...given('animate', edge.animate),
    ...given('animation', edge.animation),
  }
}

function subgraphOf(
  { id, title, labelType, nodes, dir, classes, metadata }: RawSubgraph,
  all: RawSubgraph[],
): ExpectedSubgraph {
  const parent = all.find(other => other.nodes.includes(id))
  return {
    id,
    title: labelOf(title),
    labelType,
    nodes,
    ...given('direction', dir),
    ...given('parent', parent?.id),
    classes,
    ...given('metadata', metadata),
  }
}
