/** What is wrong with the statements of a graph: said, and mended where the cure needs no invention. */

import type { Range } from '../../../../src/ir/model.js'
import type { Message } from '../../../../src/messages/message.js'
import type { Tree } from '../../../../src/syntax/tree.js'
import { parser, type TreeOf } from '../../grammar.gen.js'
import type { Statement } from '../../words/statement.js'
import { authorOffset, authorRange, type Source } from '../source.js'
import { type Piece, soundStatement, type Trouble } from '../statements.js'
import * as say from './messages.js'
import { mistakeAt } from './mistakes.js'
import { openComment } from './quotes.js'
import { mended, statementMends } from './statement-mends.js'

/** What may still be spent on mends. */
interface Work {
  left: number
}

/**
 * What a walk over statements tells of what is wrong with them.
 * @param offsetOf the offset in the source of one in the text that was parsed, where that is another
 */
export function troubleIn(
  source: Source,
  messages: Message[],
  offsetOf: (offset: number) => number = offset => offset,
  work: Work = { left: MOST_WORK },
): Trouble {
  const at = (start: number, end: number): Range => authorRange(source, start, end)
  return {
    place: ({ start, end }) => at(offsetOf(start), offsetOf(end)),
    range: (start, end) => at(offsetOf(start), offsetOf(end)),
    broken: (broken, before, directed) => repairStatement(source, broken, before, directed, messages, work),
    operator(operator, mixed) {
      const directed = operator.text !== '->'
      const right = directed ? '->' : '--'
      const [start, end] = at(operator.start, operator.end)
      const operators = { directed, right, operator: operator.text }
      messages.push(
        mixed && directed
          ? say.operatorOrNote(operators, [start, end])
          : say.wrongOperator(operators, [start, end], [{ start, end, text: right }]),
      )
    },
    unclosed(brace) {
      const open = offsetOf(brace)
      const comment = openComment(source.text, open)
      if (comment !== undefined) {
        const place = at(comment, comment + 2)
        if (!messages.some(({ at: known }) => known?.[0] === place[0])) {
          messages.push(say.openComment(place))
        }
        return
      }
      const end = authorOffset(source, source.text.length)
      messages.push(say.openBrace(at(open, open + 1), [{ start: end, end, text: '}\n' }]))
    },
    name(broken, whole) {
      const [start, end] = at(whole, broken.end)
      const text = source.text.slice(whole, broken.end).trimEnd()
      const stop = start + text.length
      const edits = text.includes('"') ? undefined : [{ start, end: stop, text: `"${text}"` }]
      messages.push(say.graphName({ name: text }, [start, Math.min(stop, end)], edits))
    },
  }
}

/** Longer statements than this are not read again to find out what is wrong behind them. */
const LONGEST_PROBE = 4000

/** How much is spent on mends in a reading; each look costs the square of the statement's length, as some expressions look at it from each character on. */
const MOST_WORK = 100_000_000
const REPAIRS = 20

/**
 * Says what is wrong with a statement, and gives what it says once every repair that needs no invention
 * is made. The statement before belongs to it when the trouble is in what follows, such as its attributes.
 */
function repairStatement(
  source: Source,
  broken: TreeOf<'Statement_broken'>,
  before: Piece | undefined,
  directed: boolean,
  messages: Message[],
  work: Work,
) {
  if (broken.text === ';') {
    reportStray(source, broken, messages)
    return NOTHING_SAVED
  }
  const joined = before && broken.end - before.start < LONGEST_PROBE
  const start = joined ? before.start : broken.start
  let local: Source = {
    text: source.text.slice(start, broken.end).replace(/;$/, ''),
    steps: [{ at: 0, shift: start }],
  }
  const offsetOf = (offset: number) => authorOffset(local, offset)
  const place = (offset: number) => authorOffset(source, offsetOf(offset))
  for (let round = 0; round < REPAIRS; round++) {
    const result = parser.parse(local.text, { rule: 'Sound' })
    if (result.ok) {
      const statement = soundStatement(result.tree, local.text, troubleIn(source, messages, offsetOf, work))
      return { replaces: joined === true, statements: [statement] as readonly Statement[] }
    }
    const { text } = local
    work.left -= text.length ** 2
    const mends = text.length < LONGEST_PROBE && work.left > 0 ? statementMends(text, directed) : []
    const mistakes = mends.find(found => isSound(mended(text, found)))
    if (!mistakes && joined && round === 0 && isMendedAlone(source, broken, directed))
      return repairStatement(source, broken, undefined, directed, messages, work)
    if (mistakes) {
      for (const found of mistakes) messages.push(placed(found, place))
      const edits = mistakes.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => b.start - a.start)
      for (const edit of edits) local = edited(local, edit)
      continue
    }
    const mistake = mistakeAt(local.text, result.failure)
    messages.push(placed(mistake, place))
    const edit = mistake.fix?.edits[0]
    if (!edit || local.text === '') break
    local = edited(local, edit)
  }
  return { replaces: false, statements: [] as readonly Statement[] }
}

/** Whether a statement is only mended without the one before it. */
function isMendedAlone(source: Source, { start, end }: Piece, directed: boolean): boolean {
  const text = source.text.slice(start, end).replace(/;$/, '')
  return statementMends(text, directed).some(found => isSound(mended(text, found)))
}

const NOTHING_SAVED = { replaces: false, statements: [] as readonly Statement[] }

/** The messages of stray semicolons, and where these end in the text that the grammar saw. */
const strays = new WeakMap<Message, number>()

/** `a;; b`: a semicolon that ends no statement is nothing; many in one place are one mistake with one fix. */
function reportStray(source: Source, stray: Tree, messages: Message[]): void {
  const [start, end] = authorRange(source, stray.start, stray.end)
  const last = messages.at(-1)
  const lastEnd = last && strays.get(last)
  const joined = lastEnd !== undefined && source.text.slice(lastEnd, stray.start).trim() === ''
  if (joined) messages.pop()
  const from = joined ? last!.at![0] : start
  const edits = [{ start: from, end, text: '' }]
  const said = (joined ? say.straySemicolons : say.straySemicolon)([from, end], edits)
  strays.set(said, stray.end)
  messages.push(said)
}

function isSound(text: string): boolean {
  return parser.parse(text, { rule: 'Sound' }).ok
}

/** The source after an edit of one stretch of it; the edited stretch keeps its place. */
function edited(source: Source, { start, end, text }: { start: number; end: number; text: string }): Source {
  const shift = authorOffset(source, start) - start
  const grown = text.length - (end - start)
  return {
    text: source.text.slice(0, start) + text + source.text.slice(end),
    steps: [
      ...source.steps.filter(step => step.at <= start),
      { at: end + grown, shift: authorOffset(source, end) - end - grown },
      ...source.steps
        .filter(step => step.at > end)
        .map(step => ({ at: step.at + grown, shift: step.shift - grown })),
    ].map(step => (step.at < 0 ? { at: 0, shift } : step)),
  }
}

function placed(mistake: Message & { at: Range }, place: (offset: number) => number): Message {
  const { fix, at, ...rest } = mistake
  return {
    ...rest,
    at: [place(at[0]), place(at[1])],
    ...(fix && {
      fix: {
        title: fix.title,
        edits: fix.edits.map(({ start, end, text }) => ({ start: place(start), end: place(end), text })),
      },
    }),
  }
}
