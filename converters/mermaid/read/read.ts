/**
 * The reader of Mermaid flowcharts. The grammar says what a statement looks like, statements.ts what it does, as
 * mermaid 12.3's own parser does it; graph.ts makes the model from that.
 */

import type { FormatOptions, ReadResult } from '../../../src/format.js'
import { documentOfComments } from '../../../src/ir/comments.js'
import type { ElementDocument, Graph, Value } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { markDirections } from '../document/direction-marks.js'
import { type Prepared, prepare } from '../document/prepare.js'
import { carriedIn, isCarried } from '../words/carry.js'
import { decodeEntities } from '../words/entities.js'
import { parted, type Settings, settingsDocument } from '../words/theme.js'
import { warnClicks } from './clicks.js'
import { type Flow, makeEnds } from './flow.js'
import { checkSize, graphOf } from './graph.js'
import { type Look, type Reading, readDiagram } from './lines.js'
import * as say from './messages.js'
import type { Source } from './source.js'

/** What is wrong with the block between `---` and `---` at the beginning. */
function frontmatterMessages({ frontmatter, frontmatterEnd: end }: Prepared, text: string): Message[] {
  const found: Message[] = []
  if (frontmatter?.unclosed) {
    const start = text.indexOf('---')
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
    const edits = [{ start: end, end, text: `---${lineEnd}` }]
    found.push(say.openFrontmatter([start, start + 3], edits))
  }
  if (frontmatter?.error !== undefined) {
    found.push(say.badFrontmatter({ reason: frontmatter.error.split('\n')[0]! }, [0, end]))
  }
  return found
}

/**
 * Reads one flowchart, and nothing around it. Never throws for what is in the text.
 * @param text a Mermaid flowchart, with its frontmatter and directives
 * @param options `lanes`, as `diaglot formats` lists it
 * @returns one graph, and messages: an error (`syntax/…`) where mermaid rejects the text, and then the graph is what can be
 * made of the rest; `lint/…`, `repair/…`, `limit/…`
 * @see docs/mermaid.md for what becomes of each part of the language
 * @example
 * const { graphs, messages } = readMermaid('flowchart LR\n  a --> b\n')
 */
export function readMermaid(text: string, options: FormatOptions = {}): ReadResult {
  return resultOf(readLooking(text), options)
}

/** Reads a text line by line. @param look sees each statement; what it saw counts only where the reading is clean */
export function readLooking(text: string, look?: Look): Reading {
  const prepared = prepare(text)
  const marked = markDirections(prepared.edited.text)
  return readDiagram({ prepared, marked, messages: frontmatterMessages(prepared, text) }, undefined, look)
}

/** What a reading comes to. */
export function resultOf({ source, flow }: Reading, options: FormatOptions): ReadResult {
  const { comments } = source.prepared
  const graph = graphRead(source, flow, options)
  const carried = carriedIn(comments)
  for (const { at } of comments.filter(({ text }) => isCarried(text)).slice(1))
    source.messages.push(say.secondCarried(at))
  const messages = [...source.messages].sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))
  return { graphs: [graph], messages, ...(carried !== undefined && { carried: [carried] }) }
}

/** The graph of all statements of a text, and what there is to say of them together. */
export function graphRead(source: Source, flow: Flow, options: FormatOptions): Graph {
  warnClicks(source, flow)
  checkSize(source, flow)
  warnEnds(source, flow)
  const settings = settingsRead(source.prepared)
  const parts = parted(settings)
  const { theme } = parts
  const { document: remarks } = documentOfComments('mermaid', flow.comments, flow.commentsAfter)
  const document = joined(settingsDocument(settings, parts), remarks)
  return {
    ...graphOf(source, flow, graphExtras(flow, parts.rest, options)),
    ...(theme && { theme }),
    ...(document && { document }),
  }
}

/** Two parts of what the document of a graph says. */
function joined(a: ElementDocument | undefined, b: ElementDocument | undefined): ElementDocument | undefined {
  if (!a || !b) return a ?? b
  return new Map([['mermaid', new Map([...(a.get('mermaid') ?? []), ...(b.get('mermaid') ?? [])])]])
}

/** Makes the nodes that have the id of an edge, and says so. */
function warnEnds({ messages }: Source, flow: Flow): void {
  for (const [id, { at }] of makeEnds(flow)) messages.push(say.idOfEdge({ id }, at))
}

/** Frontmatter and directives, as far as mermaid heeds them. The title is said elsewhere. */
function settingsRead({ frontmatter, directives }: Prepared): Settings {
  const values = new Map(frontmatter?.values)
  values.delete('title')
  const heeded = directives.filter(({ type }) => /^(?:init|initialize|wrap)$/.test(type))
  const said = ({ type, argument }: (typeof heeded)[number]): Value =>
    new Map([
      ['type', type],
      ['argument', argument ?? null],
    ])
  return { frontmatter: values, directives: heeded.map(said) }
}

/** What only Mermaid says about the diagram: its header, settings and accessible title. */
function graphExtras(
  flow: Flow,
  { frontmatter, directives }: Settings,
  options: FormatOptions,
): Map<string, Value> {
  const extras = new Map<string, Value>()
  // Where lanes are asked for, the header says nothing that the lanes do not.
  const asked = flow.header === 'swimlane-beta' && options.lanes === 'swimlane'
  if (!asked && /-/.test(flow.header)) extras.set('header', flow.header)
  if (flow.accTitle) extras.set('accTitle', decodeEntities(flow.accTitle))
  if (flow.defaultCurve !== undefined) extras.set('curve', flow.defaultCurve)
  if (frontmatter.size > 0) extras.set('frontmatter', frontmatter)
  if (directives.length > 0) extras.set('directives', directives)
  return extras
}
