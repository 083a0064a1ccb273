/** What is said of a drawing, in Chinese. */
import { reworded } from '../../messages/chinese.js'
import * as own from './messages.js'

export const tooLarge = reworded(
  own.tooLarge,
  ({ nodes, groups, edges }) =>
    `图表有 ${nodes} 个节点、${groups} 个分组和 ${edges} 条边，因此改用较简单的布局。`,
)

export const tooDeep = reworded(
  own.tooDeep,
  ({ levels }) => `分组的嵌套超过 ${levels} 层，因此改用较简单的布局。`,
)

export const notArranged = reworded(own.notArranged, () => '布局引擎无法排列该图表，因此改用较简单的布局。')

export const crossed = reworded(
  own.crossed,
  ({ group }) => `有一条线穿过“${group}”的边界，因此其内部的流向与外部相同。`,
)
