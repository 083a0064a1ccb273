/** What a graph says of itself: id, title, description, direction, whether it is directed and strict. */
import type { TextRules } from '../../capabilities.js'
import { graphOf, type Path } from '../../ir/change.js'
import type { Direction, Range } from '../../ir/model.js'
import { change, type Editor, type Finding } from '../editor.js'
import * as say from './graph-messages.js'
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
  const idSaid =
    nearestId === undefined
      ? say.noGraphId({ title: target, id: id ?? '' }, at)
      : say.graphIdWritten({ id: id ?? '', nearest: nearestId }, at)
  change(editor, idSaid, [[['id'], nearestId]])
  const texts: [keyof typeof rules & ('title' | 'description'), string | undefined, TextRules | undefined][] =
    [
      ['title', title, rules.title],
      ['description', description, rules.description],
    ]
  for (const [name, text, textRules] of texts) {
    if (!text) continue
    const nearest = textRules && nearestText(textRules, text)
    const said = nearest
      ? say.graphTextWritten({ what: name, nearest }, at)
      : say.noGraphText({ title: target, what: name, text }, at)
    change(editor, said, [[[name], nearest || undefined]])
  }
}

function lowerKinds(editor: Editor): void {
  const { capabilities, title: target } = editor.target
  const { directed, direction, at, directionAt } = editor.draft.fields
  const rules = capabilities.graph
  if (!directed && !rules.undirected) {
    change(editor, say.undirected({ title: target }, at), [[['directed'], true], ...arrowheads(editor)])
  }
  const nearest = rules.direction(direction)
  if (nearest !== direction) {
    change(editor, directionSaid(target, direction, nearest, directionAt ?? at), [[['direction'], nearest]])
  }
}

/** Last of all: which edges are parallel depends on the nodes that are left, where one of them stands for its group. */
export function lowerStrict(editor: Editor): void {
  const { capabilities, title: target } = editor.target
  const { strict, at } = editor.draft.fields
  const rule = capabilities.graph.strict
  if (!strict || rule === true) return
  if (typeof rule === 'function' && rule(graphOf(editor.draft))) return
  change(editor, say.strict({ title: target }, at), [[['strict'], undefined]])
}

function directionSaid(
  title: string,
  direction: Direction | undefined,
  nearest: Direction | undefined,
  at: Range | undefined,
): Finding {
  if (direction === undefined) return say.directionAdded({ title, nearest: nearest! }, at)
  if (nearest === undefined) return say.noDirection({ title, direction }, at)
  return say.otherDirection({ title, direction, nearest }, at)
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
  const { capabilities, title } = editor.target
  const { theme, at } = editor.draft.fields
  const rule = capabilities.graph.theme
  if (!theme || rule === true) return
  const nearest = rule?.(theme)
  const changes: [Path, unknown][] = [[['theme', 'name'], nearest?.name]]
  for (const name of theme.variables.keys())
    changes.push([['theme', 'variables', name], nearest?.variables.get(name)])
  const about = { title, ...(theme.name !== undefined && { theme: theme.name }) }
  change(editor, rule ? say.themeWritten(about, at) : say.noTheme(about, at), changes)
}
