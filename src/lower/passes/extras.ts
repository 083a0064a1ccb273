/** Extras of other formats never leak into a text; the target's own stay as far as they can be written. */
import type { OwnExtras } from '../../capabilities.js'
import { graphOf, type Path, pathTo, valueAt } from '../../ir/change.js'
import type { Extras, Graph, Node, Range, Value } from '../../ir/model.js'
import { isSpelling, saidFiner, shownText } from '../../ir/spelling.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import { extraWords } from '../extra-words.js'
import { graphName, nameOf, short } from '../names.js'
import { everythingIn } from '../walk.js'
import * as say from './text-messages.js'

export function lowerExtras(editor: Editor): void {
  const { capabilities } = editor.target
  if (capabilities.allExtras) return
  const { graph, node, group, edge, loop } = capabilities
  // Most diagrams have none.
  if (!hasExtras(editor)) return
  const spellings: [Path, unknown][] = []
  const whole = graphOf(editor.draft)
  const lower = lowering(editor, whole, spellings)
  if (whole.extras.size > 0) lower(whole, graph.extras, [], graphName)
  if (node.draws) for (const element of nodesOf(editor)) leaveDrawn(editor, element, node.draws)
  for (const { kind, element, path, name } of everythingIn(editor, ({ extras }) => extras.size > 0)) {
    if (kind === 'node') lower(element, node.extras, path, name, node.others)
    else if (kind === 'group') lower(element, group.extras, path, name)
    else if (kind === 'edge') lower(element, edge.extras, path, name)
    else lower(element, loop?.extras, path, name)
  }
  const names = [...new Set(spellings.map(([path]) => String(path.at(-1))))].sort()
  change(editor, say.spelling({ title: editor.target.title, names: names.join(', ') }), spellings)
}

function hasExtras(editor: Editor): boolean {
  const { fields, edges, loops } = editor.draft
  const has = ({ extras }: { readonly extras: Extras }) => extras.size > 0
  return (
    has(fields) ||
    nodesOf(editor).some(has) ||
    groupsOf(editor).some(has) ||
    edges.some(has) ||
    loops.some(has)
  )
}

/** What shows in the drawing is no loss, and goes before the rest is said to be left out. */
function leaveDrawn(
  editor: Editor,
  node: Node,
  draws: (node: Node, format: string, key: string) => boolean,
): void {
  const edits = [...node.extras].flatMap(([format, values]) =>
    [...values.keys()]
      .filter(key => format !== editor.target.name && draws(node, format, key))
      .map((key): [Path, unknown] => [['nodes', node.id, 'extras', format, key], undefined]),
  )
  const keys = edits.map(([path]) => String(path.at(-1))).join(', ')
  const name = () => nameOf('node', node)
  change(editor, say.drawnAsSaid({ title: editor.target.title, name, keys }, node.at), edits)
}

/** Lowers the extras of elements one by one; what is mere spelling is put aside. */
function lowering(editor: Editor, graph: Graph, spellings: [Path, unknown][]) {
  return <T extends { readonly extras: Extras; readonly at?: Range }>(
    element: T,
    rule: OwnExtras<T> | undefined,
    path: Path,
    name: () => string,
    others?: (element: T, format: string, values: ReadonlyMap<string, Value>) => ReadonlyMap<string, Value>,
  ): void => {
    for (const [format, values] of element.extras) {
      const own =
        format === editor.target.name ? rule?.(element, values, graph) : others?.(element, format, values)
      const edits: [Path, unknown][] = []
      for (const [key, before] of values) {
        const edit: [Path, unknown] = [pathTo(path, 'extras', format, key), own?.get(key)]
        if (isSpelling(before) && edit[1] === undefined) spellings.push(edit)
        else if (shownText(before) !== undefined && edit[1] === undefined)
          leaveText(editor, edit, name, element.at)
        else if (saidFiner(before) !== undefined && edit[1] === undefined)
          leaveFiner(editor, edit, name, element.at)
        else edits.push(edit)
      }
      const keys = () =>
        edits
          .filter(([, after]) => after === undefined)
          .flatMap(([at]) => extraWords(String(at.at(-1)), values.get(String(at.at(-1)))))
          .map(word => short(word))
          .join(', ')
      change(editor, say.noSettings({ title: editor.target.title, name, keys }, element.at), edits)
    }
  }
}

/** What the model says in part only is named with all that it said: two colours of a line, of which the first is left. */
function leaveFiner(editor: Editor, edit: [Path, unknown], name: () => string, at: Range | undefined): void {
  const value = saidFiner(valueAt(editor.draft, edit[0])) ?? ''
  const key = String(edit[0].at(-1))
  change(editor, say.saidFiner({ title: editor.target.title, name, key, value }, at), [edit])
}

/** A second text is more than an attribute: people read it. */
function leaveText(editor: Editor, edit: [Path, unknown], name: () => string, at: Range | undefined): void {
  const label = shownText(valueAt(editor.draft, edit[0])) ?? ''
  change(editor, say.secondLabel({ title: editor.target.title, name, label }, at), [edit])
}
