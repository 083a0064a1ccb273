/** What only who writes needs of an editor: loaded when one has the cursor for the first time, or when something is to be undone. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldKeymap, indentUnit } from '@codemirror/language'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { Asker } from './language/ask.js'
import { hints } from './language/hints.js'

export { redo, undo } from '@codemirror/commands'
export { folding } from './language/folding.js'

/** @param indents whether Tab does: an editor that somebody passes by lets it go on */
export const writing = (asker: Asker, indents: boolean): Extension => [
  history(),
  indentUnit.of('  '),
  bracketMatching(),
  closeBrackets(),
  hints(asker),
  // Before what the keys do elsewhere.
  Prec.high(keymap.of([...closeBracketsKeymap, ...completionKeymap])),
  keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...(indents ? [indentWithTab] : [])]),
]
