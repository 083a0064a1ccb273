/** What is to be said of a text: what its reader says, what the rules of its format find, and what those over the model do. */
import type { Format, FormatOptions } from '../format.js'
import type { Graph } from '../ir/model.js'
import { once } from '../ir/once.js'
import type { CodeEntry } from '../messages/code.js'
import { hasErrors, type Message } from '../messages/message.js'
import { type ReadOutcome, readWith } from '../read.js'
import { graphRules } from './rules.js'
import { type Rules, underRules } from './settings.js'
import { withoutIgnored } from './suppress.js'

export interface LintSettings {
  readonly options?: FormatOptions | undefined
  readonly rules?: Rules | undefined
  /** The formats that the text may be in instead. */
  readonly others?: readonly Format[]
  /** Every code that there is, with the severity that it has by itself. */
  readonly known: ReadonlyMap<string, CodeEntry>
}

/** A message, and the edge whose going would leave nothing to say: of which graph of the text, and at which place. */
export interface Found {
  readonly message: Message
  readonly extra?: { readonly graph: number; readonly edge: number }
}

export interface Linted {
  /** In the order of their places. */
  readonly found: readonly Found[]
  readonly reading: ReadOutcome
  /** What the text itself shows, whatever it carries. */
  readonly graphs: readonly Graph[]
}

/**
 * Lints a text. Rules over the model are asked only of a text without errors: of half a diagram they would say what nobody did.
 * Gives what `readWith` gives, what `Format.lint` gives, `lint/…` of the rules over the model and `lint/unused-ignore`.
 */
export function lintWith(given: Format, input: string | Uint8Array, settings: LintSettings): Linted {
  const format = lookingOnce(given)
  const { options = {}, others = [], known } = settings
  const rules = { ...format.rules, ...settings.rules }
  const reading = readWith(format, input, options, others)
  const { source } = reading
  const graphs = reading.carrying
    ? readWith(format, source, options, [], { carry: false }).graphs
    : reading.graphs
  const own = format.lint?.(source, reading, options) ?? reading.messages
  const found: Found[] = own.map(message => ({ message }))
  if (!hasErrors(reading.messages)) addOfModel(found, graphs)
  const all = underRules(found, rules, known)
  const ignored = withoutIgnored(all, source, format, !hasErrors(reading.messages))
  const unused = underRules(
    ignored.unused.map(message => ({ message })),
    rules,
    known,
  )
  return { found: inPlaces([...ignored.found, ...unused]), reading, graphs }
}

const onceLooking = new WeakMap<Format, Format>()

/** The format, with the reader and the linter that look at a text once, where it has them. */
function lookingOnce(format: Format): Format {
  if (!format.linter) return format
  let known = onceLooking.get(format)
  if (!known) {
    known = { ...format, ...format.linter }
    onceLooking.set(format, known)
  }
  return known
}

/** A rule of the format may say the same of the same thing, or more of it. */
function addOfModel(found: Found[], graphs: readonly Graph[]): void {
  const said = once(() => new Set(found.flatMap(({ message }) => [keyOf(message), String(message.at)])))
  for (const [graph, each] of graphs.entries()) {
    for (const rule of graphRules) {
      for (const { message, edge } of rule(each)) {
        if (!said().has(keyOf(message)) && !said().has(String(message.at)))
          found.push({ message, ...(edge !== undefined && { extra: { graph, edge } }) })
      }
    }
  }
}

const keyOf = ({ code, at }: Message): string => `${code} ${at?.[0]}`

function inPlaces(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => (a.message.at?.[0] ?? 0) - (b.message.at?.[0] ?? 0))
}
