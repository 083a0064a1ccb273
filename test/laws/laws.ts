/** The laws of the design as functions, so that every format and every source of graphs runs the same ones. */
import { carryOf } from '../../src/carry/carry.js'
import { readWith } from '../../src/convert.js'
import type { Drawing, Format, FormatOptions } from '../../src/format.js'
import { applyChanges } from '../../src/ir/change.js'
import { differences, firstDifference, show } from '../../src/ir/difference.js'
import { sameValue } from '../../src/ir/fields.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { type Lowered, lower } from '../../src/lower/lower.js'

export function lowerFor(format: Format, graph: Graph, options: FormatOptions = {}, same = false): Lowered {
  const capabilities = format.capabilities?.(graph, options)
  if (!capabilities) throw new Error(`${format.name} cannot be written`)
  return lower(graph, { name: format.name, title: format.title, capabilities, same })
}

export async function textOf(format: Format, graph: Graph, options: FormatOptions = {}): Promise<string> {
  return format.write?.([await drawingOf(format, graph)], options) ?? ''
}

export async function drawingOf(format: Format, graph: Graph): Promise<Drawing> {
  if (!format.geometry) return { graph }
  const { layOut } = await import('../../src/layout/layout.js')
  return { graph, layout: (await layOut(graph)).layout }
}

/** What breaks a law, or nothing: the text is shown, so that a failure can be understood from its report. */
export type Breach = string | undefined

/** Law 1 and 2: what was written is read back as the same graph, and written again as the same bytes. */
export async function roundTrip(format: Format, graph: Graph, options: FormatOptions = {}): Promise<Breach> {
  const { graph: lowered } = lowerFor(format, graph, options)
  const flaw = flawsOf(lowered)[0]
  if (flaw) return `lowering leaves a flaw at ${flaw.path.join('/')}: ${flaw.text}`
  const text = await textOf(format, lowered, options)
  const { graphs, messages } = readWith(format, text, options)
  const [back] = graphs
  const error = messages.find(({ severity }) => severity === 'error')
  if (error) return `reading what was written says: ${error.text}\n${text}`
  if (!back || graphs.length !== 1) return `${graphs.length} graphs are read back\n${text}`
  const difference = firstDifference(lowered, back)
  if (difference) return `read back is not what was written: ${difference}\n${text}`
  const again = lowerFor(format, back, options, true)
  const change = again.messages[0]
  if (change)
    return `what was read back does not fit the format: ${change.text} ${show(change.changes)}\n${text}`
  const second = await textOf(format, again.graph, options)
  if (second !== text) return `written again it is another text:\n${text}\n---\n${second}`
  return undefined
}

/** Law 3: what a format said is said again, except for repairs. */
export async function sameFormat(
  format: Format,
  source: string,
  options: FormatOptions = {},
): Promise<Breach> {
  for (const graph of readWith(format, source, options).graphs) {
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
  const silent = messages.find(({ changes }) => !changes || changes.length === 0)
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

/** Law 5, unedited: with carrying on, the way back gives the whole graph again, so it gives the same in every format. */
export async function carriedRoundTrip(format: Format, graph: Graph): Promise<Breach> {
  const lowered = lowerFor(format, graph)
  const line = carryOf(graph, lowered)
  if (!/^[ -~]*$/.test(line)) return `the carry line is not one line of ASCII: ${line}`
  const drawing = await drawingOf(format, lowered.graph)
  const text = format.write?.([line ? { ...drawing, carry: line } : drawing], {}) ?? ''
  const [back] = readWith(format, text).graphs
  const difference = back ? firstDifference(graph, back) : 'nothing is read back'
  return difference && `${difference}\n${text}`
}
