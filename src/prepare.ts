/** The first half of writing: each graph lowered, put into its own document or laid out, and what is said of that. */
import { carryOf } from './carry/carry.js'
import { notCarried } from './carry/messages.js'
import type { Document, Drawing, Format, FormatOptions } from './format.js'
import { sameGraph } from './ir/difference.js'
import { levelsOfGroups, MAX_GROUP_LEVELS } from './ir/group-levels.js'
import type { Graph } from './ir/model.js'
import { sizeOf } from './ir/size.js'
import { type Target, targetOf } from './lower/editor.js'
import { type Lowered, lower, lowerToPut, withoutScripts } from './lower/lower.js'
import { nestedTooDeep, tooLarge } from './lower/messages.js'
import { refusalsOf } from './lower/refuse.js'
import { addTallies, carriedTally, NO_TALLY, type Tally } from './lower/tally.js'
import type { Message } from './messages/message.js'
import { documentWith, type OwnDocument, ownDocument } from './put/document.js'
import { readyToPut } from './put/put.js'
import type { CarriedFrom, Documents, Layouts } from './read.js'

/** What the first half of writing is told. */
export interface PrepareSettings {
  /** The name of the format that the graphs were read from, if any. */
  readonly from?: string
  /** The formats that graphs are of, where a text of another format carried them: as reading gave it. Else it is `from`. */
  readonly carriedFrom?: CarriedFrom | undefined
  /**
   * What each graph was read from, as reading gave it: where that is of the format to be written, only what changed in the graph
   * changes there.
   */
  readonly documents?: Documents | undefined
  /** Where the text that each graph was read from puts everything. */
  readonly layouts?: Layouts | undefined
  /** Whether what the target cannot hold rides along in a harmless place of its own. */
  readonly carry?: boolean
  readonly options?: FormatOptions
  /** True for graphs that were read: readers make no others than such as `flawsOf` finds nothing in. */
  readonly checked?: boolean | undefined
  /** True where only the texts are asked for: nothing is said or counted of what becomes of graphs. */
  readonly quiet?: boolean
  /** What the graphs are called in a file of several, where they have no titles. */
  readonly names?: readonly string[]
}

/** Drawings that are ready to be written, what was said of them, and what became of their graphs. */
export interface Prepared {
  readonly drawings: readonly Drawing[]
  readonly messages: readonly Message[]
  readonly tally: Tally
}

/** A machine holds texts of about 500 million characters, and a quote can take eight in XML. */
const MAX_SIZE = 50_000_000

/** Why a graph cannot be written in any format. */
function limitOf(graph: Graph): Message | undefined {
  if (levelsOfGroups(graph) > MAX_GROUP_LEVELS) return nestedTooDeep({ levels: MAX_GROUP_LEVELS }, graph.at)
  return sizeOf(graph, MAX_SIZE) <= MAX_SIZE ? undefined : tooLarge(graph.at)
}

/** So many graphs are laid out at the same time: the layout engine waits for a timer before each. */
const AT_ONCE = 100

/** The first half of writing: each graph lowered and laid out. */
export async function prepareWith(
  format: Format,
  graphs: readonly Graph[],
  settings: PrepareSettings = {},
): Promise<Prepared> {
  const messages: Message[] = []
  const drawings: Drawing[] = []
  let tally = NO_TALLY
  for (let start = 0; start < graphs.length; start += AT_ONCE) {
    const some = graphs.slice(start, start + AT_ONCE)
    const parts = await Promise.all(
      some.map((graph, place) => prepareOne(format, graph, start + place, settings)),
    )
    for (const part of parts) {
      for (const drawing of part.drawings) drawings.push(drawing)
      for (const said of part.messages) messages.push(said)
      tally = addTallies(tally, part.tally)
    }
  }
  return { drawings, messages, tally }
}

async function prepareOne(
  format: Format,
  given: Graph,
  place: number,
  settings: PrepareSettings,
): Promise<Prepared> {
  const {
    from,
    carriedFrom,
    documents,
    carry = false,
    options = {},
    checked = false,
    quiet = false,
  } = settings
  const refused = checked ? [] : refusalsOf(given)
  if (refused.length > 0) return { drawings: [], messages: refused, tally: NO_TALLY }
  const graph = format.ofToday?.(given) ?? given
  const limit = limitOf(graph)
  if (limit) return { drawings: [], messages: [limit], tally: NO_TALLY }
  const called = { name: settings.names?.[place], title: graph.title }
  const origin = carriedFrom?.[place] ?? from
  const carries = carry && format.carries === true
  const target = { ...targetOf(format, graph, options, origin === format.name), carries }
  const document = documents?.[place]
  const own = ownDocument(format, document, options)
  const written = own && writtenInto(own, format, graph, target, origin, options)
  if (written?.document)
    return preparedOf(
      { graph: written.lowered.graph, document: written.document },
      written,
      [],
      settings,
      called,
    )
  const lowered = written?.inOrder?.() ?? lower(graph, target, quiet)
  const line = carries ? carryLine(format, graph, lowered, target, origin, options) : ''
  const { layout, messages: said } = (await format.layOut?.(
    lowered.graph,
    graph,
    settings.layouts?.[place],
    options,
  )) ?? { messages: [] }
  const drawing: Drawing = {
    graph: lowered.graph,
    ...(layout && { layout }),
    ...(document && isHandedOn(document, format, graph, target) && { document }),
  }
  const carried = line !== '' && fits(format, drawing, line, options) ? line : ''
  const tooLong = line !== '' && carried === '' ? [notCarried(format)] : []
  return preparedOf(drawing, { lowered, carried }, [...said, ...tooLong], settings, called)
}

/** Whether a document of another format goes along, for a format that holds such: not with addresses in it that run code. */
function isHandedOn(document: Document, format: Format, graph: Graph, target: Target): boolean {
  return document.format !== format.name && withoutScripts(graph, target) === graph
}

interface Written {
  readonly lowered: Lowered
  /** What rides along; empty where nothing does. */
  readonly carried: string
}

function preparedOf(
  { graph, layout, document }: Drawing,
  { lowered, carried }: Written,
  said: readonly Message[],
  { from }: PrepareSettings,
  { name, title }: { readonly name: string | undefined; readonly title: string | undefined },
): Prepared {
  // A target that holds no title still has files that are called after it.
  const called = name ?? (graph.title === undefined ? title : undefined)
  const losses = carried ? lowered.carriedMessages : lowered.messages
  return {
    drawings: [
      {
        graph,
        ...(layout && { layout }),
        ...(document && { document }),
        ...(from && { from }),
        ...(carried && { carry: carried }),
        ...(called && { name: called }),
      },
    ],
    messages: [...said, ...losses],
    tally: carried ? carriedTally(lowered.tally) : lowered.tally,
  }
}

interface WrittenInto extends Written {
  /** Left out where the graph cannot be put into it, or where it would have to carry something else. */
  readonly document?: Document
  /** The graph itself as `lower` gives it; left out where another one was to be put in. */
  readonly inOrder?: () => Lowered
}

/** The graph put into its own document. */
function writtenInto(
  own: OwnDocument,
  format: Format,
  graph: Graph,
  target: Target,
  origin: string | undefined,
  options: FormatOptions,
): WrittenInto {
  const ready = target.same && !sameGraph(own.graph, graph) ? readyToPut(format, graph, own.graph) : graph
  const lowered = lowerToPut(ready, target)
  const carried = target.carries ? carryLine(format, ready, lowered, target, origin, options) : ''
  const document = own.carried === carried ? documentWith(format, own, lowered.graph, options) : undefined
  return {
    lowered,
    carried,
    ...(document && { document }),
    ...(ready === graph && { inOrder: lowered.inOrder }),
  }
}

function carryLine(
  format: Format,
  graph: Graph,
  lowered: Lowered,
  target: Target,
  from: string | undefined,
  options: FormatOptions,
): string {
  const sources = { from, options: writing(format, options) }
  return carryOf(withoutScripts(graph, target), lowered, sources)
}

/** The options that a format takes for writing: a reader that knows them sees what was written with other eyes. */
function writing({ options: known = [] }: Format, given: FormatOptions): FormatOptions {
  const taken = known.filter(option => option.for.includes('write')).map(({ name }) => name)
  return Object.fromEntries(taken.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])))
}

/** Whether the text stays within what the format's own service takes when the line is in it. */
function fits(format: Format, drawing: Drawing, carry: string, options: FormatOptions): boolean {
  const text = format.write?.([{ ...drawing, carry }], options) ?? ''
  return !format.check?.(text).some(({ code }) => code.startsWith('limit/'))
}
