/** What is said of mistakes in DOT that only whole lines show, in Chinese. */
import { reworded } from '../../../../src/messages/chinese.js'
import * as own from './line-messages.js'
import { short } from './short.js'

export const listsApart = reworded(
  own.listsApart,
  ({ written }) => `节点的属性写在单独的语句里：应写作 \`${short(written)}\`。`,
  '为每个节点写一条语句',
)

export const signBehindSubgraph = reworded(
  own.signBehindSubgraph,
  () => '`subgraph` 之后没有符号。',
  '删除该符号',
)

export const spacedName = reworded(
  own.spacedName,
  ({ written }) => `含空格的名称需要引号：应写作 \`${short(written)}\`。`,
  '给名称加引号',
)

export const listOfSubgraph = reworded(
  own.listOfSubgraph,
  ({ written }) => `子图的属性写在它的花括号里：应写作 \`${short(written)}\`。`,
  '移到花括号里',
)

export const subgraphWithoutBrace = reworded(own.subgraphWithoutBrace, () => '缺少子图的 `{`。', '添加花括号')

export const partedStatements = reworded(own.partedStatements, () => '语句之间用 `;`。', '改为 ;')
