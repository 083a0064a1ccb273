/** Colours: asked for what is seen, with what can be folded, and moved along with edits until the answer is there. */
import { type Extension, Facet, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Fold, TokenKind } from '../../../src/language/index.js'
import type { Painted } from '../../shared/protocol.js'
import type { Asker } from './ask.js'

/** What each kind of token looks like; kinds that are not here look like any text. */
const looks: Partial<Readonly<Record<TokenKind, string>>> = {
  keyword: 'keyword',
  direction: 'keyword',
  setting: 'comment',
  comment: 'comment',
  node: 'name',
  group: 'name',
  class: 'name',
  edge: 'name',
  graph: 'name',
  label: 'string',
  string: 'string',
  number: 'number',
  value: 'number',
  shape: 'shape',
  port: 'shape',
  attribute: 'attribute',
  arrow: 'operator',
  bracket: 'operator',
  punctuation: 'operator',
}

const marks = new Map(
  Object.entries(looks).map(([kind, look]) => [kind, Decoration.mark({ class: `dg-${look}` })]),
)

const painted = StateEffect.define<DecorationSet>()
/** What can be folded. */
export const folded = StateEffect.define<readonly Fold[]>()

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { changes, effects }) {
    for (const effect of effects) if (effect.is(painted)) return effect.value
    return before.map(changes)
  },
  provide: field => EditorView.decorations.from(field),
})

const asking = Facet.define<Asker, Asker | undefined>({ combine: ([first]) => first })

function decorations(tokens: readonly Painted[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const [start, end, kind] of tokens) {
    const mark = marks.get(kind)
    if (mark) builder.add(start, end, mark)
  }
  return builder.finish()
}

const asks = ViewPlugin.define(view => {
  const ask = async () => {
    // Nobody sees it, and its format may not even be loaded; whoever shows it asks again.
    if (view.dom.getClientRects().length === 0) return
    const { from, to } = view.viewport
    const answer = await view.state.facet(asking)?.ask('tokens', from, { end: to })
    if (!answer) return
    view.dispatch({ effects: [painted.of(decorations(answer.tokens)), folded.of(answer.folds)] })
  }
  // A language may be known only when the text was looked at.
  return {
    update({ docChanged, viewportChanged, transactions }: ViewUpdate) {
      const isAgain = transactions.some(({ effects }) => effects.some(effect => effect.is(again)))
      if (docChanged || viewportChanged || isAgain) void ask()
    },
  }
})

/** Asks anew: the text is read in another format now. */
export const again = StateEffect.define<null>()

export const highlighting = (asker: Asker): Extension => [asking.of(asker), colours, asks]
