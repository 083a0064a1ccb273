/** What may be written at a place, and what stands there. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import { h } from '../dom.js'
import type { Asker } from './ask.js'

async function completions(
  asker: Asker,
  { pos, explicit, state }: CompletionContext,
): Promise<CompletionResult | null> {
  const isWord = /[\w-]/.test(state.sliceDoc(Math.max(0, pos - 1), pos))
  if (!explicit && !isWord) return null
  const found = await asker.ask('complete', pos, {})
  const [first] = found ?? []
  if (!found || !first) return null
  const options = found.map(
    ({ label, detail, insert, end }): Completion => ({
      label,
      detail: detail === label ? '' : detail,
      apply: (view, _, from) =>
        view.dispatch({
          changes: { from, to: Math.max(end + view.state.selection.main.head - pos, from), insert },
          selection: { anchor: from + insert.length },
          userEvent: 'input.complete',
        }),
    }),
  )
  return { from: first.start, options, validFor: /^[\w-]*$/ }
}

export const hints = (asker: Asker): Extension => [
  autocompletion({ override: [context => completions(asker, context)], icons: false }),
  hoverTooltip(async (_, pos) => {
    const { hover } = (await asker.ask('hover', pos, {})) ?? {}
    if (!hover) return null
    const [start, end] = hover.at
    const dom = h(
      'div',
      { className: 'cm-hover' },
      ...hover.lines.map(line => h('p', { textContent: line, dir: 'auto' })),
    )
    return { pos: start, end, create: () => ({ dom }) }
  }),
]
