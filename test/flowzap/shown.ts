/** Graphs and messages in a short form, so that expected ones can be written by hand and read. */
import type { End, Graph } from '../../src/ir/model.js'
import type { Message } from '../../src/messages/message.js'
import { lineTable, placeOf } from '../../src/messages/place.js'

/** `lanes`: id → label; `nodes`: `lane/id shape label {properties}`; `edges`: `n1.right -> n2.left label`; `loops`. */
export function shown({ groups, nodes, edges, loops }: Graph) {
  return {
    lanes: [...groups.values()].map(({ id, label }) => `${id}: ${label.text}`),
    nodes: [...nodes.values()].map(({ id, group, shape, label, properties }) =>
      [
        `${group ?? ''}/${id}`,
        shape,
        ...(label.text ? [label.text] : []),
        ...[...properties].map(([name, value]) => `{${name}: ${value}}`),
      ].join(' '),
    ),
    edges: edges.map(({ from, to, label }) =>
      `${endShown(from)} ${from.arrow}->${to.arrow} ${endShown(to)} ${label.text}`
        .replace('none->normal', '->')
        .trim(),
    ),
    loops: loops.map(({ condition, nodes, group }) => [`${group ?? ''}/[${condition}]`, ...nodes].join(' ')),
  }
}

function endShown({ id, side }: End): string {
  return side ? `${id}.${side}` : id
}

/** `code line:column text`, with a `*` behind the place where there is a fix. */
export function said(text: string, messages: readonly Message[]): string[] {
  const table = lineTable(text)
  return messages.map(({ code, at, fix, text: words }) => {
    const { line, column } = placeOf(table, at?.[0] ?? 0)
    return `${code} ${line}:${column}${fix ? '*' : ''} ${words}`
  })
}
