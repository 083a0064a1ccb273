/** What can be folded: told with the colours, and moved along with edits until the next answer is there. */
import { foldGutter, foldService } from '@codemirror/language'
import { type Extension, StateField } from '@codemirror/state'
import type { ViewUpdate } from '@codemirror/view'
import type { Fold } from '../../../src/language/index.js'
import { folded } from './highlight.js'

const folds = StateField.define<readonly Fold[]>({
  create: () => [],
  update(before, { changes, docChanged, effects }) {
    for (const effect of effects) if (effect.is(folded)) return effect.value
    if (!docChanged) return before
    return before.map(({ start, end, kind }) => ({
      start: changes.mapPos(start),
      end: changes.mapPos(end),
      kind,
    }))
  },
})

/** Whether other lines can be folded than before. */
const foldingChanged = ({ transactions }: ViewUpdate): boolean =>
  transactions.some(({ effects }) => effects.some(effect => effect.is(folded)))

/** The fold that begins on a line. */
const foldOf = foldService.of((state, start, end) => {
  const found = state.field(folds).find(fold => start <= fold.start && fold.start <= end && fold.end > end)
  return found ? { from: found.start, to: Math.min(found.end, state.doc.length) } : null
})

export const folding: Extension = [folds, foldOf, foldGutter({ foldingChanged })]
