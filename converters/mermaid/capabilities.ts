/** What a Mermaid flowchart can hold. */

import type { Capabilities, LinkRules, NoteRules, TextRules } from '../../src/capabilities.js'
import type { FormatOptions } from '../../src/format.js'
import type { Arrow } from '../../src/ir/arrows.js'
import type { Direction, Edge, Graph, Line, Link, Node, Rich } from '../../src/ir/model.js'
import type { Shape } from '../../src/ir/shapes.js'
import { htmlOfRuns } from '../../src/text/rich/html-of-runs.js'
import { runsOf } from '../../src/text/rich/rich.js'
import { isFormatted } from '../../src/text/rich/runs.js'
import { parser } from './grammar.gen.js'
import { bracketOfShape, hasName, nearestShape } from './shapes.js'
import { inheritsDirection } from './words/configuration.js'
import { madeUpIds, madeUpIdsClash, type Naming } from './words/edge-ids.js'
import { unedited } from './words/edited.js'
import { cleanLabel, cleanText, encodeRich } from './words/encode.js'
import { encodeEntities } from './words/entities.js'
import { edgeExtras, graphExtras, groupExtras, nodeExtras } from './words/extras.js'
import { writtenOrder } from './words/inline.js'
import { nearestArrows } from './words/links.js'
import { noteLine } from './words/notes.js'
import {
  hasDirectionWords,
  nearestClassName,
  nearestEdgeId,
  nearestGroupId,
  nearestNodeId,
} from './words/safe-ids.js'
import { definitionRules, statementRules } from './words/style-rules.js'
import { isSwimlanes } from './words/swimlanes.js'
import { textOfLabel } from './words/texts.js'
import { nearestTheme } from './words/theme.js'
import { nearestUrl } from './words/urls.js'

const label: TextRules = {
  lines: true,
  rich: ['markdown', 'mermaid-html'],
  readRich: readBack,
  nearestRich,
  clean: cleanLabel,
  trims: true,
}
const plainText: TextRules = { lines: true, rich: [], clean: cleanText }

/** What the reader makes of a rich label, if it is written and read as it is. */
function readBack(rich: Rich): string | undefined {
  const { syntax, source } = rich
  if (cleanText(source) !== source || /^[^\S\n]*\n|\n[^\S\n]*$/.test(source)) return undefined
  // Lines of their own meet mermaid's comments, its directions, and what it does to blanks behind a brace.
  if (/(?:^|\n)[^\S\n]*%%|\}\s+\n|direction[^\S\n]*\n\s*(?:TB|BT|RL|LR|TD)/.test(source)) return undefined
  const raw = encodeEntities(unedited(encodeRich(rich))).text
  const back = textOfLabel({ text: raw, type: syntax === 'markdown' ? 'markdown' : 'string' })
  return back.rich?.syntax === syntax && back.rich.source === source ? back.text : undefined
}

/** HTML with what mermaid shows of the formatting of another format. */
function nearestRich(rich: Rich): { readonly rich: Rich; readonly whole: boolean } | undefined {
  const formatted = runsOf(rich)
  if (!formatted || !isFormatted(formatted.runs)) return undefined
  const source = htmlOfRuns(formatted.runs, '<br>', "'")
  return { rich: { syntax: 'mermaid-html', source }, whole: formatted.whole }
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

const notes: NoteRules = { key: 'commentsAfter', line: noteLine }

const NO_IDS: ReadonlySet<string> = new Set()

/** Whether an edge has what a statement must name it for. */
function isMarked({ classes, extras }: Edge): boolean {
  return classes.length > 0 || (extras.get('mermaid')?.size ?? 0) > 0
}

function nearestLength(length: number | undefined): number | undefined {
  const nearest = Math.min(Math.max(Math.round(length ?? 1), 1), 10)
  return nearest > 1 ? nearest : undefined
}

function arrowsOn(from: Arrow, to: Arrow, line?: Line): readonly [Arrow, Arrow] {
  return line === 'invisible' ? ['none', 'none'] : nearestArrows(from, to)
}

/** The nearest ids, by what else the writer says of an element: some ids can stand only alone. */
function namingOf(graph: Graph): Naming {
  const directionWords = hasDirectionWords(graph)
  const ends = new Set(
    graph.edges
      .flatMap(({ from, to }) => [from, to])
      .filter(({ kind }) => kind === 'group')
      .map(({ id }) => id),
  )
  const clear = (id: string) => (directionWords && id.endsWith('direction') ? `${id}_` : id)
  return {
    node: id => {
      const node = graph.nodes.get(id)
      const bracket = node && bracketOfShape(shapeOn(node.shape, node))
      const marked = node?.classes.length !== 0
      const bare = !marked && bracket !== 'diamond' && bracket !== 'hexagon'
      const clicked = node?.link?.url !== undefined || node?.link?.callback !== undefined
      return nearestNodeId(clear(id), { bare, listed: clicked || (node !== undefined && marked) })
    },
    group: id => {
      const group = graph.groups.get(id)
      const marked = group?.classes.length !== 0
      const styled =
        Object.keys(group?.style ?? {}).length > 0 || group?.extras.get('mermaid')?.has('metadata') === true
      return nearestGroupId(clear(id), { class: marked, id: marked || styled || ends.has(id) })
    },
  }
}

/** The direction of groups without one: none of their own, or the diagram's where its settings say so. */
function inheritedBy({ direction, extras }: Graph): Direction | undefined {
  const own = extras.get('mermaid')
  const directives = own?.get('directives')
  const settings = Array.isArray(directives) ? directives.filter(value => value instanceof Map) : []
  const inherits = inheritsDirection(
    own?.get('frontmatter'),
    settings.map(value => ({ type: String(value.get('type')), argument: value.get('argument') })),
  )
  return inherits ? (direction ?? 'TB') : undefined
}

/**
 * What the newest version of mermaid reads. Option `lanes: 'swimlane'` writes `swimlane-beta`; otherwise lanes are subgraphs.
 * @param knowsSwimlanes whether whoever reads it has `swimlane-beta`
 */
export function newestCapabilities(
  graph: Graph,
  options: FormatOptions,
  knowsSwimlanes = true,
): Capabilities {
  const swimlanes = knowsSwimlanes && isSwimlanes(graph, options)
  const inherited = inheritedBy(graph)
  const naming = namingOf(graph)
  const madeUp = graph.edges.some(({ id }) => id?.startsWith('L_')) ? madeUpIds(graph, naming) : NO_IDS
  const named = !graph.edges.some(isMarked) || !madeUpIdsClash(graph, naming, madeUp)
  const curve = graph.extras.get('mermaid')?.get('curve')
  return {
    graph: {
      title: plainText,
      description: plainText,
      direction: direction => direction ?? 'TB',
      classes: definitionRules,
      className: name => nearestClassName(name, graph.classes.has(name)),
      defaults: { node: definitionRules, edge: statementRules },
      theme: nearestTheme,
      extras: (_, own) => graphExtras(own, swimlanes),
    },
    node: {
      text: label,
      shape: shapeOn,
      classes: true,
      style: statementRules,
      link,
      image: true,
      longestPicture: 2000,
      extras: nodeExtras,
      order: lowered => writtenOrder(lowered, options),
      anyOrder: true,
      // What stands beside a diagram is a comment behind it, unless it is to be nodes.
      ...(options.notes !== 'node' && { notes }),
    },
    group: {
      text: label,
      kinds: swimlanes ? ['lane', 'cluster'] : ['cluster'],
      ...(swimlanes && { kindAt: level => (level === 'top' ? 'lane' : 'cluster') }),
      nested: true,
      direction: direction => direction ?? inherited,
      classes: true,
      style: statementRules,
      extras: groupExtras,
    },
    edge: {
      text: label,
      id: id => nearestEdgeId(id, madeUp),
      line: line => (line === 'dashed' ? 'dotted' : line),
      arrows: arrowsOn,
      groupEnds: true,
      side: () => undefined,
      length: nearestLength,
      classes: named,
      style: statementRules,
      extras: (edge, own) => edgeExtras(edge, own, { curve, named }),
    },
    ids: { node: naming.node, group: naming.group, shared: true, uniqueEdges: true },
  }
}
