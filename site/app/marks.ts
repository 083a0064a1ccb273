/** Marks of messages in an editor: loaded when there is a message. */
import { lintGutter, lintKeymap } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'

export { setDiagnostics } from '@codemirror/lint'

export const marking: Extension = [lintGutter(), keymap.of(lintKeymap)]
