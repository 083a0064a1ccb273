/** Makes the fixes of what a linter finds, as far as it is proved that each does what it says and nothing else. */
import type { Format } from '../format.js'
import type { Graph } from '../ir/model.js'
import { inPlaces, overlap, withEdits } from '../messages/edits.js'
import type { Message, TextEdit } from '../messages/message.js'
import { putInto } from '../put/put.js'
import { isAllowed, kindOf } from './kinds.js'
import { type Found, type Linted, type LintSettings, lintWith } from './lint.js'
import { originsOf } from './origins.js'
import { faultOf } from './proof.js'

export interface FixSettings extends LintSettings {
  /** The codes whose fixes are made; left out, those of all but the codes that have to be named. */
  readonly only?: readonly string[] | undefined
}

/** A fix that was not made. */
export interface Refusal {
  readonly message: Message
  /** A sentence. */
  readonly why: string
}

export interface FixOutcome {
  readonly text: string
  /** Those whose fixes were made, with their places in the text that was given. */
  readonly applied: readonly Message[]
  /** Those whose fixes were tried, with their places in the text that results. */
  readonly refused: readonly Refusal[]
  /** What is left to say of the text that results. */
  readonly messages: readonly Message[]
}

/** A mended line may have another mistake, and a fix that touches another one waits for the next round. */
const MOST_ROUNDS = 40

/** How many UTF-16 code units are read for proofs: each try is a reading of the text, so that of a long text there are fewer. */
const MOST_WORK = 30_000_000

/** Each try costs something besides: so there are 400 for a short text. */
const TRY = 75_000

/** A reader gives up on the mistakes behind so many, so a proof of more may have to leave out what it did not look at. */
const MANY = 1000

/** Fixes that are to be made together, and the text that they would make. */
interface Step {
  readonly text: string
  readonly done: readonly Found[]
  readonly edits: readonly TextEdit[]
  /** What `lintWith` gives for it, where the proof asked for that. */
  readonly linted?: Linted
}

/** What is tried at one state of the text. */
interface Trial {
  readonly format: Format
  readonly text: string
  readonly linted: Linted
  readonly settings: FixSettings
  readonly refused: Map<string, string>
  work: number
}

/**
 * Fixes a text, round by round, until there is nothing more to fix. First what cannot be read, then what changes nothing of the
 * diagram, then what lets it read as it was meant. Gives as messages what `lintWith` gives for the result.
 * @param found what `lintWith` gives for the text, where that is known
 */
export function fixWith(format: Format, text: string, settings: FixSettings, found?: Linted): FixOutcome {
  // The places of a reading do not count the mark that a text may begin with.
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const refused = new Map<string, string>()
  const applied: Message[] = []
  let now = text.slice(mark.length)
  let origin = (offset: number) => offset
  let linted = found ?? lintWith(format, now, settings)
  let work = MOST_WORK
  for (let round = 0; round < MOST_ROUNDS && work > 0; round++) {
    const trial = { format, text: now, linted, settings, refused, work }
    const step = nextStep(trial)
    work = trial.work
    if (!step) break
    const before = origin
    for (const { message } of step.done) applied.push(placed(message, before))
    const back = originsOf(step.edits)
    origin = offset => before(back(offset))
    now = step.text
    linted = step.linted ?? lintWith(format, now, settings)
  }
  const left = linted.found.filter(found => isFixable(found, settings))
  return {
    text: mark + now,
    applied,
    refused: left.flatMap(({ message }) => {
      const why = refused.get(keyOf(message, now))
      return why === undefined ? [] : [{ message, why }]
    }),
    messages: linted.found.map(({ message }) => message),
  }
}

function placed(message: Message, origin: (offset: number) => number): Message {
  const { fix, at, ...rest } = message
  const range = at && ([origin(at[0]), Math.max(origin(at[0]), origin(at[1]))] as const)
  const edits = fix?.edits.map(edit => ({ ...edit, start: origin(edit.start), end: origin(edit.end) }))
  return { ...rest, ...(range && { at: range }), ...(fix && edits && { fix: { ...fix, edits } }) }
}

/** What was refused is not tried again, wherever it stands after other fixes. */
function keyOf({ code, text: said, at }: Message, text: string): string {
  return JSON.stringify([code, said, at && text.slice(...at)])
}

function isFixable({ message, extra }: Found, { only, known }: FixSettings): boolean {
  return (message.fix !== undefined || extra !== undefined) && isAllowed(message.code, only, known)
}

const KINDS = ['error', 'same', 'fewer', 'meaning'] as const

/** The largest set of fixes of one kind that is proved. */
function nextStep(trial: Trial): Step | undefined {
  const { linted, settings, refused, text } = trial
  const open = linted.found.filter(
    found => isFixable(found, settings) && !refused.has(keyOf(found.message, text)),
  )
  for (const kind of KINDS) {
    const these = open.filter(found => kindOf(found, settings.known) === kind)
    const step = these.length > 0 ? proved(trial, apart(these)) : undefined
    if (step) return step
  }
  return undefined
}

/** Those whose edits do not touch the edits of an earlier one. */
function apart(found: readonly Found[]): Found[] {
  const taken: Found[] = []
  let end = -1
  const first = ({ message }: Found) => Math.min(...(message.fix?.edits ?? []).map(({ start }) => start))
  const last = ({ message }: Found) => Math.max(...(message.fix?.edits ?? []).map(edit => edit.end))
  for (const each of [...found].sort((a, b) => first(a) - first(b))) {
    if (each.message.fix && first(each) <= end) continue
    taken.push(each)
    if (each.message.fix) end = last(each)
  }
  return taken
}

/** All of them where that is proved; else those of each half that are. What fails alone is refused. */
function proved(trial: Trial, these: readonly Found[]): Step | undefined {
  const { refused, text } = trial
  if (these.length === 0 || trial.work <= 0) return undefined
  trial.work -= text.length + TRY
  const step = stepOf(trial, these)
  if (typeof step !== 'string') return step
  const part = these.length > MANY ? provedInPart(trial, these) : undefined
  if (part) return part
  if (these.length === 1) {
    refused.set(keyOf(these[0]!.message, text), step)
    return undefined
  }
  const middle = these.length >> 1
  const first = proved(trial, these.slice(0, middle))
  const second = proved(trial, these.slice(middle))
  const both = first && second && stepOf(trial, [...first.done, ...second.done])
  return typeof both === 'object' ? both : (first ?? second)
}

/**
 * The first half of many mistakes, proved on the text without the lines of the mistakes behind them: with so many, the reader gave up on some,
 * and it reads more of them as soon as there are fewer before.
 */
function provedInPart(trial: Trial, these: readonly Found[]): Step | undefined {
  const { format, text, linted, settings } = trial
  const half = these.slice(0, these.length >> 1)
  const last = Math.max(...half.flatMap(({ message }) => message.fix?.edits.map(({ end }) => end) ?? []))
  const behind = text.indexOf('\n', last) + 1
  if (half.some(({ extra }) => extra) || behind === 0 || trial.work <= 0) return undefined
  const mistakes = linted.found.flatMap(({ message: { severity, at } }) =>
    severity === 'error' && at && at[1] >= behind
      ? [{ start: Math.max(at[0], behind), end: at[1], text: '' }]
      : [],
  )
  // With one of them left it is a text with mistakes, as the whole one: other things are said of a text without any.
  const without = withoutLines(text, inPlaces(mistakes).slice(1))
  trial.work -= 2 * (without.length + TRY)
  const step = stepOf({ ...trial, text: without, linted: lintWith(format, without, settings) }, half)
  if (typeof step === 'string') return half.length > MANY ? provedInPart(trial, half) : undefined
  return { text: withEdits(text, step.edits), done: half, edits: step.edits }
}

/** A text without the lines of edits, which stand in the order of their places. */
function withoutLines(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let end = 0
  for (const edit of edits) {
    const from = text.lastIndexOf('\n', edit.start - 1) + 1
    if (from > end) parts.push(text.slice(end, from))
    const next = text.indexOf('\n', edit.end)
    end = Math.max(end, next < 0 ? text.length : next + 1)
  }
  parts.push(text.slice(end))
  return parts.join('')
}

/** The text with fixes made, or why they are not. */
function stepOf(trial: Trial, these: readonly Found[]): Step | string {
  const { format, text, linted, settings } = trial
  if (these.some(({ extra }) => extra)) return withoutExtras(trial, these)
  const edits = inPlaces(these.flatMap(({ message }) => message.fix!.edits))
  if (overlap(edits)) return 'Its edits touch each other.'
  const edited = withEdits(text, edits)
  const after = lintWith(format, edited, settings)
  const fault = faultOf(
    { format, linted, after, edits },
    these.map(({ message }) => message),
    kindOf(these[0]!, settings.known),
  )
  return fault ?? { text: edited, done: these, edits, linted: after }
}

/** Takes edges out, by way of the graph: the text then has to read as the graph without them. */
function withoutExtras({ format, text, linted, settings }: Trial, these: readonly Found[]): Step | string {
  if (!format.put) return `Nothing can be taken out of ${format.title}.`
  const { graphs } = linted
  const after = graphs.map((graph, place): Graph => {
    const gone = new Set(these.flatMap(({ extra }) => (extra?.graph === place ? [extra.edge] : [])))
    return gone.size === 0 ? graph : { ...graph, edges: graph.edges.filter((_, edge) => !gone.has(edge)) }
  })
  const { text: edited, messages } = putInto(format, text, graphs, after, settings.options)
  const [refusal] = messages
  if (refusal) return refusal.text
  return { text: edited, done: these, edits: [between(text, edited)] }
}

/** The one edit that makes a text of another. */
function between(before: string, after: string): TextEdit {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let rest = 0
  const most = Math.min(before.length, after.length) - start
  while (rest < most && before.at(-1 - rest) === after.at(-1 - rest)) rest++
  return { start, end: before.length - rest, text: after.slice(start, after.length - rest) }
}
