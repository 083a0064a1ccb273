/** The linter of FlowZap Code: every rule of its public syntax guide, with repairs that invent nothing. */

import type { Message } from '../../../src/messages/message.js'
import { diagramOf } from '../document/diagram.js'
import { saidByLinter } from '../document/messages.js'
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
  return lintFindings(diagramOf(text), advice).map(saidByLinter)
}
