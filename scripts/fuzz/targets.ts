/** What the fuzzer tries: each target makes an input and counts the checks that it stands, or says what broke. */
import fc from 'fast-check'
import { formats as entries } from '../../converters/index.js'
import { carryOf } from '../../src/carry/carry.js'
import { convertWith, writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { hasErrors, type Message } from '../../src/messages/message.js'
import { readWith } from '../../src/read.js'
import { graphs } from '../../test/generate/graphs.js'
import { harmed } from '../../test/generate/harmed.js'
import { claims, type Look } from '../../test/laws/claims.js'
import {
  type Breach,
  carriedRoundTrip,
  drawingOf,
  exactAccounting,
  lowerFor,
  overruled,
  readBack,
  roundTrip,
  sameFormat,
  writtenAgain,
  writtenAs,
} from '../../test/laws/laws.js'
import { editedExtras } from './edited-extras.js'
import { corpusTexts, editedTexts } from './texts.js'

/**
 * What a check is about: one law of the design on one graph or text, an official parser or a browser on one text, what holds for documents,
 * for addresses, for plans of migrations and for configs, or `other`: that nothing throws, and that what is said lies in the text.
 */
export type Subject =
  | 'law 1'
  | 'law 2'
  | 'law 3'
  | 'law 4'
  | 'law 5'
  | 'law 7'
  | 'mermaid'
  | 'Graphviz'
  | 'browser'
  | 'documents'
  | 'links'
  | 'plans'
  | 'configs'
  | 'other'

export type Count = (subject: Subject) => void

export interface Target {
  readonly name: string
  /** Its part of the time, beside the parts of the others. */
  readonly share: number
  /** Runs in a turn, so that no turn takes long. */
  readonly runs: number
  readonly input: fc.Arbitrary<unknown>
  /** Counts each check that was stood; throws a `Breach` as an Error. */
  readonly check: (input: never, count: Count) => Promise<void> | void
}

export function target<T>(
  name: string,
  share: number,
  runs: number,
  input: fc.Arbitrary<T>,
  check: (input: T, count: Count) => Promise<void> | void,
): Target {
  return { name, share, runs, input, check }
}

export function demand(breach: Breach): void {
  if (breach !== undefined) throw new Error(breach)
}

/** Neighbours of a graph that are tried with it: each differs in one leaf. */
const NEIGHBOURS = 4

/** All laws on one graph, which is lowered, drawn and written once for all of them, and on graphs that differ from it in one leaf. */
async function everyLaw(format: Format, graph: Graph, pick: number, count: Count): Promise<void> {
  const lowered = lowerFor(format, graph)
  demand(exactAccounting(graph, lowered))
  count('law 4')
  const flaw = flawsOf(lowered.graph)[0]
  if (flaw) throw new Error(`lowering leaves a flaw at ${flaw.path.join('/')}: ${flaw.text}`)
  const written = await writtenAs(format, graph, {}, lowered)
  const { breach, back } = readBack(format, written)
  demand(breach)
  count('law 1')
  demand(back && (await writtenAgain(format, back, written)))
  count('law 2')
  const look: Look = ({ graph: neighbour, lowered: its }, text) => {
    const wrong =
      text === undefined
        ? exactAccounting(neighbour, its)
        : readBack(format, { ...written, lowered: its, text }).breach
    if (wrong === undefined) count(text === undefined ? 'law 4' : 'law 1')
    return wrong
  }
  const { checked, breach: claim } = await claims(format, graph, pick, NEIGHBOURS, written, look)
  demand(claim)
  for (let each = 0; each < checked; each++) count('law 7')
  if (!format.carries) return
  demand(await carriedRoundTrip(format, graph, written))
  count('law 5')
}

/** Most of the time goes where people's diagrams go, and least where a graph has to be laid out first. */
function lawTargets(format: Format): Target[] {
  const runs = format.layOut ? 20 : 100
  const laws = target(
    `laws: ${format.name}`,
    format.layOut ? 2 : 6,
    runs,
    fc.tuple(graphs, fc.nat()),
    ([graph, pick], count) => everyLaw(format, graph, pick, count),
  )
  if (!format.carries) return [laws]
  const stranger = target(
    `carried data of strangers: ${format.name}`,
    1,
    runs,
    fc.tuple(graphs, fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 4 })), { maxLength: 3 })),
    async ([graph, edits], count) => {
      demand(await carriedByStranger(format, graph, edits))
      count('law 5')
    },
  )
  return [laws, stranger]
}

/** A line that was edited by a stranger must not change what stands in the text beside it. */
async function carriedByStranger(
  format: Format,
  graph: Graph,
  edits: readonly (readonly [number, string])[],
): Promise<Breach> {
  const lowered = lowerFor(format, graph)
  const line = edits.reduce(
    (text, [at, piece]) => {
      const place = text.length === 0 ? 0 : at % text.length
      return text.slice(0, place) + piece.replace(/[^ -~]/g, '') + text.slice(place + (at % 3))
    },
    carryOf(graph, lowered),
  )
  const drawing = await drawingOf(format, lowered.graph)
  const text = format.write?.([line ? { ...drawing, carry: line } : drawing], {}) ?? ''
  return overruled(format, text)
}

function misplaced(messages: readonly Message[], { length }: string): Breach {
  const wrong = messages.find(({ at }) => at && !(at[0] >= 0 && at[0] <= at[1] && at[1] <= length))
  return wrong && `a place outside of the text: ${wrong.at?.join(' to ')} of ${length}: ${wrong.text}`
}

/** Whatever is in a text: nothing throws, places lie in it, graphs are sound, and what was accepted obeys the laws, there and in another format. */
async function anyText(
  format: Format,
  others: readonly Format[],
  text: string,
  pick: number,
  count: Count,
): Promise<void> {
  const { graphs: found, messages, source, carrying } = readWith(format, text)
  demand(misplaced(messages, source))
  for (const graph of found) {
    const flaw = flawsOf(graph)[0]
    if (flaw) throw new Error(`what is read is not sound at ${flaw.path.join('/')}: ${flaw.text}`)
  }
  count('other')
  if (hasErrors(messages)) return
  demand(format.write && (await sameFormat(format, text)))
  // Law 3 is about the format's own words. What a text carries is held to what it shows.
  if (carrying && found.length === 1) {
    demand(overruled(format, text))
    count('law 5')
  }
  const other = others[pick % others.length]
  for (const graph of found) {
    if (format.write) for (const law of ['law 1', 'law 2', 'law 3'] as const) count(law)
    if (!other) continue
    demand(await roundTrip(other, graph))
    demand(exactAccounting(graph, lowerFor(other, graph)))
    for (const law of ['law 1', 'law 2', 'law 4'] as const) count(law)
  }
}

/** A graph that a program damaged is refused, or written as a text that its own reader takes. */
async function damagedGraph(format: Format, graph: Graph, count: Count): Promise<void> {
  const { text, messages } = await writeWith(format, [graph], {})
  const errors = messages.filter(({ severity }) => severity === 'error')
  const refused = errors.some(({ code }) => code.startsWith('graph/'))
  if (refused !== flawsOf(graph).length > 0)
    throw new Error(refused ? 'a sound graph is refused' : 'no flaw is said')
  if (errors.length === 0) demand(readable(format, text))
  count('other')
}

function readable(format: Format, text: string): Breach {
  const error = readWith(format, text).messages.find(({ severity }) => severity === 'error')
  return error && `reading what was written says: ${error.text}\n${text}`
}

/** From any text to any format, with carrying and without: what is said has its place in the text, and what is written can be read. */
async function converted(
  from: Format,
  to: Format,
  text: string,
  carry: boolean | undefined,
  count: Count,
): Promise<void> {
  const { graphs: found, files, messages, source } = await convertWith(from, to, text, { carry })
  demand(misplaced(messages, source))
  demand(
    misplaced(
      messages.flatMap(({ fix, ...said }) =>
        (fix?.edits ?? []).map(({ start, end }) => ({ ...said, at: [start, end] as const })),
      ),
      source,
    ),
  )
  count('other')
  // A text in which no graph could be read becomes a file without one.
  if (found.length === 0) return
  for (const { text: written } of files) {
    demand(readable(to, written))
    count('other')
  }
}

/** Texts of a format that carry what it cannot hold: some of every other format, spread over its list, converted. */
async function carriedTexts(
  format: Format,
  texts: readonly (readonly [Format, readonly string[]])[],
): Promise<string[]> {
  if (!format.carries || format.layOut) return []
  const sources = texts
    .filter(([other]) => other !== format)
    .flatMap(([other, list]) =>
      list.filter((_, place) => place % 8 === 0).map(text => [other, text] as const),
    )
  const written = await Promise.all(
    sources.map(async ([other, text]) => (await convertWith(other, format, text, { carry: true })).text),
  )
  return written.filter(text => text !== '' && text.length < 6000)
}

export async function lawTargetsOf(): Promise<Target[]> {
  const formats = await Promise.all(entries.map(({ load }) => load()))
  const written = formats.filter(format => format.write)
  const both = written.filter(format => format.read)
  const ownTexts = formats
    .filter(format => format.read)
    .map(format => [format, corpusTexts(format.name === 'json' ? ['.json'] : format.extensions)] as const)
  const texts = await Promise.all(
    ownTexts.map(
      async ([format, list]) => [format, [...list, ...(await carriedTexts(format, ownTexts))]] as const,
    ),
  )
  const all = texts.flatMap(([, list]) => list)
  const damaged = both.map(format =>
    target(`damaged graphs: ${format.name}`, 0.3, format.layOut ? 60 : 400, harmed, (graph, count) =>
      damagedGraph(format, graph, count),
    ),
  )
  const read = texts
    .filter(([, list]) => list.length > 0)
    .flatMap(([from, list]) => {
      const input = editedTexts(list, [...list, ...all])
      const runs = from.layOut ? 20 : 60
      return [
        target(`any text: ${from.name}`, 1, runs, fc.tuple(input, fc.nat(1000)), ([text, pick], count) =>
          anyText(from, both, text, pick, count),
        ),
        target(
          `conversions: ${from.name}`,
          0.5,
          20,
          fc.tuple(input, fc.constantFrom(...both), fc.constantFrom(true, false, undefined)),
          ([text, to, carry], count) => converted(from, to, text, carry, count),
        ),
      ]
    })
  const edited = texts.flatMap(([format, list]) => (format.write && editedExtras(format, list)) ?? [])
  return [...both.flatMap(lawTargets), ...damaged, ...read, ...edited]
}
