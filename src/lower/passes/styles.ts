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
  for (const { kind, element, path, name } of elementsOf(editor, hasLook)) {
    const { style, link } = capabilities[kind]
    lowerStyle(editor, style, element.style, pathTo(path, 'style'), name, element.at)
    lowerLink(editor, link, element.link, path, name, element.at)
  }
}

function lowerStyle(
  editor: Editor,
  rules: StyleRules | undefined,
  style: Style,
  path: Path,
  name: () => string,
  at: Range | undefined,
): void {
  if (style === NO_STYLE) return
  const edits: [Path, unknown][] = []
  let fits = true
  for (const [key, value] of presentIn(style)) {
    if (key === 'other') {
      for (const [property, text] of value as ReadonlyMap<string, string>) {
        if (rules?.other?.(property, text)) continue
        edits.push([pathTo(path, 'other', property), undefined])
        fits = false
      }
      continue
    }
    const nearest = nearestValue(rules, key, value)
    edits.push([pathTo(path, key), nearest])
    if (nearest !== value) fits = false
  }
  if (fits) return
  // To have no fill says nothing where nothing has one.
  const unfilled =
    style.fill === 'none' &&
    edits.every(([path, after]) => (path.at(-1) === 'fill') === (after === undefined))
  const lost = () => edits.filter(([, after]) => after === undefined).map(([at]) => String(at.at(-1)))
  change(editor, say.otherStyle({ title: editor.target.title, name, lost, unfilled }, at), edits)
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
