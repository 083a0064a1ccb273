/** What diaglot says about a diagram: one finding, in one plain sentence, at one place. */
import type { CodeTable } from './code.js'
import { type Code, type CoreCode, codes } from './codes.js'

export type Severity = 'error' | 'warning' | 'info'

/** A step into a graph: `['nodes', 'A', 'shape']`. See `src/ir/change.ts` for what each path means. */
export type Path = readonly (string | number)[]

/** One value of the graph that lowering changed. `undefined` stands for absent. */
export interface Change {
  readonly path: Path
  readonly before: unknown
  readonly after: unknown
}

/**
 * What became of something that the target cannot hold as it is. What is `added`, what is only `reordered`, and the
 * `spelling` of what the target says in its own words are no loss: they are counted apart.
 */
export type LossKind = 'approximated' | 'dropped' | 'carried' | 'added' | 'reordered' | 'spelling'

/** What a target lost of a graph: not what it only added, reordered, or says in its own words. */
export const isLoss = ({ loss }: { readonly loss?: LossKind }): boolean =>
  loss === 'approximated' || loss === 'dropped'

/** A replacement of the half-open range `[start, end)` of the source by `text`. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A repair that needs no invention: the edits do not overlap, and stand in the order of their places. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

export interface Message {
  readonly code: Code
  readonly severity: Severity
  readonly text: string
  /** Offsets into the text that was read. */
  readonly at?: readonly [start: number, end: number]
  readonly fix?: Fix
  /** Only on what lowering says. */
  readonly loss?: LossKind
  readonly changes?: readonly Change[]
}

/** Where a message stands, and what else it has; the severity is that of its code where none is given. */
export type About = Partial<Omit<Message, 'code' | 'text'>>

/** The place of a message, and a fix where there are edits that make it. */
export function about(at: readonly [number, number], title?: string, edits?: readonly TextEdit[]): About {
  return { at, ...(title !== undefined && edits && { fix: { title, edits } }) }
}

/**
 * What makes messages under the codes that a format brings, and under the core's: for a format of one's own.
 * @param own the format's codes, each with its severity and a paragraph about it
 * @returns a function of a code, a plain sentence with its full stop, and more of the message: its place (`at`: offsets into the text, in
 * UTF-16 code units), a fix, or another severity
 * @see docs/messages.md for what each code means
 * @example
 * const mineCodes = { 'lint/tea': { severity: 'warning', about: 'Tea is made of leaves.' } } as const
 * const message = messageWith(mineCodes)
 * message('lint/tea', 'There are no leaves in this tea.', { at: [0, 7] })
 */
export function messageWith<Own extends CodeTable>(own: Own) {
  return (code: CoreCode | keyof Own, text: string, more: About = {}): Message => {
    const entry = (own as CodeTable)[code as keyof CodeTable] ?? codes[code as CoreCode]
    const { at, fix, loss, changes, severity = entry.severity } = more
    // What lowering says, by the hundred thousand: made at once, it takes half the room of one that grows.
    if (at && loss && changes && !fix) return { code: code as Code, severity, text, at, loss, changes }
    const made: { -readonly [K in keyof Message]: Message[K] } = { code: code as Code, severity, text }
    if (at) made.at = at
    if (fix) made.fix = fix
    if (loss) made.loss = loss
    if (changes) made.changes = changes
    return made
  }
}

/**
 * Makes a message under a code of the core, with the severity that the list of codes gives it.
 * @param code one of `codes`
 * @param text a plain sentence, with its full stop
 * @param more its place (`at`: offsets into the text, in UTF-16 code units), a fix, or another severity
 * @returns the message
 * @see docs/messages.md for what each code means
 * @example
 * message('syntax/unexpected', 'A line names two things.', { at: [0, 7] })
 */
export function message(code: CoreCode, text: string, more: About = {}): Message {
  return ofCore(code, text, more)
}

const ofCore = /* @__PURE__ */ messageWith({})

/**
 * Whether something of an input could not be read, or of a graph not be written.
 * @param messages as any call gives them
 * @returns true where one of the messages is an error; warnings and losses are none
 * @see docs/messages.md for the severity of each code
 * @example
 * const { text, messages } = await convert(input, { to: 'dot' })
 * if (hasErrors(messages)) throw new Error(reportPretty(messages))
 */
export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error')
}
