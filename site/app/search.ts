/** Searching in an editor: loaded when somebody looks for something. */
import { search, searchKeymap } from '@codemirror/search'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'

export { openSearchPanel } from '@codemirror/search'

export const searching: Extension = [search({ top: true }), Prec.high(keymap.of(searchKeymap))]
