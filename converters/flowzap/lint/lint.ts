/** The linter of FlowZap Code: every rule of its public syntax guide, with repairs that invent nothing. */

import type { ReadResult } from '../../../src/format.js'
import type { Range } from '../../../src/ir/model.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { checks } from '../codes.js'
import { diagramOf, latestDiagram } from '../document/diagram.js'
import { saidByLinter } from '../document/messages.js'
import { statementsOf } from '../document/not-understood.js'
import { lintFindings } from './all.js'

export interface LintOptions {
  /** Also says what is no fault but worth a thought: `lint/no-return`. */
  readonly advice?: boolean
}

/**
 * What is wrong with a FlowZap text by every rule of the language. Never throws for what is in the text.
 * @param text FlowZap Code
 * @param options `advice`: also what is no mistake and could be better
 * @returns `lint/…` messages in the order of their places, in UTF-16 code units. Fixes
 * of two messages may touch the same place; apply those that do not, and lint again.
 * @see docs/messages.md for every rule, and FlowZap's public syntax guide
 * @example
 * for (const { code, text, at, fix } of lintFlowzap(source)) console.log(code, text, at, fix?.title)
 */
export function lintFlowzap(text: string, { advice = false }: LintOptions = {}): Message[] {
  return lintFindings(latestDiagram.of(text) ?? diagramOf(text), advice).map(saidByLinter)
}

/** The codes of what the reader says of a check: the linter says it more strictly. */
const SAID_BY_READER: ReadonlySet<string> = new Set(
  Object.values(checks).flatMap(codes => ('read' in codes ? [codes.read] : [])),
)

/**
 * What is to be said of a text that was read: the linter's findings, and of the reader's what no check is about. Where that is an error,
 * the text is more than FlowZap Code, and the linter would judge what stands around it.
 */
export function lintReading(text: string, { messages }: ReadResult): readonly Message[] {
  const others = messages.filter(({ code }) => !SAID_BY_READER.has(code))
  if (hasErrors(others)) return messages
  return [...others, ...lintFlowzap(text, { advice: true })]
}

/** Where comments stand: FlowZap Code has them on lines of their own. */
export function commentsOf(text: string): Range[] {
  return statementsOf(text).flatMap(({ kind, at }) => (kind === 'comment' ? [at] : []))
}
