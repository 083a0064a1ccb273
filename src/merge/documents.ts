/** Three versions of a document as one: its diagrams by what they say, and what stands around them line by line. */
import type { Block, Found } from '../documents/block.js'
import type { Format, FormatOptions } from '../format.js'
import { addTo } from '../ir/lists.js'
import { inPlaces, withEdits } from '../messages/edits.js'
import { hasErrors, type Message, type TextEdit } from '../messages/message.js'
import { readWith } from '../read.js'
import { matchBlocks } from './blocks.js'
import { mergeLines } from './lines.js'
import { asLines, linesConflict } from './messages.js'
import { mergeTexts } from './texts.js'

export interface DocumentMerge {
  /** The document of ours with what theirs changed in it; where both changed the same lines, both of them between marks. */
  readonly text: string
  /** What is said of it, with places in `text`. */
  readonly messages: readonly Message[]
}

/** What knows the diagrams of such documents. */
export interface Reading {
  readonly find: (document: string) => Found
  readonly formatOf: (block: Block) => Format | undefined
  readonly options?: FormatOptions
}

type Versions<T> = readonly [base: T, ours: T, theirs: T]

/**
 * A diagram that both sides changed gets, in all three, the text that has both changes: so its lines are no matter of dispute, whatever
 * stands before each, around it and between its fences. All else is merged as lines; also a diagram that one side alone changed, which so
 * keeps its bytes.
 * @returns with messages `merge/conflict` and `merge/taken` of diagrams, `merge/lines` for lines that both changed, `merge/text` for a
 * diagram that is merged as lines
 */
export function mergeDocuments(documents: Versions<string>, reading: Reading): DocumentMerge {
  const blocks = documents.map(text => reading.find(text).blocks) as unknown as Versions<readonly Block[]>
  const edits: Versions<TextEdit[]> = [[], [], []]
  const merged: Merged[] = []
  for (const three of inAllThree(blocks)) {
    const one = mergeBlocks(three, reading)
    if (!one) continue
    merged.push(one)
    for (const [side, own] of (one.edits ?? []).entries()) edits[side]!.push(...own)
  }
  const [base, ours, theirs] = documents.map((text, side) => withEdits(text, inPlaces(edits[side]!)))
  const { text, conflicts } = mergeLines(base!, ours!, theirs!)
  const said = [...placed(merged, reading.find(text).blocks), ...conflicts.map(at => linesConflict({}, at))]
  return { text, messages: said.sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0)) }
}

/** Diagrams that all three versions have. */
function inAllThree([base, ours, theirs]: Versions<readonly Block[]>): Versions<Block>[] {
  const mine = matchBlocks(base, ours)
  const others = matchBlocks(base, theirs)
  return base.flatMap((block, place): Versions<Block>[] => {
    const [own, other] = [mine.get(place), others.get(place)]
    return own === undefined || other === undefined ? [] : [[block, ours[own]!, theirs[other]!]]
  })
}

interface Merged {
  /** The text of the diagram, where it is known. */
  readonly text: string
  /** What puts that text in its place, in each version; nothing where its lines are merged. */
  readonly edits?: Versions<readonly TextEdit[]>
  readonly messages: readonly Message[]
}

/** Nothing where one side alone changed it. */
function mergeBlocks([base, ours, theirs]: Versions<Block>, reading: Reading): Merged | undefined {
  if (ours.text === theirs.text || base.text === ours.text || base.text === theirs.text) return undefined
  const { options = {}, formatOf } = reading
  const asText = { text: ours.text, messages: [asLines({})] }
  const formats = [base, ours, theirs].map(formatOf)
  const format = formats[1]
  // Who writes a diagram in another language means all of it.
  if (!format?.put || formats.some(other => other !== format)) return asText
  const [before, after] = [base, theirs].map(({ text }) =>
    readWith(format, text, options, [], { carry: false }),
  )
  if (hasErrors(before!.messages) || hasErrors(after!.messages)) return asText
  const { text, messages } = mergeTexts(
    { graphs: before!.graphs, format },
    { format, text: ours.text },
    { graphs: after!.graphs, format },
    options,
  )
  if (messages.some(({ code }) => code === 'merge/diagrams' || code === 'syntax/update')) return asText
  const edits = [base, ours, theirs].map(block => block.exchanged(text).edits)
  if (edits.includes(undefined)) return asText
  return { text, edits: edits as unknown as Versions<readonly TextEdit[]>, messages }
}

/** Messages with the places of the diagrams in the document as it is now. */
function placed(merged: readonly Merged[], blocks: readonly Block[]): Message[] {
  const byText = new Map<string, Block[]>()
  for (const block of blocks) addTo(byText, block.text, block)
  return merged.flatMap(({ text, messages }) => {
    const block = byText.get(text)?.shift()
    return messages.map(message => (block ? { ...message, at: block.at } : message))
  })
}
