/** What the linter says of a graph in any format, in Chinese. */
import { reworded } from '../messages/chinese.js'
import * as own from './messages.js'

/** A name of the author's, short enough for a sentence. */
const named = (name: string): string => {
  const line = name.replace(/\s+/g, ' ').trim()
  return `“${line.length > 40 ? `${[...line].slice(0, 36).join('')}…` : line}”`
}

export const unusedIgnore = reworded(
  own.unusedIgnore,
  ({ codes }, _, edits) =>
    `这里没有可忽略的${codes === '' ? '内容' : `“${codes}”`}：可以删除该${edits ? '注释' : '属性'}。`,
  '删除该注释',
)

export const oneExit = reworded(own.oneExit, ({ name }) => `判断节点${named(name)}只有一条出路。`)

export const unlabelledExits = reworded(
  own.unlabelledExits,
  ({ name, count }) => `判断节点${named(name)}有 ${count} 条出路没有标签，无法得知何时走哪一条。`,
)

export const edgeAgain = reworded(
  own.edgeAgain,
  ({ from, to }) => `从${named(from)}到${named(to)}的这条边已经存在。`,
)

export const orphan = reworded(own.orphan, ({ name }) => `没有边从${named(name)}出发，也没有边到达它。`)

export const similarId = reworded(
  own.similarId,
  ({ name, other }) => `${named(name)}与${named(other)}是不同的节点，而且除 ID 外没有任何说明。`,
)

export const unreachable = reworded(own.unreachable, ({ name }) => `从图表的起点无法到达${named(name)}。`)

export const endless = reworded(own.endless, ({ name, count }) =>
  count === 1
    ? `从${named(name)}出发的唯一一条路又回到它自身。`
    : `${named(name)}所在的由 ${count} 个步骤组成的环没有出路。`,
)
