/** What is said of a text that a graph is put into, in Chinese. */
import { reworded, wordIn } from '../messages/chinese.js'
import * as own from './messages.js'

export const textHasErrors = reworded(
  own.textHasErrors,
  ({ first }) => `文本有错误，因此未作任何修改：${first}`,
)

export const otherNumber = reworded(
  own.otherNumber,
  ({ there, given }) =>
    `文本中有 ${there} 个图表，而要写入的有 ${given} 个，无法确定如何对应。对于有多页的文件，可用 \`--page\` 指定页面。`,
)

export const changesMeet = reworded(
  own.changesMeet,
  () => '无法在该文本中进行这些修改：其中两处修改落在同一位置。',
)

export const readsBadly = reworded(
  own.readsBadly,
  ({ said }) => `无法在该文本中进行这些修改：修改后的文本将无法读取（${said}）。`,
)

/** Parts of a diagram, by what English has for them. */
const FIELDS: Readonly<Record<string, string>> = {
  'The title': '标题',
  'The description': '说明',
  'The direction': '方向',
  'The order of nodes, groups or edges': '节点、分组或边的顺序',
  'What only this format says of the diagram': '图表中仅该格式支持的内容',
}

/** What would read otherwise. Elements have their names in Chinese already. */
const named = (what: string): string => wordIn(FIELDS, what).replace(/^The /, '')

export const readsOtherwise = reworded(
  own.readsOtherwise,
  ({ what, detail }) => `无法在该文本中进行这些修改：${named(what)}读回后会与预期不符（${detail}）。`,
)

export const otherDiagram = reworded(own.otherDiagram, ({ known }) =>
  known === 0
    ? '文件中没有任何一个要更新的节点或分组：它展示的是另一个图表。'
    : `文件中只有要更新的节点和分组中的 ${known} 个：它展示的是另一个图表。`,
)

export const broughtBack = reworded(own.broughtBack, ({ title, added, removed, changed }) => {
  const parts = [
    [added, '新增'],
    [removed, '删除'],
    [changed, '修改'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${word} ${count} 处`)
  return `已写回 ${title} 文本：${words.join('，')}。`
})

export const respelled = reworded(
  own.respelled,
  ({ title }) => `${title} 文本中对读取环境而言过新的写法已改为较旧的写法。`,
)
