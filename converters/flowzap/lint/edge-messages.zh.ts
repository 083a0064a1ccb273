/** What the linter finds in edges and loops, in Chinese. */
import { reworded } from '../../../src/messages/chinese.js'
import { quote } from '../document/finding.js'
import * as own from './edge-messages.js'

const write = ({ meant = '' }: { readonly meant?: string | undefined }): string => `改为 ${meant}`

export const orphan = reworded(own.orphan, ({ id }) => `没有边从${quote(id)}出发，也没有边到达它。`)

// Edges.

export const edgeToNothing = reworded(
  own.edgeToNothing,
  ({ id }) => `没有节点的 ID 是${quote(id)}；这条边已略去。`,
  ({ id }) => `改为 ${id.toLowerCase()}`,
)

export const loopOfNothing = reworded(
  own.loopOfNothing,
  ({ id }) => `没有节点的 ID 是${quote(id)}；读取循环时不包含它。`,
  ({ id }) => `改为 ${id.toLowerCase()}`,
)

export const noHandle = reworded(
  own.noHandle,
  ({ id }) => `这条边在${quote(id)}处没有连接点。`,
  ({ likely }) => `添加连接点 ${likely}`,
)

export const sideInCapitals = reworded(
  own.sideInCapitals,
  ({ word, meant }) => `节点的侧边用小写字母：“${meant}”，而不是${quote(word)}。`,
  write,
)

export const unknownSide = reworded(
  own.unknownSide,
  ({ word }) => `${quote(word)}不是节点的侧边；侧边有 left、right、top 和 bottom。`,
  write,
)

export const wrongPrefix = reworded(
  own.wrongPrefix,
  ({ id, lane, prefix }) =>
    `${quote(id)}${lane === undefined ? '不在任何泳道中' : `位于泳道${quote(lane)}`}，而不在${quote(prefix)}中。`,
  (_, __, edits) => (edits?.[0]?.text === '' ? '去掉泳道' : '写出节点所在的泳道'),
)

export const noPrefix = reworded(
  own.noPrefix,
  ({ id, lane }) => `${quote(id)}与起点不在同一泳道，其前需要写出泳道${quote(lane)}。`,
  '写出节点所在的泳道',
)

export const edgeRepeated = reworded(own.edgeRepeated, () => '这条边只是重复了另一条边。', '删除这条边')

export const edgeElsewhere = reworded(
  own.edgeElsewhere,
  ({ lane, stands }) =>
    `这条边写在${stands === undefined ? '所有泳道之外' : `泳道${quote(stands)}中`}，而它的起点在泳道${quote(lane)}中。`,
  '把边移到其起点的泳道',
)

export const noReturn = reworded(
  own.noReturn,
  ({ from, to }) => `在这条边之后，没有任何内容从${quote(from)}回到${quote(to)}。`,
)

// Loops, by their conditions.

export const smallLoop = reworded(own.smallLoop, ({ loop }) => `循环${quote(loop)}的节点少于两个。`)

export const loopOutside = reworded(
  own.loopOutside,
  ({ loop }) => `循环${quote(loop)}写在所有泳道之外。`,
  '把循环移到其第一个节点的泳道',
)

export const nestedLoop = reworded(
  own.nestedLoop,
  ({ loop, around }) => `循环${quote(loop)}位于循环${quote(around)}之中。`,
)
