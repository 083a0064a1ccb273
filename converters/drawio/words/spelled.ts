/** Texts as a file writes them, where we would write what they show in another way. A target that shows the same loses nothing with them. */
import type { Value } from '../../../src/ir/model.js'

/** What extras hold of such a text: nothing of ours stands for it, as `src/ir/spelling.ts` has it. */
export function spelledAs(text: string): Value {
  return new Map<string, Value>([
    ['text', text],
    ['was', null],
  ])
}

/** The text. Files of JSON and carried data from before have it alone. */
export function spelledText(value: Value | undefined): string | undefined {
  const text = value instanceof Map ? value.get('text') : value
  return typeof text === 'string' ? text : undefined
}
