/** What is said of groups and loops that a target holds otherwise, in Chinese. */
import { fated, kinds, refound, wordIn } from '../../messages/chinese.js'
import { directionInWords, edgeName, nameOf, short } from '../names.zh.js'
import * as own from './group-messages.js'

export const otherKind = refound(
  own.otherKind,
  ({ title, group, kind }) =>
    () =>
      `${wordIn(kinds, group.kind)}“${short(group.id)}”在 ${title} 中是${wordIn(kinds, kind)}。`,
)

export const directionOfDiagram = refound(
  own.directionOfDiagram,
  ({ title, group, direction }) =>
    () =>
      `按该图表的设置，如果不另行说明，${nameOf('group', group)}在 ${title} 中会${directionInWords(direction)}排列，因此写明了方向。`,
)

export const noDirectionOfItsOwn = refound(
  own.noDirectionOfItsOwn,
  ({ title, group, direction }) =>
    fate =>
      `在 ${title} 中，分组的方向与整个图表相同：${nameOf('group', group)}${directionInWords(direction)}的方向${fated(fate)}。`,
)

export const groupShown = refound(
  own.groupShown,
  ({ title, group }) =>
    () =>
      `${title} 无法隐藏分组：${nameOf('group', group)}是可见的。`,
)

// Groups in groups.

export const behindOthers = refound(
  own.behindOthers,
  () => () => '原来位于其他分组内的分组现在排在它们之后。',
)

export const notNested = refound(
  own.notNested,
  ({ title, group, label }) =>
    () =>
      `${title} 不支持嵌套分组：${nameOf('group', group)}现在是“${short(label)}”。`,
)

export const loopInContainer = refound(
  own.loopInContainer,
  ({ group }) =>
    () =>
      `有一个循环位于${nameOf('group', { id: group })}中，而该分组只包含其他分组。`,
)

export const container = refound(
  own.container,
  ({ group }) =>
    () =>
      `${nameOf('group', group)}只包含其他分组，因此没有对应的泳道；它的名称写在这些分组的名称之前。`,
)

export const defaultLane = refound(
  own.defaultLane,
  ({ title, count, lane }) =>
    () =>
      `${title} 要求每个节点都有泳道：没有泳道的 ${count} 个节点放入新泳道“${lane}”。`,
)

// Lanes that were asked for.

export const chosenLane = refound(
  own.chosenLane,
  ({ title, node, lane }) =>
    () =>
      `按照指定的泳道，${nameOf('node', node)}在 ${title} 中${lane === undefined ? '没有自己的泳道' : `位于泳道“${short(lane)}”`}。`,
)

export const laneOfClass = refound(
  own.laneOfClass,
  ({ title, name }) =>
    () =>
      `按照指定的泳道，类“${short(name)}”的节点在 ${title} 中有自己的泳道。`,
)

export const noLane = refound(
  own.noLane,
  ({ title, group }) =>
    () =>
      `按照指定的泳道，${nameOf('group', group)}在 ${title} 中不是泳道。`,
)

// Edges that end at groups.

export const noGroupEnds = refound(own.noGroupEnds, ({ title, edge, node, group }) => {
  // The edge is another one when it is said.
  const name = edgeName(edge)
  return () => `${title} 的边不能连到分组：${name}连到“${short(group)}”中的节点“${short(node)}”。`
})

export const nodeForGroup = refound(
  own.nodeForGroup,
  ({ group, others }) =>
    () =>
      `有一条边连到分组“${short(group)}”，其中没有${others ? '其他' : ''}节点：现在其中有一个以它命名的节点。`,
)

// Loops, by their conditions.

export const noLoops = refound(
  own.noLoops,
  ({ title, loop }) =>
    fate =>
      `${title} 没有循环：循环“${short(loop)}”${fated(fate)}。`,
)

export const loopWithoutLane = refound(
  own.loopWithoutLane,
  ({ loop }) =>
    () =>
      `循环“${short(loop)}”没有指明任何节点，因此没有可放置它的泳道。`,
)

export const loopInLane = refound(
  own.loopInLane,
  ({ loop }) =>
    () =>
      `循环“${short(loop)}”位于其第一个节点的泳道中。`,
)

export const conditionWritten = refound(
  own.conditionWritten,
  ({ loop, nearest }) =>
    () =>
      `循环的条件“${short(loop)}”写作“${short(nearest)}”。`,
)
