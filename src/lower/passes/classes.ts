/**
 * Classes and defaults, where the target has none: what they say is written out at each element that they
 * style, in the order in which it would apply (default, then classes, then the element's own style).
 */
import type { StyleRules } from '../../capabilities.js'
import { type Path, pathTo } from '../../ir/change.js'
import type { Range, Style } from '../../ir/model.js'
import { change, type Editor } from '../editor.js'
import { short } from '../names.js'
import { elementsOf } from '../walk.js'
import * as say from './style-messages.js'

interface Styled {
  readonly classes: readonly string[]
  readonly style: Style
  readonly at?: Range
}

export function lowerClasses(editor: Editor): void {
  const { graph, node, group, edge } = editor.target.capabilities
  const { defaults } = editor.draft.fields
  const resolve = (
    rules: StyleRules | undefined,
    keeps: boolean | undefined,
    keepsDefault: boolean,
    base?: Style,
  ) => {
    return (element: Styled, path: Path, name: () => string) =>
      writeOut(editor, element, path, name, rules, keeps === true, keepsDefault ? undefined : base)
  }
  const nodeRules = resolve(node.style, node.classes, graph.defaults?.node !== undefined, defaults.node)
  const groupRules = resolve(group.style, group.classes, true)
  const edgeRules = resolve(edge.style, edge.classes, graph.defaults?.edge !== undefined, defaults.edge)
  const rules = { node: nodeRules, group: groupRules, edge: edgeRules }
  const hasDefaults = defaults.node !== undefined || defaults.edge !== undefined
  for (const { kind, element, path, name } of elementsOf(editor, each => hasDefaults || hasClasses(each)))
    rules[kind](element, path, name)
  dropDefinitions(editor)
  renameClasses(editor)
}

function writeOut(
  editor: Editor,
  element: Styled,
  path: Path,
  name: () => string,
  rules: StyleRules | undefined,
  keepsClasses: boolean,
  base: Style | undefined,
): void {
  const classes = keepsClasses ? [] : element.classes
  if (classes.length === 0 && !base) return
  const edits: [Path, unknown][] = classes.length > 0 ? [[pathTo(path, 'classes'), []]] : []
  if (rules) {
    const styles = [base, ...classes.map(id => editor.draft.fields.classes.get(id)), element.style]
    const { other, ...named } = merged(styles)
    for (const [key, value] of Object.entries(named)) edits.push([pathTo(path, 'style', key), value])
    for (const [key, value] of other ?? []) edits.push([pathTo(path, 'style', 'other', key), value])
  }
  const what = classes.length > 0 ? `class ${classes.map(short).join(', ')}` : 'the default style'
  const said = rules ? say.lookWrittenOut : say.noLook
  change(editor, said({ title: editor.target.title, name, what }, element.at), edits)
}

/** One style of several; the later wins. */
export function merged(styles: readonly (Style | undefined)[]): Style {
  const other = new Map<string, string>()
  let named: Style = {}
  for (const style of styles) {
    named = { ...named, ...style }
    for (const [key, value] of style?.other ?? []) other.set(key, value)
  }
  return other.size > 0 ? { ...named, other } : named
}

/** Defaults and class definitions that nothing can refer to any more. */
function dropDefinitions(editor: Editor): void {
  const { graph } = editor.target.capabilities
  const { classes, defaults, at } = editor.draft.fields
  if (!graph.classes) {
    for (const [name, style] of classes) {
      const said = say.noClasses({ title: editor.target.title, className: name }, at)
      change(editor, said, withoutStyle(['classes', name], style))
    }
  }
  for (const name of ['node', 'edge'] as const) {
    const style = defaults[name]
    if (!style || graph.defaults?.[name]) continue
    const said = say.noDefault({ title: editor.target.title, kind: name }, at)
    change(editor, said, withoutStyle(['defaults', name], style))
  }
}

function withoutStyle(path: Path, { other, ...named }: Style): [Path, undefined][] {
  return [
    ...Object.keys(named).map((key): [Path, undefined] => [pathTo(path, key), undefined]),
    ...[...(other?.keys() ?? [])].map((key): [Path, undefined] => [pathTo(path, 'other', key), undefined]),
  ]
}

/** Class names that the target cannot write get the nearest name that is free. */
function renameClasses(editor: Editor): void {
  const { className } = editor.target.capabilities.graph
  if (!className) return
  const names = new Map<string, string>()
  const { classes, at } = editor.draft.fields
  const used = new Set([...classes.keys(), ...usedClasses(editor)])
  const taken = new Set([...used].filter(name => className(name) === name))
  for (const name of used) {
    const base = className(name)
    if (base === name) continue
    let free = base
    for (let n = 2; taken.has(free); n++) free = className(`${base}_${n}`)
    taken.add(free)
    names.set(name, free)
  }
  if (names.size === 0) return
  for (const [name, free] of names) {
    const style = classes.get(name)
    const edits = style
      ? [...withoutStyle(['classes', name], style), ...withStyle(['classes', free], style)]
      : []
    change(editor, say.classWritten({ className: name, nearest: free }, at), edits)
  }
  const renamed = (list: readonly string[]) => list.map(name => names.get(name) ?? name)
  for (const { kind, element, path, name } of elementsOf(editor, hasClasses)) {
    const said = say.classesRenamed({ name: kind === 'edge' ? () => 'an edge' : name }, element.at)
    change(editor, said, [[pathTo(path, 'classes'), renamed(element.classes)]])
  }
}

function withStyle(path: Path, { other, ...named }: Style): [Path, unknown][] {
  return [
    ...Object.entries(named).map(([key, value]): [Path, unknown] => [pathTo(path, key), value]),
    ...[...(other ?? [])].map(([key, value]): [Path, unknown] => [pathTo(path, 'other', key), value]),
  ]
}

const hasClasses = ({ classes }: Styled): boolean => classes.length > 0

function* usedClasses(editor: Editor): Generator<string> {
  for (const { element } of elementsOf(editor, hasClasses)) yield* element.classes
}
