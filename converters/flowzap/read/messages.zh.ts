/** What is said of FlowZap Code and of FlowZap's JSON graph when they are read, in Chinese. */
import { kinds, reworded, wordIn } from '../../../src/messages/chinese.js'
import { quote } from '../document/finding.js'
import * as own from './messages.js'

export const secondCarried = reworded(
  own.secondCarried,
  () => '这里有第二行附带数据：只读取第一行，这一行已略去。',
)

// FlowZap's JSON graph.

export const nestedTooDeep = reworded(own.nestedTooDeep, ({ levels }) => `值的嵌套超过 ${levels} 层。`)
export const cutOff = reworded(own.cutOff, () => '文件在 JSON 的中间结束，可能被截断。')
export const noJson = reworded(own.noJson, () => '这不是 JSON。')
export const noObject = reworded(own.noObject, () => '此处应为包含 lanes、nodes 和 edges 的对象。')

export const otherJson = reworded(
  own.otherJson,
  () => '这是 JSON，但不是 FlowZap 的图：这样的图有 "lanes"、"nodes" 和 "edges"。',
)

export const unknownLane = reworded(own.unknownLane, ({ id }) => `没有泳道的 ID 是${quote(id)}。`)

export const unknownNode = reworded(
  own.unknownNode,
  ({ id }) => `没有节点的 ID 是${quote(id)}；这条边已略去。`,
)

export const unknownShape = reworded(
  own.unknownShape,
  ({ shape }) => `${quote(shape)}不是形状。形状有 circle、rectangle、diamond 和 taskbox。`,
)

export const unknownSide = reworded(
  own.unknownSide,
  ({ side }) => `${quote(side)}不是节点的侧边；连接点有 left、right、top 和 bottom。`,
)

export const noEnd = reworded(own.noEnd, ({ role }) => `这条边没有“${role}”。`)
export const noId = reworded(own.noId, ({ what }) => `这个${wordIn(kinds, what)}没有 ID。`)

export const idTaken = reworded(
  own.idTaken,
  ({ id, what }) => `ID${quote(id)}已被前面的${wordIn(kinds, what)}占用；这个${wordIn(kinds, what)}已略去。`,
)

export const noList = reworded(own.noList, ({ name }) => `此处应为 ${name} 的列表。`)
export const noObjectInList = reworded(own.noObjectInList, ({ name }) => `${name} 的列表中应为对象。`)
export const noText = reworded(own.noText, ({ name }) => `“${name}”应为文字。`)
