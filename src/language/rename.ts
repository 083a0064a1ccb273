/** Another id for a node or a group, or another name for a class, everywhere in a text. What comes out is read, and has to be the diagram with that id and nothing else changed. */
import { edit } from '../edit/edit.js'
import type { Format, FormatOptions } from '../format.js'
import { sameGraph } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { withEdits } from '../messages/edits.js'
import { hasErrors, type Message, type TextEdit } from '../messages/message.js'
import { editsToPut, loweredToPut } from '../put/put.js'
import { readWith } from '../read.js'
import type { Id, Ids } from './ids.js'
import type { Language } from './language.js'
import * as say from './messages.js'

export interface Renaming {
  /** Edits of the text; none where there is nothing to do, or a message says why it cannot be done. */
  readonly edits: readonly TextEdit[]
  readonly messages: readonly Message[]
}

export interface Renamable {
  /** Without the mark that it may begin with, and ids with their places in it. */
  readonly text: string
  readonly ids: Ids
  readonly format: Format
  readonly options: FormatOptions
}

/** @param id what is to have another name; nothing where no id stands there */
export function rename(
  renamable: Renamable,
  language: Language,
  id: Id | undefined,
  offset: number,
  name: string,
): Renaming {
  const kind = id && renamable.ids.kindOf(id)
  if (!id || kind === undefined || kind === 'edge') return refused(say.nothingToRename({}, [offset, offset]))
  const { text, format, options } = renamable
  if (id.name === name) return { edits: [], messages: [] }
  const at = [id.token.start, id.token.end] as const
  const { graphs, messages } = readWith(format, text, options, [], { carry: false })
  const before = graphs[id.diagram]
  if (hasErrors(messages) || !before) {
    const first = messages.find(({ severity }) => severity === 'error')?.text ?? ''
    return refused(say.textHasErrors({ first }, at))
  }
  const wanted = kind === 'class' ? withClass(before, id.name, name) : renamed(before, kind, id.name, name)
  if (typeof wanted === 'string') return refused(say.notRenamed({ why: wanted }, at))
  const fault = language.idFault?.(kind, name)
  if (fault !== undefined) return refused(say.notRenamed({ why: fault }, at))
  const own = replaced(renamable, language, id, name)
  if (isProved(renamable, own, graphs, id.diagram, wanted)) return { edits: own, messages: [] }
  if (kind === 'class')
    return refused(say.notRenamed({ why: `“${name}” would not name the class everywhere` }, at))
  const nearest = unwritable(format, wanted[0]!, before, kind, name, options)
  if (nearest) return refused(say.cannotWrite({ title: format.title, name, ...nearest }, at))
  return putIn(renamable, graphs, id.diagram, wanted)
}

/** The graph with the other id: with its label where that is the id, which follows it; and with the label as it was. */
function renamed(graph: Graph, kind: 'node' | 'group', from: string, to: string): readonly Graph[] | string {
  try {
    const ref = kind === 'node' ? { node: from } : { group: from }
    const made = edit(graph).rename(ref, to).done()
    const other = (kind === 'node' ? graph.groups : graph.nodes).has(to)
    if (other) return `there is a ${kind === 'node' ? 'group' : 'node'} “${to}” already`
    const element = kind === 'node' ? graph.nodes.get(from) : graph.groups.get(from)
    const follows = element?.label.text === from && !element.label.rich
    if (!follows) return [made]
    return [
      edit(made)
        .relabel(kind === 'node' ? { node: to } : { group: to }, to)
        .done(),
      made,
    ]
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}

/** The graph with a class under another name, in its place; what has the class, has it under that name. */
function withClass(graph: Graph, from: string, to: string): readonly Graph[] | string {
  const { classes, nodes, groups, edges } = graph
  const isTaken = classes.has(to) || [...nodes.values(), ...groups.values(), ...edges].some(has(to))
  if (isTaken) return `there is a class “${to}” already`
  const named = <Element extends Classed>(element: Element): Element =>
    has(from)(element)
      ? { ...element, classes: element.classes.map(each => (each === from ? to : each)) }
      : element
  const renamedIn = <Element extends Classed>(table: ReadonlyMap<string, Element>) =>
    new Map(Array.from(table, ([key, element]) => [key, named(element)]))
  return [
    {
      ...graph,
      classes: new Map(Array.from(classes, ([key, style]) => [key === from ? to : key, style])),
      nodes: renamedIn(nodes),
      groups: renamedIn(groups),
      edges: edges.map(named),
    },
  ]
}

interface Classed {
  readonly classes: readonly string[]
}

const has =
  (name: string) =>
  ({ classes }: Classed): boolean =>
    classes.includes(name)

/** Whether the format would have to write another id, and which. */
function unwritable(
  format: Format,
  wanted: Graph,
  before: Graph,
  kind: 'node' | 'group',
  name: string,
  options: FormatOptions,
): { readonly nearest: string | undefined } | undefined {
  if (!format.capabilities) return undefined
  const held = loweredToPut(format, wanted, options, before)
  const [table, old] = kind === 'node' ? [held.nodes, wanted.nodes] : [held.groups, wanted.groups]
  if (table.has(name)) return undefined
  const place = [...old.keys()].indexOf(name)
  const nearest = table.size === old.size ? [...table.keys()][place] : undefined
  return { nearest }
}

/** The id where it stands, and nothing else. */
function replaced({ ids }: Renamable, language: Language, id: Id, name: string): TextEdit[] {
  return ids.same(id).map(({ token, kind }) => ({
    start: token.start,
    end: token.end,
    text: language.writtenId?.(kind, name) ?? name,
  }))
}

function isProved(
  { text, format, options }: Renamable,
  edits: readonly TextEdit[],
  before: readonly Graph[],
  diagram: number,
  wanted: readonly Graph[],
): boolean {
  const { graphs, messages } = readWith(format, withEdits(text, edits), options, [], { carry: false })
  if (hasErrors(messages) || graphs.length !== before.length) return false
  return graphs.every((graph, place) =>
    place === diagram ? wanted.some(each => sameGraph(graph, each)) : sameGraph(graph, before[place]!),
  )
}

/** As any edited graph is put into its text. */
function putIn(
  { text, format, options }: Renamable,
  before: readonly Graph[],
  diagram: number,
  wanted: readonly Graph[],
): Renaming {
  let first: Message | undefined
  for (const graph of wanted) {
    const after = before.map((each, place) =>
      place === diagram ? loweredToPut(format, graph, options, each) : each,
    )
    const found = editsToPut(format, text, before, after, options)
    if (!('code' in found)) return { edits: found, messages: [] }
    first ??= found
  }
  return refused(first!)
}

const refused = (message: Message): Renaming => ({ edits: [], messages: [message] })
