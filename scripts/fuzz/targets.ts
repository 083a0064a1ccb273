/** What the fuzzer tries: each target makes an input and says how many checks it stood, or what broke. */
import fc from 'fast-check'
import { formats as entries } from '../../converters/index.js'
import { carryOf } from '../../src/carry/carry.js'
import { convertWith, readWith, writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { hasErrors, type Message } from '../../src/messages/message.js'
import { graphs } from '../../test/generate/graphs.js'
import { harmed } from '../../test/generate/harmed.js'
import { claims } from '../../test/laws/claims.js'
import {
  type Breach,
  carriedRoundTrip,
  drawingOf,
  exactAccounting,
  lowerFor,
  overruled,
  roundTrip,
  sameFormat,
} from '../../test/laws/laws.js'
import { corpusTexts, editedTexts } from './texts.js'

/** Checks are counted by what they compare with: the laws, or an official parser. */
export type CheckKind = 'law' | 'differential'

export interface Target {
  readonly name: string
  readonly kind: CheckKind
  /** Runs in a turn, so that each target gets about the same time. */
  readonly runs: number
  readonly input: fc.Arbitrary<unknown>
  /** How many checks were made; throws a `Breach` as an Error. */
  readonly check: (input: never) => Promise<number> | number
}

function target<T>(
  name: string,
  kind: CheckKind,
  runs: number,
  input: fc.Arbitrary<T>,
  check: (input: T) => Promise<number> | number,
): Target {
  return { name, kind, runs, input, check }
}

export function demand(breach: Breach): void {
  if (breach !== undefined) throw new Error(breach)
}

function lawTargets(format: Format): Target[] {
  const runs = format.geometry ? 20 : 150
  const found = [
    target(`laws 1, 2: ${format.name}`, 'law', runs, graphs, async graph => {
      demand(await roundTrip(format, graph))
      return 2
    }),
    target(`law 4: ${format.name}`, 'law', 300, graphs, graph => {
      demand(exactAccounting(graph, lowerFor(format, graph)))
      return 1
    }),
    target(`law 7: ${format.name}`, 'law', runs, fc.tuple(graphs, fc.nat()), async ([graph, pick]) => {
      const { checked, breach } = await claims(format, graph, pick, 4)
      demand(breach)
      return checked
    }),
  ]
  if (!format.carries) return found
  return [
    ...found,
    target(`law 5: ${format.name}`, 'law', runs, graphs, async graph => {
      demand(await carriedRoundTrip(format, graph))
      return 1
    }),
    target(
      `carried data of strangers: ${format.name}`,
      'law',
      runs,
      fc.tuple(graphs, fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 4 })), { maxLength: 3 })),
      async ([graph, edits]) => {
        demand(await carriedByStranger(format, graph, edits))
        return 1
      },
    ),
  ]
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
): Promise<number> {
  const { graphs: found, messages, source } = readWith(format, text)
  demand(misplaced(messages, source))
  for (const graph of found) {
    const flaw = flawsOf(graph)[0]
    if (flaw) throw new Error(`what is read is not sound at ${flaw.path.join('/')}: ${flaw.text}`)
  }
  if (hasErrors(messages)) return 1
  demand(format.write && (await sameFormat(format, text)))
  const other = others[pick % others.length]
  let checks = 2
  for (const graph of found) {
    if (!other) continue
    demand(await roundTrip(other, graph))
    demand(exactAccounting(graph, lowerFor(other, graph)))
    checks += 6
  }
  return checks
}

/** A graph that a program damaged is refused, or written as a text that its own reader takes. */
async function damagedGraph(format: Format, graph: Graph): Promise<number> {
  const { text, messages } = await writeWith(format, [graph], {})
  const errors = messages.filter(({ severity }) => severity === 'error')
  const refused = errors.some(({ code }) => code.startsWith('graph/'))
  if (refused !== flawsOf(graph).length > 0)
    throw new Error(refused ? 'a sound graph is refused' : 'no flaw is said')
  if (errors.length === 0) demand(readable(format, text))
  return 1
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
): Promise<number> {
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
  // A text in which no graph could be read becomes a file without one.
  if (found.length === 0) return 1
  for (const { text: written } of files) demand(readable(to, written))
  return 1 + files.length
}

export async function lawTargetsOf(): Promise<Target[]> {
  const formats = await Promise.all(entries.map(({ load }) => load()))
  const written = formats.filter(format => format.write)
  const both = written.filter(format => format.read)
  const texts = formats
    .filter(format => format.read)
    .map(format => [format, corpusTexts(format.name === 'json' ? ['.json'] : format.extensions)] as const)
  const all = texts.flatMap(([, list]) => list)
  const read = texts
    .filter(([, list]) => list.length > 0)
    .map(([format, list]) => {
      const input = fc.tuple(editedTexts(list, [...list, ...all]), fc.nat(1000))
      const runs = format.geometry ? 20 : 60
      return target(`any text: ${format.name}`, 'law', runs, input, ([text, pick]) =>
        anyText(format, both, text, pick),
      )
    })
  const damaged = both.map(format =>
    target(`damaged graphs: ${format.name}`, 'law', format.geometry ? 60 : 400, harmed, graph =>
      damagedGraph(format, graph),
    ),
  )
  const conversions = texts
    .filter(([, list]) => list.length > 0)
    .flatMap(([from, list]) =>
      both.map(to => {
        const input = fc.tuple(editedTexts(list, [...list, ...all]), fc.constantFrom(true, false, undefined))
        const runs = from.geometry || to.geometry ? 20 : 60
        return target(`conversions: ${from.name} to ${to.name}`, 'law', runs, input, ([text, carry]) =>
          converted(from, to, text, carry),
        )
      }),
    )
  return [...both.flatMap(lawTargets), ...read, ...damaged, ...conversions]
}
