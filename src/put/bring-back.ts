/** What was edited in a file of another format, brought back into the text that it was made from. */

import { matchGraphs } from '../diff/match.js'
import type { Format, FormatOptions } from '../format.js'
import type { Graph } from '../ir/model.js'
import { targetOf } from '../lower/editor.js'
import { lower } from '../lower/lower.js'
import type { Message } from '../messages/message.js'
import { broughtBack, otherDiagram, respelled } from './messages.js'
import { isUnread, outcomeToPut, type PutOutcome, putInto, standingIn } from './put.js'
import { updateSince } from './since-written.js'
import { type Taken, takeOver } from './take-over.js'

/** Where less than this share of the nodes and groups is found again, the file shows another diagram. */
const LEAST = 0.1

/**
 * Brings a text up to date with an edit: what differs between what was written in the other file last, where that file says so, else
 * the text's own graph lowered to the other format, and the graphs that the other file holds. A file that nobody edited leaves the text byte for byte alone; what the other format could
 * not hold stays as the text has it.
 * @param target the format of the text
 * @param source the format of the other file
 * @param theirs the graphs of the other file, without what it carries
 * @returns `repair/updated` with what was done, and what the software that the options name could not read otherwise: what is lost for that, and what
 * it still cannot read; `syntax/update` where the text stays as it is, and why
 */
export function bringBack(
  target: Format,
  text: string,
  source: Format,
  theirs: readonly Graph[],
  options: FormatOptions = {},
): PutOutcome {
  const { graphs: before, refusal } = standingIn(target, text, theirs.length, options)
  if (refusal) return refusal
  const messages: Message[] = []
  const graphs: Graph[] = []
  const isRespelled = isUnread(target, text, options)
  for (const [place, mine] of before.entries()) {
    const taken = editOf(mine, source, theirs[place]!, target, options)
    if ('code' in taken) return { text, messages: [taken] }
    const isEdited = taken.added + taken.removed + taken.changed > 0
    if (!isEdited && !isRespelled) {
      graphs.push(mine)
      continue
    }
    const lowered = outcomeToPut(target, isEdited ? taken.graph : mine, options, mine)
    graphs.push(lowered.graph)
    if (isEdited) messages.push(broughtBack({ ...taken, title: target.title }))
    messages.push(...lostFor(target, isEdited ? taken.graph : mine, mine, lowered.messages))
  }
  const put = putInto(target, text, before, graphs, options)
  if (put.messages.length > 0) return put
  if (isRespelled && put.text !== text) messages.push(respelled({ title: target.title }))
  return { text: put.text, messages: [...messages, ...stillUnread(target, put.text, options)] }
}

/** What is lost because options name a release that cannot hold it, and not to the format. */
function lostFor(target: Format, graph: Graph, before: Graph, messages: readonly Message[]): Message[] {
  if (!target.unread || messages.length === 0) return []
  const anyway = new Set(
    outcomeToPut(target, graph, {}, before).messages.map(({ code, text }) => `${code} ${text}`),
  )
  // Their places are those of another text.
  return messages.flatMap(({ at: _, ...message }) =>
    anyway.has(`${message.code} ${message.text}`) ? [] : [message],
  )
}

/** A text is better with what was edited than without, also where something in it is not read. */
const stillUnread = (target: Format, text: string, options: FormatOptions): Message[] =>
  (target.unread?.(text, options) ?? []).map(({ code, text }) => ({ code, text, severity: 'warning' }))

function editOf(
  mine: Graph,
  source: Format,
  theirs: Graph,
  target: Format,
  options: FormatOptions,
): Taken | Message {
  const aim = targetOf(source, mine, options, source.name === target.name)
  const { graph, origins } = lower(mine, aim)
  const matched = matchGraphs(graph, theirs)
  const known = matched.nodes.size + matched.groups.size
  const least = Math.min(graph.nodes.size + graph.groups.size, theirs.nodes.size + theirs.groups.size)
  if (least > 0 && known < LEAST * least) return otherDiagram({ known })
  const shown = { graph, origins, sidesRequired: aim.capabilities.edge.sidesFor !== undefined }
  // What the text itself changed since the file was written is no edit of the file.
  const base = source.lastWritten?.(theirs)
  if (!base) return takeOver(mine, shown, theirs, matched)
  const merged = updateSince(graph, base, theirs, matchGraphs(base, graph))
  return takeOver(mine, shown, merged.graph, merged.matched)
}
