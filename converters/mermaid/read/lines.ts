/**
 * The walk over the lines of a diagram. It reads them piece by piece; where one cannot be read, that one and those around it are
 * mended, and it goes on in the mended text, so that a mistake costs little.
 */
import type { Direction } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { type Names, namesIn } from '../../../src/syntax/names.js'
import { type ChildOf, part } from '../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../grammar.gen.js'
import { commentsBefore, waitingComments } from './comments.js'
import { emptyFlow, type Flow } from './flow.js'
import { withHeader } from './headed.js'
import { type Misread, misreadIn, NOTHING_MISREAD } from './misread.js'
import { isSound, mendFrom, newMending, withMends } from './recover.js'
import { placeOf, type Source } from './source.js'
import { closeAll, readStatement } from './statements.js'
import type { Walk } from './walk.js'

export interface Reading {
  /** As it was read, with its mends and all that there is to say of it. */
  readonly source: Source
  readonly flow: Flow
  /** Whether nothing was mended, so that `look` saw each statement once. */
  readonly isClean: boolean
}

/** Sees a statement that was read, before its tree is gone, and the number of the first edge that it made. */
export type Look = (source: Source, tree: ChildOf<TreeOf<'Statement'>>, firstEdge: number) => void

/** So many lines behind one that is mended are looked at with it, at first; each time that the text is mended, twice as many. */
const PATIENCE = 64

/** What the lines of a text say, as far as they can be read. */
export function readDiagram(source: Source, patience = PATIENCE, look?: Look): Reading {
  const reading = readMistaken(source, patience, look)
  if (reading) return reading
  const headed = withHeader(source)
  const mended = readMistaken(headed, patience) ?? finished(newWalk(headed), headed, [])
  return { ...mended, isClean: false }
}

/** Nothing where the grammar does not take the text as a whole, with whatever lines between header and end. */
function readMistaken(source: Source, patience: number, look?: Look): Reading | undefined {
  const first = readLines(source, NOTHING_MISREAD, patience, look)
  if (!first || (first !== OUT_OF_STEP && first.isClean)) return first
  const misread = misreadIn(source, first === OUT_OF_STEP || hasEndTooMany(first.source.messages))
  const isMore = misread.ends.size + misread.openers.size > 0
  const reading = isMore ? readLines(source, misread, patience) : first
  return reading === OUT_OF_STEP ? readMended(source, misread) : reading
}

/** Whether there is an `end` that closes nothing. */
const hasEndTooMany = (messages: readonly Message[]): boolean => messages.some(isEndTooMany)

const isEndTooMany = ({ code, fix }: Message): boolean =>
  code === 'syntax/subgraph' && (!fix || fix.edits.every(({ text }) => text === ''))

/**
 * Where something is left that nobody could read, an `end` may close what was meant there: then it stays.
 * @param said what there is to say of the mends
 */
function endsKept(messages: readonly Message[], said: readonly Message[]): readonly Message[] {
  const isMended = ({ severity, fix }: Message) => severity !== 'error' || fix !== undefined
  if (messages.every(isMended) && said.every(isMended)) return messages
  return messages.map(message => {
    if (!isEndTooMany(message)) return message
    const { fix: _, ...rest } = message
    return rest
  })
}

/** Mends changed where lines begin and end behind them. */
const OUT_OF_STEP = 'out of step'

/** Reads line by line, and mends on the way. */
function readLines(
  first: Source,
  misread: Misread,
  patience: number,
  look?: Look,
): Reading | typeof OUT_OF_STEP | undefined {
  const said: Message[] = []
  const mending = newMending(misread)
  let ahead = patience
  let walk = newWalk(first)
  let pieces = parser.pieces(textOf(first))
  const header = pieces.next('Header')
  if (!header) return undefined
  readHeader(walk, header)
  // Up to here, what could be mended is.
  let mendedTo = 0
  // Whether a line was left as it is. With a mend further down it might be the beginning of something.
  let isLeft = false
  while (!pieces.atEnd) {
    const from = pieces.at
    const line = pieces.next('Line')
    const isMended = from < mendedTo
    if (isMended && (!line || pieces.at > mendedTo)) return OUT_OF_STEP
    if (!line) return undefined
    const text = textOf(walk.source)
    if (!isMended && !isSound(mending, line, text)) {
      const mended = mendFrom({ ...walk.source, messages: said }, from, mending, ahead)
      if (!mended) return undefined
      ahead *= 2
      mendedTo = mended.to
      if (mended.replacements.length > 0) {
        const source = withMends(walk.source, mended.replacements)
        const now = textOf(source)
        mendedTo += now.length - text.length
        const isSame = now.startsWith(text.slice(0, from)) && now.endsWith(text.slice(mended.to))
        if (isLeft || !isSame || mendedTo < from) return OUT_OF_STEP
        walk = { ...walk, source: { ...source, names: namesOf(source) } }
        // They are numbered anew.
        walk.flow.mentioned.length = 0
        pieces = parser.pieces(now, from)
        continue
      }
    }
    isLeft ||= line.first.rule === 'unreadable'
    readLine(walk, line, look)
  }
  const reading = finished(walk, first, said)
  const isClean = mendedTo === 0 && !reading.source.messages.some(({ code }) => code === 'syntax/subgraph')
  return { ...reading, isClean }
}

/** Mends all lines, and reads them then. This is what the reading line by line has to come to. */
export function readMended(first: Source, misread: Misread = misreadIn(first, true)): Reading | undefined {
  const said: Message[] = []
  const pieces = parser.pieces(textOf(first))
  if (!pieces.next('Header')) return undefined
  const mended = mendFrom(
    { ...first, messages: said },
    pieces.at,
    newMending(misread),
    Number.POSITIVE_INFINITY,
  )
  if (!mended) return undefined
  const source = withMends(first, mended.replacements)
  const walk = newWalk(source)
  return finished(readAll(walk) ? walk : newWalk(source), first, said)
}

/** Whether the grammar comes to the end. */
function readAll(walk: Walk): boolean {
  const pieces = parser.pieces(textOf(walk.source))
  const header = pieces.next('Header')
  if (!header) return false
  readHeader(walk, header)
  while (!pieces.atEnd) {
    const line = pieces.next('Line')
    if (!line) return false
    readLine(walk, line)
  }
  return true
}

/** What is left to do at the end. @param said what there is to say of the mends, before what the lines say */
function finished(walk: Walk, { messages }: Source, said: readonly Message[]): Reading {
  const source = {
    ...walk.source,
    messages: [...messages, ...said, ...endsKept(walk.source.messages, said)],
  }
  closeAll({ ...walk, source })
  walk.flow.commentsAfter = commentsBefore(walk.waiting, Number.POSITIVE_INFINITY)
  return { source, flow: walk.flow, isClean: false }
}

function newWalk(source: Source): Walk {
  return {
    source: {
      prepared: source.prepared,
      marked: source.marked,
      messages: [],
      names: namesOf(source),
    },
    flow: emptyFlow(),
    open: [],
    waiting: waitingComments(source.prepared.comments),
  }
}

/** Names are numbered by their places, where these are those of the text without marks. */
const namesOf = (source: Source): Names | undefined =>
  source.marked.lines.length > 0 ? source.names : namesIn(textOf(source))

const textOf = ({ marked }: Source): string => marked.edited.text

function readLine(walk: Walk, { first }: TreeOf<'Line'>, look?: Look): void {
  if (first.rule === 'Statement') {
    const firstEdge = walk.flow.edges.length
    readStatement(walk, first.first)
    look?.(walk.source, first.first, firstEdge)
  } else if (first.rule === 'unreadable') guessNesting(walk, first)
}

/** A line that could not be read may still open or close a subgraph. */
function guessNesting({ source, open }: Walk, line: TreeOf<'unreadable'>): void {
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
      indent: indentOf(line.text),
      inner: Number.POSITIVE_INFINITY,
    })
  } else if (/^\s*end\s*(?:[;)]+\s*)?$/.test(line.text)) {
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

/** How many blanks stand before the first word of a text, on the line of that word. */
function indentOf(text: string): number {
  const blanks = text.slice(0, Math.max(text.search(/\S/), 0))
  return blanks.length - (blanks.lastIndexOf('\n') + 1)
}
