/** Applying fixes as a command does: what touches the same place waits for the next round. */
import { type LintOptions, lintFlowzap } from '../../converters/flowzap/index.js'
import type { Fix } from '../../src/messages/message.js'

/** The text with the fixes that do not touch an earlier one. */
export function applied(text: string, fixes: readonly Fix[]): string {
  const edits: { start: number; end: number; text: string }[] = []
  for (const fix of fixes) {
    const free = fix.edits.every(edit =>
      edits.every(({ start, end }) => edit.end < start || edit.start > end),
    )
    if (free) edits.push(...fix.edits)
  }
  edits.sort((a, b) => b.start - a.start)
  return edits.reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text)
}

/** The text after as many rounds as it takes; a fix that never settles fails. */
export function fixed(text: string, options: LintOptions = {}): string {
  let before = text
  for (let round = 0; round < 50; round++) {
    const fixes = lintFlowzap(before, options).flatMap(({ fix }) => fix ?? [])
    if (fixes.length === 0) return before
    before = applied(before, fixes)
  }
  throw new Error(`The fixes do not settle:\n${before}`)
}
