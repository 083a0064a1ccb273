/** What only who writes needs of an editor: loaded when one has the cursor for the first time. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { Asker } from './language/ask.js'
import { hints } from './language/hints.js'

export const writing = (asker: Asker): Extension => [
  closeBrackets(),
  hints(asker),
  // Before what the keys do elsewhere.
  Prec.high(keymap.of([...closeBracketsKeymap, ...completionKeymap])),
]
