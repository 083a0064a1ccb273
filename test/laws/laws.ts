/** The laws of the design as functions, so that every format and every source of graphs runs the same ones. */
import { carryOf } from '../../src/carry/carry.js'
import type { Drawing, Format, FormatOptions } from '../../src/format.js'
import { applyChanges } from '../../src/ir/change.js'
import { differences, firstDifference, show } from '../../src/ir/difference.js'
import { sameValue } from '../../src/ir/leaves.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { targetOf } from '../../src/lower/editor.js'
import { type Lowered, lower, withoutScripts } from '../../src/lower/lower.js'
import { readWith } from '../../src/read.js'

export function lowerFor(format: Format, graph: Graph, options: FormatOptions = {}, same = false): Lowered {
  return lower(graph, targetOf(format, graph, options, same))
}

export async function textOf(format: Format, graph: Graph, options: FormatOptions = {}): Promise<string> {
  return format.write?.([await drawingOf(format, graph)], options) ?? ''
}

export async function drawingOf(format: Format, graph: Graph): Promise<Drawing> {
  const laidOut = await format.layOut?.(graph, graph)
  return { graph, ...(laidOut && { layout: laidOut.layout }) }
}

/** What breaks a law, or nothing: the text is shown, so that a failure can be understood from its report. */
export type Breach = string | undefined

/** A graph on its way to a format: several laws look at the same lowering, drawing and text. */
export interface Written {
  readonly lowered: Lowered
  readonly drawing: Drawing
  readonly text: string
}

export async function writtenAs(
  format: Format,
  graph: Graph,
  options: FormatOptions = {},
  lowered: Lowered = lowerFor(format, graph, options),
): Promise<Written> {
  const drawing = await drawingOf(format, lowered.graph)
  return { lowered, drawing, text: format.write?.([drawing], options) ?? '' }
}

/** Law 1 and 2: what was written is read back as the same graph, and written again as the same bytes. */
export async function roundTrip(format: Format, graph: Graph, options: FormatOptions = {}): Promise<Breach> {
  const lowered = lowerFor(format, graph, options)
  const flaw = flawsOf(lowered.graph)[0]
  if (flaw) return `lowering leaves a flaw at ${flaw.path.join('/')}: ${flaw.text}`
  const written = await writtenAs(format, graph, options, lowered)
  const { breach, back } = readBack(format, written, options)
  return breach ?? (back && (await writtenAgain(format, back, written, options)))
}

/** Law 1 by itself: what was written is read back as the same graph. */
export function readBack(
  format: Format,
  { lowered: { graph: lowered }, text }: Written,
  options: FormatOptions = {},
): { readonly breach: Breach; readonly back?: Graph } {
  const { graphs, messages } = readWith(format, text, options)
  const [back] = graphs
  const error = messages.find(({ severity }) => severity === 'error')
  if (error) return { breach: `reading what was written says: ${error.text}\n${text}` }
  if (!back || graphs.length !== 1) return { breach: `${graphs.length} graphs are read back\n${text}` }
  const difference = firstDifference(lowered, back)
  return { back, breach: difference && `read back is not what was written: ${difference}\n${text}` }
}

/** Law 2 by itself: what was read back is written again as the same bytes. */
export async function writtenAgain(
  format: Format,
  back: Graph,
  { text }: Written,
  options: FormatOptions = {},
): Promise<Breach> {
  const again = lowerFor(format, back, options, true)
  const change = again.messages[0]
  if (change)
    return `what was read back does not fit the format: ${change.text} ${show(change.changes)}\n${text}`
  const second = await textOf(format, again.graph, options)
  return second === text ? undefined : `written again it is another text:\n${text}\n---\n${second}`
}

/** Law 3: what a format said is said again, except for repairs. What it only carried for others is no word of its own. */
export async function sameFormat(
  format: Format,
  source: string,
  options: FormatOptions = {},
): Promise<Breach> {
  for (const graph of readWith(format, source, options, [], { carry: false }).graphs) {
    const { graph: lowered, messages } = lowerFor(format, graph, options, true)
    const loss = messages.find(({ code }) => !code.startsWith('repair/'))
    if (loss) return `its own format cannot hold it: ${loss.text} ${show(loss.changes)}`
    if (messages.length === 0) {
      const difference = firstDifference(graph, lowered)
      if (difference) return `lowering changed it without a word: ${difference}`
    }
    const broken = await roundTrip(format, graph, options)
    if (broken) return broken
  }
  return undefined
}

/** Law 4: the changes, applied in order, are the lowering; none is without effect; the tally adds up. */
export function exactAccounting(graph: Graph, { graph: lowered, messages, tally }: Lowered): Breach {
  const changes = messages.flatMap(({ changes }) => changes ?? [])
  const idle = changes.find(({ path, before, after }) => path[0] !== 'order' && sameValue(before, after))
  if (idle) return `a change without effect at ${idle.path.join('/')}`
  // Comments stand beside the graph: where they go, nothing of it changes.
  const silent = messages.find(
    ({ code, changes }) => code !== 'loss/comments' && (!changes || changes.length === 0),
  )
  if (silent) return `a message without a change: ${silent.text}`
  const difference = firstDifference(applyChanges(graph, changes), lowered)
  if (difference) return `the changes do not give the lowered graph: ${difference}`
  const { total, kept, approximated, carried, dropped } = tally
  if (kept + approximated + carried + dropped !== total) return `the tally does not add up: ${show(tally)}`
  if (kept < 0) return `the tally counts below nothing: ${show(tally)}`
  const differs = !differences(graph, lowered).next().done
  if (differs !== changes.length > 0)
    return `${changes.length} changes, but the graphs are ${differs ? 'not ' : ''}the same`
  return undefined
}

/**
 * Law 5, unedited: the text with what it carries gives the whole graph back, and nothing of it is left aside. An address
 * that runs a script never comes back from carrying, so the law is about graphs without one.
 */
export async function carriedRoundTrip(
  format: Format,
  wild: Graph,
  written?: Pick<Written, 'lowered' | 'drawing'>,
): Promise<Breach> {
  const graph = withoutScripts(wild, targetOf(format, wild, {}, false))
  const known = graph === wild ? written : undefined
  const lowered = known?.lowered ?? lowerFor(format, graph)
  const line = carryOf(graph, lowered)
  if (!/^[ -~]*$/.test(line)) return `the carry line is not one line of ASCII: ${line}`
  const drawing = known?.drawing ?? (await drawingOf(format, lowered.graph))
  const text = format.write?.([line ? { ...drawing, carry: line } : drawing], {}) ?? ''
  const { graphs, messages } = readWith(format, text)
  const refused = messages.find(({ code }) => code === 'repair/carried')
  const difference = graphs[0] ? firstDifference(graph, graphs[0]) : 'nothing is read back'
  return (difference ?? refused?.text) && `${difference}: ${refused?.text}\n${text}`
}

/**
 * What carried data may not do: lowered to its format, the graph that came back is what the text shows by itself. It may be
 * one of that format or of another, for which lowering takes more liberty.
 */
export function overruled(format: Format, text: string): Breach {
  const [plain] = readWith(format, text, {}, [], { carry: false }).graphs
  const [back] = readWith(format, text).graphs
  if (!plain || !back) return `nothing is read\n${text}`
  const flaw = flawsOf(back)[0]
  if (flaw) return `what came back is not sound at ${flaw.path.join('/')}: ${flaw.text}\n${text}`
  const shown = lowerFor(format, plain, {}, true).graph
  const found = [true, false].map(own => firstDifference(shown, lowerFor(format, back, {}, own).graph))
  return found.includes(undefined) ? undefined : `carried data overrule the text: ${found[0]}\n${text}`
}
