/** Styles and links of everything that has them, by what the target holds of them. */
import type { LinkRules, StyleRules } from '../../capabilities.js'
import { NO_STYLE } from '../../ir/build.js'
import { type Path, pathTo } from '../../ir/change.js'
import type { Edge, Group, Link, Node, Range, Style } from '../../ir/model.js'
import { change, type Editor } from '../editor.js'
import { className, everyName, graphName } from '../names.js'
import { elementsOf } from '../walk.js'
import * as say from './style-messages.js'

export function lowerStyles(editor: Editor): void {
  const { graph } = editor.target.capabilities
  const { style, link, classes, defaults, at } = editor.draft.fields
  lowerStyle(editor, graph.style, style, ['style'], graphName, at)
  lowerLink(editor, graph.link, link, [], graphName, at)
  for (const [name, named] of classes) {
    lowerStyle(editor, graph.classes, named, ['classes', name], () => className(name), at)
  }
  for (const name of ['node', 'edge'] as const) {
    const rules = graph.defaults?.[name]
    lowerStyle(editor, rules, defaults[name] ?? {}, ['defaults', name], () => everyName(name), at)
  }
  const { capabilities } = editor.target
  const hasLook = ({ style, link }: Node | Group | Edge) => style !== NO_STYLE || link !== undefined
  // Many elements share one look, which is judged once.
  const known = {
    node: new Map<Style, Judged>(),
    group: new Map<Style, Judged>(),
    edge: new Map<Style, Judged>(),
  }
  for (const { kind, element, path, name } of elementsOf(editor, hasLook)) {
    const { style, link } = capabilities[kind]
    lowerStyle(editor, style, element.style, pathTo(path, 'style'), name, element.at, known[kind])
    lowerLink(editor, link, element.link, path, name, element.at)
  }
}

/** What of a style a target does not hold as it is. */
interface Judged {
  /** The properties that change, each with its nearest value. */
  readonly changed: readonly (readonly [leaf: Path, nearest: unknown])[]
  /** The names of those that have none. */
  readonly lost: readonly string[]
  /** Whether all that is lost is that it has no fill, which says nothing where nothing has one. */
  readonly unfilled: boolean
}

/** @param known what was found of other elements of the kind, whose rules are the same */
function lowerStyle(
  editor: Editor,
  rules: StyleRules | undefined,
  style: Style,
  path: Path,
  name: () => string,
  at: Range | undefined,
  known?: Map<Style, Judged>,
): void {
  if (style === NO_STYLE) return
  let judged = known?.get(style)
  if (!judged) {
    judged = judgedBy(rules, style)
    known?.set(style, judged)
  }
  const { changed, lost, unfilled } = judged
  if (changed.length === 0) return
  const edits = changed.map(([leaf, nearest]): [Path, unknown] => [pathTo(path, ...leaf), nearest])
  change(editor, say.otherStyle({ title: editor.target.title, name, lost, unfilled }, at), edits)
}

function judgedBy(rules: StyleRules | undefined, style: Style): Judged {
  const changed: (readonly [leaf: Path, nearest: unknown])[] = []
  const lost: string[] = []
  let keptFill = false
  let lostMore = false
  const judge = (leaf: readonly string[], value: unknown, nearest: unknown): void => {
    const name = leaf.at(-1)!
    if (nearest === undefined) lost.push(name)
    if (nearest !== value) changed.push([leaf, nearest])
    if (name === 'fill') keptFill ||= nearest !== undefined
    else lostMore ||= nearest === undefined
  }
  for (const [key, value] of presentIn(style)) {
    if (key !== 'other') judge([key], value, nearestValue(rules, key, value))
    else
      for (const [property, text] of value as ReadonlyMap<string, string>)
        if (!rules?.other?.(property, text)) judge([key, property], text, undefined)
  }
  return { changed, lost, unfilled: style.fill === 'none' && !keptFill && !lostMore }
}

/** What a program set to `undefined` is absent. */
function presentIn(record: object): [string, unknown][] {
  return Object.entries(record).filter(([, value]) => value !== undefined)
}

function nearestValue(rules: StyleRules | LinkRules | undefined, key: string, value: unknown): unknown {
  if (!rules || !Object.hasOwn(rules, key)) return undefined
  const rule = rules[key as keyof typeof rules] as true | ((value: unknown) => unknown) | undefined
  if (rule === true) return value
  return rule?.(value)
}

function lowerLink(
  editor: Editor,
  rules: LinkRules | undefined,
  link: Link | undefined,
  path: Path,
  name: () => string,
  at: Range | undefined,
): void {
  if (!link) return
  const entries = presentIn(link) as [string, string][]
  const nearest = entries.map(([key, value]) => [key, nearestValue(rules, key, value)] as const)
  const possible = Object.fromEntries(nearest.filter(([, after]) => after !== undefined)) as Link
  const whole = rules?.whole ? rules.whole(possible) : possible
  for (const [key, value] of entries) {
    const after = whole[key as keyof Link]
    const { title } = editor.target
    const alone = possible[key as keyof Link] !== undefined
    const said =
      after === undefined
        ? say.noLink({ title, name, part: key, value: String(value), alone }, at)
        : say.linkWritten({ name, part: key, nearest: after }, at)
    change(editor, said, [[pathTo(path, 'link', key), after]])
  }
}
