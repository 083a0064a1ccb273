/** Another name for what stands at the cursor, everywhere in the text at once. */
import { EditorSelection, type Extension } from '@codemirror/state'
import { type EditorView, keymap, showDialog } from '@codemirror/view'
import type { Say } from '../../texts/texts.js'
import type { Asker } from './ask.js'

export interface Renames {
  readonly say: Say
  readonly tell: (sentence: string) => void
}

export async function rename(view: EditorView, asker: Asker, { say, tell }: Renames): Promise<void> {
  const { head } = view.state.selection.main
  const places = (await asker.ask('ids', head, {})) ?? []
  const here = places.find(([start, end]) => start <= head && head <= end)
  if (!here) return tell(say('renameNot'))
  const old = view.state.sliceDoc(...here)
  const { result } = showDialog(view, {
    label: say('renameTo', { name: old }),
    input: { value: old, name: 'name' },
    submitLabel: say('ok'),
    focus: true,
    top: true,
  })
  const form = await result
  const name = form?.querySelector('input')?.value.trim() ?? ''
  view.focus()
  if (name === '' || name === old) return
  const renamed = await asker.ask('rename', here[0], { name })
  if (!renamed) return
  const changes = renamed.edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }))
  if (changes.length === 0) return tell(renamed.messages[0]?.text ?? say('renameNot'))
  const set = view.state.changes(changes)
  const cursor = set.mapPos(here[0], -1)
  view.dispatch({ changes: set, selection: EditorSelection.cursor(cursor), userEvent: 'input.rename' })
}

export const renaming = (asker: Asker, renames: Renames): Extension =>
  keymap.of([
    {
      key: 'F2',
      run: view => {
        void rename(view, asker, renames)
        return true
      },
    },
  ])
