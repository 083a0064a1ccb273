/** What a graph says of itself: id, title, description, direction, whether it is directed and strict. */
import type { TextRules } from '../../capabilities.js'
import type { Path } from '../../ir/change.js'
import { change, directionInWords, type Editor, type Fate, short } from '../editor.js'
import { nearestText } from './text.js'

export function lowerGraphFields(editor: Editor): void {
  lowerTexts(editor)
  lowerKinds(editor)
  lowerTheme(editor)
}

function lowerTexts(editor: Editor): void {
  const { capabilities, title: target } = editor.target
  const { id, title, description, at } = editor.draft.fields
  const rules = capabilities.graph
  const nearestId = rules.id?.(id)
  const idText =
    nearestId === undefined
      ? `${target} has no place for the graph's id “${short(id ?? '')}”.`
      : `The graph's id “${short(id ?? '')}” is written as “${short(nearestId)}”.`
  change(editor, { code: 'loss/graph-id', text: idText, at }, [[['id'], nearestId]])
  const texts: [keyof typeof rules & ('title' | 'description'), string | undefined, TextRules | undefined][] =
    [
      ['title', title, rules.title],
      ['description', description, rules.description],
    ]
  for (const [name, text, textRules] of texts) {
    if (!text) continue
    const nearest = textRules && nearestText(textRules, text)
    const words = nearest
      ? `The ${name} is written as “${short(nearest)}”.`
      : `${target} has no place for the ${name} “${short(text)}”.`
    const repair = nearest ? 'repair/character' : undefined
    change(editor, { code: `loss/${name}`, repair, text: words, at }, [[[name], nearest || undefined]])
  }
}

function lowerKinds(editor: Editor): void {
  const { capabilities, title: target } = editor.target
  const { directed, strict, direction, at, directionAt } = editor.draft.fields
  const rules = capabilities.graph
  if (!directed && !rules.undirected) {
    const text = `Every edge of ${target} has a direction. Those of this diagram have none and get one: from the first node to the second.`
    change(editor, { code: 'loss/undirected', text, at }, [[['directed'], true], ...arrowheads(editor)])
  }
  const holdsStrict = typeof rules.strict === 'function' ? rules.strict(editor.source) : rules.strict
  if (strict && !holdsStrict) {
    const text = `${target} cannot say that parallel edges count as one (“strict”); the edges stay as they are.`
    change(editor, { code: 'loss/strict', text, at }, [[['strict'], undefined]])
  }
  const nearest = rules.direction(direction)
  if (nearest !== direction) {
    const text = (fate: Fate) =>
      direction === undefined
        ? `Diagrams in ${target} flow from ${directionInWords(nearest!)}, and so does this one now.`
        : nearest === undefined
          ? `${target} cannot say that the diagram flows from ${directionInWords(direction)}; it is ${fate}.`
          : `Diagrams in ${target} flow from ${directionInWords(nearest)}; this one flowed from ${directionInWords(direction)}.`
    change(editor, { code: 'loss/direction', text, at: directionAt ?? at }, [[['direction'], nearest]])
  }
}

/** What edges without a direction get, where the target draws none without. Those that it leaves out are said by themselves. */
function arrowheads({ draft, target }: Editor): [Path, unknown][] {
  const { arrows, line: lineOf } = target.capabilities.edge
  return draft.edges.flatMap(({ from, to, line }, place): [Path, unknown][] => {
    const drawn = lineOf(line)
    if (from.arrow !== 'none' || to.arrow !== 'none' || !drawn || drawn === 'invisible') return []
    const [start, end] = arrows('none', 'none', line)
    return [
      [['edges', place, 'from', 'arrow'], start],
      [['edges', place, 'to', 'arrow'], end],
    ]
  })
}

/** Colours that elements have themselves are in their styles; a theme is one thing, and lost or kept as one. */
function lowerTheme(editor: Editor): void {
  const { capabilities, title: target } = editor.target
  const { theme, at } = editor.draft.fields
  const rule = capabilities.graph.theme
  if (!theme || rule === true) return
  const nearest = rule?.(theme)
  const called =
    theme.name === undefined
      ? 'The colours of the diagram’s theme are'
      : `The diagram’s theme “${short(theme.name)}” is`
  const text = (fate: Fate) =>
    rule ? `${called} written as far as ${target} can say it.` : `${called} ${fate}: ${target} has no themes.`
  const changes: [Path, unknown][] = [[['theme', 'name'], nearest?.name]]
  for (const name of theme.variables.keys())
    changes.push([['theme', 'variables', name], nearest?.variables.get(name)])
  change(editor, { code: 'loss/theme', text, at }, changes)
}
