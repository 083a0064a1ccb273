/** What an editor says of an id: what it names in the diagram, and what that has to do with the rest. */

import type { Graph } from '../ir/model.js'
import { shapes } from '../ir/shapes.js'
import type { IdKind } from './language.js'

/** The shortest that says what it is. @param graph as far as it could be read */
export function titleOfId(kind: IdKind, id: string, graph: Graph | undefined): string {
  const node = kind === 'node' ? graph?.nodes.get(id) : undefined
  const group = kind === 'group' ? graph?.groups.get(id) : undefined
  const word = group ? capitalized(wordOf(group.kind)) : capitalized(kind)
  const label = (node ?? group)?.label.text.trim().replaceAll('\n', ' ') ?? ''
  const around = node?.group === undefined ? undefined : graph?.groups.get(node.group)
  const place = around ? `, in ${wordOf(around.kind)} “${around.label.text || around.id}”` : ''
  return `${word} “${id}”${label === '' || label === id ? '' : `: ${label}`}${place}.`
}

/** Sentences, the title first. @param graph as far as it could be read */
export function saidOfId(kind: IdKind, id: string, graph: Graph | undefined): readonly string[] {
  const title = titleOfId(kind, id, graph)
  if (!graph) return [title]
  const node = kind === 'node' ? graph.nodes.get(id) : undefined
  if (node) {
    const properties = Array.from(node.properties, ([name, value]) => `${name}: ${value}`)
    return [title, `Shape ${node.shape}: ${shapes[node.shape]}`, edgesOf(graph, 'node', id), ...properties]
  }
  if (kind === 'group' && graph.groups.has(id)) {
    const count = [...graph.nodes.values()].filter(({ group }) => group === id).length
    return [title, `It holds ${counted(count, 'node')}.`, edgesOf(graph, 'group', id)]
  }
  return kind === 'class' ? [title, ...ofClass(id, graph)] : [title]
}

function ofClass(id: string, { classes, nodes }: Graph): string[] {
  const looks = Object.entries(classes.get(id) ?? {}).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [`${name} ${value}`],
  )
  const count = [...nodes.values()].filter(node => node.classes.includes(id)).length
  return [
    ...(looks.length > 0 ? [`Its nodes have ${looks.join(', ')}.`] : []),
    `It is the class of ${counted(count, 'node')}.`,
  ]
}

const capitalized = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

function edgesOf({ edges }: Graph, kind: 'node' | 'group', id: string): string {
  const into = edges.filter(({ to }) => to.kind === kind && to.id === id).length
  const from = edges.filter(edge => edge.from.kind === kind && edge.from.id === id).length
  return into + from === 0 ? 'No edge begins or ends here.' : `${counted(into, 'edge')} in, ${from} out.`
}

const wordOf = (kind: 'lane' | 'cluster'): string => (kind === 'lane' ? 'lane' : 'group')
const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
