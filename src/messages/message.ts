/** What diaglot says about a diagram: one finding, in one plain sentence, at one place. */
import { type Code, codes } from './codes.js'

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
 * What became of something that the target cannot hold as it is. What is `added` and what is only `reordered` is no loss:
 * it is counted apart.
 */
export type LossKind = 'approximated' | 'dropped' | 'carried' | 'added' | 'reordered'

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

/** A message with the severity that the list of codes gives it. */
export function message(
  code: Code,
  text: string,
  more: Partial<Omit<Message, 'code' | 'text'>> = {},
): Message {
  const { at, fix, loss, changes, severity = codes[code].severity } = more
  return {
    code,
    severity,
    text,
    ...(at && { at }),
    ...(fix && { fix }),
    ...(loss && { loss }),
    ...(changes && { changes }),
  }
}

export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error')
}
