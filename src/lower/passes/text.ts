/** Labels and other texts: one line where the target has no line breaks, without what it cannot write. */

import type { TextRules } from '../../capabilities.js'
import { isBlank } from '../../ir/blank.js'
import { type Path, pathTo } from '../../ir/change.js'
import { endLabelsAsOne } from '../../ir/end-labels.js'
import type { Edge, Group, Node, Range, Rich, Text } from '../../ir/model.js'
import { iconsOf, runsOf } from '../../text/rich/rich.js'
import { saysNothing, saysSides } from '../../text/rich/runs.js'
import { change, type Editor, elementAt, type Finding } from '../editor.js'
import { endName, isMadeUp } from '../names.js'
import { elementsOf } from '../walk.js'
import { endLabelAsLabel } from './edge-messages.js'
import { conditionWritten } from './group-messages.js'
import { noProperty, propertyWritten } from './node-messages.js'
import * as say from './text-messages.js'

/** The nearest text that the rules allow. */
export function nearestText(rules: TextRules, text: string): string {
  const joined = rules.lines || !text.includes('\n') ? text : text.replace(/(?<!\s)\s*\n\s*/g, ' ')
  return rules.clean ? rules.clean(joined) : joined
}

export function lowerTexts(editor: Editor): void {
  const { node, group, edge, loop } = editor.target.capabilities
  // Most texts can stay as they are, and nothing is made for these.
  const concerns = (element: Node | Group | Edge) => {
    if ('line' in element)
      return Boolean(element.from.label || element.to.label) || !stays(editor, edge.text, element.label, true)
    if ('shape' in element)
      return element.properties.size > 0 || !stays(editor, node.text, element.label, false)
    return !stays(editor, group.text, element.label, false)
  }
  for (const { kind, element, path, name } of elementsOf(editor, concerns)) {
    if (kind === 'edge') {
      lowerEdgeTexts(editor, element, path[1] as number, name)
      continue
    }
    lowerLabel(editor, kind === 'node' ? node.text : group.text, element.label, path, name, element)
    if (kind === 'node') lowerProperties(editor, element.id)
  }
  for (const [place, element] of editor.draft.loops.entries()) {
    if (!loop) continue
    const nearest = nearestText(loop.text, element.condition)
    const said = conditionWritten({ loop: element.condition, nearest }, element.at)
    change(editor, said, [[['loops', place, 'condition'], nearest]])
  }
}

/** Whether a label is plain, shows something, and can be written as it is: what `lowerLabel` would say nothing of. @param empty whether it may be empty */
function stays(editor: Editor, rules: TextRules, { text, rich }: Text, empty: boolean): boolean {
  if (rich || nearestText(rules, text) !== text || trimmed(editor, rules, text) !== text) return false
  return empty && !rules.emptyReadsAsId ? true : !isBlank(text)
}

function lowerEdgeTexts(editor: Editor, element: Edge, place: number, name: () => string): void {
  const { edge } = editor.target.capabilities
  if (!edge.endLabel) promoteEndLabels(editor, place, element)
  const { label: own } = editor.draft.edges[place]!
  lowerLabel(editor, edge.text, own, ['edges', place], name, element)
  for (const end of ['from', 'to'] as const) {
    const { label } = editor.draft.edges[place]![end]
    if (label && edge.endLabel)
      lowerLabel(editor, edge.endLabel, label, ['edges', place, end], () => endName(name()), {
        at: element.at,
      })
  }
}

/** Writes a rich form as the target has it, or drops it and cleans the plain text, which is what is written then. */
function lowerLabel(
  editor: Editor,
  rules: TextRules,
  label: Text,
  path: Path,
  name: () => string,
  { id = '', at }: { readonly id?: string; readonly at?: Range | undefined },
): void {
  const { rich } = label
  if (rich) {
    if (holdsRich(rules, rich, label.text)) return
    const near = rules.nearestRich?.(rich, label.text)
    const nearest = near && holdsRich(rules, near.rich, label.text) ? near : undefined
    const icons = iconsOf(rich).length > 0 && !(nearest && iconsOf(nearest.rich).length > 0)
    const named = nearestText(rules, id)
    if (path[0] !== 'edges' && icons && !nearest && isBlank(label.text) && hasLetter(named)) {
      nameInsteadOfIcon(editor, rich, named, path, name, at)
      return
    }
    const formatted = runsOf(rich)
    const plain = formatted !== undefined && (saysNothing(formatted) || saysSides(formatted))
    const severity = nearest?.whole || plain ? { severity: 'info' as const } : {}
    const said = richSaid(editor, label.text, rich, nearest, name, icons, at)
    change(editor, { ...said, ...severity }, [[pathTo(path, 'label', 'rich'), nearest?.rich]])
    if (nearest) return
  }
  lowerPlain(editor, rules, label.text, path, name, { id, at })
}

/** An icon that is the whole label: without it nobody could tell what the node is, so it shows its id. */
function nameInsteadOfIcon(
  editor: Editor,
  rich: Rich,
  id: string,
  path: Path,
  name: () => string,
  at: Range | undefined,
): void {
  change(editor, say.idForIcon({ name, icons: iconsOf(rich), id }, at), [
    [pathTo(path, 'label', 'rich'), undefined],
    [pathTo(path, 'label', 'text'), id],
  ])
}

/** A text as the target has it, which may have no blanks around it. Whoever wrote a text in this very format meant its blanks; in others they make room. */
function trimmed({ target }: Editor, { trims }: TextRules, text: string): string {
  return trims && !target.same ? withoutPadding(text) : text
}

/** The text without the blanks around it, line breaks not among them. An expression would go over inner blanks again and again. */
function withoutPadding(text: string): string {
  let end = text.length
  if (isLetter(text, 0) && isLetter(text, end - 1)) return text
  while (end > 0 && /[^\S\n]/.test(text[end - 1] ?? '')) end--
  return text.slice(0, end).replace(/^[^\S\n]+/, '')
}

/** Whether a sign of ASCII stands there that is no blank. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 32 && code < 127
}

function lowerPlain(
  editor: Editor,
  rules: TextRules,
  label: string,
  path: Path,
  name: () => string,
  { id, at }: { readonly id: string; readonly at: Range | undefined },
): void {
  // What cannot be written may leave blanks where it stood.
  const cleaned = trimmed(editor, rules, nearestText(rules, trimmed(editor, rules, label)))
  const byId = isBlank(cleaned) && readsAsId(editor, rules, label, path)
  const nearest = byId ? nearestText(rules, id) : cleaned
  // Where nobody reads the id, or it has not a letter that can be written, `nameByIds` takes what it has become.
  if (nearest === label || (byId && (!hasLetter(nearest) || isMadeUp(id)))) return
  const respaced = label.replace(/\s+/g, '') === nearest.replace(/\s+/g, '')
  const severity = label.trim() === nearest.trim() ? 'info' : undefined
  const said = respaced
    ? say.labelRespaced({ name, label }, at, severity)
    : say.labelWritten({ name, label, nearest }, at, severity)
  change(editor, said, [[pathTo(path, 'label', 'text'), nearest]])
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text)
}

/** Whether a label that says nothing in the target gives way to the id of its node or group: all that it said was a sign that is lost. */
export function readsAsId(editor: Editor, rules: TextRules, text: string, path: Path): boolean {
  const cleaned = nearestText(rules, text)
  if (cleaned === '' && rules.emptyReadsAsId) return true
  const [collection, id] = path
  if (collection !== 'nodes' && collection !== 'groups') return false
  if (!editor.foreign[collection].has(String(id)) || !isBlank(cleaned)) return false
  if (rules.emptyReadsAsId) return true
  const rich = editor.source[collection].get(String(id))?.label.rich
  return rules.lostReadsAsId === true && (!isBlank(text) || (rich !== undefined && iconsOf(rich).length > 0))
}

function holdsRich(rules: TextRules, rich: Rich, text: string): boolean {
  if (!rules.rich.includes(rich.syntax)) return false
  return rules.readRich === undefined || rules.readRich(rich, text) === text
}

/** What is said of a label whose rich form is not the same any more. */
function richSaid(
  { target: { title } }: Editor,
  plain: string,
  rich: Rich,
  nearest: { readonly rich: Rich; readonly whole: boolean } | undefined,
  name: () => string,
  lostIcons: boolean,
  at: Range | undefined,
): Finding {
  const written = nearest ? (nearest.whole ? 'all' : 'some') : 'none'
  if (lostIcons) return say.otherIcons({ name, icons: iconsOf(rich), blank: isBlank(plain), written }, at)
  const formatted = runsOf(rich)
  const onlySides = formatted !== undefined && saysSides(formatted)
  return say.otherFormatting({ title, name, written, onlySides }, at)
}

/**
 * Labels at ends become a part of the edge's own, where an end has none: in their order along the line, with a colon between them, as
 * cardinalities are written (`1 : N`, `1 : owns : N`).
 */
function promoteEndLabels(editor: Editor, place: number, edge: Edge): void {
  const { from, to, label, at } = edge
  if (!from.label && !to.label) return
  const own = label.text === '' && !label.rich ? undefined : label
  const [first, ...more] = [from.label, own, to.label].filter(part => part !== undefined)
  const text = endLabelsAsOne([first!, ...more])
  const edits: [Path, unknown][] = [
    [['edges', place, 'label', 'text'], text],
    [['edges', place, 'label', 'rich'], more.length > 0 ? undefined : first!.rich],
  ]
  for (const end of ['from', 'to'] as const)
    if (edge[end].label)
      for (const leaf of ['text', 'rich']) edits.push([['edges', place, end, 'label', leaf], undefined])
  change(editor, endLabelAsLabel({ title: editor.target.title, edge, label: text }, at), edits)
}

function lowerProperties(editor: Editor, id: string): void {
  const { properties: held, propertyText } = editor.target.capabilities.node
  const node = elementAt(editor, id)
  for (const [name, value] of node?.properties ?? []) {
    const holds = held === true || held?.includes(name)
    const nearest = holds ? (propertyText ? nearestText(propertyText, value) : value) : undefined
    const said =
      nearest === undefined
        ? noProperty({ title: editor.target.title, property: name, value, node: id }, node?.at)
        : propertyWritten({ property: name, node: id, nearest }, node?.at)
    change(editor, said, [[['nodes', id, 'properties', name], nearest]])
  }
}
