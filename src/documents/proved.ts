/** Other texts in the places of several blocks, proved by reading the document that comes of it. */
import { withEdits } from '../messages/edits.js'
import type { Message, TextEdit } from '../messages/message.js'
import type { Edited, Found } from './block.js'
import { notHeld } from './messages.js'

export interface Wanted {
  /** Which block of the document. */
  readonly index: number
  /** What the block made of the text. */
  readonly edited: Edited
  /** What is to be read there then. */
  readonly text: string
}

export interface Proved {
  readonly edits: readonly TextEdit[]
  /** Why blocks stay as they are. */
  readonly refused: readonly Message[]
}

/**
 * A document may have its diagrams in places that another text does not fit: behind a line that is no comment any more, or where a line of
 * it begins something else. So the whole is read once, with all of them. Only where another diagram is found than was meant, each is tried by
 * itself, and those stay that no reading finds again.
 * @param find what finds the diagrams of a text
 * @param found the diagrams of the document as it is
 * @param wanted in the order of their places
 * @returns the edits of all that holds, and messages: `document/refused` for each that does not
 */
export function provedEdits(
  document: string,
  find: (text: string) => Found,
  found: Found,
  wanted: readonly Wanted[],
): Proved {
  const refused: Message[] = []
  const possible: Wanted[] = []
  for (const each of wanted) {
    if (each.edited.refused) refused.push(each.edited.refused)
    else if (each.edited.edits.length > 0) possible.push(each)
  }
  const holds = (some: readonly Wanted[]) => some.length === 0 || isRead(document, find, found, some)
  if (holds(possible)) return { edits: editsOf(possible), refused }
  const alone = possible.filter(each => holds([each]))
  const held = holds(alone) ? alone : []
  const others = possible.filter(each => !held.includes(each))
  return {
    edits: editsOf(held),
    refused: [...refused, ...others.map(({ index }) => notHeld({}, found.blocks[index]!.at))],
  }
}

const editsOf = (wanted: readonly Wanted[]): TextEdit[] => wanted.flatMap(({ edited }) => edited.edits ?? [])

/** Whether the document with these edits has the same blocks, each with the text that is wanted. */
function isRead(
  document: string,
  find: (text: string) => Found,
  { blocks }: Found,
  wanted: readonly Wanted[],
): boolean {
  const now = find(withEdits(document, editsOf(wanted))).blocks
  if (now.length !== blocks.length) return false
  const texts = new Map(wanted.map(({ index, text }) => [index, text]))
  return now.every(({ text }, index) => seen(text) === seen(texts.get(index) ?? blocks[index]!.text))
}

/** A text without what a document may change of it: how far its lines stand in, how they end, and blank ones around. */
const seen = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .join('\n')
    .trim()
