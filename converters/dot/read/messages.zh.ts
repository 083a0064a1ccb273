/** What is said of a DOT file that was read, in Chinese. */
import { reworded } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

/** A text of a stranger in a message. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

export const noGraph = reworded(own.noGraph, () => '这里没有图：应为 `digraph {` 或 `graph {`。')
export const nestedTooDeep = reworded(own.nestedTooDeep, () => '这里的花括号或尖括号嵌套过深。')
export const notUnderstood = reworded(own.notUnderstood, () => '从这里开始，文件无法理解。')

export const ignoredBehindBrace = reworded(
  own.ignoredBehindBrace,
  () => 'Graphviz 会忽略同一行中图的右花括号之后的内容。',
)

export const closesNothing = reworded(own.closesNothing, () => '这个 `}` 没有对应的左括号。', '删除 }')

export const headerWithoutBrace = reworded(
  own.headerWithoutBrace,
  () => '图从这里开始，但其名称之后没有 `{`。',
)

export const braceWithoutHeader = reworded(
  own.braceWithoutHeader,
  () => '`{` 之前应为 `digraph` 或 `graph`。',
)

export const proseBeforeGraph = reworded(own.proseBeforeGraph, () => '图之前的文字必须是注释。', '改为注释')
export const proseBehindGraph = reworded(own.proseBehindGraph, () => '图之后的文字必须是注释。', '改为注释')

export const tooMuch = reworded(
  own.tooMuch,
  () =>
    '该图的语句产生的内容超出 diaglot 的容量：两个子图所有节点之间的边、每个节点都会得到的默认值、位于许多子图中的节点。从这里开始，超出的部分已略去。',
)

export const fieldsTooDeep = reworded(
  own.fieldsTooDeep,
  ({ node, levels }) => `节点“${node}”的字段嵌套超过 ${levels} 层，因此改为显示其名称。`,
)

export const badRecord = reworded(
  own.badRecord,
  ({ node, label }) =>
    `节点“${node}”的标签“${short(label)}”无法读作记录的字段，因此节点改为显示其名称，与 Graphviz 相同：花括号必须配对，含花括号的字段旁边不能有文字或端口。`,
)
