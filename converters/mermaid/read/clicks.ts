/** `click` statements: links, tooltips and callbacks. They touch only what is there when they stand. */

import { type ChildOf, part } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { type Flow, setClass } from './flow.js'
import { idOf, textOf } from './labels.js'
import { clickOnEdge, clickOnNothing, clickOnSubgraph } from './messages.js'
import { placeOf, rawText, reportDirection, type Source } from './source.js'

export function readClick(source: Source, flow: Flow, tree: TreeOf<'Click'>): undefined {
  const idsLeaf = part(tree, 'clickIds')
  const ids = rawText(source, idsLeaf)
  const form = part(tree, 'ClickAction').first
  const tooltip = part(form, 'Tooltip')
  checkMark(source, tree, form)
  const callback = form.rule === 'ClickAction_link' ? undefined : callbackOf(source, form)
  for (const id of ids.split(',')) {
    const vertex = flow.vertices.get(id)
    if (vertex && form.rule === 'ClickAction_link') {
      vertex.link = textOf(source, part(form, 'quoted'))
      const target = part(form, 'LinkTarget')
      if (target) vertex.linkTarget = rawText(source, part(target, 'linkTarget'))
      else delete vertex.linkTarget
    } else if (vertex && callback !== undefined) vertex.callback = callback
  }
  const unknown = setClass(flow, ids, 'clickable')
  for (const id of unknown) source.messages.push(clickOnNothing({ id }, placeOf(source, idsLeaf)))
  flow.clicked.push({ ids: ids.split(',').filter(id => !unknown.includes(id)), at: placeOf(source, idsLeaf) })
  if (tooltip) {
    const text = textOf(source, part(tooltip, 'quoted'))
    for (const id of ids.split(',')) flow.tooltips.set(id, text)
  }
}

function callbackOf(source: Source, form: TreeOf<'ClickAction_call' | 'ClickAction_callback'>): string {
  if (form.rule === 'ClickAction_callback') return idOf(source, part(form, 'callback'))
  const name = rawText(source, part(form, 'callName'))
  // Blanks alone between the parentheses are no argument to mermaid either.
  return name.trim() + rawText(source, part(form, 'callArguments')).replace(/^\(\s*\)$/, '()')
}

/** Says which clicks were on subgraphs and edges, once it is known what is one: mermaid makes only nodes clickable. */
export function warnClicks(source: Source, { clicked, subgraphs, vertices }: Flow): void {
  for (const { ids, at } of clicked) {
    for (const id of ids) {
      if (subgraphs.has(id)) source.messages.push(clickOnSubgraph({ id }, at))
      else if (!vertices.has(id)) source.messages.push(clickOnEdge({ id }, at))
    }
  }
}

/** On a marked line, the word `direction` may stand only where the lexer is past looking for it: in ids, quotes and parentheses. */
function checkMark(source: Source, tree: TreeOf<'Click'>, form: ChildOf<TreeOf<'ClickAction'>>): void {
  const { edited, lines } = source.marked
  const start = edited.origin(part(tree, 'clickWord').start)
  const line = lines.find(line => line.start === start)
  if (!line) return
  const from = edited.origin(part(tree, 'clickWord').end)
  const { end } = part(form, 'quoted') ?? part(form, 'callArguments') ?? part(tree, 'clickIds')
  if (line.word < from || line.word >= edited.origin(end)) reportDirection(source, line)
}
