/** What a Mermaid flowchart can hold. */
import type { Capabilities, FormatOptions, LinkRules, TextRules } from '../../src/format.js'
import type { Arrow } from '../../src/ir/arrows.js'
import type { Edge, Graph, Line, Link, Node, Text } from '../../src/ir/model.js'
import type { Shape } from '../../src/ir/shapes.js'
import { madeUpIdsClash } from './edge-ids.js'
import { unedited } from './edited.js'
import { cleanText, encodeRich } from './encode.js'
import { encodeEntities } from './entities.js'
import { parser } from './grammar.gen.js'
import { writtenOrder } from './inline.js'
import { nearestArrows } from './links.js'
import { ownEdgeExtras, ownGraphExtras, ownGroupExtras, ownNodeExtras } from './own-extras.js'
import {
  hasDirectionWords,
  nearestClassName,
  nearestEdgeId,
  nearestGroupId,
  nearestNodeId,
} from './safe-ids.js'
import { hasName, nearestShape } from './shapes.js'
import { styleRules } from './style-rules.js'
import { isSwimlanes } from './swimlanes.js'
import { textOfLabel } from './texts.js'
import { nearestUrl } from './urls.js'

const label: TextRules = {
  lines: true,
  rich: ['markdown', 'mermaid-html'],
  readRich: readBack,
  clean: cleanText,
}
const plainText: TextRules = { lines: true, rich: [], clean: cleanText }

/** What the reader makes of a rich label, if it is written and read as it is. */
function readBack(rich: NonNullable<Text['rich']>): string | undefined {
  const { syntax, source } = rich
  // Lines of their own meet mermaid's comments and directions; only markdown has them.
  if (cleanText(source) !== source || /%%|\}\s*\n|direction/.test(source) || source.trim() !== source)
    return undefined
  if (syntax === 'mermaid-html' && source.includes('\n')) return undefined
  const raw = encodeEntities(unedited(encodeRich(rich))).text
  const back = textOfLabel({ text: raw, type: syntax === 'markdown' ? 'markdown' : 'string' })
  return back.rich?.syntax === syntax && back.rich.source === source ? back.text : undefined
}

const link: LinkRules = {
  url: nearestUrl,
  tooltip: tooltip => cleanText(tooltip) || undefined,
  target: target => (/^_(?:self|blank|parent|top)$/.test(target) ? target : undefined),
  callback: nearestCallback,
  whole: wholeLink,
}

/** The name of a function, or a call of one. */
function nearestCallback(callback: string): string | undefined {
  const action = callback.includes('(') ? `call ${callback}` : callback
  if (callback.trim() !== callback || /[#\n%<]|direction/.test(callback)) return undefined
  if (!/^[^()]+(?:\([^)]*\))?$/.test(callback) || /\(\s+\)$/.test(callback)) return undefined
  return parser.parse(`click a ${action}\n`, { rule: 'Click' }).ok ? callback : undefined
}

/** A tooltip and a target need something that is clicked. */
function wholeLink({ url, tooltip, target, callback }: Link): Link {
  const clicked = url !== undefined || callback !== undefined
  return {
    ...(url !== undefined && { url }),
    ...(tooltip !== undefined && clicked && { tooltip }),
    ...(target !== undefined && url !== undefined && { target }),
    ...(callback !== undefined && { callback }),
  }
}

/**
 * A picture and its shape can only be said in `@{ }`, and the shape `image` only with a picture. The brackets of an
 * ellipse are understood by mermaid's parser, but its renderer fails on them.
 */
function shapeOn(shape: Shape, node?: Node): Shape {
  const named = nearestShape(shape)
  const drawn =
    named !== 'ellipse' || (shape === 'ellipse' && node?.extras.get('mermaid')?.get('ellipse') === true)
  const nearest = drawn ? named : 'stadium'
  if (nearest === 'image') return node?.image ? 'image' : 'rectangle'
  return node?.image && !hasName(nearest) ? 'image' : nearest
}

/** Whether an edge has what a statement must name it for. */
function isMarked({ classes, extras }: Edge): boolean {
  const own = [...(extras.get('mermaid')?.keys() ?? [])]
  return classes.length > 0 || own.some(key => key !== 'comments')
}

function nearestLength(length: number | undefined): number | undefined {
  const nearest = Math.min(Math.max(Math.round(length ?? 1), 1), 10)
  return nearest > 1 ? nearest : undefined
}

function arrowsOn(from: Arrow, to: Arrow, line?: Line): readonly [Arrow, Arrow] {
  return line === 'invisible' ? ['none', 'none'] : nearestArrows(from, to)
}

/** Option `lanes: 'swimlane'` writes `swimlane-beta`; otherwise lanes are subgraphs. */
export function mermaidCapabilities(graph: Graph, options: FormatOptions): Capabilities {
  const swimlanes = isSwimlanes(graph, options)
  const statements = styleRules(false)
  const definitions = styleRules(true)
  const directionWords = hasDirectionWords(graph)
  const isDirection = (id: string) => directionWords && id.endsWith('direction')
  const named = !graph.edges.some(isMarked) || !madeUpIdsClash(graph)
  const curve = graph.extras.get('mermaid')?.get('curve')
  return {
    graph: {
      title: plainText,
      description: plainText,
      direction: direction => direction ?? 'TB',
      classes: definitions,
      className: nearestClassName,
      defaults: { node: definitions, edge: statements },
      extras: (_, own) => ownGraphExtras(own, swimlanes),
    },
    node: {
      text: label,
      shape: shapeOn,
      classes: true,
      style: statements,
      link,
      image: true,
      extras: ownNodeExtras,
      order: lowered => writtenOrder(lowered, options),
    },
    group: {
      text: label,
      kinds: swimlanes ? ['lane', 'cluster'] : ['cluster'],
      ...(swimlanes && { kindAt: level => (level === 'top' ? 'lane' : 'cluster') }),
      nested: true,
      direction: true,
      classes: true,
      style: statements,
      extras: ownGroupExtras,
    },
    edge: {
      text: label,
      id: nearestEdgeId,
      line: line => (line === 'dashed' ? 'dotted' : line),
      arrows: arrowsOn,
      groupEnds: true,
      side: () => undefined,
      length: nearestLength,
      classes: named,
      style: statements,
      extras: (edge, own) => ownEdgeExtras(edge, own, { curve, named }),
    },
    ids: {
      node: id => nearestNodeId(isDirection(id) ? `${id}_` : id),
      group: id => nearestGroupId(isDirection(id) ? `${id}_` : id),
      shared: true,
      uniqueEdges: true,
    },
  }
}
