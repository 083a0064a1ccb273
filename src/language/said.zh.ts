/** What an editor says of an id, in Chinese. */
import type { Graph } from '../ir/model.js'
import { shapes } from '../ir/shapes.zh.js'
import { kinds, wordIn } from '../messages/chinese.js'
import type * as own from './said.js'

const words: Readonly<Record<string, string>> = { ...kinds, class: '类' }

export const titleOfId: typeof own.titleOfId = (kind, id, graph) => {
  const node = kind === 'node' ? graph?.nodes.get(id) : undefined
  const group = kind === 'group' ? graph?.groups.get(id) : undefined
  const label = (node ?? group)?.label.text.trim().replaceAll('\n', ' ') ?? ''
  const around = node?.group === undefined ? undefined : graph?.groups.get(node.group)
  const place = around ? `，位于${wordIn(kinds, around.kind)}“${around.label.text || around.id}”` : ''
  const what = wordIn(words, group ? group.kind : kind)
  return `${what}“${id}”${label === '' || label === id ? '' : `：${label}`}${place}。`
}

export const saidOfId: typeof own.saidOfId = (kind, id, graph) => {
  const title = titleOfId(kind, id, graph)
  if (!graph) return [title]
  const node = kind === 'node' ? graph.nodes.get(id) : undefined
  if (node) {
    const properties = Array.from(node.properties, ([name, value]) => `${name}: ${value}`)
    return [title, `形状 ${node.shape}：${shapes[node.shape]}`, edgesOf(graph, 'node', id), ...properties]
  }
  if (kind === 'group' && graph.groups.has(id)) {
    const count = [...graph.nodes.values()].filter(({ group }) => group === id).length
    return [title, `其中有 ${count} 个节点。`, edgesOf(graph, 'group', id)]
  }
  return kind === 'class' ? [title, ...ofClass(id, graph)] : [title]
}

function ofClass(id: string, { classes, nodes }: Graph): string[] {
  const looks = Object.entries(classes.get(id) ?? {}).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [`${name} ${value}`],
  )
  const count = [...nodes.values()].filter(node => node.classes.includes(id)).length
  return [...(looks.length > 0 ? [`其节点的样式：${looks.join('，')}。`] : []), `它是 ${count} 个节点的类。`]
}

function edgesOf({ edges }: Graph, kind: 'node' | 'group', id: string): string {
  const into = edges.filter(({ to }) => to.kind === kind && to.id === id).length
  const from = edges.filter(edge => edge.from.kind === kind && edge.from.id === id).length
  return into + from === 0 ? '没有边在此开始或结束。' : `${into} 条边进入，${from} 条边离开。`
}
