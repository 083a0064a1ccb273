/**
 * The reader of Mermaid flowcharts. The grammar says what a statement looks like, statements.ts what it does, as
 * mermaid 12.3's own parser does it; graph.ts makes the model from that.
 */

import type { FormatOptions, ReadResult } from '../../../src/format.js'
import type { Direction, Graph, Value } from '../../../src/ir/model.js'
import { type Message, message } from '../../../src/messages/message.js'
import { namesIn } from '../../../src/syntax/names.js'
import type { ChildOf, Tree } from '../../../src/syntax/tree.js'
import { part } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { carriedIn, isCarried, SECOND_CARRIED } from '../words/carry.js'
import { warnClicks } from './clicks.js'
import { commentsBefore, waitingComments } from './comments.js'
import { emptyFlow, type Flow, makeEnds } from './flow.js'
import { checkSize, decoded, graphOf } from './graph.js'
import { markDirections } from './marks.js'
import { type Prepared, prepare } from './prepare.js'
import { recover } from './recover.js'
import { placeOf, type Source } from './source.js'
import { closeAll, readStatement } from './statements.js'
import type { Walk } from './walk.js'

/** What is wrong with the block between `---` and `---` at the beginning. */
function frontmatterMessages({ frontmatter, frontmatterEnd: end }: Prepared, text: string): Message[] {
  const found: Message[] = []
  if (frontmatter?.unclosed) {
    const start = text.indexOf('---')
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
    const edits = [{ start: end, end, text: `---${lineEnd}` }]
    found.push(
      message(
        'syntax/unclosed',
        'The block of settings that begins with “---” is never closed: a second “---” is missing before the diagram.',
        { at: [start, start + 3], fix: { title: 'Close with ---', edits } },
      ),
    )
  }
  if (frontmatter?.error !== undefined) {
    const reason = frontmatter.error.split('\n')[0]
    const words = `The settings between “---” and “---” are no YAML: ${reason}.`
    found.push(message('syntax/yaml', words, { at: [0, end] }))
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
  const prepared = prepare(text)
  let source: Source = { prepared, marked: markDirections(prepared.edited.text), messages: [] }
  source.messages.push(...frontmatterMessages(prepared, text))
  const { marked, messages: before } = source
  const clean = {
    ...source,
    messages: [...before],
    ...(marked.lines.length === 0 && { names: namesIn(marked.edited.text) }),
  }
  let flow = readClean(clean)
  const isOpen = clean.messages.some(({ code }) => code === 'syntax/subgraph')
  if (flow && !isOpen) source = clean
  else {
    source = recover(source, parse(source))
    flow = emptyFlow()
    walk(source, flow, linesIn(parse(source)))
  }
  const graph = graphRead(source, flow, options)
  const carried = carriedIn(prepared.comments)
  for (const { at } of prepared.comments.filter(({ text }) => isCarried(text)).slice(1))
    source.messages.push(message('repair/carried', SECOND_CARRIED, { at }))
  const messages = [...source.messages].sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))
  return { graphs: [graph], messages, ...(carried !== undefined && { carried: [carried] }) }
}

/** The graph of all statements of a text, and what there is to say of them together. */
export function graphRead(source: Source, flow: Flow, options: FormatOptions): Graph {
  warnClicks(source, flow)
  checkSize(source, flow)
  warnEnds(source, flow)
  return graphOf(source, flow, graphExtras(source, flow, options))
}

/** Makes the nodes that have the id of an edge, and says so. */
function warnEnds({ messages }: Source, flow: Flow): void {
  for (const [id, { at }] of makeEnds(flow)) {
    const text = `“${id}” is the id of an edge, so that mermaid makes no node of it, and this edge leads nowhere. It is read as a node; give the other edge another id.`
    messages.push(message('lint/edge-id', text, at && { at }))
  }
}

function parse({ marked }: Source): TreeOf<'Flowchart'> | undefined {
  const result = parser.parse(marked.edited.text)
  return result.ok ? result.tree : undefined
}

/** A text in which every line can be read, line by line; `undefined` where one cannot. */
function readClean(source: Source): Flow | undefined {
  const pieces = parser.pieces(source.marked.edited.text)
  let clean = true
  function* lines(): Generator<TreeOf<'Header' | 'Line'>> {
    let line: TreeOf<'Header' | 'Line'> | undefined = pieces.next('Header')
    while (line && line.first?.rule !== 'unreadable') {
      yield line
      if (pieces.atEnd) return
      line = pieces.next('Line')
    }
    clean = false
  }
  const flow = emptyFlow()
  walk(source, flow, lines())
  return clean ? flow : undefined
}

function* linesIn(tree: TreeOf<'Flowchart'> | undefined): Generator<TreeOf<'Header' | 'Line'>> {
  for (let line: ChildOf<TreeOf<'Flowchart'>> | undefined = tree?.first; line; line = line.next) yield line
}

function walk(source: Source, flow: Flow, lines: Iterable<TreeOf<'Header' | 'Line'>>): void {
  const waiting = waitingComments(source.prepared.comments)
  const state: Walk = { source, flow, open: [], waiting }
  for (const child of lines) {
    if (child.rule === 'Header') {
      readHeader(state, child)
    }
    const statement = child.rule === 'Line' ? child.first : undefined
    const only = statement?.rule === 'Statement' ? statement.first : undefined
    if (only) readStatement(state, only)
    else if (statement?.rule === 'unreadable') guessNesting(state, statement)
  }
  closeAll(state)
  flow.commentsAfter = commentsBefore(waiting, Number.POSITIVE_INFINITY)
}

/** A line that could not be read may still open or close a subgraph. */
function guessNesting({ source, open }: Walk, line: Tree): void {
  if (/^\s*subgraph\b/.test(line.text)) {
    const title = line.text.replace(/^\s*subgraph\s*/, '').replace(/^"|"$/g, '')
    const id = /^[\w-]+/.exec(title)?.[0]
    const at = placeOf(source, line)
    open.push({
      id,
      title: { text: title, type: 'text' },
      at,
      mentioned: [],
      direction: undefined,
      comments: undefined,
    })
  } else if (/^\s*end\s*[;)]*\s*$/.test(line.text)) {
    open.pop()
  }
}

const signs: Readonly<Record<string, Direction>> = { TD: 'TB', v: 'TB', '>': 'LR', '<': 'RL', '^': 'BT' }

/** Reads the header, with the comments before it. */
export function readHeader({ source, flow, waiting }: Walk, tree: TreeOf<'Header'>): void {
  flow.at = placeOf(source, tree)
  flow.comments = commentsBefore(waiting, flow.at[0])
  const header = tree.first
  flow.header = part(header, 'diagramWord').text
  const written = header.rule === 'Header_direction' ? part(header, 'direction').text.trim() : undefined
  const direction = signs[written ?? 'TD'] ?? written
  // `BR` is accepted and means nothing.
  if (direction !== 'BR') flow.direction = direction as Direction
}

/** What only Mermaid says about the diagram: its header, settings and accessible title. */
function graphExtras({ prepared }: Source, flow: Flow, options: FormatOptions): Map<string, Value> {
  const extras = new Map<string, Value>()
  // Where lanes are asked for, the header says nothing that the lanes do not.
  const asked = flow.header === 'swimlane-beta' && options.lanes === 'swimlane'
  if (!asked && /-/.test(flow.header)) extras.set('header', flow.header)
  if (flow.accTitle) extras.set('accTitle', decoded(flow.accTitle))
  if (flow.defaultCurve !== undefined) extras.set('curve', flow.defaultCurve)
  const settings = new Map(prepared.frontmatter?.values)
  settings.delete('title')
  if (settings.size > 0) extras.set('frontmatter', settings)
  const directives = prepared.directives.filter(({ type }) => /^(?:init|initialize|wrap)$/.test(type))
  if (flow.comments) extras.set('comments', flow.comments)
  if (flow.commentsAfter) extras.set('commentsAfter', flow.commentsAfter)
  if (directives.length > 0) {
    extras.set(
      'directives',
      directives.map(
        ({ type, argument }) =>
          new Map([
            ['type', type as Value],
            ['argument', argument ?? null],
          ]),
      ),
    )
  }
  return extras
}
