/** Comments stay in the text of their own format: they are no part of the graph, so that nothing changes where they go, and it is said. */
import { type Commented, formatsOfComments } from '../../ir/comments.js'
import type { Range } from '../../ir/model.js'
import type { Editor } from '../editor.js'
import { noComments } from '../messages.js'
import { everythingIn } from '../walk.js'

/** Gives `loss/comments` for each element at which another format has comments. */
export function sayComments(editor: Editor): void {
  const { target, ledger, draft, messages, carriedMessages } = editor
  if (ledger.numbersOnly || target.capabilities.allExtras) return
  const say = (element: Commented & { readonly at?: Range }, where: () => string): void => {
    if (formatsOfComments(element).every(format => format === target.name)) return
    const said = noComments({ where: where() }, element.at)
    messages.push(said)
    if (target.carries) carriedMessages.push(said)
  }
  for (const { element, name } of everythingIn(editor, ({ document }) => document !== undefined))
    say(element, () => `at ${name()}`)
  say(draft.fields, () => 'around the diagram')
}
