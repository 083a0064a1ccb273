/** The linter of FlowZap Code: every rule of its public syntax guide, with repairs that invent nothing. */
import { type Message, message } from '../../../src/messages/message.js'
import { diagramOf } from '../document/diagram.js'
import { checks } from '../document/finding.js'
import { lintFindings } from './all.js'

export interface LintOptions {
  /** Also says what is no fault but worth a thought: `lint/no-return`. */
  readonly advice?: boolean
}

/**
 * What is wrong with a FlowZap text, in the order of the places. Every message is a `lint/…` one. Fixes
 * of two messages may touch the same place; apply those that do not, and lint again.
 */
export function lintFlowzap(text: string, { advice = false }: LintOptions = {}): Message[] {
  return lintFindings(diagramOf(text), advice).map(({ check, text: words, at, fix }) =>
    message(checks[check].lint, words, { at, ...(fix && { fix }) }),
  )
}
